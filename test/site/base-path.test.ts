import { readConfig } from '@aipower/site/config';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linksOf, type RunningSite, startSite } from './start-site.ts';

const origin = 'https://register.example.tw/aipower';
let site: RunningSite;
beforeAll(async () => {
  site = await startSite({ env: { PUBLIC_ORIGIN: origin } });
});
afterAll(() => site.stop());

const html = async (path: string, init?: RequestInit) => (await site.get(path, init)).text();

describe('a site under a path', () => {
  test.each([
    '/',
    '/en',
    '/providers',
    '/providers/00000005',
    '/catalogue/4.6.1',
    '/verify',
    '/precheck',
    '/programme',
    '/api',
    '/about',
    '/apply/login',
    '/nowhere',
  ])('%s leads nowhere outside of it', async (path) => {
    const text = await html(path);
    const addresses = [...text.matchAll(/\s(?:href|src|action|formaction|data-suggest|data-challenge)="([^"]*)"/g)].map(
      ([, one]) => one!,
    );
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((one) => one.startsWith('/') && !one.startsWith('/aipower/'))).toEqual([]);
    expect(text).not.toContain('/aipower/aipower');
    expect(text).toContain(`<link rel="canonical" href="${origin}/`);
  });

  test('is reached with the path and, behind a proxy that takes it off, without', async () => {
    const links = linksOf(await html('/aipower/providers')).filter((one) => one.startsWith('/aipower/providers/'));
    expect(links.length).toBeGreaterThan(5);
    expect((await site.get(links[0]!)).status).toBe(200);
    expect((await site.get(links[0]!.replace('/aipower', ''))).status).toBe(200);
    expect((await site.get('/aipower')).status).toBe(200);
    expect((await site.get('/aipowerful')).status).toBe(404);
    const sheet = /\/aipower\/public\/site\.css[^"]*/.exec(await html('/'))![0];
    expect((await site.get(sheet)).status).toBe(200);
  });

  test('redirects, suggestions, feeds, maps and the API stay under it', async () => {
    expect((await site.get('/search?q=00000005')).headers.get('location')).toBe('/aipower/providers/00000005');
    const { options } = (await (await site.get('/search/suggest?q=4.6')).json()) as { options: { href: string }[] };
    expect(options.length).toBeGreaterThan(0);
    expect(options.every(({ href }) => href.startsWith('/aipower/'))).toBe(true);
    const [feed, map, robots, openapi] = await Promise.all(
      ['/feed.atom', '/sitemaps/providers-1.xml', '/robots.txt', '/api/v1/openapi.json'].map((path) => html(path)),
    );
    for (const text of [feed, map]) {
      const own = [...text!.matchAll(/https:\/\/register\.example\.tw([^"<]*)/g)].map(([, rest]) => rest!);
      expect(own.length).toBeGreaterThan(10);
      expect(own.filter((rest) => !rest.startsWith('/aipower'))).toEqual([]);
    }
    expect(robots).toContain('Disallow: /aipower/api/v1/');
    expect(JSON.parse(openapi!)).toMatchObject({ servers: [{ url: `${origin}/api/v1` }] });
  });
});

describe('the public address', () => {
  const read = (PUBLIC_ORIGIN: string) => () => readConfig({ PUBLIC_ORIGIN });
  test.each(['https://a.tw', 'https://a.tw/aipower', 'http://a.tw:8080/one/two'])('%s is taken', (value) => {
    expect(read(value)()).toMatchObject({ PUBLIC_ORIGIN: value });
  });
  test.each(['https://a.tw/', 'https://a.tw/x/', 'https://a.tw/x?y=1', 'https://a.tw/../x', 'ftp://a.tw', 'a.tw'])(
    '%s is refused',
    (value) => {
      expect(read(value)).toThrow(/PUBLIC_ORIGIN is/);
    },
  );
});
