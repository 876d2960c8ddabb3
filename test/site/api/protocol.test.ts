import { connect } from 'node:net';
import { operations } from '@aipower/site/api/operations';
import { problemTypeIds } from '@aipower/site/problems/problem-types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningSite, startSite } from '../running-site.ts';
import { ask, type Contract, client, contractOf } from './contract.ts';

let site: RunningSite;
let contract: Contract;
let api: ReturnType<typeof client>;

beforeAll(async () => {
  site = await startSite();
  contract = contractOf(site.url);
  api = client(`${site.url}/api/v1`, contract);
});
afterAll(() => site.stop());

const v1 = (address: string) => `${site.url}/api/v1${address}`;

describe('what is not known or not right', () => {
  it.each([
    ['/providers?foo=1', 'foo', 'unknown-parameter'],
    ['/providers?__proto__=1', '__proto__', 'unknown-parameter'],
    ['/providers?page=0', 'page', 'too-small'],
    ['/providers?page=1e3', 'page', 'wrong-type'],
    ['/changes?since=-1', 'since', 'too-small'],
    ['/providers?page=', 'page', 'wrong-type'],
    ['/providers?page=1&page=2', 'page', 'repeated-parameter'],
    ['/providers?per_page=201', 'per_page', 'too-large'],
    ['/providers?page=1000000000000000', 'page', 'too-large'],
    ['/providers?page=9007199254740993', 'page', 'too-large'],
    [`/providers?page=${'9'.repeat(400)}`, 'page', 'too-large'],
    ['/providers?on=2026-02-30', 'on', 'bad-format'],
    ['/providers?on=115-07-01', 'on', 'bad-format'],
    ['/providers?scheme=zz', 'scheme', 'not-one-of'],
    ['/providers?item=9.9.9', 'item', 'bad-format'],
    // A group in place of an item is one fault, not two.
    ['/providers?item=4.6', 'item', 'bad-format'],
    ['/providers?state=fine', 'state', 'not-one-of'],
    ['/providers?q=%00', 'q', 'unusable-text'],
    [`/providers?q=${'長'.repeat(201)}`, 'q', 'too-long'],
    ['/catalogue?lang=en', 'lang', 'unknown-parameter'],
  ])('%s is refused', async (address, parameter, code) => {
    const { status, json } = await api.get(address.split('?')[0]!, address);
    expect(status).toBe(400);
    expect(json.type).toBe(`${site.url}/problems/invalid-parameter`);
    expect(json.errors).toMatchObject([{ parameter, code }]);
  });

  it.each([
    ['{"claims":[{"scheme":"ai"}],"x":1}', '#/x', 'unknown-field'],
    ['{"claims":[{"scheme":"ai","__proto__":{}}]}', '#/claims/0/__proto__', 'unknown-field'],
    ['{"claims":[{"scheme":"ai","a/b~c":1}]}', '#/claims/0/a~1b~0c', 'unknown-field'],
    ['{"claims":{}}', '#/claims', 'wrong-type'],
    ['{"claims":[]}', '#/claims', 'too-few'],
    ['{}', '#/claims', 'missing'],
    ['[]', '#', 'wrong-type'],
    ['null', '#', 'wrong-type'],
    ['{"claims":[{"scheme":"ai","number":"\\ud800"}]}', '#/claims/0/number', 'unusable-text'],
    ['{"claims":[{"scheme":"ai"}],"on":"2026-13-01"}', '#/on', 'bad-format'],
    ['{"claims":[{"scheme":"ai","ubn":12345675}]}', '#/claims/0/ubn', 'wrong-type'],
  ])('the body %s is refused', async (body, pointer, code) => {
    const { status, json } = await api.post('/verifications', body);
    expect(status).toBe(400);
    expect(json.type).toBe(`${site.url}/problems/invalid-body`);
    expect(json.errors).toMatchObject([{ pointer, code }]);
  });

  it('names every field that is wrong, and at most a hundred', async () => {
    const { json } = await api.post('/verifications', { on: 'x', claims: [{ scheme: 1 }, { number: 2 }] });
    expect(json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/on',
      '#/claims/0/scheme',
      '#/claims/1/scheme',
      '#/claims/1/number',
    ]);
    const many = await api.post('/verifications', { claims: Array.from({ length: 500 }, () => ({})) });
    expect(many.json.errors).toHaveLength(100);
  });

  it.each([
    ['{"claims":', 'malformed-json', 400],
    ['', 'malformed-json', 400],
    [`{"claims":[${'['.repeat(200_000)}]}`, 'malformed-json', 400],
  ])('the text %.20s is no JSON', async (body, type, status) => {
    const answer = await api.post('/verifications', body);
    expect(answer.status).toBe(status);
    expect(answer.json.type).toBe(`${site.url}/problems/${type}`);
  });

  it.each([
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/json; charset=big5' }],
    [{ 'content-encoding': 'gzip' }],
  ])('content as %o is not taken', async (headers) => {
    const { status, json } = await api.post('/verifications', '{"claims":[]}', headers as Record<string, string>);
    expect(status).toBe(415);
    expect(json.type).toMatch(/unsupported-media-type$/);
  });

  it('tells the limit of a body that is too large', async () => {
    const { status, json } = await api.post('/matches/companies', { name: 'x'.repeat(20_000) });
    expect(status).toBe(413);
    expect(json.limit).toBe(16 * 1024);
  });

  it.each(['/catalogue/%zz', '/catalogue/%ff', '/providers/%E0%A4%A'])(
    'the path %s cannot be read',
    async (address) => {
      const answer = await ask(v1(address));
      expect(answer.status).toBe(400);
      expect(answer.json.type).toMatch(/malformed-address$/);
    },
  );

  it.each([
    '/nope',
    '/catalogue/',
    '/Catalogue',
    '/catalogue/4.6.1/x',
    '/../../etc/passwd',
    '/..%2f..%2fpackage.json',
    '/dumps/..%2f..%2fpackage.json',
  ])('there is no address %s', async (address) => {
    const answer = await ask(v1(address));
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/"dependencies"|root:/);
  });
});

