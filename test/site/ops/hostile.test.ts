import { connect } from 'node:net';
import { operations } from '@aipower/site/api/operations';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linksOf, type RunningSite, startSite, unescapeHtml } from '../start-site.ts';

/**
 * Text that breaks out wherever it is not escaped: of an attribute in either kind of quotes, of a text, a title, a
 * script and a comment. Whatever page it comes back on, it must not have made an element or an attribute.
 */
const EVIL = `'"><x-evil data-evil="1">--></title></script><script>evil()</script>`;
const FORMULA = '=HYPERLINK("javascript:evil()","x")';

function expectHarmless(html: string, where: string): void {
  for (const sign of [/<x-evil/i, /data-evil="/, /<script>evil/, /(?:href|src|action)\s*=\s*["']?\s*javascript:/i])
    expect(html, `${where}: ${sign}`).not.toMatch(sign);
}

/** The forms of a page: where they lead, and the fields a visitor can fill in. */
function formsOf(html: string): { action: string; method: string; names: string[] }[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head, inside]) => ({
    action: unescapeHtml(/\baction="([^"]*)"/.exec(head!)![1]!).split('#')[0]!,
    method: /\bmethod="post"/.test(head!) ? 'post' : 'get',
    names: [
      ...new Set([...inside!.matchAll(/<(?:input|select|textarea)\b[^>]*?\sname="([^"]+)"/g)].map(([, name]) => name!)),
    ],
  }));
}

const pages = ['/', '/search', '/catalogue', '/providers', '/verify', '/verify/application', '/verify/sheet'].concat(
  ['/precheck', '/programme', '/about', '/api'].concat(`/certificates/ai/${encodeURIComponent('示範AI-001')}`),
);

it('the signs would be seen', () => {
  for (const html of [`<p>${EVIL}</p>`, `<a title='${EVIL}'>`, `<a title="${EVIL}">`, '<a href="javascript:evil()">'])
    expect(() => expectHarmless(html, 'here')).toThrow();
});

describe('markup that is typed comes back as text', () => {
  let site: RunningSite;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.stop());

  it.each(['', '/en'])('in every field of every form of %s/', async (prefix) => {
    const tried: string[] = [];
    for (const path of pages) {
      for (const { action, method, names } of formsOf(await (await site.get(prefix + path)).text())) {
        // Each alone, since one that is refused can keep the others from being read, and all at once.
        for (const filled of [...names.map((name) => [name]), names]) {
          const body = new FormData();
          for (const name of filled) body.set(name, name === 'file' ? new Blob([EVIL]) : EVIL);
          const query = new URLSearchParams(filled.map((name): [string, string] => [name, EVIL]));
          const multipart = names.includes('file');
          const answer =
            method === 'get'
              ? await site.get(`${action}?${query}`)
              : await site.get(action, { method: 'POST', body: multipart ? body : query });
          const where = `${method} ${action} ${filled.join('+')}`;
          expect(answer.status, where).toBeLessThan(500);
          expectHarmless(await answer.text(), where);
          tried.push(where);
        }
      }
    }
    expect(tried.length).toBeGreaterThan(60);
  });

  const encoded = encodeURIComponent(EVIL);
  const query = ['q', 'tier', 'group', 'item', 'scheme', 'city', 'state', 'on', 'sort', 'page', 'per_page'];
  it.each([
    ...query.map((name) => `/providers?${name}=${encoded}`),
    ...query.map((name) => `/providers.csv?${name}=${encoded}`),
    `/about?${encoded}=1`,
    `/search?q=x&${encoded}=1`,
    `/${encoded}`,
    `/catalogue/${encoded}`,
    `/catalogue/112/${encoded}`,
    `/providers/${encoded}`,
    `/providers/${encoded}/feed.atom`,
    `/providers/compare?ubn=${encoded}&ubn=00000005`,
    `/certificates/${encoded}/1`,
    `/certificates/ai/${encoded}`,
    `/certificates/ai/1?on=${encoded}`,
    `/problems/${encoded}`,
    `/programme/forms/${encoded}`,
    `/verify?scheme=ai&number=${encoded}&ubn=${encoded}&name=${encoded}&on=${encoded}`,
  ])('in %.50s', async (path) => {
    for (const prefix of ['', '/en']) {
      const answer = await site.get(prefix + path);
      expect(answer.status).toBeLessThan(500);
      expectHarmless(await answer.text(), path);
    }
  });

  it('in the API, which is never taken for a page', async () => {
    for (const { path: at, method, params } of operations) {
      const address = at.replace(/\{\w+\}/g, encoded);
      const init =
        method === 'post' ? { method, headers: { 'content-type': 'application/json' }, body: `{"${EVIL}":1` } : {};
      const answer = await site.get(`/api/v1${address}${params ? '' : `?${encoded}=1`}`, init);
      expect(answer.status, at).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get('content-type'), at).toBe('application/problem+json');
      expect(answer.headers.get('x-content-type-options'), at).toBe('nosniff');
    }
  });
});

