import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedNodes } from '../installed-nodes.ts';
import { bin, dependenciesOf, type PackedProject, packedProject, run } from '../packed-project.ts';
import { readmePrograms } from '../taxonomy/readme.ts';

// The package as its users get it, used from an empty project.
const readme = new URL('../../packages/matcher/README.md', import.meta.url);
const programs = readmePrograms(readme);
let packed: PackedProject;
let project = '';
let tarball = '';

beforeAll(() => {
  packed = packedProject(
    ['taiwan', 'taxonomy', 'programme', 'matcher'],
    dependenciesOf(['taiwan', 'taxonomy', 'programme', 'matcher']),
  );
  project = packed.folder;
  tarball = packed.tarballs['matcher']!;
}, 180_000);

afterAll(() => packed.remove());

describe.each(installedNodes())('under Node %s', (_, binary) => {
  test.each(programs.map((program, i) => [i + 1, program] as const))('example %d of the README runs', (i, program) => {
    const file = join(project, `readme-${i}.mjs`);
    writeFileSync(file, `const report = console.log;\n${program.esm}`);
    expect(Number(run(binary, [file], project))).toBe(program.checks);
  });
});

test('the README has examples, and every one of them checks something', () => {
  expect(programs.length).toBeGreaterThanOrEqual(3);
  expect(programs.every(({ checks }) => checks > 0)).toBe(true);
});

test('every function the README names is exported', async () => {
  const text = readFileSync(readme, 'utf8');
  const exported = Object.keys(await import('@aipower/matcher'));
  const named = new Set(
    [...text.matchAll(/^import \{ (.*?) \} from '@aipower\/matcher'/gm)].flatMap(([, names]) => names!.split(', ')),
  );
  expect([...named].filter((name) => !exported.includes(name))).toEqual([]);
  const [, table = ''] = /^## Fields of the answers\n(.*?)^## /ms.exec(text) ?? [];
  const questions = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!);
  expect(questions.length).toBeGreaterThanOrEqual(3);
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
    `import { assessApplicant, type CapabilityMatches, matchCapabilities, matchCompany } from '@aipower/matcher';
import { type EligibilityResult, programme115 } from '@aipower/programme';
const matches: CapabilityMatches = matchCapabilities('AOI');
const applicant = { category: 'training', submittedAt: new Date(0), facts: { ubn: '00000992' } };
const assessment = assessApplicant(programme115, applicant, { matchCapabilities, providers: [] });
export const eligibility: EligibilityResult = assessment.eligibility;
export const best: string | undefined = assessment.capabilities.needed[0]?.code ?? matches.matches[0]?.code;
// @ts-expect-error an index is needed
matchCompany({ name: '示範智能' });
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
  expect(run(bin('tsc'), ['-p', 'tsconfig.json'], project)).toBe('');
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
  expect(size("export { companyIndex, matchCompany } from '@aipower/matcher'")).toBeLessThan(150_000);
});

test('what is packed: code, types, source, README, CHANGELOG, LICENSE, and nothing else', () => {
  const home = join(project, 'node_modules/@aipower/matcher');
  expect(readdirSync(home).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'src']);
  expect(statSync(tarball).size).toBeLessThan(600_000);
});

test('publint reports nothing', () => {
  expect(run(bin('publint'), ['run', tarball, '--strict'], project)).toContain('All good!');
});

test('are the types wrong? No', () => {
  // Any problem exits with 1.
  const report = run(bin('attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii'], project);
  expect(report).toContain('node16 (from ESM): 🟢 (ESM)');
});
