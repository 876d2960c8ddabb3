import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon, { type Request } from 'autocannon';
import { median } from './median.ts';
import { benchNumber, benchScheme } from './registry-data.ts';
import type { Row } from './row.ts';
import { processorTime, type Running, residentMemory, startBareSite, startBenchSite } from './site-process.ts';
import { type Asked, asked, post } from './site-requests.ts';
import { steadyLoad } from './steady-load.ts';

const CONNECTIONS = 16;
/** The site and the bare site take turns so often, and the middle of each is told: the machine is not ours alone. */
const ROUNDS = 3;
const ROUND_SECONDS = 1.5;
/** What the measuring process can ask evenly without being the bottleneck itself. */
const MAX_STEADY = 4000;

/** The site's figures on 30,000 providers and 100,000 certificates, beside a bare Express and EJS in the same run. */
export async function benchSite(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-bench-site-'));
  const running: Running[] = [];
  try {
    const site = await startBenchSite(folder, { TRUST_PROXY: '127.0.0.1/32' });
    running.push(site);
    const bare = await startBareSite(folder, await oneAnswer(site.url));
    running.push(bare);
    return [
      { name: 'site: start with 30,000 providers and 100,000 certificates', value: site.startup, unit: 'ms' },
      ...(await rates(site, bare)),
      ...(await stalls(site.url)),
      { name: 'site: memory after all of this', value: residentMemory(site), unit: 'MB resident' },
    ];
  } finally {
    for (const one of running) one.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

const claim = { claims: [{ scheme: benchScheme(3), number: benchNumber(3) }] };

/** What the bare JSON route answers: the same as the site to one claim. */
async function oneAnswer(site: string): Promise<string> {
  const { path, method, headers, body } = post('/api/v1/verifications', claim);
  const answer = await fetch(site + path, {
    method: method as string,
    headers: headers as Record<string, string>,
    body: body as string,
  });
  if (answer.status !== 200) throw new Error(`benchSite: a claim was answered with ${answer.status}`);
  return answer.text();
}

const jsonRequest: Request = post('/json', claim);
/** Answers whose mean size the bare page is given. */
const SAMPLED = 8;

/** What the bare site is asked beside a row: for a page, one of the same size. */
async function besideOf(site: string, { peer, requests }: Asked): Promise<{ request: Request; bytes: number | null }> {
  if (peer === 'json') return { request: jsonRequest, bytes: null };
  const sizes = [];
  for (let n = 0; n < SAMPLED; n++) {
    const asked = requests[n % requests.length]!;
    const { path, method, headers, body } =
      typeof asked.setupRequest === 'function' ? asked.setupRequest(asked, {}) : asked;
    const init = { ...(method && { method }), ...(body && { body: String(body) }) };
    const answer = await fetch(site + path, {
      ...init,
      headers: { ...(headers as object), 'accept-encoding': 'identity' },
    });
    sizes.push((await answer.arrayBuffer()).byteLength);
  }
  const bytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / SAMPLED);
  return { request: { path: `/page/${bytes}` }, bytes };
}

async function rates(site: Running, bare: Running): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of asked) {
    const { name, requests, target } = one;
    const { request: bareRequest, bytes } = await besideOf(site.url, one);
    await load(site, requests, { duration: 1 });
    await load(bare, [bareRequest], { duration: 0.5 });
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      const beside = await load(bare, [bareRequest], { duration: ROUND_SECONDS });
      rounds.push({ beside, own: await load(site, requests, { duration: ROUND_SECONDS }) });
    }
    const value = median(rounds.map(({ own }) => own.perSecond));
    const peerValue = median(rounds.map(({ beside }) => beside.perSecond));
    const failed = rounds.reduce((sum, { own }) => sum + own.failed, 0);
    const note = [target && `target ${target}`, failed > 0 && `${failed} answers were not 2xx`]
      .filter(Boolean)
      .join('; ');
    const peer =
      bytes === null ? 'bare Express JSON route' : `bare Express and EJS page of ${(bytes / 1000).toFixed(1)} kB`;
    // Other programs on the machine take from the rates of the two what they please; from this, little.
    rows.push({
      name: `site: ${name}, processor time of a request`,
      value: median(rounds.map(({ own }) => own.microseconds)),
      unit: 'µs',
      peer,
      peerValue: median(rounds.map(({ beside }) => beside.microseconds)),
      note: `bare to own × ${median(rounds.map(({ beside, own }) => beside.microseconds / own.microseconds)).toFixed(2)}`,
    });
    rows.push({
      name: `site: ${name}`,
      value,
      unit: 'requests/s',
      peer,
      peerValue,
      ratio: value / peerValue,
      ...(note && { note }),
    });
    const perSecond = Math.max(1, Math.min(MAX_STEADY, Math.floor(value / 2)));
    const steady = [];
    for (let round = 0; round < ROUNDS; round++) {
      steady.push(await steadyLoad(site.url, requests, { perSecond, seconds: ROUND_SECONDS }));
    }
    const unanswered = steady.reduce((sum, { failed }) => sum + failed, 0);
    rows.push({
      name: `site: ${name}, p99 at ${perSecond === MAX_STEADY ? 'a steady' : 'half of that rate, a steady'} ${perSecond.toLocaleString('en')}/s`,
      value: median(steady.map(({ p99 }) => p99)),
      unit: 'ms',
      note: ['target 50', unanswered > 0 && `${unanswered} failed`].filter(Boolean).join('; '),
    });
  }
  return rows;
}

async function load(server: Running, requests: readonly Request[], how: { duration: number }) {
  const before = processorTime(server);
  const result = await autocannon({ url: server.url, requests: [...requests], connections: CONNECTIONS, ...how });
  return {
    perSecond: result['2xx'] / result.duration,
    microseconds: ((processorTime(server) - before) * 1000) / result.requests.total,
    failed: result.non2xx + result.errors,
  };
}

/** How long a small request waits at most while ten thousand claims are judged beside it. */
async function stalls(site: string): Promise<Row[]> {
  const claims = Array.from({ length: 10_000 }, (_, n) => ({ scheme: benchScheme(n), number: `${benchNumber(n)}X` }));
  const body = JSON.stringify({ claims });
  let done = false;
  const before = performance.now();
  const large = fetch(`${site}/api/v1/verifications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
    .then((answer) => answer.arrayBuffer())
    .then(() => {
      done = true;
      return performance.now() - before;
    });
  const waits: number[] = [];
  while (!done) {
    const asked = performance.now();
    await (await fetch(`${site}/api/v1/catalogue/4.6.1`)).arrayBuffer();
    waits.push(performance.now() - asked);
  }
  waits.sort((a, b) => a - b);
  return [
    { name: 'site: 10,000 unknown numbers in one request', value: await large, unit: 'ms' },
    {
      name: 'site: longest wait of a small request beside it',
      value: waits.at(-1)!,
      unit: 'ms',
      note: `of ${waits.length}`,
    },
  ];
}
