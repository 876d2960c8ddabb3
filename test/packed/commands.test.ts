import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aipower-commands-'));
const builtFolder = mkdtempSync(join(tmpdir(), 'aipower-built-'));
afterAll(() => {
  for (const one of [folder, builtFolder]) rmSync(one, { recursive: true, force: true });
});

// As a shell of an operator has it: the Node of the project, no condition that names the source.
const env = { ...process.env, NODE_OPTIONS: '', LANG: 'en_US.UTF-8' };
const path = (first: string) => [first, dirname(process.execPath), process.env.PATH].join(delimiter);
const run = (command: string, args: string[], first = folder) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: 'pipe', env: { ...env, PATH: path(first) } });

const commands = readdirSync(join(root, 'packages')).flatMap((name) => {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
    name: string;
    bin?: Record<string, string>;
  };
  return Object.keys(manifest.bin ?? {}).map((command) => [command, manifest.name] as const);
});

describe('the commands of a checkout that was never built', () => {
  it.each(commands)('%s is run by npx as %s', (command, name) => {
    expect(run('npx', ['--offline', name, '--help'])).toContain(`${command} `);
  });
});

describe('the commands of a checkout that was built once', () => {
  it.each(commands)('%s runs the source: what was packed may be older', (command, name) => {
    const home = join(builtFolder, command);
    const bin = join('bin', `${command}.js`);
    const file = (path: string, text: string) => {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    };
    file(bin, readFileSync(join(root, 'packages', name.split('/')[1]!, bin), 'utf8'));
    file('package.json', '{"type":"module"}');
    file('dist/cli/main.js', "console.log('built');");
    expect(run(process.execPath, [join(home, bin)])).toBe('built\n');
    file('src/cli/main.ts', "console.log('source');");
    expect(run(process.execPath, [join(home, bin)])).toBe('source\n');
  });
});

describe('the commands of the Docker image', () => {
  // The line of the Dockerfile itself, with the folders of this machine.
  const dockerfile = readFileSync(join(root, 'apps/site/Dockerfile'), 'utf8');
  const [, line = ''] = /^RUN (for command in .*)$/m.exec(dockerfile) ?? [];
  execFileSync('sh', ['-ec', line.replaceAll('/app/', root).replaceAll('/usr/local/bin', folder)]);

  it('are all there', () => {
    expect(readdirSync(folder).sort()).toEqual(commands.map(([command]) => command).sort());
  });

  it.each(commands)('%s runs by its name', (command) => {
    expect(run(command, ['--help'])).toContain(`${command} `);
  });
});
