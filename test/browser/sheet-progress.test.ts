import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSampleSite } from '../site/sample-site.ts';
import type { RunningSite } from '../site/start-site.ts';
import { offerAxe, violationsOf } from './axe.ts';
import { launchBrowser } from './browser.ts';

// The sheet of the desk with JavaScript: what is seen and said on the way, and what is left when the way breaks.

const header = '案號,公司名稱,統一編號,登錄類別,證書編號,備註';
const rows = Array.from(
  { length: 4_000 },
  (_, i) => `S-${i},示範標註工坊股份有限公司,00000254,人工智慧,${i % 2 ? '示範-AI-0001' : '示範-AI-9999'},第${i}筆備註`,
);
const csv = (count: number) => ({
  name: '名單.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows.slice(0, count)].join('\r\n')),
});

let browser: Browser;
let site: RunningSite;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  site = await startSampleSite();
  offerAxe(site.server);
  page = await (await browser.newContext()).newPage();
  line = await page.context().newCDPSession(page);
});
afterEach(async () => {
  await page.context().close();
  await site.stop();
});

let line: CDPSession;
/** Lets the page send so many bytes a second, as a line of that width would; -1: as many as it can. */
async function throttle(bytesPerSecond: number): Promise<void> {
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  });
}

interface Seen {
  readonly percents: number[];
  readonly said: string[];
  /** When it was said, in milliseconds of the page's clock. */
  readonly at: number[];
  readonly unknown: number;
}

/** Writes down every value the bar takes and every word the live region says, as somebody watching would. */
async function watch(): Promise<() => Promise<Seen>> {
  await page.evaluate(`{
    const seen = (globalThis.seen = { percents: [], said: [], at: [], unknown: 0 });
    const bar = document.querySelector('progress');
    const status = document.querySelector('[role=status]');
    new MutationObserver(() => {
      if (bar.position < 0) seen.unknown++;
      else seen.percents.push(bar.value);
    }).observe(bar, { attributes: true });
    new MutationObserver(() => status.textContent && seen.at.push(performance.now()) && seen.said.push(status.textContent)).observe(status, { childList: true });
  }`);
  return () => page.evaluate<Seen>('globalThis.seen');
}

const send = () => page.getByRole('button', { name: '查驗', exact: true }).click();
const oneKind = () => page.getByRole('button', { name: '查無 2,000 項' });
const chosen = () =>
  page.locator('#file').evaluate((input) => (input as unknown as { files: { name: string }[] }).files[0]?.name);
const focused = (selector: string) => page.locator(`${selector}:focus`).count();

