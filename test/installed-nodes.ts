import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Every Node on this machine from 20 on, one binary per version. */
export function installedNodes(): [version: string, binary: string][] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const binaries = [process.execPath, ...folders.map((folder) => join(folder, 'node'))];
  const versions = new Map<string, string>();
  for (const binary of new Set(binaries.filter(existsSync).map((path) => realpathSync(path)))) {
    const version = execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim();
    if (Number.parseInt(version.slice(1), 10) >= 20 && !versions.has(version)) versions.set(version, binary);
  }
  return [...versions];
}
