import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linksOf, type RunningSite, startSite } from '../start-site.ts';

/** So many of each kind of request, whatever time they take. */
const BOUND = { numRuns: 1500 };
/** Most bytes that all of it may add: other files of tests were in this process before. */
const MEMORY = 768 * 2 ** 20;

let site: RunningSite;
let before = 0;
beforeAll(async () => {
  site = await startSite();
  before = process.memoryUsage().rss;
});
afterAll(async () => {
  expect(process.memoryUsage().rss - before).toBeLessThan(MEMORY);
  await site.stop();
});

/** Names that mean something to a parser of forms, an object or a template, and plain noise. */
const known = [
  'paste',
  'scheme',
  'on',
  'carried',
  'kind',
  'page',
  'as',
  'col-id',
  'ubn',
  'company',
  'category',
  'file',
];
const twist = fc.constantFrom(
  '[x]',
  '[toString]',
  '[__proto__]',
  '[]',
  '[0]',
  '.x',
  '[constructor][prototype]',
  '\0',
  '',
);
const name = fc.oneof(
  fc.tuple(fc.constantFrom(...known), twist).map(([one, more]) => one + more),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'locals', 'settings[view options]'),
  fc.string({ maxLength: 80, unit: 'binary' }),
);
const value = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.constantFrom(
    '115/11/20',
    '無',
    'ai',
    '示範-AI-0001',
    '\ud800',
    '\u202e\u0000\u001b[2J',
    '9'.repeat(5000),
    '../../x',
  ),
);

/** The bytes of a request and the status of its answer; 0 when the connection ended without one. */
function send(bytes: Buffer): Promise<number> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
    let text = '';
    socket.on('error', () => {});
    socket.on('data', (data) => {
      text += data.toString('latin1');
    });
    socket.on('close', () => done(Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)));
    socket.end(bytes);
  });
}

const post = (path: string, type: string, body: Buffer) =>
  send(
    Buffer.concat([
      Buffer.from(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
    ]),
  );

describe('nothing that is sent is a fault of ours', () => {
  const part = fc.record({
    name,
    value,
    file: fc.option(value, { nil: undefined }),
    head: fc.constantFrom('', 'Content-Type: text/csv\r\n', 'Content-Transfer-Encoding: base64\r\n', 'X: \u00ff\r\n'),
    end: fc.constantFrom('\r\n', '\n', ''),
  });
  const multipart = fc.record({
    parts: fc.array(part, { maxLength: 6 }),
    border: fc.constantFrom('b', 'b', 'b', 'other', ''),
    cut: fc.option(fc.nat(200), { nil: undefined }),
  });

  it('multipart bodies', () =>
    fc.assert(
      fc.asyncProperty(multipart, async ({ parts, border, cut }) => {
        const text = parts
          .map((one) => {
            const file = one.file === undefined ? '' : `; filename="${one.file}"`;
            return `--b\r\nContent-Disposition: form-data; name="${one.name}"${file}\r\n${one.head}\r\n${one.value}${one.end}`;
          })
          .join('');
        const whole = Buffer.from(`${text}--b--\r\n`);
        const body = cut === undefined ? whole : whole.subarray(0, Math.max(0, whole.length - cut));
        const status = await post('/verify/sheet', `multipart/form-data; boundary=${border}`, body);
        expect(status).toBeGreaterThan(0);
        expect(status).toBeLessThan(500);
      }),
      BOUND,
    ));

  it.each(['/verify/application', '/precheck/result', '/en/verify/application'])('fields of a form on %s', (path) =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 8 }), fc.boolean(), async (fields, raw) => {
        const encode = raw
          ? (text: string) => text.replace(/[&=]/g, '')
          : (text: string) => encodeURIComponent(text.toWellFormed());
        const body = fields.map(([one, other]) => `${encode(one)}=${encode(other)}`).join('&');
        const status = await post(path, 'application/x-www-form-urlencoded', Buffer.from(body));
        expect(status).toBeGreaterThan(0);
        expect(status).toBeLessThan(500);
      }),
      BOUND,
    ),
  );

  const step = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '/\\',
      '/en',
      '/verify',
      '/providers',
      '/catalogue',
      '/certificates/ai',
      '/..',
      '/%2f',
      '/%5c',
    ),
    fc.constantFrom(
      '%',
      '%00',
      '%ff',
      '%ed%a0%80',
      'evil.example',
      '4.6.1',
      '00000254',
      '?q=',
      '&on=',
      ';',
      '@',
      ':80',
    ),
    fc.string({ maxLength: 12 }).map((text) => encodeURI(text.toWellFormed())),
  );
  const address = fc
    .array(step, { minLength: 1, maxLength: 8 })
    .map((steps) => `/${steps.join('')}`.replace(/[\s\0]/g, ''));

  it('addresses, and none leads to another host', () =>
    fc.assert(
      fc.asyncProperty(address, async (path) => {
        const answer = await fetch(`${site.url}${path}`, { redirect: 'manual' }).catch(() => null);
        // An address that no client can ask for.
        if (!answer) return;
        expect([...Array(500).keys(), 503]).toContain(answer.status);
        const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : '';
        for (const link of [...linksOf(html), answer.headers.get('location') ?? '/'])
          expect(new URL(link, `${site.url}${path}`).host, link).toBe(new URL(site.url).host);
      }),
      BOUND,
    ));

  it.each([
    '//evil.example/',
    '/en//evil.example/',
    '/en/\\evil.example/',
    '/en/%5c%5cevil.example',
    '///evil.example/x?y',
  ])('the switch of language on %s stays here', async (path) => {
    const html = await new Promise<string>((done) => {
      const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
      let text = '';
      socket.on('data', (data) => {
        text += data;
      });
      socket.on('close', () => done(text));
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    });
    expect(linksOf(html).length).toBeGreaterThan(0);
    for (const link of linksOf(html)) expect(new URL(link, site.url).host).toBe(new URL(site.url).host);
  });

  const field = fc.constantFrom(
    'Accept',
    'Accept-Language',
    'If-None-Match',
    'Range',
    'X-Forwarded-For',
    'Expect',
    'Cookie',
    'Content-Length',
    'Transfer-Encoding',
    'Origin',
  );
  const content = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.constantFrom('chunked', '-1', '99999999999', 'bytes=0-,5-', 'zh;q=9,'.repeat(300), '*/*;q=a', '"x'),
  );

  it('headers', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, content), { maxLength: 6 }),
        fc.constantFrom('/', '/api/v1/catalogue', '/providers.csv', '/public/site.css'),
        async (headers, path) => {
          const text = headers.map(([one, other]) => `${one}: ${other.replace(/[\r\n]/g, '')}\r\n`).join('');
          const status = await send(Buffer.from(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${text}\r\n`));
          // 503: a client that says it will send more than one may.
          expect(status === 503 || status < 500, `${status}`).toBe(true);
        },
      ),
      BOUND,
    ));

  it('and the site answers as before', async () => {
    expect((await site.get('/healthz')).status).toBe(200);
    expect((await site.get('/verify?scheme=ai&number=x')).status).toBe(200);
  });
});
