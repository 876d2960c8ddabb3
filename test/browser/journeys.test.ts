import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningSite, startSite } from '../site/start-site.ts';
import { launchBrowser } from './browser.ts';
import { enter, tabTo, typeInto } from './keyboard.ts';

// Every journey is walked without JavaScript and with the keyboard alone.
let site: RunningSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
beforeEach(async () => {
  page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1000, height: 800 } });
  await page.goto(site.url);
});
afterEach(() => page.close());

const heading = () => page.locator('h1').innerText();
const path = () => decodeURIComponent(new URL(page.url()).pathname + new URL(page.url()).search);
const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

describe('the search box', () => {
  test.each([
    ['4.6.1', '/catalogue/4.6.1'],
    ['00000005', '/providers/00000005'],
    ['示範ai-001', '/certificates/ai/示範AI-001'],
  ])('%s goes to %s', async (text, to) => {
    await typeInto(page, page.getByRole('searchbox'), text);
    await Promise.all([page.waitForURL((url) => url.pathname !== '/'), page.keyboard.press('Enter')]);
    expect(path()).toBe(to);
  });
});

test('the first Tab leads past the menu to the content', async () => {
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('跳到主要內容');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator('main :focus').count()).toBe(1);
});

test.each(['/providers', '/en/providers'])(
  '%s on a phone: search, count and first result follow closely',
  async (at) => {
    await page.setViewportSize({ width: 375, height: 812 });
    await page.goto(site.url + at);
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())!.y;
    const box = (await page.locator('.finder').boundingBox())!;
    expect(await page.locator('#on').isVisible()).toBe(false);
    expect(box.height).toBeLessThan(220);
    expect(await top('.tally')).toBeGreaterThan(box.y);
    // The count stands at the rows it counts; what is taken away comes after them.
    expect(await top('.tally')).toBeGreaterThan(await top('.facets'));
    expect(await top('.providers tbody tr')).toBeGreaterThan(await top('.tally'));
    expect(await top('.downloads')).toBeGreaterThan(await top('.providers tbody tr:last-child'));
    expect((await top('.providers tbody tr')) - box.y).toBeLessThan(360);
    // Without a script: the browser itself unfolds the rest, and what is set there stays in view.
    await tabTo(page, page.locator('.more > summary'));
    await page.keyboard.press('Enter');
    await typeInto(page, page.locator('#on'), '115/06/30');
    await enter(page, page.locator('.more button'));
    expect(await page.locator('#on').isVisible()).toBe(true);
    expect(await page.locator('.tally').innerText()).toContain('2026');
  },
);

test.each([
  ['/programme', 2],
  ['/en/programme', 2],
  ['/programme/forms/training', 2],
  ['/en/verify', 1],
  ['/verify', 1],
])('%s on a phone: the tabs stand in %i rows, each label whole', async (at, rows) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto(site.url + at);
  const boxes = await Promise.all((await page.locator('.tabs a').all()).map((tab) => tab.boundingBox()));
  expect(new Set(boxes.map((box) => Math.round(box!.y))).size).toBe(rows);
  // One line of text in each.
  for (const box of boxes) expect(box!.height).toBeLessThan(48);
});

test('from everyday words over an item to a provider, its certificate and a day', async () => {
  await typeInto(page, page.getByRole('searchbox'), '面板刮傷');
  await enter(page, button('搜尋'));
  await enter(page, link(/瑕疵檢測/));
  expect(await heading()).toContain('4.6.1');
  await enter(page, link('示範明視智檢股份有限公司'));
  expect(await heading()).toBe('示範明視智檢股份有限公司');
  await enter(page, link('示範AI-001'));
  expect(await page.locator('.verdict h2').innerText()).toContain('有效');
  await typeInto(page, page.getByLabel('某一天的狀態'), '116/07/01');
  await enter(page, button('查看'));
  expect(path()).toBe('/certificates/ai/示範AI-001?on=116/07/01');
  expect(await page.locator('.verdict h2').innerText()).toMatch(/屆期失效.*116年7月1日（2027-07-01）/s);
});

test('narrowing the list of providers, comparing two, and going back', async () => {
  await enter(page, page.getByRole('navigation', { name: '主選單' }).getByRole('link', { name: '業者' }));
  const facets = page.getByRole('complementary', { name: '篩選' });
  await enter(page, facets.getByRole('link', { name: '人工智慧', exact: true }));
  await enter(page, facets.getByRole('link', { name: /^4 / }));
  await enter(page, facets.getByRole('link', { name: /^4\.2 / }));
  await enter(page, facets.getByRole('link', { name: /^4\.2\.7 / }));
  expect(path()).toBe('/providers?scheme=ai&item=4.2.7');
  for (const name of ['示範撤回科技有限公司', '示範未來語音有限公司']) {
    await tabTo(page, page.getByRole('checkbox', { name }));
    await page.keyboard.press('Space');
  }
  await enter(page, button('比較所選業者'));
  expect(await heading()).toBe('並列比較');
  expect(await page.getByRole('columnheader').allInnerTexts()).toHaveLength(2);
  await enter(page, link('重新選擇'));
  expect(path()).toBe('/providers');
});

test('a condition that cannot be understood is explained at its field, and can be mended there', async () => {
  await page.goto(`${site.url}/providers`);
  await tabTo(page, page.getByText('基準日與排序'));
  await page.keyboard.press('Enter');
  await typeInto(page, page.getByLabel('基準日'), '昨天');
  await enter(page, button('套用'));
  await tabTo(page, link(/「昨天」不是日期/));
  await page.keyboard.press('Enter');
  await typeInto(page, page.getByLabel('基準日'), '114/12/31');
  await enter(page, button('套用'));
  expect(await page.locator('.tally').innerText()).toContain('114年12月31日（2025-12-31）');
});

