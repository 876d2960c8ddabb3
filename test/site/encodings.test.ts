import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { apiTopics } from '@aipower/site/api/reference/topics';
import { isCacheable, pageNames, pages } from '@aipower/site/page/pages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSite, startSite } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite('sample');
});
afterAll(() => site.stop());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** Asks as given: fetch would decode what it gets. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(site.url + path, { headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, bytes: Buffer.concat(chunks) }));
    });
    sent.on('error', reject).end();
  });
}

const decoded = ({ headers, bytes }: Answer): string => {
  const coding = headers['content-encoding'];
  return String(coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes);
};

describe('what was asked for', () => {
  test.each(['/', '/search?q=AOI', '/api/v1/openapi.json', '/feed.atom', '/sitemaps/pages.xml'])(
    '%s comes compressed as the client accepts it, and says the same',
    async (path) => {
      const plain = await ask(path);
      expect(plain.headers['content-encoding']).toBeUndefined();
      for (const coding of ['br', 'gzip']) {
        // The third visitor gets a page that was kept and compressed once.
        for (let n = 0; n < 3; n++) {
          const answer = await ask(path, { 'accept-encoding': coding });
          expect(answer.headers['content-encoding'], `${path} ${coding}`).toBe(coding);
          expect(answer.headers['vary']).toMatch(/accept-encoding/i);
          expect(decoded(answer)).toBe(String(plain.bytes));
        }
      }
      expect((await ask(path, { 'accept-encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe('gzip');
      expect((await ask(path, { 'accept-encoding': 'zstd' })).headers['content-encoding']).toBeUndefined();
    },
  );

  test('nothing is compressed for somebody who is logged in, nor what sets a cookie; desks forbid it to proxies too', async () => {
    const cookie = await ask('/search?q=AOI', { 'accept-encoding': 'br', cookie: 'x=1' });
    expect(cookie.headers['content-encoding']).toBeUndefined();
    const login = await ask('/apply/login', { 'accept-encoding': 'br' });
    expect(login.headers['content-encoding']).toBeUndefined();
    expect(login.headers['cache-control']).toBe('private, no-cache, no-transform');
  });
});

describe('what caches in between may do', () => {
  test('public pages for half a minute, by an ETag of revision and day; pages with something typed never', async () => {
    const shared = await ask('/providers?state=valid');
    expect(shared.headers['cache-control']).toBe('public, max-age=0, s-maxage=30, stale-while-revalidate=30');
    expect(shared.headers['etag']).toMatch(/^W\/"r1-20261122-/);
    const again = await ask('/providers?state=valid', {
      'if-none-match': String(shared.headers['etag']),
      'accept-encoding': 'br',
    });
    expect(again.status).toBe(304);
    expect(again.headers['content-encoding']).toBeUndefined();
    for (const typed of [
      '/providers?q=x',
      '/search?q=x',
      '/verify?number=1',
      '/programme?amount=3',
      '/programme?ends=115/12/31',
      '/precheck',
    ])
      expect((await ask(typed)).headers['cache-control'], typed).toMatch(/^private/);
  });
});

/** Compressed HTML and style sheets, in bytes; what explains a whole group of operations may be longer. */
const limit = (path: string) => (path.startsWith('/api/') ? 40 * 1024 : 20_000);

test('no page with its style sheet is larger on the wire than it may be, and each names itself in both languages', async () => {
  const br = { 'accept-encoding': 'br' };
  const sizes = new Map<string, number>();
  const sizeOf = async (file: string) => {
    if (!sizes.has(file)) sizes.set(file, (await ask(file, br)).bytes.length);
    return sizes.get(file)!;
  };
  const described = new Map<string, string>();
  const plain = pageNames.map((name) => pages[name]).filter((page) => page.sitemap === true);
  const others = ['/catalogue/4.6.1', '/providers/00000032', '/programme/115', '/programme/forms/training'];
  const besides = [
    '/programme/source?page=2',
    '/programme/source?page=3',
    '/search',
    '/verify/sheet',
    '/problems/not-found',
    ...apiTopics.map((topic) => `/api/reference/${topic}`),
  ];
  for (const path of [...plain.map((page) => page.path), ...others, ...besides]) {
    for (const address of [path, path === '/' ? '/en' : `/en${path}`]) {
      const answer = await ask(address, br);
      const html = decoded(answer);
      const { 'cache-control': caching, etag } = answer.headers;
      if (isCacheable(address)) {
        expect(caching, address).toMatch(/^public, max-age=0, s-maxage=\d+, stale-while-revalidate=\d+$/);
        expect(etag, address).toMatch(/^W\/"r\d+-20261122-/);
      } else expect(caching, address).toMatch(/^private, no-cache/);
      let css = 0;
      for (const [file] of html.matchAll(/\/public\/\w+\.css\?v=[^"]+/g)) css += await sizeOf(file);
      const most = limit(path);
      // A kept page is compressed as well as it can be after its first visitors, beside other work.
      await expect
        .poll(async () => (await ask(address, br)).bytes.length + css, { message: address })
        .toBeLessThanOrEqual(most);
      const description = /<meta name="description" content="([^"]+)">/.exec(html)?.[1] ?? '';
      expect(description.length, address).toBeGreaterThan(10);
      if (!path.startsWith('/programme')) expect(described.get(description), address).toBeUndefined();
      described.set(description, address);
      const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="(http[^"]+)">/g)];
      expect(alternates.map(([, tag]) => tag)).toEqual(['zh-Hant-TW', 'en', 'x-default']);
    }
  }
});

test('nothing that is not the same for everybody may be kept in between, whatever it answers', async () => {
  const own = pageNames.map((name) => pages[name]).filter(({ cacheable }) => cacheable === false);
  expect(own.length).toBeGreaterThan(40);
  for (const { path } of own) {
    const { headers } = await ask(path.replace(/:\w+/g, '115'));
    expect(headers['cache-control'] ?? 'none', path).not.toMatch(/public|s-maxage/);
  }
});

test('the maps say since when pages have said what they say', async () => {
  const map = decoded(await ask('/sitemaps/providers-1.xml'));
  const days = [...map.matchAll(/<lastmod>(\d{4}-\d{2}-\d{2})<\/lastmod>/g)].map(([, day]) => day!);
  expect(days.length).toBe((map.match(/<url>/g) ?? []).length);
  expect(days.every((day) => day <= '2026-11-22')).toBe(true);
});
