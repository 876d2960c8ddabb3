import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { benchList, benchNumber, benchScheme } from './registry-data.ts';
import type { Row } from './row.ts';
import { type Running, startBenchSite } from './site-process.ts';

const NAMES = 10_000;
/** What the site takes at once; OpenRefine sends ten. */
const BATCH = 500;
const CALLS = 500;

/** The register in other people's tools: 10,000 names in batches beside one by one, and the calls of an agent. */
export async function benchTools(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-bench-tools-'));
  let site: Running | undefined;
  try {
    site = await startBenchSite(folder);
    return [...(await reconciliation(site.url)), ...(await toolCalls(site.url))];
  } finally {
    site?.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names of the made-up list, each third one written shorter, as people keep them. */
function names(): string[] {
  const rows = parse(Buffer.from(benchList(NAMES, NAMES).bytes), { columns: true }) as { name: string }[];
  return rows.map(({ name }, n) => (n % 3 === 0 ? name.replace('股份有限公司', '(股)公司') : name));
}

async function reconciliation(url: string): Promise<Row[]> {
  const all = names();
  const ask = async (part: readonly string[]): Promise<number> => {
    const queries = Object.fromEntries(part.map((query, n) => [`q${n}`, { query, type: 'firm', limit: 3 }]));
    const body = new URLSearchParams({ queries: JSON.stringify(queries) });
    const answer = await fetch(`${url}/reconcile`, { method: 'POST', body });
    if (answer.status !== 200) throw new Error(`benchTools: /reconcile answered ${answer.status}`);
    const results = Object.values((await answer.json()) as Record<string, { result: { match: boolean }[] }>);
    return results.filter(({ result }) => result[0]?.match).length;
  };
  const timed = async (size: number): Promise<{ seconds: number; matched: number }> => {
    const started = performance.now();
    let matched = 0;
    for (let from = 0; from < all.length; from += size) matched += await ask(all.slice(from, from + size));
    return { seconds: (performance.now() - started) / 1000, matched };
  };
  await ask(all.slice(0, BATCH));
  const [batches, tens, single] = [await timed(BATCH), await timed(10), await timed(1)];
  const row = (how: string, { seconds, matched }: typeof batches): Row => ({
    name: `reconciliation: 10,000 names, ${how}`,
    value: seconds,
    unit: 's',
    peer: 'one by one',
    peerValue: single.seconds,
    ratio: seconds / single.seconds,
    note: `${matched.toLocaleString('en')} matched`,
  });
  return [row(`${BATCH} at once`, batches), row('ten at once, as OpenRefine asks', tens)];
}

async function toolCalls(url: string): Promise<Row[]> {
  const questions: readonly (readonly [string, (n: number) => object])[] = [
    ['search_catalogue', (n) => ({ q: ['瑕疵檢測', '聊天機器人', 'RAG', '語音辨識'][n % 4] })],
    ['verify_certificate', (n) => ({ scheme: benchScheme(n), number: benchNumber(n) })],
    ['search_providers', (n) => ({ q: `示範宏達信${n}` })],
  ];
  const rows: Row[] = [];
  for (const [name, given] of questions) {
    const waits: number[] = [];
    for (let n = 0; n < CALLS; n++) {
      const asked = performance.now();
      const answer = await fetch(`${url}/mcp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: JSON.stringify({
          ...{ jsonrpc: '2.0', id: n, method: 'tools/call' },
          params: { name, arguments: given(n * 601) },
        }),
      });
      const text = await answer.text();
      if (answer.status !== 200 || !text.includes('structuredContent')) throw new Error(`benchTools: ${name}: ${text}`);
      waits.push(performance.now() - asked);
    }
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.floor(CALLS * share)]!;
    rows.push({ name: `tool call ${name}, p95`, value: at(0.95), unit: 'ms', note: `median ${at(0.5).toFixed(2)} ms` });
  }
  return rows;
}
