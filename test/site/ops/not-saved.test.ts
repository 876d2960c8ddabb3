import { readCase } from '@aipower/applications/storage';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Applicant, startDesk } from '../apply/applicant.ts';
import type { RunningSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startDesk();
});
afterAll(() => site.stop());

/** Lets the file of the applications grow no further, as a full disk does, or as far as it likes. */
async function diskIsFull(full: boolean): Promise<void> {
  const { db } = site.deps.desk.database;
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql`pragma max_page_count = ${sql.raw(String(full ? rows[0]!.page_count : 1_000_000))}`.execute(db);
}

it('what was typed while the disk was full comes back, and is saved when it is not', async () => {
  const [office] = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const company = new Applicant(site, office!.ubn);
  await company.logIn();
  const application = await company.start('inference');
  const page = `${application}/form/scenario`;
  const typed = `打了一個小時的內容 <b>\n${'很長。'.repeat(100_000)}`;
  const sections = async () => (await readCase(site.deps.desk.database, application.split('/').at(-1)!))!.sections;

  await diskIsFull(true);
  const auto = await company.post(page, { version: '0', scenario: typed, to: 'auto' });
  expect([auto.status >= 500, auto.headers.get('content-type')]).toEqual([true, 'application/json; charset=utf-8']);
  const refused = await company.post(page, { version: '0', scenario: typed, to: 'next' });
  expect(refused.status).toBeGreaterThanOrEqual(500);
  const html = await refused.text();
  expect(textOf(html)).toContain('尚未儲存');
  expect(html).toContain('name="scenario" value="打了一個小時的內容 &lt;b&gt;');
  expect(html).toContain(`action="${page}"`);
  expect((await sections())['inference.scenario']).toBeUndefined();

  await diskIsFull(false);
  await company.posted(page, { version: '0', scenario: typed, to: 'next' });
  expect((await sections())['inference.scenario']).toMatchObject({ version: 1 });
});