test('thousands of rows: the bar follows the upload, little is said, and the answer takes the place of the page', async () => {
  await page.goto(`${site.url}/verify/sheet`);
  const file = csv(4_000);
  await page.locator('#file').setInputFiles(file);
  await page.locator('#on').fill('115/08/01');
  // Not done before it has been looked at, however busy the machine is.
  await throttle(file.buffer.length / 30);
  const seen = await watch();
  await send();
  await page.locator('progress').waitFor();
  expect(await page.getByRole('progressbar', { name: '正在上傳清單' }).count()).toBe(1);
  expect(await violationsOf(page, 'screen')).toEqual([]);
  // Pressed again, it is not sent twice.
  await page.getByRole('button', { name: '查驗', exact: true }).press('Enter');
  await expect.poll(async () => new Set((await seen()).percents).size).toBeGreaterThan(4);
  await throttle(-1);
  await page.locator('.kinds').waitFor();
  const { percents, said, at, unknown } = await seen();
  expect(percents.filter((one) => one > 0 && one < 100).length).toBeGreaterThan(3);
  expect(percents).toEqual([...percents].sort((a, b) => a - b));
  expect(unknown).toBeGreaterThan(0);
  // A slow upload is told every few seconds, no more.
  expect(said.filter((one) => !/^\d+%$/.test(one))).toEqual(['正在上傳清單', '上傳完成，正在逐列查驗']);
  const told = said.flatMap((one, i) => (/^\d+%$/.test(one) ? [at[i]! - at[i - 1]!] : []));
  for (const pause of told) expect(pause).toBeGreaterThan(4_900);

  expect(await page.locator('.kinds').textContent()).toMatch(/查無\s*2,000 項[\s\S]*有效\s*2,000 項/);
  expect(await page.locator('.answer').textContent()).toContain('共 4,000 項：2,000 項有效且登錄於申請者');
  expect(page.url()).toBe(`${site.url}/verify/sheet`);
  // A matrix is read from its heading on.
  expect(await focused('h1')).toBe(1);
  expect(await page.locator('.upload').isVisible()).toBe(false);

  // One kind, and a place on the page: each step can be gone back.
  await oneKind().click();
  await page.getByText('只列出有「查無」的申請，共 2,000 件').waitFor();
  await page.goBack();
  await page.getByText('只列出有「查無」的申請').waitFor({ state: 'detached' });
  await page.locator('a[href="#columns"]').click();
  // The link opens what it leads to.
  expect(await page.locator('#col-number').isVisible()).toBe(true);
  await page.goBack();
  await page.goBack();
  await page.locator('#file').waitFor();
  expect([await chosen(), await page.locator('#on').inputValue()]).toEqual(['名單.csv', '115/08/01']);
  await page.goForward();
  await page.locator('.kinds').waitFor();
  // The answer that came back still works: its download leaves it standing.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下載 CSV（試算表用）' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('名單-查驗結果.csv');
  // A reload, and the way back from a near number, ask for the answer again with the table that came with it.
  await page.reload();
  await page.locator('.kinds').waitFor();
  await page.goto(`${site.url}/verify`);
  await page.goBack();
  await page.locator('.kinds').waitFor();
  expect(await page.locator('.kinds').textContent()).toMatch(/查無\s*2,000 項[\s\S]*有效\s*2,000 項/);
  await oneKind().click();
  await page.getByText('只列出有「查無」的申請').waitFor();
  await page.reload();
  await page.getByText('只列出有「查無」的申請').waitFor();
  await page.goBack();
  await page.getByText('只列出有「查無」的申請').waitFor({ state: 'detached' });
  // The address typed again is the empty form, also after a reload.
  await page.locator('.kinds').waitFor();
  await page.goto(page.url());
  await page.locator('#file').waitFor();
  await page.reload();
  await page.waitForLoadState();
  expect([await page.locator('.kinds').count(), await chosen()]).toEqual([0, undefined]);
});

test('the server goes away in the middle: one sentence, the form as it was, and the second try works', async () => {
  await page.goto(`${site.url}/verify/sheet`);
  const file = csv(4_000);
  await page.locator('#file').setInputFiles(file);
  await page.locator('#on').fill('115/08/01');
  await page.locator('#scheme').selectOption('ai');
  await throttle(file.buffer.length / 40);
  const seen = await watch();
  await send();
  await expect.poll(async () => (await seen()).percents.at(-1) ?? 0).toBeGreaterThan(10);
  const { port } = site.server.address() as { port: number };
  site.server.closeAllConnections();
  await new Promise((resolve) => site.server.close(resolve));
  const sentence = page.locator('.upload').getByText('連線中斷，沒有收到結果');
  await sentence.waitFor();
  expect((await seen()).said.at(-1)).toContain('連線中斷');
  expect(await page.locator('progress').isVisible()).toBe(false);
  expect([await chosen(), await page.locator('#on').inputValue(), await page.locator('#scheme').inputValue()]).toEqual([
    '名單.csv',
    '115/08/01',
    'ai',
  ]);
  expect(await focused('button')).toBe(1);
  expect(await violationsOf(page, 'screen')).toEqual([]);

  // Away altogether, and back again.
  await send();
  await sentence.waitFor();
  await new Promise<void>((resolve) => site.server.listen(port, '127.0.0.1', resolve));
  await throttle(-1);
  await send();
  await page.locator('.kinds').waitFor();
  expect(await page.locator('.kinds').textContent()).toContain('2,000');
});

