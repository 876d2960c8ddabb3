import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bin as binary, dependenciesOf, type PackedProject, packedProject } from '../packed-project.ts';
import { readmePrograms } from '../taxonomy/readme.ts';

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

// As its users get it: built, packed and unpacked into an empty project. Its dependencies are the ones of this workspace;
// of the two drivers it has only that of SQLite, as most users have.
describe('the package as published', () => {
  const packages = ['taiwan', 'taxonomy', 'database', 'registry'];
  let packed: PackedProject;
  let project: string;
  let bin: string;
  let tarball: string;
  let paths: string[];

  beforeAll(() => {
    packed = packedProject(packages, [...dependenciesOf(packages), 'better-sqlite3'], {
      link: true,
      buildOnly: ['pg'],
    });
    project = packed.folder;
    tarball = packed.tarballs['registry']!;
    const target = join(project, 'node_modules/@aipower/registry');
    bin = join(target, 'bin/aipower-registry.js');
    paths = readdirSync(target, { recursive: true, encoding: 'utf8' });
  }, 120_000);
  afterAll(() => packed?.remove());

  it('names the driver that is missing and how to install it', () => {
    const args = [bin, '--database', 'postgres://nobody@127.0.0.1:1/none', 'status', '--lang', 'en'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    expect(stderr).toMatch(/^driver-missing: .*PostgreSQL needs pg: npm install pg/);
    expect(status).toBe(4);
  });

  it('holds what is needed and no sources', () => {
    const needed = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'bin/aipower-registry.js', 'dist/index.js'];
    expect(paths).toEqual(expect.arrayContaining([...needed, 'dist/index.d.ts', 'dist/cli/main.js']));
    expect(paths.filter((path) => /^(?:src|scripts|test)\//.test(path))).toEqual([]);
  });

  it('does what its README says, example by example', () => {
    const programs = readmePrograms(new URL('../../packages/registry/README.md', import.meta.url));
    expect(programs.length).toBeGreaterThan(2);
    for (const [i, { esm, checks }] of programs.entries()) {
      writeFileSync(join(project, `readme-${i}.js`), `const report = console.log;\n${esm}`);
      const printed = execFileSync(process.execPath, [`readme-${i}.js`], { cwd: project, encoding: 'utf8' });
      expect(Number(printed)).toBe(checks);
    }
    const args = [bin, '--database', 'register.sqlite', 'status', '--json'];
    const status = execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    expect(JSON.parse(status)).toMatchObject({ certificates: 1, fictional: false });
  });

  it('has types that compile with strict, without the types of its dependencies', () => {
    // A project of its own, with nothing beside the package: what its types ask for is missing there.
    const alone = mkdtempSync(join(tmpdir(), 'aipower-types-'));
    try {
      cpSync(project, alone, { recursive: true });
      const use = `import { openRegister, type Register, type Verdict } from '@aipower/registry';
        const register: Register = await openRegister('x.sqlite');
        const { results } = await register.verify([{ scheme: 'ai', number: '1' }], { on: '2026-11-20', today: '2026-11-21' });
        const verdict: Verdict['verdict'] = results[0]!.verdict;
        // @ts-expect-error there is no such scheme
        await register.verify([{ scheme: 'xx', number: verdict }], { on: '2026-11-20', today: '2026-11-21' });`;
      writeFileSync(join(alone, 'use.ts'), use);
      const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2023'];
      const { stdout } = spawnSync(binary('tsc'), [...options, '--types', '', 'use.ts'], {
        cwd: alone,
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
    } finally {
      rmSync(alone, { recursive: true, force: true });
    }
  });

  it('has rules without a database, a file or a clock, for a browser', () => {
    const contents = `export * from '@aipower/registry/rules'`;
    const bundle = buildSync({
      stdin: { contents, resolveDir: project },
      bundle: true,
      write: false,
      minify: true,
      metafile: true,
      platform: 'browser',
      format: 'esm',
    });
    const foreign = Object.keys(bundle.metafile.inputs).filter(
      (path) => !/@aipower\/(registry|taiwan)\/|<stdin>/.test(path),
    );
    expect(foreign).toEqual([]);
    // Promised in the README.
    expect(gzipSync(bundle.outputFiles[0]!.contents, { level: 9 }).length).toBeLessThan(150_000);
  });

  it('publint reports nothing', () => {
    const { stdout } = spawnSync(binary('publint'), ['run', tarball, '--strict'], { encoding: 'utf8' });
    expect(stdout).toContain('All good!');
  });

  it('are the types wrong? No', () => {
    // ES modules only, as better-sqlite3 and the source are; any problem exits with 1.
    const args = [tarball, '--profile', 'esm-only', '--format', 'ascii'];
    const { status, stdout } = spawnSync(binary('attw'), args, { encoding: 'utf8' });
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('"@aipower/registry/generate-tax-file"'),
    });
  });

  const older = (process.env.PATH ?? '')
    .split(delimiter)
    .map((part) => join(part, 'node'))
    .find(
      (path) => existsSync(path) && /^v(?:1\d|2[01])\./.test(execFileSync(path, ['--version'], { encoding: 'utf8' })),
    );

  it.skipIf(older === undefined)('says one clear sentence under an older Node', () => {
    writeFileSync(
      join(project, 'older.js'),
      `import { openRegister, readNumber } from '@aipower/registry';
       console.log(readNumber('示範-AI-0001').key === '示範AI0001');
       await openRegister('older.sqlite').catch((error) => console.log(error.message));`,
    );
    const library = spawnSync(older!, ['older.js'], { cwd: project, encoding: 'utf8' });
    expect(library.stdout).toMatch(/^true\nSQLite is opened with Node 22\.18 or newer; this is Node [\d.]+\.\n$/);
    const command = spawnSync(older!, [bin, 'status'], { cwd: project, encoding: 'utf8' });
    expect(command.status).toBe(4);
    expect(command.stderr).toMatch(/^aipower-registry needs Node 22\.18 or newer; this is Node [^\n]+\n$/);
  });
});
