import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { type BuildOptions, buildSync } from 'esbuild';
import { publint } from 'publint';
import { build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import webpack from 'webpack';
import { installedNodes } from '../installed-nodes.ts';
import { bin, dependenciesOf, oneProcessor, type PackedProject, packedProject, run } from '../packed-project.ts';
import { readmePrograms } from '../taxonomy/readme.ts';
import { browserEntries, entriesOf, manifestOf, type PackageName, packages } from './packages.ts';

// Every package as its users get it, in one project that has nothing else but what they ask for: built and packed once.
const examples = new Map(
  packages.map((name) => [name, readmePrograms(new URL(`../../packages/${name}/README.md`, import.meta.url))]),
);
const all = packages.flatMap((name) => entriesOf(name));
let packed: PackedProject;
let project = '';
const write = (file: string, text: string) => writeFileSync(join(project, file), text);

beforeAll(() => {
  // Of the two database drivers it has only that of SQLite, as most users have.
  packed = packedProject(packages, [...dependenciesOf(packages), 'better-sqlite3'], { buildOnly: ['pg'] });
  project = packed.folder;
  for (const folder of ['types', 'pure']) mkdirSync(join(project, folder));
  for (const [name, programs] of examples) {
    for (const [i, { esm, cjs }] of programs.entries()) {
      write(`${name}-${i}.mjs`, `const report = console.log;\n${esm}`);
      write(`${name}-${i}.cjs`, `const report = console.log;\n${cjs}`);
      write(`browser-${name}-${i}.mjs`, esm);
    }
    // One process runs them all: to start one costs more than most of them do.
    const files = programs.map((_, i) => `./${name}-${i}`);
    write(`${name}.mjs`, files.map((file) => `await import('${file}.mjs');`).join('\n'));
    write(`${name}.cjs`, files.map((file) => `require('${file}.cjs');`).join('\n'));
  }
});
afterAll(() => packed?.remove());

/** Whether a package says that it runs under this Node. */
function runsUnder(name: PackageName, version: string): boolean {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  return manifestOf(name)
    .engines.node.split('||')
    .some((range) => {
      const [, caret, wantedMajor, wantedMinor = '0'] = /(\^?)(?:>=)?(\d+)(?:\.(\d+))?/.exec(range)!;
      const above = major > Number(wantedMajor) || (major === Number(wantedMajor) && minor >= Number(wantedMinor));
      return above && (caret === '' || major === Number(wantedMajor));
    });
}

describe.each(installedNodes())('under Node %s', (version, binary) => {
  const here = packages.filter((name) => runsUnder(name, version));
  const run1 = (file: string) => run(binary, [file], project);

  test('every entry can be imported, and does nothing by itself', () => {
    const ids = here.flatMap((name) => entriesOf(name)).map(({ id }) => id);
    write('import.mjs', ids.map((id) => `await import('${id}');`).join('\n'));
    expect(run1('import.mjs')).toBe('');
  });

  test('what is also CommonJS can be required', () => {
    const ids = here.flatMap((name) => entriesOf(name)).filter(({ dual }) => dual);
    expect(ids.length).toBeGreaterThan(15);
    write('require.cjs', ids.map(({ id }) => `require('${id}');`).join('\n'));
    expect(run1('require.cjs')).toBe('');
  });

  // PostgreSQL would do under 20; its README opens SQLite.
  const opensSqlite = runsUnder('registry', version);
  test.each(here.filter((name) => name !== 'database' || opensSqlite))('the README of %s runs as it stands', (name) => {
    const programs = examples.get(name)!;
    expect(programs.length).toBeGreaterThan(0);
    const dual = entriesOf(name).every((entry) => entry.dual);
    for (const { checks } of programs) expect(checks).toBeGreaterThan(0);
    for (const kind of dual ? ['mjs', 'cjs'] : ['mjs'])
      expect(run1(`${name}.${kind}`).trim().split('\n')).toEqual(programs.map(({ checks }) => String(checks)));
  });
});

describe('strict TypeScript', () => {
  const resolutions = [
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ];

  test.each(resolutions)('takes every entry and the uses below as %s, resolved as %s', (module, moduleResolution) => {
    const names = all.map(({ id }, i) => `import * as entry${i} from '${id}';`);
    write(
      'types/entries.ts',
      `${names.join('\n')}\nexport const entries = [${all.map((_, i) => `entry${i}`).join()}];\n`,
    );
    for (const name of ['taiwan', 'taxonomy', 'programme', 'matcher', 'registry'])
      copyFileSync(new URL(`../fixtures/${name}/types.ts`, import.meta.url), join(project, `types/${name}.ts`));
    for (const name of ['taiwan', 'taxonomy'] as const)
      for (const [i, { typed }] of examples.get(name)!.entries()) write(`types/${name}-readme-${i}.ts`, typed);
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      module,
      moduleResolution,
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: [],
      skipLibCheck: true,
    };
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['types'] }));
    expect(run(bin('tsc'), ['-p', 'tsconfig.json', ...oneProcessor], project)).toBe('');
  });

  test('reads the declarations of the packages themselves', () => {
    // Those of databases and cards name types of Node and of their drivers, which this project does not have.
    const pure = all.filter(({ id }) => /aipower\/(?:taiwan|taxonomy|programme|matcher|receipts$)/.test(id));
    write('pure/entries.ts', pure.map(({ id }) => `export type {} from '${id}';`).join('\n'));
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2023', 'dom'],
    };
    write(
      'pure/tsconfig.json',
      JSON.stringify({ compilerOptions: { ...compilerOptions, types: [], skipLibCheck: false } }),
    );
    expect(run(bin('tsc'), ['-p', 'pure', ...oneProcessor], project)).toBe('');
  });
});