test('an upload can be cancelled, and the server takes that for what it is', async () => {
  const failures: unknown[] = [];
  site.deps.log.error = (what: unknown) => void failures.push(what);
  await page.goto(`${site.url}/verify/sheet`);
  const file = csv(4_000);
  await page.locator('#file').setInputFiles(file);
  await throttle(file.buffer.length / 40);
  const seen = await watch();
  await send();
  await expect.poll(async () => (await seen()).percents.at(-1) ?? 0).toBeGreaterThan(5);
  await page.getByRole('button', { name: '取消' }).click();
  await page.locator('.upload').getByText('已取消').waitFor();
  expect([await chosen(), await focused('button')]).toEqual(['名單.csv', 1]);
  // Another visitor's answer comes after the server has seen the line break.
  expect((await site.get('/verify/sheet')).status).toBe(200);
  expect(failures).toEqual([]);
});

test.each([
  ['nothing to check', '', '請上傳檔案，或貼上表格', '.error-summary'],
  ['no such day', '沒有這一天', '無法辨識日期|看不懂日期', '.error-summary'],
])('what is refused is shown as it is, with the focus on what is wrong: %s', async (_what, on, says, focus) => {
  await page.goto(`${site.url}/verify/sheet`);
  await page.locator('#paste').fill(on ? `${header}\n${rows[0]}` : '');
  await page.locator('#on').fill(on);
  await send();
  await page.locator('.error-summary').waitFor();
  expect(await page.locator('.error-summary').textContent()).toMatch(new RegExp(says));
  expect(await focused(focus)).toBe(1);
  await page.goBack();
  expect(await page.locator('#on').inputValue()).toBe(on);
});

test.each([true, false])('the other language has the same answer, with JavaScript: %s', async (javaScriptEnabled) => {
  const context = await browser.newContext({ javaScriptEnabled });
  const other = await context.newPage();
  await other.goto(`${site.url}/verify/sheet`);
  await other.locator('#paste').fill(`${header}\n${rows[0]}\n${rows[1]}`);
  await other.locator('#on').fill('115/08/01');
  await other.getByRole('button', { name: '查驗', exact: true }).click();
  await other.locator('.kinds').waitFor();
  await other.getByRole('button', { name: 'English' }).click();
  await other.getByRole('heading', { level: 1, name: '2 applications' }).waitFor();
  expect(await other.locator('.kinds').textContent()).toMatch(/Not on the list\s*1[\s\S]*Valid\s*1/i);
  expect([other.url(), await other.locator('html').getAttribute('lang')]).toEqual([
    `${site.url}/en/verify/sheet`,
    'en',
  ]);
  expect(await other.locator('#on').inputValue()).toBe('115/08/01');
  if (javaScriptEnabled) {
    await other.goBack();
    await other.getByRole('heading', { level: 1, name: '2 件申請，1 件要處理' }).waitFor();
    expect(await other.locator('html').getAttribute('lang')).toBe('zh-Hant-TW');
  }
  await context.close();
});

test('an error page comes as itself, and back is the form', async () => {
  await page.goto(`${site.url}/verify/sheet`);
  await page.locator('#paste').fill(`${header}\n${rows[1]}`);
  site.deps.register.snapshot = () => {
    throw new Error('broken on purpose');
  };
  await send();
  await page.getByRole('heading', { level: 1, name: '系統暫時無法回應' }).waitFor();
  expect(await focused('h1')).toBe(1);
  expect(await page.title()).toContain('系統暫時無法回應');
  await page.goBack();
  expect(await page.locator('#paste').inputValue()).toContain('示範-AI-0001');
});
