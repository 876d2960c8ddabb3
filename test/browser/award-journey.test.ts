import { readCase } from '@aipower/applications/storage';
import { seedDemonstration } from '@aipower/site/demonstration/seed';
import { tickDesk } from '@aipower/site/desk/ticking';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseAt } from '../site/staff/officer.ts';
import { type RunningSite, startSite } from '../site/start-site.ts';
import { actsAtEveryWidth, fits } from './acts.ts';
import { offerAxe, violationsOf } from './axe.ts';
import { launchBrowser } from './browser.ts';

// After the award, in a real browser: an officer, the company, the auditor. Axe looks at each page they work on, and whatever they press is
// tried at 375, 768 and 1280 pixels and pressed at each of them in turn.

let site: RunningSite;
let browser: Browser;
let award: { readonly id: string; readonly ubn: string };
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ register: 'sample', demonstration: true }), launchBrowser()]);
  offerAxe(site.server);
  await seedDemonstration(site.deps);
  await tickDesk(site.deps);
  award = await caseAt(site, 'approved', (n) => n < 4);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function open(width = 768): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 1024 } });
  const page = await context.newPage();
  return page;
}
async function logIn(account: string, width?: number): Promise<Page> {
  const page = await open(width);
  await page.goto(`${site.url}/staff/login`);
  await page.locator('#account').selectOption(account);
  await page.locator('form[action$="/demonstration"] button').click();
  return page;
}
async function looked(page: Page): Promise<void> {
  expect(await violationsOf(page, 'screen'), page.url()).toEqual([]);
  await fits(page);
}
/** The menu is folded at this width. */
async function menu(page: Page, name: string): Promise<void> {
  await page.locator('.menu > summary').click();
  await page.getByRole('link', { name, exact: true }).first().click();
}
const act = actsAtEveryWidth();
const press = (page: Page, name: string) => act(page.getByRole('button', { name, exact: true }).first());
const caseOf = async () => (await readCase(site.deps.desk.database, award.id))!;

test('an officer starts an award, imports its use from a pasted table, and finds it on the page', async () => {
  const page = await logIn('demonstration-officer-1');
  await menu(page, '核定與使用');
  await page.locator('tbody tr', { hasText: '待啟用' }).first().waitFor();
  await page.goto(`${site.url}/staff/${award.id}/award`);
  await page.locator('#start-day').fill('115/10/20');
  await press(page, '啟用');
  await page.locator('#weeks').waitFor();
  expect((await caseOf()).award!.state).toBe('active');
  await looked(page);
  await page.goto(`${site.url}/staff/usage`);
  await page
    .locator('#table')
    .last()
    .fill(`案號\t使用日\tGPU時數\n${(await caseOf()).receiptNo}\t115/10/20\t6`);
  await press(page, '讀取');
  await looked(page);
  await press(page, '匯入');
  expect((await caseOf()).award!.usage).toEqual({ '2026-10-20': 12 });
  await page.context().close();
});

test('the company reads its use and hands in three links; the officer accepts them', async () => {
  const page = await companyAt(768);
  await page.goto(`${site.url}/apply/${award.id}`);
  await act(page.getByRole('link', { name: '核定、使用與應辦事項' }));
  await act(page.locator('#duty-closing-report summary').first());
  for (const name of ['report', 'slides', 'video']) {
    await page.locator(`#link-closing-report-${name}`).fill(`https://example.tw/${name}`);
  }
  await looked(page);
  await act(page.locator('#duty-closing-report button'));
  await page.locator('#duty-closing-report', { hasText: '已收件，待確認' }).waitFor();
  await page.context().close();
  const officer = await logIn('demonstration-officer-2');
  await officer.goto(`${site.url}/staff/duties`);
  await looked(officer);
  await act(officer.locator('tbody tr', { hasText: '已收件' }).locator('a').first());
  await press(officer, '確認完成');
  expect((await caseOf()).obligations[0]!.state).toBe('accepted');
  await officer.context().close();
});

test('the auditor filters the log and proves it', async () => {
  const page = await logIn('demonstration-auditor-1');
  await menu(page, '事件紀錄');
  await page.locator('#number').fill((await caseOf()).receiptNo!);
  await press(page, '顯示');
  await page.locator('tbody tr', { hasText: '匯入使用紀錄' }).waitFor();
  await looked(page);
  await press(page, '驗證整份紀錄');
  await page.locator('#proof', { hasText: '全部相符' }).waitFor();
  await page.context().close();
});

/** From the login to what a role works on: a link of the menu, then links of the pages. Axe is asked elsewhere, in every state. */
const ways = [
  ['officer', '/staff/awards', 'main tbody a', 'main details summary'],
  ['chair', '/staff/rounds', 'main a[href$="/training/2"]', 'main a[href$="/meeting"]', 'main tbody a'],
  ['reviewer', '/staff', 'main .cases a'],
  ['auditor', '/staff/audit', 'main form:has(#number) button', 'main tbody summary'],
  ['company', '/apply', 'main .cases a', 'main a[href$="/award"]'],
] as const;
const guises = [
  ['zh', 375],
  ['en', 1280],
] as const;

test.each(ways.flatMap(([role, ...way]) => guises.map(([language, width]) => [role, language, width, way] as const)))(
  'the %s finds the way in %s at %i pixels',
  async (role, language, width, [first, ...others]) => {
    const page = role === 'company' ? await companyAt(width) : await logIn(`demonstration-${role}-1`, width);
    await page.goto(site.url + (language === 'en' ? '/en' : '') + (role === 'company' ? '/apply' : '/staff'));
    const link = page.locator(`.masthead nav a[href$="${first}"]`);
    if (!(await link.isVisible())) await page.locator('.menu > summary').click();
    await link.click();
    await fits(page);
    for (const way of others) {
      await page.locator(way).first().click();
      await page.waitForLoadState();
      await fits(page);
    }
    expect(await page.locator('html').getAttribute('lang')).toMatch(language);
    await page.context().close();
  },
);

async function companyAt(width: number): Promise<Page> {
  const page = await open(width);
  await page.goto(`${site.url}/apply/login`);
  await page.locator('#ubn').selectOption(award.ubn);
  await page.locator('form[action$="/demonstration"] button').first().click();
  return page;
}
