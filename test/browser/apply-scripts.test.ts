import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCase } from '@aipower/applications/storage';
import { pathsFor } from '@aipower/site/page/paths';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesk } from '../site/apply/applicant.ts';
import type { RunningSite } from '../site/running-site.ts';
import { launchBrowser } from './browser.ts';

// What the scripts of the application form do when things come in another order than they were thought of: the script late, two
// clicks, a page that is left, a save that fails, a second tab. Nothing typed is lost, and nothing done is said to be undone.

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startDesk(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

let taken = 20;
/** A company at its new application, in a browser of its own. */
async function newDraft(options: Parameters<Browser['newContext']>[0] = {}): Promise<{ page: Page; address: string }> {
  const context = await browser.newContext(options);
  const offices = site.deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const { ubn } = offices[taken++]!;
  const page = await context.newPage();
  await page.goto(`${site.url}/apply/login`);
  await page.locator('#ubn').selectOption(ubn);
  await page.locator('form[action$="/demonstration"] button').first().click();
  await page.goto(`${site.url}/apply/start`);
  await page.locator('input[value="inference"]').check();
  // Without scripts the second click takes the place of the first one's navigation, so what counts is where it ends.
  const arrives = (path: string) => expect.poll(() => new URL(page.url()).pathname).toMatch(path);
  await page.locator('main form button').dblclick();
  await arrives('/notices');
  await page.locator('main form button').dblclick();
  await arrives('/form/company');
  await page.waitForLoadState();
  return { page, address: page.url().replace('/form/company', '') };
}

const stored = async (address: string, section: string) => {
  const { db } = site.deps.desk.database;
  const rows = await db
    .selectFrom('desk_draft_section')
    .select(['version', 'body'])
    .where('application', '=', address.split('/').at(-1)!)
    .where('section', '=', section)
    .execute();
  const [row] = rows;
  return row ? { version: row.version, ...(JSON.parse(row.body) as Record<string, string>) } : null;
};
/** Waits until what is stored says so: a save is on its way meanwhile. */
const becomes = (address: string, section: string, text: string) =>
  expect
    .poll(() => stored(address, section).then((one) => one?.[section.split('.').at(-1)! as 'version']), {
      timeout: 60_000,
    })
    .toBe(text);
const saved = (page: Page, text: string) => page.locator('#saved', { hasText: text }).waitFor();

test('Enter in a field saves the page, and does not press the switch of language', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, address } = await newDraft({ javaScriptEnabled });
    await page.locator('#address').fill('示範路 1 號');
    await page.locator('#address').press('Enter');
    await page.locator('#saved', { hasText: '已儲存，可以隨時離開' }).waitFor();
    expect(page.url()).toBe(`${address}/form/company`);
    expect(await page.locator('#address').inputValue()).toBe('示範路 1 號');
    await page.locator('.language button').click();
    await page.waitForURL(/\/en\/apply/);
    expect(await page.locator('#address').inputValue()).toBe('示範路 1 號');
    await page.context().close();
  }
});

test('what is typed is saved when the page is left by a link, by a reload, and when its tab is hidden', async () => {
  const { page, address } = await newDraft();
  await page.goto(`${address}/form/scenario`);
  await page.locator('#scenario').fill('打了就走');
  await page.locator('main nav a[href$="/form/benefits"]').click();
  await page.waitForURL('**/form/benefits');
  await becomes(address, 'inference.scenario', '打了就走');
  await page.goBack();
  await page.locator('#scenario').fill('重新整理');
  await page.reload();
  await becomes(address, 'inference.scenario', '重新整理');
  await page.goto(`${address}/form/scenario`);
  expect(await page.locator('#scenario').inputValue()).toBe('重新整理');
  await page.locator('#scenario').fill('換到別的分頁');
  // A phone tells no more than this before it ends a page.
  await page.locator('body').evaluate((body) => {
    Object.defineProperty(body.ownerDocument, 'visibilityState', { value: 'hidden' });
    body.ownerDocument.dispatchEvent(new Event('visibilitychange'));
  });
  await becomes(address, 'inference.scenario', '換到別的分頁');
  await page.context().close();
});

test('a page that is come back to shows what was saved last, and is saved from there', async () => {
  const { page, address } = await newDraft();
  await page.goto(`${address}/form/scenario`);
  await page.locator('#scenario').fill('第一次');
  await page.locator('button[value=next]').click();
  await page.waitForURL('**/form/benefits');
  await page.goto(`${address}/form/scenario`);
  await page.locator('#scenario').fill('第二次');
  await page.locator('button[value=next]').dblclick();
  await page.waitForURL('**/form/benefits');
  for (let i = 0; i < 3; i++) await page.goBack();
  await page.waitForURL('**/form/scenario');
  expect(await page.locator('#scenario').inputValue()).toBe('第二次');
  await page.locator('#scenario').fill('回來再改');
  await saved(page, '已自動儲存');
  await page.locator('button[value=here]').click();
  await saved(page, '可以隨時離開');
  expect(await stored(address, 'inference.scenario')).toMatchObject({ scenario: '回來再改' });
  await page.context().close();
});