describe('in a browser', () => {
  const text = browserEntries.map((id, i) => `export * as entry${i} from '${id}';`).join('\n');
  const esbuild = (contents: string, options: BuildOptions = {}) =>
    buildSync({
      stdin: { contents, resolveDir: project },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      logLevel: 'silent',
      ...options,
    });

  test('esbuild takes every entry for browsers without a warning or anything of Node', () => {
    expect(browserEntries.length).toBeGreaterThan(25);
    const { errors, warnings } = esbuild(text);
    expect([...errors, ...warnings]).toEqual([]);
  });

  test('Vite takes them without a warning', async () => {
    write('browser-entries.mjs', text);
    const warnings: string[] = [];
    const warn = (message: string) => void warnings.push(message);
    const quiet = { info: () => {}, clearScreen: () => {}, hasErrorLogged: () => false, hasWarned: false };
    await vite({
      root: project,
      configFile: false,
      logLevel: 'warn',
      customLogger: { ...quiet, warn, warnOnce: warn, error: warn },
      build: { write: false, lib: { entry: join(project, 'browser-entries.mjs'), formats: ['es'], fileName: 'all' } },
    });
    expect(warnings.filter((one) => !/larger than|chunk size/i.test(one))).toEqual([]);
  });

  test('webpack takes the smallest, taiwan, without a warning', async () => {
    write(
      'webpack.mjs',
      entriesOf('taiwan')
        .map(({ id }, i) => `export * as entry${i} from '${id}';`)
        .join('\n'),
    );
    const output = { path: project, filename: 'webpack-out.js' };
    const performance = { hints: false as const };
    const entry = join(project, 'webpack.mjs');
    const compiler = webpack({ mode: 'production', target: 'web', context: project, entry, output, performance })!;
    const stats = await new Promise<webpack.Stats>((resolve, reject) =>
      compiler.run((error, done) => (error || !done ? reject(error) : resolve(done))),
    );
    expect(stats.toJson({ errors: true, warnings: true })).toMatchObject({ errors: [], warnings: [] });
  });

  test.each(['taiwan', 'taxonomy', 'programme', 'matcher'] as const)('the README of %s runs there', (name) => {
    const programs = examples.get(name)!;
    const contents = programs.map((_, i) => `import './browser-${name}-${i}.mjs';`).join('\n');
    const counts: number[] = [];
    vm.runInNewContext(esbuild(contents, { format: 'iife' }).outputFiles![0]!.text, {
      report: (count: number) => counts.push(count),
      URL,
    });
    expect(counts).toEqual(programs.map(({ checks }) => checks));
  });

  // Promised in the READMEs, in bytes, gzipped.
  test.each([
    ["import '@aipower/programme'", 50],
    ["export { checkEligibility, programme115 } from '@aipower/programme'", 70_000],
    ["export { modelOrigin, programme115, roundFor } from '@aipower/programme'", 40_000],
    ["import '@aipower/matcher'", 50],
    ["export * from '@aipower/matcher'", 600_000],
    ["export { companyIndex, matchCompany } from '@aipower/matcher'", 150_000],
    ["export * from '@aipower/registry/rules'", 150_000],
  ])('%s costs less than %i', (contents, most) => {
    const { outputFiles } = esbuild(contents, { minify: true });
    expect(gzipSync(outputFiles![0]!.contents, { level: 9 }).length).toBeLessThan(most);
  });
});

/** The bytes of a packed package, in memory of their own. */
const tarballOf = (name: PackageName) => new Uint8Array(readFileSync(packed.tarballs[name]!));

