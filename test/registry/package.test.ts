import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const home = fileURLToPath(new URL('../../packages/registry/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aipower-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

  it('works from an empty project, built and packed as it would be published', () => {
    // Built into a copy: the checkout stays without dist, so that its source runs.
    const copy = join(folder, 'registry');
    cpSync(home, copy, { recursive: true, filter: (path) => !/(?:node_modules|dist)$/.test(path) });
    const root = fileURLToPath(new URL('../../', import.meta.url));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const base = readFileSync(join(root, 'tsconfig.base.json'), 'utf8');
    writeFileSync(join(folder, 'tsconfig.base.json'), base);
    const config = readFileSync(join(copy, 'tsconfig.build.json'), 'utf8').replace(
      '../../tsconfig.base.json',
      '../tsconfig.base.json',
    );
    writeFileSync(join(copy, 'tsconfig.build.json'), config);
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
      cwd: copy,
    });
    const packed = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts'], { cwd: copy, encoding: 'utf8' }),
    ) as { filename: string; files: { path: string }[] }[];
    const paths = packed[0]!.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'bin/aipower-registry.js',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/cli/main.js',
      ]),
    );
    expect(paths.filter((path) => /^(?:src|scripts|test)\//.test(path))).toEqual([]);

    const project = join(folder, 'project');
    mkdirSync(join(project, 'node_modules/@aipower/registry'), { recursive: true });
    execFileSync('tar', [
      '-xzf',
      join(copy, packed[0]!.filename),
      '--strip-components=1',
      '-C',
      join(project, 'node_modules/@aipower/registry'),
    ]);
    writeFileSync(join(project, 'package.json'), '{"type":"module"}');
    writeFileSync(
      join(project, 'use.js'),
      `import { openRegister, isUbn } from '@aipower/registry';
       const register = await openRegister('r.sqlite');
       const bytes = Buffer.from('scheme,number,ubn,name,registered_on,valid_until\\nai,示範-1,00000079,示範,115/01/01,116/12/31\\n');
       await register.importList({ name: 'a.csv', bytes }, { seenOn: '2026-11-20', recordedAt: '2026-11-20T00:00:00Z', by: 'me' });
       const { results } = await register.verify([{ scheme: 'ai', number: '示範1' }], { on: '2026-11-20', today: '2026-11-21' });
       console.log(isUbn('04595252'), results[0].verdict);
       await register.close();`,
    );
    expect(execFileSync(process.execPath, ['use.js'], { cwd: project, encoding: 'utf8' })).toBe('true valid\n');
    const bin = join(project, 'node_modules/@aipower/registry/bin/aipower-registry.js');
    const status = execFileSync(process.execPath, [bin, '--database', 'r.sqlite', 'status', '--json'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(JSON.parse(status)).toMatchObject({ certificates: 1 });
  }, 120_000);
});