describe('markup and formulas that a list holds come back as text', () => {
  let site: RunningSite;
  beforeAll(async () => {
    site = await startSite('empty');
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const header =
      'scheme,number,ubn,name,name_en,former_names,city,registered_on,valid_until,status,items,evidence_url,edition';
    const row = (number: string, ubn: string, name: string, text: string, url: string) =>
      ['ai', number, ubn, name, text, text, text, '2026-01-01', '2027-01-01', '生效', '4.6.1', url, '112'].map(quoted);
    const about = { seenOn: '2026-11-20', recordedAt: '2026-11-20T01:00:00Z', by: EVIL, why: EVIL, source: EVIL };
    const read = (url: string) => {
      const rows = [
        row(`示範${EVIL}`, '00000254', `示範${EVIL}有限公司`, EVIL, 'https://example.org/"><x-evil>'),
        row(FORMULA, '00000276', `${FORMULA}有限公司`, FORMULA, url),
      ];
      const bytes = new TextEncoder().encode([header, ...rows.map((one) => one.join(','))].join('\r\n'));
      return site.deps.register.importList({ name: `${EVIL}.csv`, bytes }, about);
    };
    await expect(read('javascript:evil()')).rejects.toMatchObject({ problems: [{ code: 'url-unusable' }] });
    await read('https://example.org/?a=javascript:evil()');
    expect(site.deps.register.status('2026-11-22')).toMatchObject({ providers: 2, certificates: 2 });
  });
  afterAll(() => site.stop());

  it('on every page that can be reached', async () => {
    const waiting = ['/', '/en', '/feed.atom', '/sitemap.xml', '/providers/compare?ubn=00000254&ubn=00000276'].concat([
      `/verify?scheme=ai&number=${encodeURIComponent(`示範${EVIL}`)}&ubn=00000276`,
      '/search?q=evil',
      '/about',
      '/readyz',
    ]);
    const seen = new Set(waiting);
    let holding = 0;
    for (const path of waiting) {
      const answer = await site.get(path);
      expect(answer.status, path).toBeLessThan(500);
      if (/json|csv|ndjson|turtle/.test(answer.headers.get('content-type') ?? '')) continue;
      const html = await answer.text();
      expectHarmless(html, path);
      if (html.includes('x-evil')) holding++;
      for (const href of linksOf(html)) {
        const { origin, pathname, search } = new URL(href, site.url + path);
        const near = /^(\/en)?\/(providers|certificates|verify|about|search|catalogue\/4\.6|$)/.test(pathname);
        if (origin !== site.url || !near || seen.has(pathname + search) || seen.size > 150) continue;
        seen.add(pathname + search);
        waiting.push(pathname + search);
      }
    }
    // The text was there to be escaped, in both languages.
    expect(holding).toBeGreaterThan(20);
  });

  it('in every table a spreadsheet opens, and to the letter in those that are read by programs', async () => {
    for (const path of ['/providers.csv', '/api/v1/dumps/certificates-spreadsheet.csv']) {
      const cells = (parse(await (await site.get(path)).text(), { bom: true }) as string[][]).flat();
      expect(
        cells.some((cell) => cell.includes('HYPERLINK')),
        path,
      ).toBe(true);
      for (const cell of cells) expect(cell, path).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    }
    const exact = parse(await (await site.get('/api/v1/dumps/certificates.csv')).text(), { bom: true }) as string[][];
    expect(exact.flat()).toContain(FORMULA);
  });

  it('in the answer to a sheet that is posted', async () => {
    const body = new FormData();
    const cells = [FORMULA, EVIL].map((cell) => `"${cell.replaceAll('"', '""')}"`);
    body.set('file', new Blob([`證書編號,備註\n${cells}\n`]), `a"\r\nSet-Cookie: a=b;${EVIL}.csv`);
    body.set('scheme', 'ai');
    const first = await site.get('/verify/sheet', { method: 'POST', body });
    const html = await first.text();
    expect(first.status).toBe(200);
    expectHarmless(html, 'result');
    const carried = unescapeHtml(/name="carried" value="([^"]*)"/.exec(html)![1]!);
    const form = new FormData();
    for (const [name, value] of Object.entries({ carried, 'col-number': '0', scheme: 'ai', as: 'safe' }))
      form.set(name, value);
    const file = await site.get('/verify/sheet', { method: 'POST', body: form });
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(file.headers.get('set-cookie')).toBeNull();
    for (const cell of (parse(await file.text(), { bom: true }) as string[][]).flat())
      expect(cell).not.toMatch(/^[=+\-@]/);
  });
});

