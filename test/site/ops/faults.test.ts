import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { frozenProxy } from '../../database/frozen-proxy.ts';
import { startPostgres, type TestServer } from '../../registry/databases.ts';
import { ask, client, contractOf } from '../api/contract.ts';
import { Applicant, startDesk } from '../apply/applicant.ts';
import { type RunningSite, startSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';
import { startProcess } from './site-process.ts';

const running: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});
async function start(...args: Parameters<typeof startSite>): Promise<RunningSite> {
  const site = await startSite(...args);
  running.push(site);
  return site;
}
const api = (site: RunningSite) => client(`${site.url}/api/v1`, contractOf(site.url));
const certificate = '/certificates/{scheme}/{number}';
const unknown = `/certificates/ai/${encodeURIComponent('示範AI-4040')}`;
const claim = { claims: [{ scheme: 'ai', number: '示範AI-4040' }] };

describe('a register that cannot answer this never says no', () => {
  it('nothing loaded', async () => {
    const site = await start({ SAMPLE_DATA: 'no' });
    const ready = await ask(`${site.url}/readyz`);
    expect(ready.json).toMatchObject({ status: 'degraded', database: 'ok' });
    const answer = await api(site).get(certificate, unknown);
    expect(answer.status).toBe(503);
    expect(answer.json).toMatchObject({ reason: 'list-not-loaded', list: { loaded: false } });
    // Nobody here knows when the list comes.
    expect(answer.headers.has('retry-after')).toBe(false);
    const verified = await api(site).post('/verifications', claim);
    expect(verified.json.results[0]).toMatchObject({ verdict: 'unverifiable', reason: 'list-not-loaded' });
    const list = await api(site).get('/providers');
    expect(list.json.register.lists.every(({ loaded }: { loaded: boolean }) => !loaded)).toBe(true);
  });

  it('a list older than its limit', async () => {
    const site = await start({ SAMPLE_DATA: 'no' });
    const text =
      'scheme,number,ubn,name,registered_on,valid_until,status\nai,甲-1,00000254,示範甲股份有限公司,2025-01-01,2027-01-01,生效\n';
    const file = { name: 'old.csv', bytes: new TextEncoder().encode(text) };
    await site.deps.register.importList(file, { seenOn: '2026-05-01', recordedAt: '2026-05-01T00:00:00Z', by: 'test' });
    const answer = await api(site).get(certificate, unknown);
    expect(answer.status).toBe(503);
    expect(answer.json).toMatchObject({ reason: 'list-stale', list: { stale: true, seenOn: '2026-05-01' } });
    const known = await api(site).get(certificate, `/certificates/ai/${encodeURIComponent('甲-1')}`);
    expect(known.status).toBe(200);
    expect(known.json.register.lists[0].stale).toBe(true);
    expect((await ask(`${site.url}/readyz`)).json.status).toBe('degraded');
  });
});

