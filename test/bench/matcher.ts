import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { capabilityIndex, cataloguePassages, matchCapabilities } from '@aipower/matcher';
import { build } from 'esbuild';
import { type MatchingCase, matchingCases } from '../eval/matching-cases.ts';
import { engines, type SearchEngine } from './matcher-peers.ts';
import { median } from './median.ts';
import type { Row } from './row.ts';

const test = fileURLToPath(new URL('../', import.meta.url));

/**
 * The figures of text → items: import, index, time a text by length, and four search libraries on the same short queries over the same
 * passages of the catalogue. Speed alone says little, so each engine's share of right first answers stands in its note.
 */
export async function benchMatcher(): Promise<Row[]> {
  const cases = matchingCases();
  const short = cases.filter(({ file }) => file === 'short');
  const long = cases.filter(({ file }) => file === 'long').map(({ query }) => query);
  return [...(await loading()), ...(await onQueries(short)), ...byLength(long.join('\n'))];
}

async function loading(): Promise<Row[]> {
  const { outputFiles } = await build({
    stdin: { contents: "export { matchCapabilities } from '@aipower/matcher'", resolveDir: test },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'node',
    conditions: ['aipower:source'],
  });
  const size = gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1000;
  return [
    { name: 'matchCapabilities: bundle with catalogue and tables', value: size, unit: 'KB gzipped' },
    { name: 'matcher: import', value: inFreshProcess(''), unit: 'ms', note: 'from source, type stripping included' },
    {
      name: 'capabilityIndex: first build',
      value: inFreshProcess('const t = performance.now(); m.capabilityIndex(); console.log(performance.now() - t);'),
      unit: 'ms',
      note: 'fresh process, median of 7',
    },
    {
      name: 'capabilityIndex: later builds',
      value: median(times(7, () => capabilityIndex({ passages: cataloguePassages() }))),
      unit: 'ms',
    },
  ];
}

/** Time of the import, or what the script prints after it. */
function inFreshProcess(script: string): number {
  const start = "const s = performance.now(); const m = await import('@aipower/matcher');";
  const code = `${start} ${script || 'console.log(performance.now() - s);'}`;
  const args = ['--conditions=aipower:source', '--input-type=module', '--eval', code];
  return median(
    Array.from({ length: 7 }, () => Number(execFileSync(process.execPath, args, { cwd: test, encoding: 'utf8' }))),
  );
}

async function onQueries(cases: readonly MatchingCase[]): Promise<Row[]> {
  const ours: SearchEngine = {
    name: 'matchCapabilities',
    first: (query) => matchCapabilities(query).matches[0]?.code,
  };
  const rows: Row[] = [];
  const measure = async ({ name, first }: SearchEngine) => {
    for (const { query } of cases.slice(0, 50)) await first(query);
    let right = 0;
    const taken: number[] = [];
    for (const { query, gold } of cases) {
      const start = performance.now();
      const code = await first(query);
      taken.push(performance.now() - start);
      if (gold.some((wanted) => wanted.code === code && wanted.grade >= 2)) right += 1;
    }
    return { name, p95: quantile(taken, 0.95), hit1: right / cases.length };
  };
  const own = await measure(ours);
  rows.push({
    name: 'short query',
    value: own.p95,
    unit: 'ms p95',
    note: `hit@1 ${own.hit1.toFixed(3)}, ${cases.length} queries`,
  });
  for (const engine of await engines()) {
    const peer = await measure(engine);
    rows.push({
      name: 'short query',
      value: own.p95,
      unit: 'ms p95',
      peer: peer.name,
      peerValue: peer.p95,
      ratio: own.p95 / peer.p95,
      note: `hit@1 ${own.hit1.toFixed(3)} against ${peer.hit1.toFixed(3)}`,
    });
  }
  return rows;
}

function byLength(text: string): Row[] {
  return [500, 2_000, 20_000].map((length) => {
    const windows = Array.from({ length: length > 5_000 ? 40 : 400 }, (_, i) => {
      const start = (i * 37) % Math.max(1, text.length - length);
      return text.slice(start, start + length);
    });
    for (const window of windows.slice(0, 30)) matchCapabilities(window);
    const taken = windows.map((window) => times(1, () => matchCapabilities(window))[0]!);
    return {
      name: `${length} characters`,
      value: quantile(taken, 0.95),
      unit: 'ms p95',
      note: `median ${median(taken).toFixed(2)} ms`,
    };
  });
}

function times(runs: number, action: () => unknown): number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
}

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