describe('addresses and headers that mean harm', () => {
  let site: RunningSite;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.stop());

  /** As bytes: fetch would tidy the address first. */
  function raw(target: string, headers = ''): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(site.url).port), '127.0.0.1', () =>
        socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\n${headers}Connection: close\r\n\r\n`),
      );
      let text = '';
      socket.on('data', (data) => {
        text += data;
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(text));
    });
  }

  it.each([
    '/public/../../package.json',
    '/public/..%2f..%2fpackage.json',
    '/public/%2e%2e/%2e%2e/package.json',
    '/public/..%5c..%5cpackage.json',
    '/public//etc/passwd',
    '/public/.%00/site.css',
    '/../../../etc/passwd',
    '//etc/passwd',
    '/en/../../package.json',
    '/programme/forms/..%2f..%2f..%2fpackage.json',
    '/problems/..%2fconstructor',
    '/problems/constructor',
    '/problems/__proto__',
    '/programme/forms/__proto__',
    '/catalogue/__proto__',
    '/certificates/__proto__/1',
    '/api/v1/dumps/__proto__',
    '/api/v1/programmes/__proto__',
    'http://evil.example/etc/passwd',
  ])('%s leads to no file and no secret', async (target) => {
    const answer = await raw(target);
    expect(answer).toMatch(/^HTTP\/1\.1 (301|303|400|403|404) /);
    expect(answer).not.toMatch(/"dependencies"|"devDependencies"|root:|at .*\.ts:\d|node_modules/);
  });

  it.each([
    `/search?q=${encodeURIComponent('示範AI-001\r\nSet-Cookie: a=b')}`,
    `/certificates/ai/${encodeURIComponent('示範ai001\r\nSet-Cookie: a=b')}`,
    `/providers.csv?city=${encodeURIComponent('臺北市\r\nSet-Cookie: a=b')}`,
    '/en%0d%0aSet-Cookie:%20a=b',
    '/catalogue/112/4.6.1%0d%0aSet-Cookie:%20a=b',
    '/providers?q=%0d%0aSet-Cookie:%20a=b',
  ])('%.40s adds no header', async (target) => {
    const [head] = (await raw(target)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 [1234]\d\d /);
    expect(head).not.toMatch(/^set-cookie/im);
  });

  it('an address is never made of what a client says the host is', async () => {
    const lies = 'X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n';
    for (const target of [
      '/',
      '/feed.atom',
      '/sitemap.xml',
      '/robots.txt',
      '/api/v1/providers',
      '/api/v1/nope',
      '/verify/',
    ])
      expect(await raw(target, lies), target).not.toMatch(/evil\.example/);
    expect(await raw('/search?q=00000005', lies)).toMatch(/^location: \/providers\/00000005\r$/im);
  });

  it.each([
    ['/precheck/result', 3 * 2 ** 20],
    ['/verify/application', 2 ** 20],
    ['/verify/sheet', 9 * 2 ** 20],
  ])('a form of too many bytes on %s is told so on a page', async (path, bytes) => {
    const text = 'x'.repeat(bytes);
    const body = path === '/verify/sheet' ? new FormData() : new URLSearchParams({ ubn: text });
    if (body instanceof FormData) body.set('file', new Blob([text]), 'a.csv');
    const answer = await site.get(path, { method: 'POST', body });
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it.each(['/precheck/result', '/verify/application'])('a form of too many fields on %s is refused', async (path) => {
    const body = Array.from({ length: 2000 }, (_, index) => `f${index}=1`).join('&');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await site.get(path, { method: 'POST', body, headers });
    expect([400, 413]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('an address beyond any measure is refused', async () => {
    expect(await raw(`/providers?q=${'a'.repeat(60_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
    expect((await site.get(`/providers?q=${'a'.repeat(10_000)}`)).status).toBe(400);
  });
});
