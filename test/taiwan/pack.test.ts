import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import webpack from 'webpack';
import { installedNodes } from '../installed-nodes.ts';
import { bin, type PackedProject, packedProject, run as runIn } from '../packed-project.ts';
import { readmePrograms } from '../taxonomy/readme.ts';

// The package as its users get it: packed, installed into an empty project and used there.
const programs = readmePrograms(new URL('../../packages/taiwan/README.md', import.meta.url));
const checks = programs.map((program) => program.checks);
let packed: PackedProject;
let project = '';
const run = (command: string, args: string[]) => runIn(command, args, project);

beforeAll(() => {
  packed = packedProject(['taiwan'], []);
  project = packed.folder;
  for (const [i, { esm }] of programs.entries()) writeFileSync(join(project, `browser-${i}.js`), esm);
}, 120_000);

afterAll(() => packed?.remove());

test('the README has an example for every export', async () => {
  const text = programs.map(({ esm }) => esm).join('\n');
  const exported = { ...(await import('@aipower/taiwan')), ...(await import('@aipower/taiwan/fold')) };
  const lowLevel = ['assertDay', 'isCalendarDay', 'momentToMs', 'foldScriptCode'];
  expect(Object.keys(exported).filter((name) => !text.includes(name) && !lowLevel.includes(name))).toEqual([]);
});

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
    expect(results).toEqual(checks);
  });
});

describe('the README runs in a browser bundle, without anything of Node and without a warning, made by', () => {
  function inBrowser(code: string): number {
    let counted = -1;
    vm.runInNewContext(code, { report: (count: number) => (counted = count) });
    return counted;
  }
  const entry = (i: number) => join(project, `browser-${i}.js`);

  test('esbuild', async () => {
    for (const [i, count] of checks.entries()) {
      const result = await esbuild({
        entryPoints: [entry(i)],
        bundle: true,
        write: false,
        platform: 'browser',
        format: 'iife',
        logLevel: 'silent',
      });
      expect([...result.errors, ...result.warnings]).toEqual([]);
      expect(inBrowser(result.outputFiles[0]!.text)).toBe(count);
    }
  });

  test('Vite', async () => {
    const warnings: string[] = [];
    const warn = (message: string) => warnings.push(message);
    const customLogger = {
      info: () => {},
      warn,
      warnOnce: warn,
      error: warn,
      clearScreen: () => {},
      hasErrorLogged: () => false,
      hasWarned: false,
    };
    for (const [i, count] of checks.entries()) {
      const lib = { entry: entry(i), formats: ['iife' as const], name: 'readme', fileName: 'readme' };
      const result = await vite({
        root: project,
        configFile: false,
        customLogger,
        logLevel: 'warn',
        build: { write: false, lib },
      });
      const [bundle] = result as unknown as { output: { code: string }[] }[];
      expect(inBrowser(bundle!.output[0]!.code)).toBe(count);
    }
    expect(warnings).toEqual([]);
  });

  test('webpack', async () => {
    for (const [i, count] of checks.entries()) {
      const output = { path: project, filename: `webpack-${i}.js` };
      const compiler = webpack({ mode: 'production', target: 'web', context: project, entry: entry(i), output })!;
      const stats = await new Promise<webpack.Stats>((resolve, reject) =>
        compiler.run((error, done) => (error || !done ? reject(error) : resolve(done))),
      );
      expect(stats.toJson({ errors: true, warnings: true })).toMatchObject({ errors: [], warnings: [] });
      expect(inBrowser(readFileSync(join(project, output.filename), 'utf8'))).toBe(count);
    }
  });
});

describe('the README and the type tests compile with strict', () => {
  test.each([
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('as %s, resolved as %s', (module, moduleResolution) => {
    for (const [i, { typed }] of programs.entries()) writeFileSync(join(project, `readme-${i}.ts`), typed);
    copyFileSync(new URL('../fixtures/taiwan/types.ts', import.meta.url), join(project, 'types.ts'));
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      module,
      moduleResolution,
      target: 'es2022',
      types: [],
      skipLibCheck: false,
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    expect(run(bin('tsc'), ['-p', 'tsconfig.json'])).toBe('');
  });
});

test('publint reports nothing', () => {
  expect(run(bin('publint'), ['run', packed.tarballs['taiwan']!, '--strict'])).toContain('All good!');
});

test('are the types wrong? No, in any way of resolving them, the old one of Jest and Node 10 included', () => {
  const out = run(bin('attw'), [packed.tarballs['taiwan']!, '--profile', 'strict', '--format', 'ascii']);
  for (const entry of ['ubn', 'dates', 'counties', 'answers', 'fold'])
    expect(out).toContain(`"@aipower/taiwan/${entry}"`);
});
