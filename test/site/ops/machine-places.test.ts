import { getProgramme } from '@aipower/programme';
import { problemsDescribedOn } from '@aipower/site/problems/problem-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../api/contract.ts';
import { type RunningSite, startSite } from '../running-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite({
    PUBLIC_ORIGIN: 'https://register.example.tw',
    SECURITY_CONTACT: 'mailto:security@register.example.tw',
  });
});
afterAll(() => site.stop());

it('/.well-known/api-catalog is an RFC 9727 linkset', async () => {
  const { headers, json } = await ask(`${site.url}/.well-known/api-catalog`);
  expect(headers.get('content-type')).toBe(
    'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  );
  expect(headers.get('link')).toBe('<https://register.example.tw/.well-known/api-catalog>; rel="api-catalog"');
  const [api] = json.linkset;
  expect(api.anchor).toBe('https://register.example.tw/api/v1');
  for (const relation of ['service-desc', 'service-doc', 'service-meta', 'status']) {
    for (const { href } of api[relation]) {
      const answer = await ask(href.replace('https://register.example.tw', site.url));
      expect(answer.status, href).toBe(200);
    }
  }
});

it('/.well-known/security.txt has what RFC 9116 asks for', async () => {
  const { text, headers } = await ask(`${site.url}/.well-known/security.txt`);
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(text).toMatch(/^Contact: mailto:security@register\.example\.tw$/m);
  const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)![1]!);
  expect(expires).toBeGreaterThan(Date.parse('2026-07-15'));
  expect(expires).toBeLessThan(Date.parse('2027-07-15'));
});

describe('sitemap', () => {
  it('names every page once in each language, and all of them answer', async () => {
    const index = await ask(`${site.url}/sitemap.xml`);
    const maps = [...index.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!);
    expect(maps).toHaveLength(2);
    const addresses: string[] = [];
    const changed = new Map<string, string>();
    for (const map of maps) {
      const { text, headers } = await ask(map.replace('https://register.example.tw', site.url));
      for (const [, page, day] of text.matchAll(/<loc>https:\/\/[^/]+([^<]*)<\/loc><lastmod>([^<]+)/g))
        changed.set(page!, day!);
      expect(headers.get('content-type')).toMatch(/^application\/xml/);
      addresses.push(...[...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!));
    }
    expect(new Set(addresses).size).toBe(addresses.length);
    // A page of the programme turns on its own days, its text stands since it was first seen; problems are described by us.
    const { window } = getProgramme('115');
    expect(changed.get('/programme/notices')).toBe(window.seenOpenOn!.date);
    expect(changed.get('/en/programme/source')).toBe(window.seenOpenOn!.date);
    expect(changed.get('/programme')! >= window.seenOpenOn!.date).toBe(true);
    expect(changed.get('/programme/115')).toBe(changed.get('/programme'));
    expect(changed.get('/problems/not-found')).toBe(problemsDescribedOn);
    expect(addresses.filter((address) => address.includes('/providers/'))).toHaveLength(160);
    const broken: string[] = [];
    for (const address of addresses) {
      const { status } = await ask(address.replace('https://register.example.tw', site.url));
      if (status !== 200) broken.push(`${status} ${address}`);
    }
    expect(broken).toEqual([]);
  });

  it('robots.txt leads to it', async () => {
    const { text } = await ask(`${site.url}/robots.txt`);
    expect(text).toContain('Sitemap: https://register.example.tw/sitemap.xml');
  });
});

describe('linked data', () => {
  it.each([
    ['text/turtle', 200, 'text/turtle; charset=utf-8'],
    ['application/ld+json', 200, 'application/ld+json; charset=utf-8'],
    ['text/html', 303, '/catalogue/4.6.1'],
  ])('/catalogue/112/4.6.1 as %s', async (accept, status, expected) => {
    const answer = await ask(`${site.url}/catalogue/112/4.6.1`, { headers: { accept } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get(status === 303 ? 'location' : 'content-type')).toBe(expected);
    if (status === 200) expect(answer.text).toContain('https://register.example.tw/catalogue/112/4.6.1');
  });

  it('an identifier that is none is not found', async () => {
    expect((await ask(`${site.url}/catalogue/112/9.9.9`)).status).toBe(404);
  });
});

describe('feeds', () => {
  it.each(['/feed.atom', '/en/feed.atom', '/providers/00000254/feed.atom'])(
    '%s is Atom with unique ids',
    async (address) => {
      const { text, headers, status } = await ask(site.url + address);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const ids = [...text.matchAll(/<id>([^<]+)<\/id>/g)].map((match) => match[1]);
      expect(ids.length).toBeGreaterThan(1);
      expect(new Set(ids).size).toBe(ids.length);
      expect(text).toContain(
        `<link rel="self" type="application/atom+xml" href="https://register.example.tw${address}"/>`,
      );
    },
  );
});

describe('headers', () => {
  it('every page forbids foreign and inline content; https is promised only over https', async () => {
    const { headers } = await ask(`${site.url}/`);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|http:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=/);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