describe('the database', () => {
  it('locked by a writer: readers see the earlier state', async () => {
    const site = await start();
    const writer = new Sqlite(join(site.folder, 'register.db'));
    writer.exec('BEGIN EXCLUSIVE');
    try {
      expect((await ask(`${site.url}/readyz`)).json.database).toBe('ok');
      expect((await api(site).get('/providers')).json.page.total).toBe(80);
      expect((await ask(`${site.url}/feed.atom`)).status).toBe(200);
    } finally {
      writer.close();
    }
  });

  it('closed under the site: what needs it says so, in a page or a document, and nothing leaks', async () => {
    const site = await start();
    await site.deps.register.close();
    const ready = await ask(`${site.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(ready.json).toMatchObject({ status: 'degraded', database: 'register-closed', servedFrom: 'memory' });
    expect((await ask(`${site.url}/healthz`)).status).toBe(200);
    const facts = await api(site).post('/eligibility', { facts: { ubn: '00000254' } });
    expect(facts.status).toBe(503);
    expect(facts.json).toMatchObject({ reason: 'register-closed' });
    for (const address of ['/feed.atom', '/en/feed.atom', '/providers/00000254/feed.atom']) {
      const page = await ask(site.url + address);
      expect(page.status).toBe(503);
      expect(page.headers.get('retry-after')).toBe('10');
      expect(page.headers.get('content-type')).toMatch(/^text\/html/);
      expect(page.text).not.toMatch(/at .*\.ts|SQLITE|register\.db/);
    }
  });

  it('its file taken away: it is named, and what is in memory is still the register', async () => {
    const site = await start();
    const file = join(site.folder, 'register.db');
    renameSync(file, `${file}.away`);
    const gone = await ask(`${site.url}/readyz`);
    expect(gone.status).toBe(200);
    expect(gone.json).toMatchObject({ status: 'degraded', database: 'database-unreachable', servedFrom: 'memory' });
    expect((await api(site).get('/providers')).json.page.total).toBe(80);
    renameSync(`${file}.away`, file);
    expect((await ask(`${site.url}/readyz`)).json.database).toBe('ok');
  });

  it('closed under a form that was sent: a page says so, and when to try again', async () => {
    const site = await start();
    await site.deps.register.close();
    for (const prefix of ['', '/en']) {
      const body = new URLSearchParams({ category: 'inference', ubn: '00000254' });
      const answer = await fetch(`${site.url}${prefix}/precheck/result`, { method: 'POST', body });
      const html = await answer.text();
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('10');
      expect(html).toContain(answer.headers.get('x-request-id'));
      expect(html).not.toMatch(/at .*\.ts|SQLITE|register\.db/);
    }
  });

  it('a fault of our own: 500 with its number and nothing else of it, in a page and in a document', async () => {
    const broken = () => Promise.reject(new Error('secret /srv/register.db'));
    const site = await start({}, (deps) => ({ ...deps, companies: broken }));
    const page = await ask(`${site.url}/search?q=${encodeURIComponent('示範')}`);
    const document = await api(site).post('/matches/companies', { name: '示範' });
    for (const { status, text, headers } of [page, document]) {
      expect(status).toBe(500);
      expect(text).toContain(headers.get('x-request-id'));
      expect(text).not.toMatch(/secret|srv|at .*\.ts/);
    }
    expect((await ask(`${site.url}/healthz`)).status).toBe(200);
  });

  describe('PostgreSQL', () => {
    let own: TestServer;
    const create = async (name: string, at = own.port) => {
      await own.server.createDatabase(name);
      return `postgres://aipower:test-only@127.0.0.1:${at}/${name}`;
    };
    beforeAll(async () => {
      own = await startPostgres();
    });
    afterAll(() => own?.remove());

    it('gone and back again', async () => {
      const site = await startSite({ DATABASE_URL: await create('register'), SAMPLE_DATA: 'yes' });
      try {
        expect((await ask(`${site.url}/readyz`)).json).toMatchObject({ status: 'ok', database: 'ok' });
        await own.server.stop();
        const gone = await ask(`${site.url}/readyz`);
        expect(gone.status).toBe(200);
        expect(gone.json).toMatchObject({ status: 'degraded', database: 'database-unreachable', servedFrom: 'memory' });
        // What is in memory is still the register of its revision; what is not says so.
        expect((await api(site).get('/providers')).json.page.total).toBe(80);
        const facts = await api(site).post('/eligibility', { facts: { ubn: '00000254' } });
        expect(facts.status).toBe(503);
        expect(facts.json).toMatchObject({ reason: 'database-unreachable' });
        expect(facts.text).not.toMatch(/aipower:test-only|ECONNREFUSED/);
        await own.server.start();
        await expect.poll(async () => (await ask(`${site.url}/readyz`)).json.database).toBe('ok');
        expect((await api(site).post('/eligibility', { facts: { ubn: '00000254' } })).status).toBe(200);
      } finally {
        await site.stop();
      }
    });

    it('frozen under the desk: every page is answered, what was typed comes back and is saved afterwards, a signal is obeyed', async () => {
      const proxy = await frozenProxy(own.port);
      // Both sites on one desk: one that is asked, and one in a process of its own, which is told to stop.
      const desk = await create('desk', proxy.port);
      const away = startProcess({ APPLICATIONS_DATABASE_URL: desk, SAMPLE_DATA: 'no' });
      const site = await startDesk({ APPLICATIONS_DATABASE_URL: desk });
      try {
        const [office] = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
        const company = new Applicant(site, office!.ubn);
        await company.logIn();
        const page = `${await company.start('inference')}/form/scenario`;
        const typed = { version: '0', scenario: '打了一個小時', to: 'next' };
        const other = await away.ready;
        proxy.freeze();
        const [shown, posted, auto, ready, home, held, code] = await Promise.all([
          company.get(page),
          company.post(page, typed),
          company.post(page, { ...typed, to: 'auto' }),
          ask(`${site.url}/readyz`),
          ask(site.url),
          // In flight when the signal comes, in the other process.
          fetch(`${other}/apply/login`, { headers: { Cookie: `aipower-apply=${'x'.repeat(43)}` } }).catch(() => null),
          delay(100).then(() => {
            away.process.kill('SIGTERM');
            return away.exit;
          }),
        ]);
        expect([shown.status, posted.status, auto.status, ready.status, home.status]).toEqual([
          503, 503, 503, 200, 200,
        ]);
        expect(ready.json).toMatchObject({ status: 'degraded', database: 'ok' });
        for (const answer of [shown, posted, auto]) expect(answer.headers.get('retry-after')).toBe('10');
        const html = await posted.text();
        expect(textOf(await shown.text())).toContain('申請資料暫時無法讀取');
        expect(textOf(html)).toContain('尚未儲存');
        expect(html).toContain('value="打了一個小時"');
        expect(auto.headers.get('content-type')).toMatch(/^application\/json/);
        // Answered, or its connection closed at the end; the process has ended in either case.
        expect([null, 200, 503]).toContain(held?.status ?? null);
        expect([0, 1]).toContain(code);
        proxy.thaw();
        // What was given up may have cost a connection; the next one is a new one.
        await expect.poll(async () => (await company.post(page, typed)).status, { interval: 200 }).toBe(303);
        expect(await (await company.get(page)).text()).toContain('打了一個小時');
        expect((await ask(`${site.url}/readyz`)).json).toMatchObject({ status: 'ok', desk: 'ok' });
      } finally {
        away.clean();
        await site.stop();
        await proxy.close();
      }
    });
  });
});

it('two sites on one database see each other’s imports', async () => {
  const one = await start();
  const other = await start({ DATABASE_URL: join(one.folder, 'register.db') });
  const text =
    'scheme,number,ubn,name,registered_on,valid_until,status\ndata-economy,新-1,00000995,示範新業者股份有限公司,2026-01-01,2027-01-01,生效\n';
  const file = { name: 'more.csv', bytes: new TextEncoder().encode(text) };
  const options = {
    seenOn: '2026-07-15',
    recordedAt: '2026-07-15T02:00:00Z',
    by: 'test',
    complete: false,
    fictional: true,
  };
  await one.deps.register.importList(file, options);
  await other.deps.register.refresh();
  const answer = await api(other).get('/providers/{ubn}', '/providers/00000995');
  expect(answer.status).toBe(200);
});
