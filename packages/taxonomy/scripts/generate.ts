/**
 * data/catalogue/<edition>/*.yml and search.yml → src/generated/*.ts (modules) and generated/* (files for other tools). The newest edition is
 * the current one; those before it stay readable. `--check` writes nothing and fails when something is stale; `--data <folder>`
 * reads another folder of editions.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modules } from './modules.ts';
import { readEditions, readSearchWords } from './source.ts';

const home = fileURLToPath(new URL('../', import.meta.url));
const checkOnly = process.argv.includes('--check');

const given = process.argv.indexOf('--data');
const data = given > 0 ? process.argv[given + 1]! : `${home}../../data/catalogue`;

const stale = update(modules(readEditions(data), readSearchWords(`${home}../../data/catalogue/search.yml`)));
// The files are made from the modules by the package's own code, so that comes after.
const { files } = await import('./files.ts');
stale.push(...update(files()));

if (checkOnly) for (const path of stale) console.error(`packages/taxonomy/${path} is stale: run npm run generate`);
else console.log(`taxonomy: ${stale.length} generated files written`);
process.exitCode = checkOnly && stale.length > 0 ? 1 : 0;

function update(contents: Readonly<Record<string, string>>): string[] {
  const changed = Object.keys(contents).filter((path) => read(home + path) !== contents[path]);
  for (const path of checkOnly ? [] : changed) {
    mkdirSync(dirname(home + path), { recursive: true });
    writeFileSync(home + path, contents[path]!);
  }
  return changed;
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
