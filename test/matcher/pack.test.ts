import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedNodes } from '../installed-nodes.ts';
import { readmePrograms } from '../taxonomy/readme.ts';

// The package as its users get it: built, packed, installed into an empty project and used there, without a registry.
// It is built in a copy of the workspace, so that no other test reads `dist` while this one writes it.
const root = fileURLToPath(new URL('../../', import.meta.url));
const workspace = mkdtempSync(join(tmpdir(), 'matcher-build-'));
const project = mkdtempSync(join(tmpdir(), 'matcher-'));
const programs = readmePrograms(new URL('../../packages/matcher/README.md', import.meta.url));
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const used = ['zod', 'stemmer', 'fuse.js', 'opencc-js'];
let tarball = '';

function run(command: string, args: string[], cwd = project): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    // Compilers and linters say on stdout what is wrong.
    const { stdout, message } = error as Error & { stdout: string };
    throw new Error(`${message}\n${stdout}`, { cause: error });
  }
}

function pack(folder: string): string {
  const name = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], folder);
  return join(project, name.trim());
}

/** Builds packages/taxonomy and packages/matcher as published (ES modules only), in the copy. */
function buildCopies(): string[] {
  mkdirSync(join(workspace, 'node_modules/@aipower'), { recursive: true });
  for (const name of [...used, '@types'])
    symlinkSync(join(root, 'node_modules', name), join(workspace, 'node_modules', name));
  cpSync(join(root, 'tsconfig.base.json'), join(workspace, 'tsconfig.base.json'));
  return ['taxonomy', 'matcher'].map((name) => {
    const copy = join(workspace, 'packages', name);
    const filter = (path: string) => !/\/(dist|node_modules)$/.test(path);
    cpSync(join(root, 'packages', name), copy, { recursive: true, filter });
    symlinkSync(copy, join(workspace, 'node_modules/@aipower', name));
    run(bin('tsc'), ['-p', 'tsconfig.build.json'], copy);
    return copy;
  });
}

beforeAll(() => {
  const [taxonomy, matcher] = buildCopies().map(pack);
  tarball = matcher!;
  const dependencies = used.map((name) => pack(join(root, 'node_modules', name)));
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  const offline = ['--offline', '--cache', join(project, 'empty-cache'), '--no-audit', '--no-fund', '--ignore-scripts'];
  run('npm', ['install', ...offline, tarball, taxonomy!, ...dependencies]);
}, 180_000);

afterAll(() => {
  for (const folder of [workspace, project]) rmSync(folder, { recursive: true, force: true });
});

describe.each(installedNodes())('under Node %s', (_, binary) => {
  test.each(programs.map((program, i) => [i + 1, program] as const))('example %d of the README runs', (i, program) => {
    const file = join(project, `readme-${i}.mjs`);
    writeFileSync(file, `const report = console.log;\n${program.esm}`);
    expect(Number(run(binary, [file]))).toBe(program.checks);
  });
});

test('the README has examples, and every one of them checks something', () => {
  expect(programs.length).toBeGreaterThanOrEqual(10);
  expect(programs.every(({ checks }) => checks > 0)).toBe(true);
});

test('every function the README names is exported', async () => {
  const readme = readFileSync(new URL('../../packages/matcher/README.md', import.meta.url), 'utf8');
  const exported = Object.keys(await import('@aipower/matcher'));
  const named = new Set(
    [...readme.matchAll(/^import \{ (.*?) \} from '@aipower\/matcher'/gm)].flatMap(([, names]) => names!.split(', ')),
  );
  expect([...named].filter((name) => !exported.includes(name))).toEqual([]);
  const [, table = ''] = /^## Fields of the answers\n(.*?)^## /ms.exec(readme) ?? [];
  const questions = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!);
  expect(questions.length).toBeGreaterThan(8);
  expect(questions.filter((name) => !exported.includes(name))).toEqual([]);
});

test('the README runs in a browser bundle, without anything of Node', () => {
  const contents = programs.map((_, i) => `import './browser-${i}.mjs';`).join('\n');
  for (const [i, { esm }] of programs.entries()) writeFileSync(join(project, `browser-${i}.mjs`), esm);
  const options = { bundle: true, write: false, platform: 'browser', format: 'iife', logLevel: 'error' } as const;
  const bundle = buildSync({ ...options, stdin: { contents, resolveDir: project } });
  const counts: number[] = [];
  const globals = { report: (count: number) => counts.push(count), URL };
  vm.runInNewContext(bundle.outputFiles[0]!.text, globals);
  expect(counts).toEqual(programs.map(({ checks }) => checks));
});

test('a program compiles with strict types, without the types of Node', () => {
  writeFileSync(
    join(project, 'types.ts'),
    `import { checkEligibility, type EligibilityResult, type Programme, programme115, roundFor } from '@aipower/matcher';
const programme: Programme = programme115;
const result: EligibilityResult = checkEligibility({ industryCodes: ['620211'] }, programme, '2026-07-01');
const round = roundFor(programme, 'training', new Date(0));
export const reviewOn: string | null = round.state === 'open' ? round.round.reviewOn : null;
// @ts-expect-error a fact nobody knows
checkEligibility({ industryCode: [] }, programme, result.on);
`,
  );
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2023',
    // The types of zod name URL.
    lib: ['es2023', 'dom'],
    types: [],
    skipLibCheck: false,
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['types.ts'] }));
  expect(run(bin('tsc'), ['-p', 'tsconfig.json'])).toBe('');
});

test('importing it for nothing costs nothing, and one part does not bring the others', () => {
  const size = (contents: string) => {
    const options = { bundle: true, minify: true, write: false, format: 'esm', logLevel: 'error' } as const;
    const { outputFiles } = buildSync({ ...options, stdin: { contents, resolveDir: project } });
    return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
  };
  expect(size("import '@aipower/matcher'")).toBeLessThan(50);
  // Promised in the README.
  expect(size("export * from '@aipower/matcher'")).toBeLessThan(600_000);
  expect(size("export { companyIndex, matchCompany } from '@aipower/matcher'")).toBeLessThan(120_000);
  expect(size("export { checkEligibility, programme115 } from '@aipower/matcher'")).toBeLessThan(140_000);
  expect(size("export { modelOrigin, programme115, roundFor } from '@aipower/matcher'")).toBeLessThan(40_000);
});

test('what is packed: code, types, source, README, CHANGELOG, LICENSE, and nothing else', () => {
  const home = join(project, 'node_modules/@aipower/matcher');
  expect(readdirSync(home).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'src']);
  expect(statSync(tarball).size).toBeLessThan(700_000);
});

test('publint reports nothing', () => {
  expect(run(bin('publint'), ['run', tarball, '--strict'])).toContain('All good!');
});

test('are the types wrong? No', () => {
  // Any problem exits with 1.
  const report = run(bin('attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii']);
  expect(report).toContain('node16 (from ESM): 🟢 (ESM)');
});
