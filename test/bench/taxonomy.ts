import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { getItem, type ItemCode, itemCodes, items, parentOf, parseCode } from '@aipower/taxonomy';
import { examples } from '@aipower/taxonomy/examples';
import { keywords } from '@aipower/taxonomy/keywords';
import { search } from '@aipower/taxonomy/search';
import { build } from 'esbuild';
import Fuse from 'fuse.js';
import type { Row } from './row.ts';

const test = fileURLToPath(new URL('../', import.meta.url));

/** The taxonomy's figures: size, start, lookup, search against fuse.js over titles alone, and the cost of its types. */
export async function benchTaxonomy(): Promise<Row[]> {
  return [...(await sizes()), ...(await importTimes()), ...lookups(), ...searchFigures(), typeCheck()];
}

async function sizes(): Promise<Row[]> {
  const measured = ['', '/codes', '/keywords', '/search'].map(async (entry): Promise<Row> => {
    const value = gzipSync(await bundle(entry, true), { level: 9 }).length / 1000;
    return { name: `taxonomy${entry}: bundle`, value, unit: 'KB gzipped' };
  });
  return Promise.all(measured);
}

/** In a fresh process each time, as JavaScript: what a user of the packed package waits for. */
async function importTimes(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taxonomy-import-'));
  const rows: Row[] = [];
  for (const entry of ['', '/codes', '/search']) {
    const file = join(folder, `${entry.slice(1) || 'index'}.mjs`);
    writeFileSync(file, await bundle(entry, false));
    const script = `const t = performance.now(); await import('${file}'); console.log(performance.now() - t);`;
    const once = () =>
      Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
    const value = median(Array.from({ length: 7 }, once));
    rows.push({
      name: `taxonomy${entry}: import`,
      value,
      unit: 'ms',
      note: 'one JavaScript file, median of 7 processes',
    });
  }
  rmSync(folder, { recursive: true });
  return rows;
}

async function bundle(entry: string, minify: boolean): Promise<Uint8Array> {
  const stdin = { contents: `export * from '@aipower/taxonomy${entry}'`, resolveDir: test };
  const conditions = ['aipower:source'];
  const { outputFiles } = await build({ stdin, minify, conditions, bundle: true, write: false, format: 'esm' });
  return outputFiles[0]!.contents;
}

function lookups(): Row[] {
  const pasted = itemCodes.map((code) => ` ${code.replaceAll('.', '-')} ${getItem(code).title.zh}`);
  const perCall = (name: string, inputs: readonly string[], call: (input: string) => unknown): Row => {
    const rounds = Array.from({ length: 50 }, () => elapsed(() => inputs.forEach(call)) / inputs.length);
    return { name, value: median(rounds) * 1000, unit: 'µs' };
  };
  return [
    perCall('taxonomy: getItem', itemCodes, (code) => getItem(code as ItemCode)),
    perCall('taxonomy: parseCode, pasted with title', pasted, parseCode),
    perCall('taxonomy: parseCode, unknown code with nearest', ['4.6.9', '461', '5.1.1', '4.16'], parseCode),
  ];
}

/** What people would type: short example phrases. They are not in the index, neither whole nor in part. */
function phrases(): { query: string; code: ItemCode }[] {
  return itemCodes.flatMap((code) =>
    [
      ...examples[code].zh.filter((phrase) => phrase.length <= 12),
      ...examples[code].en.filter((phrase) => phrase.length <= 30),
    ].map((query) => ({ query, code })),
  );
}

/** One keyword of every fifth with one character lost, at a place that follows from its position. */
function typos(): { query: string; code: ItemCode }[] {
  return itemCodes.flatMap((code) =>
    [...keywords[code].zh, ...keywords[code].en]
      .filter((word, i) => i % 5 === 0 && word.length >= 5)
      .map((word, i) => ({
        query: word.slice(0, (i % (word.length - 2)) + 1) + word.slice((i % (word.length - 2)) + 2),
        code,
      })),
  );
}

