import { copyFileSync, renameSync } from 'node:fs';
import { readCase } from '@aipower/applications/storage';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Applicant, startDesk } from '../apply/applicant.ts';
import type { RunningSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';

let site: RunningSite;
let company: Applicant;
let application: string;
beforeAll(async () => {
  site = await startDesk();
  const [office] = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  company = new Applicant(site, office!.ubn);
  await company.logIn();
  application = await company.start('inference');
});
afterAll(() => site.stop());

/** Lets the file of the applications grow no further, as a full disk does, or as far as it likes. */
async function diskIsFull(full: boolean): Promise<void> {
  const { db } = site.deps.desk.database;
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql`pragma max_page_count = ${sql.raw(String(full ? rows[0]!.page_count : 1_000_000))}`.execute(db);
}

it('what was typed while the disk was full comes back, and is saved when it is not', async () => {
  const page = `${application}/form/scenario`;
  const typed = `打了一個小時的內容 <b>\n${'很長。'.repeat(100_000)}`;
  const sections = async () => (await readCase(site.deps.desk.database, application.split('/').at(-1)!))!.sections;

  await diskIsFull(true);
  const auto = await company.post(page, { version: '0', scenario: typed, to: 'auto' });
  expect([auto.status, auto.headers.get('content-type')]).toEqual([503, 'application/json; charset=utf-8']);
  const refused = await company.post(page, { version: '0', scenario: typed, to: 'next' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  const html = await refused.text();
  expect(textOf(html)).toContain('尚未儲存');
  expect(html).toContain('name="scenario" value="打了一個小時的內容 &lt;b&gt;');
  expect(html).toContain(`action="${page}"`);
  expect((await sections())['inference.scenario']).toBeUndefined();

  await diskIsFull(false);
  await company.posted(page, { version: '0', scenario: typed, to: 'next' });
  expect((await sections())['inference.scenario']).toMatchObject({ version: 1 });
});

it('a file that was put in the place of the applications takes no form and shows none, until it is the same one again', async () => {
  const { database } = site.deps.desk;
  if (database.dialect !== 'sqlite') throw new Error('a file is needed');
  const page = `${application}/form/scenario`;
  renameSync(database.path, `${database.path}.away`);
  copyFileSync(`${database.path}.away`, database.path);
  const refused = await company.post(page, { version: '1', scenario: '寫在一份沒有人再打開的檔案', to: 'next' });
  expect([refused.status, (await company.get(page)).status]).toEqual([503, 503]);
  expect(await refused.text()).toContain('寫在一份沒有人再打開的檔案');
  renameSync(`${database.path}.away`, database.path);
  expect(await (await company.get(page)).text()).not.toContain('寫在一份沒有人再打開的檔案');
});

it('while the database of the applications is away: what is posted comes back, the rest of the site answers, and a probe is told', async () => {
  const ready = async () => (await (await fetch(`${site.url}/readyz`)).json()) as { status: string; desk: string };
  expect((await ready()).desk).toBe('ok');
  await site.deps.desk.database.close();
  const page = await company.get(`${application}/form/scenario`);
  expect([page.status, page.headers.get('retry-after'), textOf(await page.text())]).toEqual([
    503,
    '10',
    expect.stringContaining('申請資料暫時無法讀取'),
  ]);
  for (const [path, fields] of [
    [`${application}/form/scenario`, { version: '0', scenario: '打了一個小時', to: 'next' }],
    [`${application}/check`, { key: '打了一個小時', pledgeAccepted: 'yes' }],
    ['/apply/start', { category: '打了一個小時' }],
  ] as const) {
    const refused = await company.post(path, fields);
    expect([path, refused.status]).toEqual([path, 503]);
    expect(await refused.text()).toContain('value="打了一個小時"');
  }
  expect((await company.get('/')).status).toBe(200);
  expect(await ready()).toMatchObject({ status: 'degraded', desk: 'database-closed' });
  const statistics = await company.get('/api/v1/programmes/115/statistics');
  expect([statistics.status, await statistics.json()]).toEqual([
    503,
    expect.objectContaining({ reason: 'database-closed' }),
  ]);
});
