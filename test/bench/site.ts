import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openRegister } from '@aipower/registry';
import autocannon, { type Request } from 'autocannon';
import { benchCities, benchList, benchNumber, benchScheme, benchUbn } from './registry-data.ts';
import type { Row } from './row.ts';

const SECONDS = 4;
const CONNECTIONS = 16;
const root = resolve(import.meta.dirname, '../..');

/** The site's figures on 30,000 providers and 100,000 certificates, beside a bare Express and EJS in the same run. */
export async function benchSite(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aipower-bench-site-'));
  const running: ChildProcess[] = [];
  try {
    const database = join(folder, 'register.db');
    const register = await openRegister(database, { refreshEvery: 0 });
    await register.importList(benchList(), { seenOn: '2026-11-01', recordedAt: '2026-11-01T00:00:00Z', by: 'bench' });
    await register.close();
    const started = performance.now();
    const site = await start(['start.mjs'], join(root, 'apps/site'), join(folder, 'site.log'), {
      DATABASE_URL: database,
      PORT: '0',
      RATE_LIMIT_PER_MINUTE: '1000000',
      REGISTER_MAX_AGE_DAYS: '3660',
    });
    running.push(site.process);
    const startup = performance.now() - started;
    const bare = await start(
      [join(import.meta.dirname, 'bare-site.ts')],
      import.meta.dirname,
      join(folder, 'bare.log'),
      {},
    );
    running.push(bare.process);
    return [
      { name: 'site: start with 30,000 providers and 100,000 certificates', value: startup, unit: 'ms' },
      ...(await rates(site.url, bare.url)),
      ...(await stalls(site.url)),
      { name: 'site: memory after all of this', value: memory(site.process), unit: 'MB resident' },
    ];
  } finally {
    for (const one of running) one.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Asked {
  readonly name: string;
  readonly requests: readonly Request[];
  readonly peer: 'page' | 'json';
  readonly target?: number;
}

const post = (path: string, body: unknown): Request => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const form = (path: string, fields: Record<string, string>): Request => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});
const several = <T>(make: (n: number) => T) => Array.from({ length: 50 }, (_, n) => make(n * 601));
/**
 * One request that asks for another address each time, whichever connection sends it, so that no answer can come from
 * the kept pages. The addresses are mixed; when they run out, the figure would not be what its row says, and the bench
 * stops.
 */
function firstVisits(addresses: readonly string[]): Request[] {
  const STRIDE = 7919; // a prime that divides no length used here: every address has its turn
  let visits = 0;
  const setupRequest = (request: Request): Request => {
    if (visits >= addresses.length) throw new Error(`benchSite: all ${addresses.length} addresses were asked`);
    return { ...request, path: addresses[(visits++ * STRIDE) % addresses.length]! };
  };
  return [{ setupRequest }];
}
const inBothLanguages = (paths: readonly string[]) => [...paths, ...paths.map((path) => `/en${path}`)];
/** Every page of the list in every order, whole and by scheme and city; benchList deals both out evenly. */
function listAddresses(): string[] {
  const filters = [
    { query: '', parts: 1 },
    ...Array.from({ length: 5 }, (_, n) => ({ query: `&scheme=${benchScheme(n)}`, parts: 5 })),
    ...benchCities.map((city) => ({ query: `&city=${encodeURIComponent(city)}`, parts: benchCities.length })),
  ];
  return ['name', 'ubn', 'newest', 'expiring'].flatMap((sort) =>
    filters.flatMap(({ query, parts }) =>
      Array.from({ length: 30_000 / parts / 25 }, (_, n) => `/providers?sort=${sort}${query}&page=${n + 1}`),
    ),
  );
}

