import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedNodes } from '../installed-nodes.ts';
import { readmePrograms } from './readme.ts';

// The package as its users get it: packed, installed into an empty project and used there. No registry is asked:
// npm installs the tarball together with tarballs of its three dependencies, packed from this workspace.
const root = fileURLToPath(new URL('../../', import.meta.url));
const home = join(root, 'packages/taxonomy');
const project = mkdtempSync(join(tmpdir(), 'taxonomy-'));
const programs = readmePrograms(new URL('../../packages/taxonomy/README.md', import.meta.url));
let tarball = '';

function run(command: string, args: string[], cwd = project): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
}

function pack(folder: string): string {
  const name = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], folder);
  return join(project, name.trim());
}

beforeAll(() => {
  run('npm', ['run', 'build', '--silent'], home);
  tarball = pack(home);
  const dependencies = ['fuse.js', 'opencc-js', 'zod'].map((name) => pack(join(root, 'node_modules', name)));
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  const cache = join(project, 'empty-cache');
  run('npm', [
    'install',
    '--offline',
    '--cache',
    cache,
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    tarball,
    ...dependencies,
  ]);
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe.each(installedNodes())('the README runs under Node %s', (_, binary) => {
  test.each([
    ['import', 'mjs', 'esm'],
    ['require', 'cjs', 'cjs'],
  ] as const)('with %s', (_, extension, kind) => {
    const results = programs.map((program, i) => {
      const file = join(project, `readme-${i}.${extension}`);
      writeFileSync(file, `const report = console.log;\n${program[kind]}`);
      return Number(run(binary, [file]));
    });
    expect(results).toEqual(programs.map(({ checks }) => checks));
  });
});

test('the README runs in a browser bundle, without anything of Node', () => {
  const results = programs.map(({ esm }) => {
    const stdin = { contents: esm, resolveDir: project };
    const bundle = buildSync({
      stdin,
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      logLevel: 'error',
    });
    let checks = -1;
    vm.runInNewContext(bundle.outputFiles[0]!.text, { report: (count: number) => (checks = count) });
    return checks;
  });
  expect(results).toEqual(programs.map(({ checks }) => checks));
});

test('the README and the type tests compile with strict', () => {
  for (const [i, { typed }] of programs.entries()) writeFileSync(join(project, `readme-${i}.ts`), typed);
  copyFileSync(new URL('../fixtures/taxonomy/types.ts', import.meta.url), join(project, 'types.ts'));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2022',
    types: [],
    skipLibCheck: false,
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  expect(run(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json'])).toBe('');
});

test('publint reports nothing', () => {
  expect(run(join(root, 'node_modules/.bin/publint'), ['run', tarball, '--strict'])).toContain('All good!');
});

test('are the types wrong? No', () => {
  // node10 resolution knows no exports and is gone from TypeScript 7; a CSV file is no module. Any problem exits with 1.
  const args = [tarball, '--profile', 'node16', '--exclude-entrypoints', 'catalogue.csv', '--format', 'ascii'];
  expect(run(join(root, 'node_modules/.bin/attw'), args)).toContain('"@aipower/taxonomy/skos"');
});
