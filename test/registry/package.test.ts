import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const home = fileURLToPath(new URL('../../packages/registry/', import.meta.url));

describe('the package', () => {
  it('has modules that match the data they are made from', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--conditions=aipower:source', 'scripts/generate.ts', '--check'],
      { cwd: home, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('reads the clock and the environment in its command line only', () => {
    const src = join(home, 'src');
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const readers = files.filter((name) =>
      /\bDate\.now\(|\bnew Date\(\s*\)|performance\.now\(|process\.env|[{,]\s*env\b.*= process/.test(
        readFileSync(join(src, name), 'utf8'),
      ),
    );
    expect(readers).toEqual([join('cli', 'main.ts')]);
  });
});