describe('methods', () => {
  const addresses = [...new Set(operations.map(({ path }) => path))];
  const filled = (at: string) => at.replace('{scheme}', 'ai').replace(/\{\w+\}/g, '1');

  it.each(addresses.flatMap((at) => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => [method, at] as const)))(
    '%s %s',
    async (method, at) => {
      const taken = operations.some((operation) => operation.path === at && operation.method.toUpperCase() === method);
      const answer = await ask(v1(filled(at)), { method });
      if (taken) return expect(answer.status).not.toBe(405);
      expect(answer.status).toBe(405);
      expect(answer.json.type).toMatch(/method-not-allowed$/);
      const allow = answer.headers.get('allow')!.split(', ');
      expect(allow).toContain('OPTIONS');
      expect(allow).not.toContain(method);
    },
  );

  it('the document of the API keeps to the same rules', async () => {
    const posted = await ask(v1('/openapi.json'), { method: 'POST' });
    expect(posted.status).toBe(405);
    expect(posted.json.type).toMatch(/method-not-allowed$/);
    for (const { headers } of [posted, await ask(v1('/openapi.json'), { method: 'OPTIONS' })]) {
      expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    }
    expect((await ask(v1('/openapi.json'), { method: 'HEAD' })).status).toBe(200);
  });

  it('OPTIONS and HEAD', async () => {
    const options = await ask(v1('/catalogue'), { method: 'OPTIONS' });
    expect(options.status).toBe(204);
    expect(options.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    const head = await ask(v1('/catalogue'), { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
  });

  it('lets pages of other origins read and post', async () => {
    const preflight = await ask(v1('/verifications'), {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type');
    for (const address of ['/catalogue', '/openapi.json']) {
      const { headers } = await ask(v1(address), { method: 'OPTIONS', headers: { origin: 'https://example.org' } });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
      // A script that keeps an answer may ask whether it still holds.
      expect(headers.get('access-control-allow-headers')).toContain('If-None-Match');
      expect(headers.get('access-control-max-age')).toBe('86400');
    }
    const read = await api.get('/catalogue', '/catalogue', { origin: 'https://example.org' });
    expect(read.headers.get('access-control-allow-origin')).toBe('*');
    expect(read.headers.get('access-control-expose-headers')).toContain('Link');
    expect(read.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('caching', () => {
  it.each([
    '/catalogue',
    '/catalogue/4.6.1',
    '/providers?q=x',
    '/providers/00000254',
    '/programmes/115',
    '/openapi.json',
    '/dumps/datapackage.json',
    '/dumps/certificates.jsonl',
  ])('%s comes back as 304 when it is known', async (address) => {
    const first = await ask(v1(address));
    const etag = first.headers.get('etag')!;
    expect(first.status).toBe(200);
    expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
    const second = await ask(v1(address), { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } });
    expect(second.status).toBe(304);
    expect(second.text).toBe('');
    const other = await ask(v1(address), { headers: { 'if-none-match': '"other"', 'cache-control': 'max-age=0' } });
    expect(other.status).toBe(200);
  });

  it('answers to posts are kept nowhere', async () => {
    const { headers } = await api.post('/matches/companies', { name: '示範' });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('problems', () => {
  it.each(problemTypeIds)('the type %s leads to a page in both languages', async (type) => {
    for (const prefix of ['', '/en']) {
      const page = await ask(`${site.url}${prefix}/problems/${type}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain(`${site.url}/problems/${type}`);
    }
  });

  it.each([
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant-TW', '沒有這個代碼'],
    ['en-GB', 'en', 'No such code'],
    ['fr', 'en', 'No such code'],
    ['en;q=0.2, zh;q=0.4', 'zh-Hant-TW', '沒有這個代碼'],
  ])('Accept-Language %s is answered in %s', async (wish, language, title) => {
    const { json, headers } = await api.get('/catalogue/{code}', '/catalogue/9', { 'accept-language': wish });
    expect(headers.get('content-language')).toBe(language);
    expect(json.title).toBe(title);
  });

  it('the request id of the header is the instance of the document', async () => {
    const { json, headers } = await api.get('/catalogue/{code}', '/catalogue/9');
    expect(json.instance).toBe(`urn:uuid:${headers.get('x-request-id')}`);
  });

  it('header injection through a path stays inside the document', async () => {
    const answer = await ask(v1('/catalogue/4%0d%0aSet-Cookie:%20a=b'));
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.status).toBe(404);
  });
});

describe('limits', () => {
  it('answers 429 with Retry-After beyond the limit, per client, and pages as pages', async () => {
    const small = await startSite({ RATE_LIMIT_PER_MINUTE: '5', TRUST_PROXY: 'loopback' });
    try {
      const from = (address: string, ip: string) => ask(small.url + address, { headers: { 'x-forwarded-for': ip } });
      for (let i = 0; i < 5; i++) expect((await from('/api/v1/catalogue', '198.51.100.7')).status).toBe(200);
      const over = await from('/api/v1/catalogue', '198.51.100.7');
      expect(over.status).toBe(429);
      expect(over.json.type).toMatch(/too-many-requests$/);
      expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(over.headers.get('ratelimit')).toMatch(/;r=0;/);
      const page = await from('/catalogue', '198.51.100.7');
      expect(page.status).toBe(429);
      expect(page.headers.get('content-type')).toMatch(/^text\/html/);
      // A person is told when to come back, not the names of headers.
      expect(page.text).toMatch(/請於 \d+ 秒後再試/);
      expect(page.text).not.toContain('Retry-After');
      expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await from('/api/v1/catalogue', '198.51.100.8')).status).toBe(200);
      expect((await from('/healthz', '198.51.100.7')).status).toBe(200);
    } finally {
      await small.stop();
    }
  });

  it('counts the addresses of one IPv6 network together, and forgives when the minute is over', async () => {
    const small = await startSite({ RATE_LIMIT_PER_MINUTE: '2', TRUST_PROXY: 'loopback' });
    try {
      const from = (ip: string) => ask(`${small.url}/api/v1/catalogue`, { headers: { 'x-forwarded-for': ip } });
      expect((await from('2001:db8:1:100::1')).headers.get('ratelimit')).toMatch(/^"client";r=1;t=\d+$/);
      expect((await from('2001:db8:1:1ff::2')).headers.get('ratelimit')).toMatch(/;r=0;/);
      const over = await from('2001:db8:1:100::3');
      expect(over.status).toBe(429);
      expect((await from('2001:db8:1:200::1')).status).toBe(200);
      const later = performance.now() + Number(over.headers.get('retry-after')) * 1000;
      // The false clock of the process begins at nought.
      vi.useFakeTimers({ toFake: ['performance'] });
      vi.advanceTimersByTime(later);
      expect((await from('2001:db8:1:100::3')).status).toBe(200);
    } finally {
      vi.useRealTimers();
      await small.stop();
    }
  });

  it('believes no forwarded address from a neighbour it was not told to trust, and no garbage from one it was', async () => {
    const small = await startSite({ RATE_LIMIT_PER_MINUTE: '3' });
    const behind = await startSite({ RATE_LIMIT_PER_MINUTE: '3', TRUST_PROXY: '1' });
    try {
      const statuses = async (base: string, ips: readonly string[]) => {
        const seen: number[] = [];
        for (const ip of ips)
          seen.push((await ask(`${base}/api/v1/catalogue`, { headers: { 'x-forwarded-for': ip } })).status);
        return seen;
      };
      expect(await statuses(small.url, ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'])).toEqual([200, 200, 200, 429]);
      expect(await statuses(behind.url, ['x', '', '999.1.1.1', 'unknown, "'])).toEqual([200, 200, 200, 429]);
    } finally {
      await small.stop();
      await behind.stop();
    }
  });
});

it('a connection that talks no HTTP is told so', async () => {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1', () => socket.write('HELO there\r\n\r\n'));
    let text = '';
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400/);
});
