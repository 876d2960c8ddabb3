import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSampleSite } from '../site/sample-site.ts';
import type { RunningSite } from '../site/start-site.ts';
import { launchBrowser } from './browser.ts';
import { enter, tabTo, typeInto } from './keyboard.ts';

// What journeys.test.ts leaves out of the desk: near numbers, wrong columns, the download, the second try, the print.
// Without JavaScript, by keyboard alone, on the sample register.

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSampleSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function visit(path: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(site.url + path);
  return page;
}

const field = (page: Page, name: string) => page.locator(`main form [name="${name}"]:not([type="hidden"])`).first();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Chooses from a list as arrow keys do, counted from what is chosen. */
async function arrowDown(page: Page, name: string, steps: number): Promise<void> {
  await tabTo(page, field(page, name));
  for (let i = 0; i < steps; i++) await page.keyboard.press('ArrowDown');
}

test('a number with a slip: the near one is offered, and taken only when followed', async () => {
  const page = await visit('/verify');
  await arrowDown(page, 'scheme', 4);
  await typeInto(page, field(page, 'number'), '示範-AI-001O');
  await typeInto(page, field(page, 'on'), '115/08/01');
  await enter(page, button(page, '查驗'));
  expect(await page.locator('#verdict').textContent()).toContain('查無');
  await enter(page, page.getByRole('link', { name: '是否要查：示範-AI-0010（人工智慧）' }));
  expect(await page.locator('#verdict').textContent()).toContain('有效');
  expect(await page.locator('.days').textContent()).toContain('廢止');
  expect(await field(page, 'on').inputValue()).toBe('115/08/01');
  await page.context().close();
});

test('a sheet whose columns are not recognised is put right and taken home', async () => {
  const page = await visit('/verify/sheet');
  await typeInto(page, field(page, 'paste'), '甲\t乙\n示範-AI-0001\t00000254\n示範-AI-9999\t00000254');
  await enter(page, button(page, '查驗'));
  await arrowDown(page, 'col-ubn', 2);
  await arrowDown(page, 'col-number', 1);
  await arrowDown(page, 'scheme', 4);
  await enter(page, button(page, '重新查驗'));
  expect(await page.locator('.kinds').textContent()).toMatch(/查無\s*1[\s\S]*有效\s*1/);
  await tabTo(page, button(page, '下載 CSV（試算表用）'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const csv = readFileSync((await download.path())!, 'utf8');
  expect(
    csv
      .split('\r\n')
      .slice(1, 3)
      .map((line) => line.split(',')[0]),
  ).toEqual(['示範-AI-0001', '示範-AI-9999']);
  await page.context().close();
});

test('an applicant changes the text after the result and types nothing else again', async () => {
  const page = await visit('/en/precheck');
  await tabTo(page, field(page, 'category'));
  await page.keyboard.press('Space');
  await typeInto(page, field(page, 'ubn'), '00000276');
  await typeInto(page, field(page, 'text'), '以產線影像找出金屬刮傷與毛邊的瑕疵檢測系統');
  await enter(page, button(page, 'Check'));
  expect(await page.locator('.needed').textContent()).toContain('4.6.1');
  await tabTo(page, page.locator('summary', { hasText: 'Change and check again' }));
  await page.keyboard.press('Enter');
  await typeInto(page, field(page, 'text'), '客服聊天機器人自動回覆顧客問題');
  await enter(page, button(page, 'Check'));
  expect(await page.locator('.own-text').textContent()).toContain('客服聊天機器人');
  expect(await field(page, 'ubn').inputValue()).toBe('00000276');
  await page.context().close();
});

test('the print of an application leaves the form out and the reasons in', async () => {
  const page = await visit('/verify/application');
  await typeInto(page, field(page, 'ubn'), '00000254');
  await typeInto(page, field(page, 'ai'), '示範-AI-0001');
  await enter(page, button(page, '查驗'));
  expect(await page.locator('main').textContent()).toContain('填報 1 項，1 項於基準日有效且為申請者所有');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main form').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('#verdict-ai').isVisible()).toBe(true);
  await page.context().close();
});