test('a save that fails is said, is tried again when the line is back, and the button waits for one that is on its way', async () => {
  const { page, address } = await newDraft();
  await page.goto(`${address}/form/scenario`);
  await page.context().setOffline(true);
  await page.locator('#scenario').fill('斷線時打的字');
  await saved(page, '自動儲存沒有完成');
  await page.context().setOffline(false);
  await saved(page, '已自動儲存');
  expect(await stored(address, 'inference.scenario')).toMatchObject({ scenario: '斷線時打的字' });

  // A slow line: the answer to a save comes late, and somebody presses the button twice before.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const isSave = (body: string | null) => body?.includes('to=auto') ?? false;
  const posts: string[] = [];
  await page.route('**/form/scenario', async (route) => {
    const body = route.request().postData();
    if (route.request().method() === 'POST') posts.push(isSave(body) ? 'save' : 'button');
    if (isSave(body)) await held;
    await route.continue();
  });
  const sending = page.waitForRequest((request) => isSave(request.postData()));
  await page.locator('#scenario').fill('慢慢來');
  await sending;
  await page.locator('#scenario').fill('慢慢來，又改了');
  await page.locator('button[value=next]').click();
  await page.locator('button[value=next]').click();
  expect(posts).toEqual(['save']);
  release();
  await page.waitForURL('**/form/benefits');
  expect(posts).toEqual(['save', 'button']);
  expect(await stored(address, 'inference.scenario')).toMatchObject({ scenario: '慢慢來，又改了' });
  await page.context().close();
});

test('what was typed before the script came is counted and saved', async () => {
  const { page, address } = await newDraft();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/draft.js*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${address}/form/scenario`, { waitUntil: 'commit' });
  await page.locator('#scenario').fill('𠮷野家\n兩行');
  expect(await page.locator('#scenario-count').textContent()).toMatch(/^0／/);
  release();
  await page.locator('#scenario-count', { hasText: /^6／/ }).waitFor();
  await saved(page, '已自動儲存');
  await page.reload();
  // The server counts the same.
  expect(await page.locator('#scenario-count').textContent()).toMatch(/^6／/);
  const max = Number(await page.locator('#scenario').getAttribute('data-max'));
  await page.locator('#scenario').fill('字'.repeat(max + 1));
  await page.locator('#scenario-count.warn-text', { hasText: `${(max + 1).toLocaleString('en')}／` }).waitFor();
  await page.context().close();
});

test('a second tab is told, its text stays on the page, and both are shown by the button', async () => {
  const { page, address } = await newDraft();
  await page.goto(`${address}/form/scenario`);
  const other = await page.context().newPage();
  await other.goto(`${address}/form/scenario`);
  await other.locator('#scenario').fill('另一個分頁');
  await other.locator('button[value=here]').click();
  await saved(other, '可以隨時離開');
  await page.locator('#scenario').fill('這個分頁');
  await saved(page, '比對兩份內容');
  // Not to be left without a question.
  const asked = page.waitForEvent('dialog');
  const left = page.goto(`${address}/form/benefits`).catch(() => null);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await left;
  expect(await page.locator('#scenario').inputValue()).toBe('這個分頁');
  await page.locator('button[value=here]').click();
  await page.locator('h1', { hasText: '另一個視窗儲存過' }).waitFor();
  expect(await page.locator('main').textContent()).toMatch(/另一個分頁[\s\S]*這個分頁/);
  await page.context().close();
});

test('the pre-check counts as its check does, also what stood there before the script came', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.url + pathsFor('zh').precheck());
  const area = page.locator('textarea[data-most]').first();
  await page.locator('details:has(textarea[data-most]) > summary').first().click();
  await area.fill('𠮷\n野');
  const counter = area.locator('xpath=following-sibling::*[contains(@class, "counter")]');
  expect(await counter.textContent()).toMatch(/^3／/);
  await page.locator('input[name=category]').first().check();
  await page.locator('#precheck-form > button').click();
  await page.waitForURL('**/precheck/result');
  expect(await counter.textContent()).toMatch(/^3／/);
  await page.context().close();
});

test.each([true, false])(
  'a wrong file loses nothing that was typed, with JavaScript: %s',
  async (javaScriptEnabled) => {
    const wrong = join(tmpdir(), `aipower-${process.pid}-不是草稿.txt`);
    writeFileSync(wrong, '這不是 JSON');
    const { page, address } = await newDraft({ javaScriptEnabled });
    await page.goto(`${address}/check`);
    await page.locator('#pledgeAccepted').check();
    for (const [chosen, said] of [
      [[], '還沒有選檔案'],
      [[wrong], '不是完整的 JSON 檔'],
    ] as const) {
      await page.locator('#file-input').setInputFiles([...chosen]);
      await page.locator('button[formenctype]').click();
      await page.locator('.error-summary', { hasText: said }).waitFor();
      expect(await page.locator('#pledgeAccepted').isChecked()).toBe(true);
    }
    // The link of the summary leads to the box.
    await page.locator('.error-summary a').click();
    expect(new URL(page.url()).hash).toBe('#file-input');
    expect((await readCase(site.deps.desk.database, address.split('/').at(-1)!))!.main).toBe('draft');

    await page.goto(site.url + pathsFor('zh').precheck());
    await page.locator('#topic').fill('打了很久的主題');
    await page.locator('a[href="#bring"]').click();
    await page.locator('#bring > summary').click();
    await page.locator('#file').setInputFiles(wrong);
    await page.locator('#bring button').click();
    await page.locator('.error-summary', { hasText: '不是完整的 JSON 檔' }).waitFor();
    expect(await page.locator('#topic').inputValue()).toBe('打了很久的主題');
    await page.context().close();
    rmSync(wrong);
  },
);

test('two clicks on the clock of the demonstration are one day', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.url}/demonstration`);
  const posts: string[] = [];
  page.on('request', (one) => one.method() === 'POST' && posts.push(one.url()));
  const before = site.deps.clock.now().getTime();
  await Promise.all([
    page.waitForEvent('domcontentloaded'),
    page.locator('form[action$="/clock/day"] button').dblclick(),
  ]);
  expect(posts).toHaveLength(1);
  const days = (site.deps.clock.now().getTime() - before) / 86_400_000;
  expect(Math.round(days)).toBe(1);
  await page.context().close();
});
