import type { Request } from 'autocannon';
import { benchCities, benchNumber, benchScheme, benchUbn } from './registry-data.ts';

/** What the site is asked under load, and what stands beside it. */
export interface Asked {
  readonly name: string;
  readonly requests: readonly Request[];
  readonly peer: 'page' | 'json';
  readonly target?: number;
}

export const post = (path: string, body: unknown): Request => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
export const form = (path: string, fields: Record<string, string>): Request => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});
export const several = <T>(make: (n: number) => T) => Array.from({ length: 50 }, (_, n) => make(n * 601));
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
/**
 * A request that comes from another of many clients each time, as a trusted proxy says it: of one client, the site assesses
 * one applicant at a time and refuses what waits beyond four.
 */
function fromManyClients(request: Request): Request[] {
  const CLIENTS = 250;
  let sent = 0;
  const setupRequest = (one: Request): Request => ({
    ...one,
    headers: { ...one.headers, 'x-forwarded-for': `198.51.100.${1 + (sent++ % CLIENTS)}` },
  });
  return [{ ...request, setupRequest }];
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

export const asked: readonly Asked[] = [
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
    target: 0.5,
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
    target: 0.5,
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
    requests: fromManyClients(
      form('/precheck/result', { category: 'inference', ubn: benchUbn(7), text: '銀行客服問答系統' }),
    ),
    peer: 'page',
  },
];