describe.each(packages)('%s', (name) => {
  test('packs code, types, README, CHANGELOG and licence, and little else', () => {
    const home = join(project, 'node_modules/@aipower', name);
    const found = readdirSync(home).sort();
    const expected = ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json'];
    expect(found.filter((file) => !['src', 'bin', 'generated'].includes(file))).toEqual(expected);
    expect(statSync(packed.tarballs[name]!).size).toBeLessThan(1_200_000);
    expect(existsSync(join(home, 'dist/tsconfig.tsbuildinfo'))).toBe(false);
  });

  test('publint reports nothing', async () => {
    const { messages } = await publint({ pack: { tarball: tarballOf(name).buffer }, strict: true });
    expect(messages).toEqual([]);
  });

  test('are the types wrong? No', async () => {
    // node10 resolution knows no exports and is gone from TypeScript 7.
    const foreign = { taiwan: [], taxonomy: ['node10'] }[name as string] ?? ['node10', 'node16-cjs'];
    // A CSV file is no module.
    const excludeEntrypoints = name === 'taxonomy' ? ['catalogue.csv'] : [];
    const analysis = await checkPackage(createPackageFromTarballData(tarballOf(name)), { excludeEntrypoints });
    if (analysis.types === false) throw new Error(`${name} has no types`);
    const problems = analysis.problems.filter(
      (one) => !('resolutionKind' in one && foreign.includes(one.resolutionKind)),
    );
    expect(problems).toEqual([]);
    const seen = Object.keys(analysis.entrypoints).map((entry) => join('@aipower', name, entry));
    expect(seen).toEqual(expect.arrayContaining(entriesOf(name).map(({ id }) => id)));
  });

  test('the README names nothing that is not there', async () => {
    const readme = readFileSync(new URL(`../../packages/${name}/README.md`, import.meta.url), 'utf8');
    for (const [, names, id] of readme.matchAll(/^import \{ (.*?) \} from '(@aipower\/[^']+)'/gm)) {
      const exported = Object.keys((await import(id!)) as object);
      const missing = names!.split(', ').filter((one) => !one.startsWith('type ') && !exported.includes(one));
      expect(missing).toEqual([]);
    }
    const [, table = ''] = /^## Fields of the answers\n(.*?)^## /ms.exec(readme) ?? [];
    const asked = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, one]) => one!);
    const exported = Object.keys((await import(`@aipower/${name}`)) as object);
    expect(asked.filter((one) => !exported.includes(one))).toEqual([]);
  });
});

describe('the command of the registry', () => {
  const command = () => join(project, 'node_modules/@aipower/registry/bin/aipower-registry.js');

  test('names the driver that is missing and how to install it', () => {
    const args = [command(), '--database', 'postgres://nobody@127.0.0.1:1/none', 'status', '--lang', 'en'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    expect(stderr).toMatch(/^driver-missing: .*PostgreSQL needs pg: npm install pg/);
    expect(status).toBe(4);
  });

  test('reads the register that the example of the README made', () => {
    const args = [command(), '--database', 'register.sqlite', 'status', '--json'];
    const status = execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    expect(JSON.parse(status)).toMatchObject({ certificates: 1, fictional: false });
  });

  test('is run by npx under the name of its package, and no registry is asked', () => {
    const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
    const shell = (command: string, args: string[]) => {
      const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8', env });
      return { status, stdout, stderr };
    };
    // The links that npm makes when it installs a tarball.
    const rebuilt = shell('npm', ['rebuild', '--offline', '--ignore-scripts', '@aipower/registry']);
    expect(rebuilt).toMatchObject({ status: 0 });
    for (const name of ['@aipower/registry', 'aipower-registry'])
      expect(shell('npx', ['--offline', name, '--version'])).toMatchObject({
        status: 0,
        stdout: `${manifestOf('registry').version}\n`,
      });
  });

  const older = (process.env.PATH ?? '')
    .split(delimiter)
    .map((part) => join(part, 'node'))
    .find(
      (path) => existsSync(path) && /^v(?:1\d|2[01])\./.test(execFileSync(path, ['--version'], { encoding: 'utf8' })),
    );

  test.skipIf(older === undefined)('says one clear sentence under an older Node', () => {
    write(
      'older.js',
      `import { openRegister, readNumber } from '@aipower/registry';
       console.log(readNumber('示範-AI-0001').key === '示範AI0001');
       await openRegister('older.sqlite').catch((error) => console.log(error.message));`,
    );
    const library = spawnSync(older!, ['older.js'], { cwd: project, encoding: 'utf8' });
    expect(library.stdout).toMatch(/^true\nSQLite is opened with Node 22\.18 or newer; this is Node [\d.]+\.\n$/);
    const { status, stderr } = spawnSync(older!, [command(), 'status'], { cwd: project, encoding: 'utf8' });
    expect(status).toBe(4);
    expect(stderr).toMatch(/^aipower-registry needs Node 22\.18 or newer; this is Node [^\n]+\n$/);
  });
});