test('the other language shows the same page', async () => {
  await page.goto(`${site.url}/providers?scheme=ai&state=valid`);
  await enter(page, link('English'));
  expect(path()).toBe('/en/providers?scheme=ai&state=valid');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await enter(page, link('中文'));
  expect(path()).toBe('/providers?scheme=ai&state=valid');
});

test('the way back and the other language keep what was posted', async () => {
  await page.goto(`${site.url}/verify/application`);
  await typeInto(page, page.getByLabel('申請者統一編號'), '00000005');
  await typeInto(page, page.getByLabel('5.4 人工智慧技術服務機構能量登錄'), '示範AI-001');
  await enter(page, button('查驗'));
  await enter(page, page.locator('main a[href^="/certificates/"]').first());
  await page.goBack();
  expect(await page.locator('.verdict').first().innerText()).toContain('（統一編號 00000005）的各項登錄');
  await enter(page, button('English'));
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('.verdict').first().innerText()).toContain('00000005');
  expect(await page.getByRole('textbox', { name: '5.4 Capability registration' }).inputValue()).toBe('示範AI-001');
  await enter(page, button('中文'));
  expect(await page.locator('.verdict').first().innerText()).toContain('（統一編號 00000005）的各項登錄');
});

describe('the verification desk', () => {
  test('one number', async () => {
    await enter(page, page.getByRole('navigation', { name: '主選單' }).getByRole('link', { name: '證書查驗' }));
    await tabTo(page, page.getByLabel('登錄類別'));
    for (let down = 0; down < 4; down++) await page.keyboard.press('ArrowDown');
    expect(await page.locator('[name="scheme"]').inputValue()).toBe('ai');
    await typeInto(page, page.getByLabel('登錄編號'), '示範AI-003');
    await typeInto(page, page.getByLabel('申請者統一編號'), '00000016');
    await typeInto(page, page.locator('[name="on"]'), '115/09/14');
    await enter(page, button('查驗'));
    const verdict = page.locator('.verdict').first();
    expect(await verdict.locator('h1').innerText()).toContain('基準日有效，今日廢止');
    expect(await verdict.innerText()).toContain('廢止');
  });

  test('nothing typed is lost on an error', async () => {
    await page.goto(`${site.url}/verify/application`);
    await typeInto(page, page.getByLabel('申請者統一編號'), '123');
    await typeInto(page, page.getByLabel('申請者名稱'), '示範明視智檢股份有限公司');
    await typeInto(page, page.locator('main [name="ai"]'), '示範AI-001');
    await enter(page, button('查驗'));
    expect(await page.locator('main [name="ubn"]').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('main [name="company"]').inputValue()).toBe('示範明視智檢股份有限公司');
    expect(await page.locator('main [name="ai"]').inputValue()).toBe('示範AI-001');
    await typeInto(page, page.locator('main [name="ubn"]'), '00000005');
    await enter(page, button('查驗'));
    expect(await page.locator('.verdict').first().innerText()).toContain('示範明視智檢股份有限公司');
    expect(await page.locator('#claim-ai').innerText()).toContain('有效');
  });

  test('a pasted sheet', async () => {
    await page.goto(`${site.url}/verify/sheet`);
    const rows = ['編號,統一編號,登錄類別', '示範AI-001,00000005,人工智慧', '示範AI-003,00000016,人工智慧'].join('\n');
    await typeInto(page, page.locator('main [name="paste"]'), rows);
    await enter(page, button('查驗'));
    const main = page.locator('main');
    expect(await main.innerText()).toContain('廢止');
    await page.locator('summary', { hasText: '欄位對應' }).first().press('Enter');
    expect(await main.innerText()).toContain('示範AI-001');
  });
});

test('an applicant checks before applying', async () => {
  await enter(page, page.getByRole('navigation', { name: '主選單' }).getByRole('link', { name: '申請前檢核' }));
  await tabTo(page, page.getByRole('radio', { name: '模型訓練類' }));
  await page.keyboard.press('Space');
  await typeInto(page, page.locator('main [name="ubn"]'), '00000005');
  await typeInto(
    page,
    page.locator('main [name="text"]'),
    '以攝影機擷取面板影像，訓練瑕疵檢測模型，於產線即時找出刮傷與髒污。',
  );
  await typeInto(page, page.locator('main [name="baseModel"]'), 'Llama 3.1 8B');
  await typeInto(page, page.locator('main [name="bonus-5.4"]'), '示範AI-001');
  await enter(page, page.locator('main form button').last());
  expect(page.url()).toBe(`${site.url}/precheck/result`);
  const text = await page.locator('main').innerText();
  expect(text).toContain('瑕疵檢測');
  expect(text).toContain('示範AI-001');
  // Offered as a partner or held by itself: either way with the way to its page.
  expect(await page.locator('main a[href^="/catalogue/4.6.1"]').count()).toBeGreaterThan(0);
});

test('on paper the list stands without its forms, and what is folded stands open', async () => {
  await page.goto(`${site.url}/providers?item=4.6.1`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('link', { name: '示範明視智檢股份有限公司' }).isVisible()).toBe(true);
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  expect(await page.getByRole('checkbox').first().isVisible()).toBe(false);
  expect(await page.locator('.print-only').innerText()).toContain(`${site.url}/providers?item=4.6.1`);
  await page.goto(`${site.url}/providers/00000005`);
  expect(await page.locator('.timeline').first().isVisible()).toBe(true);
});
