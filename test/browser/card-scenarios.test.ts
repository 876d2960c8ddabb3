import { FakeCard, type FakeComponent, startFakeComponent } from '@aipower/gpki/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CardDesk, startCardDesk } from '../site/apply/card-desk.ts';
import { launchBrowser } from './browser.ts';

// What reader, card, PIN and component may do, at the site's own login in a real browser. What a certificate or a message may
// be needs no browser: test/site/apply/card-scenarios.test.ts.

const PIN = '13+5%&79';
const COMPANY = { ubn: '00000254', organisation: '測試用晨曦智慧股份有限公司' };

let desk: CardDesk;
let component: FakeComponent;
let browser: Browser;
beforeAll(async () => {
  [desk, component] = await Promise.all([startCardDesk(), startFakeComponent()]);
  browser = await launchBrowser([`--host-resolver-rules=MAP localhost:61161 127.0.0.1:${component.port}`]);
});
afterAll(async () => {
  await browser?.close();
  await component?.close();
  await desk?.stop();
});
beforeEach(() => component.set({ readers: [], trusted: 'all', failWith: null, silent: null }));

async function makeCard(number = 'MT00000002624926', more: object = {}): Promise<FakeCard> {
  const certificate = await desk.pki.issueCard({ ...COMPANY, ...more });
  return new FakeCard({ number, pin: PIN, certificate, authority: desk.pki.authority });
}

async function login(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${desk.site.url}/apply/login`);
  return page;
}

async function enterPin(page: Page, pin = PIN): Promise<void> {
  await page.fill('#pin', pin);
  await page.click('#card-enter');
}

const told = (page: Page, text: string | RegExp) => page.locator('#card-problem', { hasText: text }).waitFor();
const signatures = () => component.requests.filter(({ path }) => path === '/sign').length;

test('no reader, no card, cancelled, not trusted: each is said with what to do, on one page that is not left', async () => {
  const page = await login();
  await page.click('#read-readers');
  await told(page, '沒有偵測到讀卡機');
  component.set({ readers: [{ name: 'A', card: null }] });
  await page.click('#read-readers');
  await page.locator('#reader-list', { hasText: '沒有卡片' }).waitFor();
  await enterPin(page);
  await told(page, '0x76000006');
  component.set({ readers: [{ name: 'A', card: await makeCard() }], failWith: { ret_code: 0x76000999 } });
  await enterPin(page);
  await told(page, '0x76000999');

  component.set({ failWith: null, trusted: [] });
  await enterPin(page);
  await told(page, '0x76000031');
  const [trustPage] = await Promise.all([page.context().waitForEvent('page'), page.click('#trust')]);
  await trustPage.click('button');
  await trustPage.getByText('已加入').waitFor();
  await trustPage.close();
  await enterPin(page);
  await page.waitForURL('**/apply/company');
  await page.context().close();
});

test('a wrong PIN counts down to a locked card, and is never sent a second time by itself', async () => {
  component.set({ readers: [{ name: 'A', card: await makeCard() }] });
  const page = await login();
  const before = signatures();
  for (const said of ['還可以試 2 次', '還可以試 1 次', '鎖']) {
    await enterPin(page, '000000');
    await told(page, said);
    expect(await page.locator('#pin').inputValue()).toBe('');
  }
  // The right one comes too late.
  await enterPin(page);
  await told(page, '鎖');
  expect(signatures() - before).toBe(4);
  await page.context().close();
});

test('a PIN goes to the card once, however often the button is pressed on a slow line, and not at all without the site', async () => {
  component.set({ readers: [{ name: 'A', card: await makeCard() }] });
  const page = await (await browser.newContext()).newPage();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let answersPage = true;
  await page.route('**/challenge', async (route) => {
    if (answersPage) return route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' });
    await held;
    await route.continue();
  });
  await page.goto(`${desk.site.url}/en/apply/login`);
  const before = signatures();
  await enterPin(page, '000000');
  await told(page, 'This site cannot be reached. The PIN was not used.');
  expect(signatures()).toBe(before);
  answersPage = false;
  await page.press('#pin', 'Enter');
  await page.press('#pin', 'Enter');
  expect(await page.locator('#card-enter').isDisabled()).toBe(true);
  expect(await page.locator('#read-readers').isDisabled()).toBe(true);
  release();
  await told(page, 'Tries left before the card locks: 2. ');
  expect(signatures()).toBe(before + 1);
  for (const said of ['Tries left before the card locks: 1. ', 'Your card is locked. This site cannot unlock it.']) {
    await enterPin(page, '000000');
    await told(page, said);
  }
  await page.context().close();
});

test('of two readers the company’s card is proposed, a person’s is named, and the one that is chosen is used', async () => {
  const person = await makeCard('TP00000001234567', { kind: 'natural-person' });
  const readers = [
    { name: '讀卡機 C&D+1', card: person },
    { name: 'B', card: await makeCard() },
  ];
  component.set({ readers });
  const page = await login();
  await page.click('#read-readers');
  await page.locator('#reader-list', { hasText: '自然人' }).waitFor();
  expect(await page.locator('#reader-list').textContent()).not.toContain('00000001234567');
  expect(await page.locator('input[name="reader"]:checked').inputValue()).toBe('B');
  await page.check('input[name="reader"][value="讀卡機 C&D+1"]');
  await enterPin(page);
  await page.locator('.error-summary', { hasText: 'natural-person-card' }).waitFor();
  await page.click('#read-readers');
  await page.locator('input[name="reader"][value="B"]').waitFor();
  await enterPin(page);
  await page.waitForURL('**/apply/company');
  await page.context().close();
});

test('a card that the server refuses leads back to the login with its reason', async () => {
  for (const [card, code] of [
    [await makeCard(undefined, { crl: desk.lists.away }), 'crl-not-fetched'],
    [await makeCard(undefined, { until: new Date('2026-07-01') }), 'certificate-expired'],
  ] as const) {
    component.set({ readers: [{ name: 'A', card }] });
    const page = await login();
    await enterPin(page);
    await page.locator('.error-summary', { hasText: code }).waitFor();
    expect(await page.locator('#pin').inputValue()).toBe('');
    await page.context().close();
  }
});

test('where no component is installed the page says so, and offers it', async () => {
  // The last test: nothing listens there any more.
  await component.close();
  const page = await (await browser.newContext()).newPage();
  await page.clock.install();
  await page.goto(`${desk.site.url}/apply/login`);
  await page.click('#read-readers');
  // The component has ten seconds to say that it is there.
  await page.clock.fastForward(11_000);
  await told(page, '未偵測到跨平台網頁讀卡元件');
  await page.context().close();
});