function searchFigures(): Row[] {
  const [short, wrong] = [every(4, phrases()), every(10, typos())];
  const keystrokes = every(6, short).flatMap(({ query }) => [...query].map((_, i) => query.slice(0, i + 1)));
  const first: Row = {
    name: 'taxonomy/search: first call, builds the index',
    value: elapsed(() => search('暖身')),
    unit: 'ms',
  };
  const ours = (query: string) => search(query, { limit: 5 }).map((hit) => hit.code);
  const compared = Object.entries(peers()).flatMap(([peer, theirs]): Row[] => {
    const [mine, other] = [ours, theirs].map((find) => latencies(find, keystrokes)) as [number[], number[]];
    const row = (name: string, unit: string, note: string, value: number, peerValue: number): Row => {
      const ratio = peerValue === 0 ? {} : { ratio: value / peerValue };
      return { name: `taxonomy/search: ${name}`, value, unit, peer, peerValue, ...ratio, note };
    };
    const prefixes = `${keystrokes.length} prefixes of what is typed`;
    const found = [
      `${short.length} short example phrases, not indexed`,
      `${wrong.length} keywords less one character`,
    ] as const;
    return [
      row('keystroke, median', 'ms', prefixes, quantile(mine, 0.5), quantile(other, 0.5)),
      row('keystroke, 95 %', 'ms', prefixes, quantile(mine, 0.95), quantile(other, 0.95)),
      row('phrase, item among first 5', '%', found[0], hitRate(ours, short), hitRate(theirs, short)),
      row('typo, item among first 5', '%', found[1], hitRate(ours, wrong), hitRate(theirs, wrong)),
    ];
  });
  return [first, ...compared];
}

/** A sample, so that the slowest peer does not hold up the bench. */
function every<T>(step: number, cases: readonly T[]): T[] {
  return cases.filter((_, i) => i % step === 0);
}

type Find = (query: string) => ItemCode[];

/** fuse.js as one would set it up in five minutes: over the titles, and over titles and keywords. */
function peers(): Record<string, Find> {
  const peer = (rows: object[], keys: string[]): Find => {
    const fuse = new Fuse(rows as { code: ItemCode }[], { keys, ignoreLocation: true, threshold: 0.4 });
    return (query) => fuse.search(query, { limit: 5 }).map(({ item }) => item.code);
  };
  const titles = items.map(({ code, title }) => ({ code, ...title }));
  const all = items.map(({ code, title }) => ({ code, ...title, words: Object.values(keywords[code]).flat() }));
  return {
    'fuse.js over titles': peer(titles, ['zh', 'en']),
    'fuse.js over titles and keywords': peer(all, ['zh', 'en', 'words']),
  };
}

function latencies(find: Find, queries: readonly string[]): number[] {
  for (const query of queries.slice(0, 200)) find(query);
  return queries.map((query) => elapsed(() => find(query)));
}

/** Of how many queries is the item among the first five answers? In per cent. */
function hitRate(find: Find, cases: readonly { query: string; code: ItemCode }[]): number {
  return (100 * cases.filter(({ query, code }) => find(query).includes(code)).length) / cases.length;
}

/** What the literal types cost a project that uses them: the compiler's own check time, with and without. */
function typeCheck(): Row {
  const folder = mkdtempSync(join(tmpdir(), 'taxonomy-types-'));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2023',
    allowImportingTsExtensions: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] } }));
  const checkTime = (code: string) => {
    writeFileSync(join(folder, 'index.ts'), code);
    const args = ['-p', folder, '--extendedDiagnostics'];
    const output = execFileSync(join(test, '../node_modules/.bin/tsc'), args, { encoding: 'utf8' });
    return Number(/^Check time:\s+([\d.]+)s/m.exec(output)?.[1]) * 1000;
  };
  const calls = itemCodes.map((code) => `getItem('${code}').group satisfies '${parentOf(code)}';`);
  const index = join(test, '../packages/taxonomy/src/index.ts');
  const programs = ['export {};', `import { getItem } from '${index}';\n${calls.join('\n')}`];
  const [bare = 0, typed = 0] = programs.map((code) => median(Array.from({ length: 5 }, () => checkTime(code))));
  rmSync(folder, { recursive: true });
  const note = 'check time added to an empty project, median of 5';
  return { name: 'taxonomy: type check of 87 literal lookups', value: typed - bare, unit: 'ms', note };
}

function elapsed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
