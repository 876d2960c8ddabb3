import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError, readConfig } from '@aipower/site/config';
import type { OpenDeps } from '@aipower/site/deps';
import { webhookDatabase } from '@aipower/site/webhooks/tables';
import { tellEndpoints } from '@aipower/site/webhooks/telling';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningSite, startSite } from '../start-site.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

interface Got {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
let receiver: Server;
let at: string;
const got: Got[] = [];
/** What the receiver answers, by path; 204 where nothing is said. */
const answers: Record<string, number> = {};
let site: RunningSite;
let deps: OpenDeps;
/** Now, for the signatures and the pauses: the library refuses what is five minutes old. */
let now = new Date();

beforeAll(async () => {
  receiver = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => {
      body += chunk;
    });
    req.on('end', () => {
      got.push({ path: req.url!, headers: req.headers, body });
      res.writeHead(answers[req.url!] ?? 204, { location: `${at}/elsewhere` }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  const webhooks = [
    { url: `${at}/all`, secret, private: true },
    { url: `${at}/one`, secret, provider: '00000005', private: true },
    { url: `${at}/moved`, secret, private: true },
    { url: `${at}/gone`, secret, private: true },
    // The same receiver by another name, without leave to be in a network of one's own.
    { url: `https://localhost:${new URL(at).port}/inside`, secret },
  ];
  site = await startSite({ env: { WEBHOOKS: JSON.stringify(webhooks) } });
  deps = { ...site.deps, clock: { now: () => now } };
});
afterAll(async () => {
  receiver?.close();
  await site?.stop();
});
beforeEach(() => {
  got.length = 0;
});

const hook = (path: string) => got.filter((one) => one.path === path);
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

describe('webhooks', () => {
  test('an endpoint that is new is told nothing of the past', async () => {
    expect(await tellEndpoints(deps)).toEqual({ sent: 0, failed: 0 });
    expect(got).toEqual([]);
  });

  test('an import is told once, signed, and says what the API says', async () => {
    const { next } = (await (await site.get('/api/v1/changes?since=999999999')).json()) as { next: number };
    const before = (await deps.register.changes({ after: 0, limit: 1 })).newest;
    expect(next).toBeGreaterThanOrEqual(before);
    Object.assign(answers, { '/moved': 307, '/gone': 410 });
    const list =
      'scheme,number,ubn,name,city,registered_on,valid_until,status,items,edition\nai,示範AI-900,00000005,示範明視智檢股份有限公司,臺北市,2026-01-01,2027-12-31,生效,4.6.1,112\n';
    await deps.register.importList(
      { name: 'third.csv', bytes: new TextEncoder().encode(list) },
      {
        ...{
          seenOn: '2026-11-21',
          recordedAt: '2026-11-21T01:00:00Z',
          by: 'test',
          why: 'third',
          source: 'fictional list',
        },
        acceptGone: true,
      },
    );
    expect(await tellEndpoints(deps)).toEqual({ sent: 2, failed: 3 });
    const [{ headers, body } = { headers: {}, body: '' }] = hook('/all');
    const signed = { ...headers } as Record<string, string>;
    const message = new Webhook(secret).verify(body, signed) as { data: { changes: unknown[]; next: number } };
    // A second reader of the signature.
    const hmac = createHmac('sha256', Buffer.alloc(32, 7)).update(
      `${signed['webhook-id']}.${signed['webhook-timestamp']}.${body}`,
    );
    expect(signed['webhook-signature']).toBe(`v1,${hmac.digest('base64')}`);
    const api = (await (await site.get(`/api/v1/changes?since=${before}&limit=100`)).json()) as { changes: unknown[] };
    expect(message).toMatchObject({ type: 'register.changed', data: { sample: false, since: before } });
    expect(message.data.changes).toEqual(api.changes);
    const one = JSON.parse(hook('/one')[0]!.body) as { data: { changes: { ubn: string }[] } };
    expect(new Set(one.data.changes.map(({ ubn }) => ubn))).toEqual(new Set(['00000005']));
    expect(hook('/elsewhere')).toEqual([]);
    expect(hook('/inside')).toEqual([]);
  });

  test('what was not taken is tried again with the same bytes, with growing pauses', async () => {
    const { db } = await webhookDatabase(deps.desk.database);
    const reasons = (await db.selectFrom('webhook_message').select(['state', 'tries', 'last_error']).execute())
      .filter(({ state }) => state !== 'sent')
      .map(({ state, last_error }) => `${state}: ${last_error}`);
    expect(reasons.sort()).toEqual([
      'failed: the receiver answered 410 Gone',
      expect.stringMatching(/^waiting: .*(127\.0\.0\.1|::1|localhost).*private/),
      'waiting: the receiver answered 307; expected 2xx',
    ]);
    expect(await tellEndpoints(deps)).toEqual({ sent: 0, failed: 0 });
    later(6);
    expect(await tellEndpoints(deps)).toEqual({ sent: 0, failed: 2 });
    later(6);
    expect(await tellEndpoints(deps)).toEqual({ sent: 0, failed: 0 });
    answers['/moved'] = 200;
    later(300);
    expect((await tellEndpoints(deps)).sent).toBe(1);
    const [first, second] = hook('/moved');
    expect(second).toMatchObject({ body: first!.body, headers: { 'webhook-id': first!.headers['webhook-id'] } });
    expect(second!.headers['webhook-signature']).not.toBe(first!.headers['webhook-signature']);
  });

  test('is given up after ten tries, within four days', async () => {
    let tries = 0;
    for (let hour = 0; hour < 96; hour++) {
      later(3600);
      tries += (await tellEndpoints(deps)).failed;
    }
    const { db } = await webhookDatabase(deps.desk.database);
    const left = await db.selectFrom('webhook_message').select('tries').where('state', '=', 'failed').execute();
    expect(left.map(({ tries }) => Number(tries)).sort()).toEqual([1, 10]);
    expect(tries).toBe(7);
    expect(hook('/gone')).toEqual([]);
  });
});

describe('the setting WEBHOOKS', () => {
  const read = (value: unknown) => () =>
    readConfig({ WEBHOOKS: typeof value === 'string' ? value : JSON.stringify(value) });
  test.each([
    ['no list', 'a JSON list'],
    [[{ url: 'http://example.tw/hook', secret }], 'number 1 is not right: url begins with https'],
    [[{ url: 'https://a:b@example.tw/hook', secret }], 'without a user'],
    [[{ url: 'https://example.tw/hook', secret: 'whsec_c2hvcnQ=' }], '24 to 64 random bytes'],
    [[{ url: 'https://example.tw/hook', secret, item: '9.9.9' }], 'code of the catalogue'],
    [[{ url: 'https://example.tw/hook', secret, schemes: 'ai' }], 'Unrecognized key'],
  ])('%j is refused without showing it', (value, reason) => {
    expect(read(value)).toThrow(ConfigError);
    expect(read(value)).toThrow(reason);
    expect(read(value)).not.toThrow(secret);
  });
});
