import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@aipower/site/config';
import { createLog } from '@aipower/site/http/log';
import { createDeps } from '@aipower/site/open-deps';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../api/contract.ts';
import { NOW, type RunningSite, startSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';

const running: RunningSite[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const one of running.splice(0)) await one.stop();
});
async function start(env: Readonly<Record<string, string>> = {}): Promise<RunningSite> {
  const site = await startSite(env);
  running.push(site);
  return site;
}
const known = '/api/v1/providers/00000254';

describe('a database that is away', () => {
  it('answers say how old they are after half a minute, and stop after a quarter of an hour', async () => {
    vi.useFakeTimers({ toFake: ['hrtime'] });
    const site = await start();
    const file = join(site.folder, 'register.db');
    const page = async () => textOf((await ask(`${site.url}/providers/00000254`)).text);
    renameSync(file, `${file}.away`);
    await expect(site.deps.register.refresh()).rejects.toThrow();
    expect(await page()).not.toContain('資料庫暫時無法連線');
    vi.advanceTimersByTime(31_000);
    // Also a page that is kept, and the document of the API.
    for (let i = 0; i < 3; i++)
      expect(await page()).toContain('資料庫暫時無法連線。以下為 115年7月15日（2026-07-15）09:59 確認');
    expect((await ask(site.url + known)).json.register.lastConfirmedAt).toMatch(/^2026-07-15T09:59:\d\d\+08:00$/);
    expect((await ask(`${site.url}/readyz`)).json).toMatchObject({ status: 'degraded', servedFrom: 'memory' });
    vi.advanceTimersByTime(900_000);
    for (const address of ['/providers/00000254', '/', '/verify?scheme=ai&number=x', '/providers.csv', known]) {
      const answer = await ask(site.url + address);
      expect(answer.status, address).toBe(503);
      expect(answer.text, address).not.toMatch(/查無此|有效<|"valid"/);
    }
    const claims = { claims: [{ scheme: 'ai', number: '沒有這號' }] };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(claims) };
    expect((await ask(`${site.url}/api/v1/verifications`, init)).status).toBe(503);
    // What is no register goes on, and so does the process.
    for (const address of ['/programme', '/healthz']) expect((await ask(site.url + address)).status).toBe(200);
    expect(await ask(`${site.url}/readyz`)).toMatchObject({ status: 503, json: { status: 'unavailable' } });
    renameSync(`${file}.away`, file);
    expect((await ask(`${site.url}/readyz`)).json.database).toBe('ok');
    expect((await ask(site.url + known)).json.register.lastConfirmedAt).toBeUndefined();
    expect(await page()).not.toContain('資料庫暫時無法連線');
  });
});

describe('a register restored in place', () => {
  it('with its log removed is noticed, though the file and the revision are the same', async () => {
    const site = await start({ SAMPLE_DATA: 'no' });
    const { register } = site.deps;
    const list = (name: string) => ({
      name: 'list.csv',
      bytes: new TextEncoder().encode(
        `scheme,number,ubn,name,registered_on,valid_until,status\nai,甲-1,00000254,${name},2026-01-01,2027-01-01,生效\n`,
      ),
    });
    const options = { seenOn: '2026-07-14', recordedAt: '2026-07-14T02:00:00Z', by: 'test', acceptChanged: true };
    const other = await start({ SAMPLE_DATA: 'no' });
    await register.importList(list('示範前有限公司'), options);
    await other.deps.register.importList(list('示範後有限公司'), options);
    const page = async () => (await ask(`${site.url}/providers/00000254`)).text;
    for (let i = 0; i < 3; i++) expect(await page()).toContain('示範前有限公司');
    const { revision } = register;
    // What a restore does to the one file that is open: the same inode gets the content of another register.
    await other.deps.register.backup(join(other.folder, 'copy.db'));
    const target = join(site.folder, 'register.db');
    for (const end of ['-wal', '-shm']) rmSync(target + end, { force: true });
    copyFileSync(join(other.folder, 'copy.db'), target);
    await expect(register.refresh()).rejects.toMatchObject({ code: 'database-unreachable' });
    expect(register.revision).toBe(revision);
    expect((await ask(`${site.url}/readyz`)).json).toMatchObject({ status: 'degraded', servedFrom: 'memory' });
    // Started again, as the error says, it shows what was restored.
    // Stopped, it has written nothing into what was restored. (Looked at in a copy: one process shares the locks of a file.)
    await register.close();
    const restored = join(other.folder, 'restored.db');
    copyFileSync(target, restored);
    const again = await start({ SAMPLE_DATA: 'no', DATABASE_URL: restored });
    expect((await ask(`${again.url}/providers/00000254`)).text).toContain('示範後有限公司');
    expect(again.deps.register).toMatchObject({ revision });
    expect(again.deps.register.state).not.toBe(register.state);
  });
});

describe('fiction must be asked for', () => {
  it.each([
    ['on one’s own machine', {}, 1],
    ['in production', { NODE_ENV: 'production' }, 0],
    ['for everybody', { HOST: '0.0.0.0' }, 0],
    ['in production, asked for', { NODE_ENV: 'production', SAMPLE_DATA: 'yes' }, 1],
  ])('%s: %j', async (_where, env, revision) => {
    const log = createLog('silent');
    const folder = mkdtempSync(join(tmpdir(), 'aipower-fiction-'));
    const config = readConfig({ DATABASE_URL: join(folder, 'register.db'), DEMONSTRATION: 'no', ...env });
    const deps = await createDeps(config, { clock: { now: () => NOW }, log, origin: 'http://127.0.0.1' });
    expect(deps.register.revision).toBe(revision);
    expect(deps.isSample()).toBe(revision === 1);
    await deps.close();
    rmSync(folder, { recursive: true });
  });
});
