import { readCase } from '@aipower/applications/storage';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Entered, eligibleApplication, openProgramme, startRoundSite } from '../site/staff/round-site.ts';
import type { RunningSite } from '../site/start-site.ts';
import { actsAtEveryWidth, fits } from './acts.ts';
import { offerAxe, violationsOf } from './axe.ts';
import { launchBrowser } from './browser.ts';

// An officer, reviewers and the chairs of the meeting, in a real browser: each page they work on is asked by axe, and whatever they press
// is tried at 375, 768 and 1280 pixels and pressed at each of them in turn.

let site: RunningSite;
let browser: Browser;
const entered: Entered[] = [];
beforeAll(async () => {
  [site, browser] = await Promise.all([startRoundSite(openProgramme()), launchBrowser()]);
  offerAxe(site.server);
  for (let i = 0; i < 2; i++) entered.push(await eligibleApplication(site, 'training'));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function logIn(account: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 768, height: 1024 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${site.url}/staff/login`);
  await page.locator('#account').selectOption(account);
  await page.locator('form[action$="/demonstration"] button').click();
  return page;
}

async function looked(page: Page): Promise<void> {
  expect(await violationsOf(page, 'screen'), page.url()).toEqual([]);
  await fits(page);
}
const act = actsAtEveryWidth();
const press = (page: Page, name: string | RegExp) => act(page.getByRole('button', { name }).first());
/** Who was given an application. */
const readersOf = async (one: Entered) => (await caseOf(one)).reviews.map(({ reviewer }) => reviewer);
const caseOf = async ({ id }: Entered) => (await readCase(site.deps.desk.database, id))!;
const round = '/staff/rounds/115/training/3';

test('an officer takes the suggestions and opens the review', async () => {
  const page = await logIn('demonstration-officer-1');
  await page.goto(`${site.url}${round}/assign?each=2`);
  await looked(page);
  await press(page, '指派勾選的委員');
  await press(page, /^開始審查/);
  expect((await caseOf(entered[0]!)).main).toBe('under-review');
  await page.context().close();
});

test('a reviewer declares, scores beside the text, leaves, finds the draft again and sends it', async () => {
  const page = await logIn((await readersOf(entered[0]!))[0]!);
  await act(page.getByRole('link', { name: entered[0]!.name }));
  await looked(page);
  await press(page, '聲明無利益衝突，開始審查');
  await looked(page);
  const scores = page.locator('input[name^="score-"]');
  const comments = page.locator('textarea[name^="comment-"]');
  await scores.first().fill('88');
  await comments.first().fill('題目明確。');
  // Written while it is typed: nobody pressed a button.
  await page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok());
  await page.reload();
  expect(await scores.first().inputValue()).toBe('88');
  for (let i = 0; i < (await scores.count()); i++) {
    await scores.nth(i).fill(String(70 + i));
    await comments.nth(i).fill('說明清楚。');
  }
  await page.locator('#level').selectOption('L1');
  await press(page, '送出意見');
  expect(await page.locator('.banner').first().textContent()).toContain('加權總分');
  await looked(page);
  await page.context().close();
});

test('without scripts the others are scored as well', async () => {
  for (const one of entered) {
    for (const account of await readersOf(one)) {
      const page = await logIn(account, false);
      await page.goto(`${site.url}/staff/reviews/${one.id}`);
      const declare = page.getByRole('button', { name: '聲明無利益衝突，開始審查' });
      if ((await declare.count()) === 0) {
        await page.context().close();
        continue;
      }
      await declare.click();
      const scores = page.locator('input[name^="score-"]');
      for (let i = 0; i < (await scores.count()); i++) {
        await scores.nth(i).fill(String(60 + 5 * i));
        await page.locator('textarea[name^="comment-"]').nth(i).fill('可行。');
      }
      await page.getByRole('button', { name: '送出意見' }).click();
      await page.context().close();
    }
  }
  const officer = await logIn('demonstration-officer-1', false);
  await officer.goto(`${site.url}${round}/assign`);
  await press(officer, /^結束評分/);
  for (const one of entered) expect((await caseOf(one)).main).toBe('scored');
  await officer.context().close();
});

test('the chair reads the table, moves the line, convenes, proposes; the second confirms and publishes', async () => {
  const chair = await logIn('demonstration-chair-1');
  await chair.goto(`${site.url}/staff/rounds`);
  await act(chair.getByRole('link', { name: '模型訓練類 第三梯次' }));
  await looked(chair);
  await chair.locator('#above').fill('1');
  await press(chair, '移動');
  expect(await chair.locator('main').textContent()).toContain('線上 1 件');
  await chair.goto(`${site.url}${round}/papers`);
  expect(await violationsOf(chair, 'print')).toEqual([]);
  await chair.goto(`${site.url}${round}/meeting`);
  await looked(chair);
  await chair.locator('#on').fill('115/11/02');
  await press(chair, /^召開會議/);
  await act(chair.locator('tbody th a').first());
  for (let i = 0; i < entered.length; i++) {
    await looked(chair);
    await chair.locator('[name="outcome"][value="approved"]').check();
    await chair.locator('#level').selectOption('L1');
    await chair.locator('#reason').fill('會議決議。');
    await press(chair, '提出決定');
  }
  const second = await logIn('demonstration-chair-2');
  await second.goto(`${site.url}${round}/meeting`);
  await looked(second);
  for (const box of await second.locator('[name="proposal"]').all()) await box.check();
  await press(second, '確認勾選的決定');
  await second.goto(`${site.url}${round}/publication`);
  await looked(second);
  await press(second, '提出公告');
  await chair.goto(`${site.url}${round}/publication`);
  await press(chair, '名單無誤，公告');
  await chair.goto(`${site.url}/programme/115/results`);
  for (const { name } of entered) expect(await chair.locator('main').textContent()).toContain(name);
  await looked(chair);
  await chair.context().close();
  await second.context().close();
});