const asked: readonly Asked[] = [
  {
    name: 'list of providers, page',
    requests: several((n) => ({ path: `/providers?item=${['4.2.1', '4.9.2', '1.1.1'][n % 3]}&page=${1 + (n % 15)}` })),
    peer: 'page',
    target: 0.5,
  },
  {
    name: 'list of providers, page, each asked for the first time',
    requests: firstVisits(inBothLanguages(listAddresses())),
    peer: 'page',
  },
  {
    name: 'search of providers, page',
    requests: several((n) => ({ path: `/providers?q=${encodeURIComponent(`宏達${n % 9}`)}` })),
    peer: 'page',
  },
  {
    name: 'provider, page',
    requests: several((n) => ({ path: `/providers/${benchUbn(n)}` })),
    peer: 'page',
    target: 0.5,
  },
  {
    name: 'provider, page, each asked for the first time',
    requests: firstVisits(inBothLanguages(Array.from({ length: 30_000 }, (_, n) => `/providers/${benchUbn(n)}`))),
    peer: 'page',
  },
  { name: 'catalogue item, page', requests: [{ path: '/catalogue/4.2.1' }], peer: 'page' },
  {
    name: 'verification, page',
    requests: several((n) => ({
      path: `/verify?scheme=${benchScheme(n)}&number=${encodeURIComponent(benchNumber(n))}`,
    })),
    peer: 'page',
  },
  {
    name: 'verification of one claim, API',
    requests: several((n) =>
      post('/api/v1/verifications', { claims: [{ scheme: benchScheme(n), number: benchNumber(n) }] }),
    ),
    peer: 'json',
    target: 0.7,
  },
  { name: 'provider, API', requests: several((n) => ({ path: `/api/v1/providers/${benchUbn(n)}` })), peer: 'json' },
  {
    name: 'match of a sentence, API',
    requests: ['用相機自動找出面板上的刮傷與污點', '銀行客服問答系統', '預測工廠設備什麼時候會壞'].map((text) =>
      post('/api/v1/matches/capabilities', { text, limit: 3 }),
    ),
    peer: 'json',
  },
  {
    name: 'pre-check, page',
    requests: [form('/precheck/result', { category: 'inference', ubn: benchUbn(7), text: '銀行客服問答系統' })],
    peer: 'page',
  },
];

async function rates(site: string, bare: string): Promise<Row[]> {
  const bareRates = {
    page: await rate(bare, [{ path: '/page' }]),
    json: await rate(bare, [post('/json', { claims: [{ scheme: 'ai', number: '示範' }] })]),
  };
  const rows: Row[] = [
    { name: 'bare Express and EJS page', value: bareRates.page.perSecond, unit: 'requests/s' },
    { name: 'bare Express JSON route', value: bareRates.json.perSecond, unit: 'requests/s' },
  ];
  for (const { name, requests, peer, target } of asked) {
    const { perSecond, failed } = await rate(site, requests);
    const peerValue = bareRates[peer].perSecond;
    const note = [target && `target ${target}`, failed > 0 && `${failed} answers were not 2xx`]
      .filter(Boolean)
      .join('; ');
    rows.push({
      name: `site: ${name}`,
      value: perSecond,
      unit: 'requests/s',
      peer: `bare ${peer}`,
      peerValue,
      ratio: perSecond / peerValue,
      ...(note && { note }),
    });
    const { p99 } = await rate(site, requests, { overallRate: Math.max(1, Math.floor(perSecond / 2)) });
    rows.push({ name: `site: ${name}, p99 at half of that rate`, value: p99, unit: 'ms', note: 'target 50' });
  }
  return rows;
}

async function rate(url: string, requests: readonly Request[], { overallRate }: { overallRate?: number } = {}) {
  const options = { url, requests: [...requests], connections: CONNECTIONS, duration: SECONDS };
  if (overallRate === undefined) await autocannon({ ...options, duration: 1 });
  const result = await autocannon({ ...options, ...(overallRate !== undefined && { overallRate }) });
  return { perSecond: result.requests.average, p99: result.latency.p99, failed: result.non2xx + result.errors };
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

async function start(args: readonly string[], cwd: string, log: string, env: Record<string, string>) {
  // To a file and not to a pipe: reading a log must not cost the measuring process anything.
  const out = openSync(log, 'w');
  const child = spawn(process.execPath, ['--conditions=aipower:source', ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', out, 'inherit'],
  });
  for (;;) {
    const url = /aipower is ready: (http:\/\/[^"\s]+)/.exec(readFileSync(log, 'utf8'))?.[1];
    if (url) return { process: child, url };
    if (child.exitCode !== null) throw new Error(`benchSite: ${args[0]} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function memory({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
