import { type Command, isRefusal } from '@aipower/applications';
import { execute, readCase } from '@aipower/applications/storage';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Entered, eligibleApplication, openProgramme, startRoundSite } from '../site/staff/round-site.ts';
import type { RunningSite } from '../site/start-site.ts';
import { fits } from './acts.ts';
import { launchBrowser } from './browser.ts';

// The officers' side as people meet it who read English: what goes wrong in the middle of the work, and that nothing typed is lost.

const readers = ['demonstration-reviewer-1', 'demonstration-reviewer-2'] as const;
const [reader] = readers;
let site: RunningSite;
let browser: Browser;
const entered: Entered[] = [];
beforeAll(async () => {
  [site, browser] = await Promise.all([startRoundSite(openProgramme()), launchBrowser()]);
  for (let i = 0; i < 4; i++) entered.push(await eligibleApplication(site, 'training'));
  const [programme] = [...site.deps.programmes.values()];
  const by = { kind: 'officer', id: 'demonstration-officer-1' } as const;
  const commands: readonly Command[] = [
    ...readers.map((id) => ({ type: 'reviewer.assign', by, reviewer: id }) as const),
    { type: 'review.open', by },
  ];
  for (const { id } of entered.slice(0, 3)) {
    for (const command of commands) {
      const request = { application: id, command, programme: programme! };
      const done = await execute(site.deps.desk.database, request, '2026-10-13T02:00:00.000Z');
      if (isRefusal(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`);
    }
  }
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function logIn(account: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await logInOn(page, account);
  return page;
}

async function logInOn(page: Page, account: string): Promise<void> {
  await page.goto(`${site.url}/en/staff/login`);
  await page.locator('#account').selectOption(account);
  await page.getByRole('button', { name: 'Log in with this account' }).click();
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const caseOf = async ({ id }: Entered) => (await readCase(site.deps.desk.database, id))!;

test('the masthead says whole who sits there and in which role, in the language of the page', async () => {
  for (const [account, name, role] of [
    ['demonstration-officer-1', 'Sample officer 1 (programme operator)', 'Officer'],
    ['demonstration-chair-1', 'Sample chair 1 (lead agency)', 'Lead agency'],
  ] as const) {
    const page = await logIn(account);
    for (const width of [375, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await fits(page);
      const said = page.locator('.sitter > span > span');
      expect(await said.allTextContents()).toEqual([name, role]);
      const cut = await page.evaluate<boolean>(
        `[...document.querySelectorAll('.sitter > span > span')].some((one) => one.scrollWidth > one.clientWidth)`,
      );
      expect(cut, `${account} at ${width}`).toBe(false);
    }
    await page.context().close();
  }
});

test('a reviewer whose session ends while typing loses nothing', async () => {
  const page = await logIn(reader);
  await page.getByRole('link', { name: entered[0]!.name }).click();
  await press(page, /I have no conflict of interest/);
  const scores = page.locator('input[name^="score-"]');
  const comments = page.locator('textarea[name^="comment-"]');
  await scores.first().waitFor();
  await page.context().clearCookies();
  await scores.first().fill('81');
  await comments.first().fill('The question is clear; the figures are not.');
  await page.getByText('Automatic saving failed').waitFor();
  expect(await comments.first().inputValue()).toContain('the figures are not');
  await press(page, 'Save');
  await page.getByRole('heading', { name: 'Log in and send again' }).waitFor();
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: /new tab/ }).click()]);
  await logInOn(tab, reader);
  await tab.close();
  await press(page, 'Send');
  expect(await scores.first().inputValue()).toBe('81');
  expect(await comments.first().inputValue()).toContain('the figures are not');
  expect((await caseOf(entered[0]!)).reviews[0]!.state).toBe('reading');
  await page.context().close();
});

test('what is typed before the script has come, or while a save is on its way, is saved by itself', async () => {
  const page = await logIn(reader);
  /** Whatever is asked for by this method at such an address waits to be let go. */
  const hold = async (address: RegExp, method: string) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(address, async (route) => {
      if (route.request().method() === method) await released;
      await route.fallback();
    });
    return release;
  };
  const saves = (score: string) => page.waitForRequest((one) => one.postData()?.includes(`=${score}&`) ?? false);
  const scripts = await hold(/\/draft[^/]*\.js/, 'GET');
  const posts = await hold(/\/staff\/reviews\//, 'POST');
  // The page is loaded when its scripts are, so what is pressed here does not wait for it.
  await page.getByRole('link', { name: entered[0]!.name }).click({ noWaitAfter: true });
  const score = page.locator('input[name^="score-"]').first();
  await score.fill('63');
  const early = saves('63');
  scripts();
  await early;
  await score.fill('47');
  const late = saves('47');
  posts();
  expect((await (await late).response())!.status()).toBe(200);
  await page.reload();
  expect(await score.inputValue()).toBe('47');
  await page.context().close();
});

test('a second window on a submitted review shows what was sent, and beside it what was typed since', async () => {
  const page = await logIn(reader);
  await page.getByRole('link', { name: entered[0]!.name }).click();
  await page.locator('#answers').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  const scores = page.locator('input[name^="score-"]');
  const comments = page.locator('textarea[name^="comment-"]');
  for (let i = 0; i < (await scores.count()); i++) {
    await scores.nth(i).fill('70');
    await comments.nth(i).fill('Sound.');
  }
  await press(page, 'Submit review');
  await page.getByText('Your review has been submitted.').waitFor();
  await other.locator('textarea[name^="comment-"]').first().fill('Changed my mind.');
  await other.locator('input[name^="score-"]').first().fill('20');
  await press(other, 'Save');
  await other.getByText('What you typed, not saved').waitFor();
  expect(await other.locator('.error-summary').textContent()).toContain('20 Changed my mind.');
  expect(await other.locator('.criterion').first().textContent()).toContain('70');
  expect(await other.locator('main').textContent()).toContain('Weighted total 70.00');
  await fits(other);
  await page.context().close();
});

test('what waits for a reviewer stands above what was sent', async () => {
  const page = await logIn(reader);
  const named = await page.locator('.cases li').allTextContents();
  expect(named).toHaveLength(3);
  expect(named[2]).toContain(entered[0]!.name);
  expect(await page.locator('.lead').textContent()).toBe('2 of 3 to review.');
  await page.context().close();
});
