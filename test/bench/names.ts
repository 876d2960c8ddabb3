/** How fast and in how much memory a name is found, among 3,000, 120,000 and 1,500,000 fictional firms. */
import { companyIndex, matchCompany } from '@aipower/matcher';
import Fuse from 'fuse.js';
import { fictionalFirms, seededRandom } from './fictional-firms.ts';
import type { Row } from './row.ts';

const sizes = [3_000, 120_000, 1_500_000];
const firmsAsked = 300;
/** Fuse.js compares with every name, so that it is only asked where that takes no minutes. */
const peerSize = 3_000;
const peerQueries = 100;

const form = /(股份有限公司|有限公司|企業社|工作室|商行|實業社)$/;

/** For each of some firms: its name; without form; with a label and a seal; one character wrong in either part; the special name alone. */
function queriesFor(names: readonly string[]): string[] {
  const random = seededRandom(7);
  return names.flatMap((name) => {
    const core = name.replace(form, '');
    const [front, back] = [Math.floor(random() * 2), core.length - 1];
    return [
      name,
      core,
      `公司名稱：${name}（蓋章）`,
      `${name.slice(0, front)}鑰${name.slice(front + 1)}`,
      `${core.slice(0, back)}枝${name.slice(core.length)}`,
      name.slice(0, 2),
    ];
  });
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function timed(queries: readonly string[], ask: (query: string) => unknown): number[] {
  for (const query of queries.slice(0, 100)) ask(query);
  return queries.map((query) => {
    const start = performance.now();
    ask(query);
    return performance.now() - start;
  });
}

export async function benchNames(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const step = Math.floor(size / firmsAsked);
    const names: string[] = [];
    let place = 0;
    for (const { name } of fictionalFirms(size)) if (place++ % step === 0) names.push(name);
    const start = performance.now();
    const index = companyIndex(fictionalFirms(size));
    const seconds = (performance.now() - start) / 1000;
    const queries = queriesFor(names);
    const times = timed(queries, (query) => matchCompany(index, { name: query }));
    const label = `names, ${size.toLocaleString('en')} firms`;
    const peer = size === peerSize ? fusePeer(size, queries.slice(0, peerQueries)) : undefined;
    const p95 = percentile(times, 0.95);
    rows.push(
      {
        name: `${label}: one query, p95`,
        value: p95,
        unit: 'ms',
        ...(peer && { ...peer, ratio: p95 / peer.peerValue }),
      },
      { name: `${label}: one query, p50`, value: percentile(times, 0.5), unit: 'ms' },
      { name: `${label}: index built`, value: seconds, unit: 's', note: 'with making the firms up' },
      { name: `${label}: index`, value: index.bytes / 1e6, unit: 'MB' },
    );
  }
  return rows;
}

function fusePeer(size: number, queries: readonly string[]): { peer: string; peerValue: number } {
  const fuse = new Fuse(
    [...fictionalFirms(size)].map(({ name }) => name),
    { threshold: 0.4, ignoreLocation: true },
  );
  return {
    peer: 'fuse.js',
    peerValue: percentile(
      timed(queries, (query) => fuse.search(query, { limit: 5 })),
      0.95,
    ),
  };
}
