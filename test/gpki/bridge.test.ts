import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createCardVerifier } from '@aipower/gpki';
import { createTestPki, FakeCard, type FakeComponent, startFakeComponent, type TestPki } from '@aipower/gpki/testing';
import { buildSync } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { freshChallenge, NOW, policyOf, SITE, UBN, verdict } from './desk.ts';

const PIN = '13+5%&79';
const COMPANY_CARD = 'MT00000002624926';

// The bridge as a page would load it, bundled for browsers, with one button for each thing a person does.
const bundle = buildSync({
  stdin: {
    contents: `import * as gpki from '@aipower/gpki/browser';
      const run = (id, act) => document.getElementById(id).addEventListener('click', async () => {
        window.countdown = [];
        window.stop = new AbortController();
        const options = { ...window.options, signal: window.stop.signal, onCountdown: (s) => window.countdown.push(s) };
        window.result = undefined;
        window.result = await act(options);
      });
      run('check', (o) => gpki.checkEnvironment(o));
      run('list', (o) => gpki.listReaders(o));
      run('sign', (o) => gpki.signChallenge({ text: window.text, pin: document.getElementById('pin').value, reader: window.reader }, o));
      document.getElementById('trust').addEventListener('click', () => { window.opened = gpki.openTrustPage(); });`,
    resolveDir: fileURLToPath(new URL('..', import.meta.url)),
  },
  bundle: true,
  write: false,
  platform: 'browser',
  conditions: ['aipower:source'],
}).outputFiles[0]!.text;

const html = `<!doctype html><meta charset="utf-8"><title>desk</title>
<button id="check">檢測</button><button id="list">讀卡機</button><button id="sign">登入</button><button id="trust">加入信任網站</button>
<input id="pin" type="password" autocomplete="off"><script src="/bundle.js"></script>`;

let browser: Browser;
let component: FakeComponent;
let site: Server;
let origin: string;
let coop: string | null = 'same-origin-allow-popups';
let sandboxed = false;
let pki: TestPki;
const atSite: string[] = [];

beforeAll(async () => {
  component = await startFakeComponent();
  pki = await createTestPki({ now: NOW });
  site = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    atSite.push(`${request.url} ${JSON.stringify(request.headers)} ${Buffer.concat(parts)}`);
    const script = request.url === '/bundle.js';
    response.writeHead(200, {
      'content-type': script ? 'text/javascript' : 'text/html; charset=utf-8',
      ...(coop ? { 'cross-origin-opener-policy': coop } : {}),
      ...(sandboxed ? { 'content-security-policy': 'sandbox allow-scripts allow-same-origin' } : {}),
    });
    response.end(script ? bundle : html);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  browser = await launchWithComponentAt(component.port);
});

afterAll(async () => {
  await browser?.close();
  await component?.close();
  site?.close();
});

/** The component's fixed port, led to the one of this test. */
function launchWithComponentAt(port: number): Promise<Browser> {
  return launchBrowser([`--host-resolver-rules=MAP localhost:61161 127.0.0.1:${port}`]);
}

let context: BrowserContext;
let page: Page;
let seen: string[];

beforeEach(async () => {
  coop = 'same-origin-allow-popups';
  sandboxed = false;
  component.set({ readers: [], trusted: 'all', failWith: null, silent: null, version: '1.3.4.103350' });
  context = await browser.newContext();
  seen = [];
  context.on('request', (request) => seen.push(`${request.url()} ${request.postData() ?? ''}`));
  page = await openPage();
});
afterEach(() => context.close());

async function openPage(): Promise<Page> {
  const fresh = await context.newPage();
  await fresh.goto(origin);
  return fresh;
}

const makeCard = async (number = COMPANY_CARD) =>
  new FakeCard({
    number,
    pin: PIN,
    certificate: await pki.issueCard({ ubn: UBN, organisation: '測試用晨曦智慧股份有限公司' }),
    authority: pki.authority,
  });

/** Presses a button and waits for what the bridge says; a change of the page's own settings comes first. */
async function press(button: string, settings: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  await page.evaluate((values) => Object.assign(globalThis, { options: {}, ...values }), settings);
  await page.click(`#${button}`);
  await page.waitForFunction('window.result !== undefined');
  return page.evaluate('window.result');
}

/** Does what asks the component, and waits until it has been asked: how long that takes is the machine's affair. */
async function untilItWaits(act: () => Promise<unknown>): Promise<void> {
  const before = component.requests.filter(({ method }) => method === 'POST').length;
  await act();
  await expect.poll(() => component.requests.filter(({ method }) => method === 'POST').length).toBeGreaterThan(before);
}

async function sign(pin: string, settings: Record<string, unknown> = {}) {
  await page.fill('#pin', pin);
  return press('sign', { text: 'gpki-challenge/1 test', ...settings });
}

describe('the environment', () => {
  it('asks localhost for nothing before a click', async () => {
    await page.waitForTimeout(500);
    expect(seen.filter((url) => url.includes('localhost'))).toEqual([]);
    await press('check');
    expect(seen.filter((url) => url.includes('localhost')).length).toBeGreaterThan(0);
  });

  it('says version, readers and cards, their numbers masked', async () => {
    const readers = [
      { name: 'ACS CCID USB Reader 0', card: await makeCard() },
      { name: 'EMV Smartcard Reader 0', card: await makeCard('TP00000001234567') },
      { name: '讀卡機 C&D+1', card: null },
    ];
    component.set({ readers });
    const expected = {
      ok: true,
      version: '1.3.4.103350',
      readers: [
        { name: 'ACS CCID USB Reader 0', card: { number: 'MT00••••••••4926', issuer: 'moeaca' } },
        { name: 'EMV Smartcard Reader 0', card: { number: 'TP00••••••••4567', issuer: 'moica' } },
        { name: '讀卡機 C&D+1', card: null },
      ],
    };
    expect(await press('check')).toEqual(expected);
    expect(await press('list')).toEqual(expected);
    expect(component.requests.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/pkcs11info', '/pkcs11info?withcert=true']),
    );
  });

  it('says when there is no reader', async () => {
    expect(await press('check')).toMatchObject({ ok: true, readers: [] });
  });

  it('tells a component that is not installed from one that hangs', async () => {
    const nowhere = await launchWithComponentAt(9);
    try {
      page = await nowhere.newPage();
      await page.goto(origin);
      expect(await press('check', { options: { silenceMs: 800 } })).toEqual({ ok: false, failure: 'not-installed' });
      expect(nowhere.contexts()[0]!.pages()).toHaveLength(1);
    } finally {
      await nowhere.close();
    }
    page = await openPage();
    component.set({ silent: 'answer' });
    await page.clock.install();
    await page.evaluate('window.options = {}');
    await untilItWaits(() => page.click('#check'));
    await page.clock.runFor(25_000);
    await page.waitForFunction('window.result !== undefined');
    expect(await page.evaluate('window.result')).toEqual({ ok: false, failure: 'no-answer' });
    // The vendor's limit, second by second.
    const told = await page.evaluate<number[]>('window.countdown');
    expect([told[0], ...told.slice(-5)]).toEqual([20, 4, 3, 2, 1, 0]);
    expect(told).toEqual([...new Set(told)].sort((a, b) => b - a));
    component.set({ silent: 'popup' });
    expect(await press('check', { options: { silenceMs: 800 } })).toEqual({ ok: false, failure: 'not-installed' });
    // The page of every test and this one: the component's windows are closed again.
    expect(context.pages()).toHaveLength(2);
  });

  it('says when the pop-up was blocked', async () => {
    // This headless build has no blocker of its own; a page in a sandbox may open no window, and is told so in the same way.
    sandboxed = true;
    page = await openPage();
    expect(await press('check')).toEqual({ ok: false, failure: 'popup-blocked' });
    expect(seen.filter((url) => url.includes('localhost'))).toEqual([]);
  });

  it('can be cancelled, is busy meanwhile, and works again afterwards', async () => {
    component.set({ silent: 'answer' });
    await page.evaluate('window.options = {}');
    await page.click('#check');
    await page.waitForTimeout(700);
    await page.evaluate('window.first = window.stop; window.firstResult = 1');
    await page.click('#list');
    await page.waitForFunction('window.result !== undefined');
    expect(await page.evaluate('window.result')).toEqual({ ok: false, failure: 'busy' });
    await page.evaluate('window.result = undefined; window.first.abort()');
    await page.waitForFunction('window.result !== undefined');
    expect(await page.evaluate('window.result')).toEqual({ ok: false, failure: 'cancelled' });
    component.set({ silent: null });
    expect(await press('check')).toMatchObject({ ok: true });
  });

  it('says when the person closes the window', async () => {
    component.set({ silent: 'answer' });
    const popup = context.waitForEvent('page');
    await page.evaluate('window.options = {}');
    await page.click('#check');
    const opened = await popup;
    await opened.waitForLoadState();
    await opened.close();
    await page.waitForFunction('window.result !== undefined');
    expect(await page.evaluate('window.result')).toEqual({ ok: false, failure: 'popup-closed' });
  });
});

describe('the opener policy of the page', () => {
  it('same-origin cuts the component off, and it is not taken for a missing one', async () => {
    coop = 'same-origin';
    page = await openPage();
    expect(await press('check')).toEqual({ ok: false, failure: 'popup-closed' });
  });

  it.each(['same-origin-allow-popups', 'unsafe-none', null])('%s lets it answer', async (policy) => {
    coop = policy;
    page = await openPage();
    expect(await press('check')).toMatchObject({ ok: true });
  });
});

describe('trust', () => {
  it('is asked for, given on the component’s own page, and then works', async () => {
    component.set({ trusted: [], readers: [{ name: 'A', card: await makeCard() }] });
    expect(await press('check')).toMatchObject({
      failure: 'component-error',
      error: { id: 'site-not-trusted', code: '0x76000031', nextStep: 'trust-site' },
    });
    const popup = context.waitForEvent('page');
    await page.click('#trust');
    const trustPage = await popup;
    expect(new URL(trustPage.url()).search).toBe('?domain=127.0.0.1');
    await trustPage.click('button');
    // Closed in the middle of its answer, the page may never be gone.
    await trustPage.getByText('已加入').waitFor();
    await trustPage.close();
    expect(await press('check')).toMatchObject({ ok: true });
  });
});

describe('signing', () => {
  it('gives a signature that the server accepts, from card to verdict', async () => {
    component.set({ readers: [{ name: 'A', card: await makeCard() }] });
    const challenge = await freshChallenge();
    const { signature, ...rest } = await sign(PIN, { text: challenge.text });
    expect(rest).toEqual({ ok: true });
    const verifier = await createCardVerifier(policyOf(pki));
    const result = await verifier.verify({ ...SITE, challenge, signature: signature as string, now: NOW });
    expect(verdict(result)).toBe('accepted');
  });

  it('hands a PIN with + % & to the card as it is, and to nobody else', async () => {
    component.set({ readers: [{ name: 'A', card: await makeCard() }] });
    expect(await sign(PIN)).toMatchObject({ ok: true });
    expect(component.requests.at(-1)).toMatchObject({ path: '/sign', body: { pin: PIN, signatureType: 'PKCS7' } });
    const written = [PIN, encodeURIComponent(PIN), '13%2B5%25%2679'];
    const holds = (text: string) => written.some((pin) => text.includes(pin));
    expect(seen.filter((text) => holds(text) && !text.startsWith('http://localhost:61161/sign'))).toEqual([]);
    expect(seen.filter(holds)).toHaveLength(1);
    expect(atSite.filter(holds)).toEqual([]);
    expect(
      await page.evaluate('JSON.stringify([localStorage, sessionStorage, document.cookie, location.href])'),
    ).not.toContain(PIN);
  });

  it('uses the reader that was chosen', async () => {
    const [first, second] = [await makeCard(), await makeCard('MT00000009999999')];
    component.set({
      readers: [
        { name: 'A', card: first },
        { name: '讀卡機 C&D+1', card: second },
      ],
    });
    await sign('wrong', { reader: '讀卡機 C&D+1' });
    expect([first.triesLeft, second.triesLeft]).toEqual([3, 2]);
  });

  it('counts a wrong PIN down, says what is left, and never tries by itself', async () => {
    const card = await makeCard();
    component.set({ readers: [{ name: 'A', card }] });
    const before = component.requests.filter(({ path }) => path === '/sign').length;
    const answers = [];
    for (let at = 0; at < 3; at++) answers.push(await sign('000000'));
    expect(answers).toMatchObject([
      { error: { id: 'card-login-failed', triesLeft: 2, nextStep: 'enter-pin-carefully' } },
      { error: { triesLeft: 1, lastError: { id: 'pin-wrong-one-left' } } },
      { error: { triesLeft: 0, lastError: { id: 'card-locked' }, nextStep: 'unlock-card' } },
    ]);
    expect(component.requests.filter(({ path }) => path === '/sign').length - before).toBe(3);
    expect(await sign(PIN)).toMatchObject({ error: { triesLeft: 0 } });
  });

  it.each([
    ['no reader', { readers: [] }, { id: 'no-reader', nextStep: 'connect-reader' }],
    ['no card', { readers: [{ name: 'A', card: null }] }, { id: 'no-card', nextStep: 'insert-card' }],
    ['cancelled in the component', { failWith: { ret_code: 0x76000999 } }, { id: 'cancelled', nextStep: 'try-again' }],
    ['expired', { failWith: { ret_code: 0x76500002 } }, { id: 'certificate-expired', nextStep: 'renew-card' }],
    [
      'a number nobody knows',
      { failWith: { ret_code: 0x76999999 } },
      { id: 'unknown', code: '0x76999999', nextStep: 'report' },
    ],
  ])('says %s', async (_, scenario, error) => {
    component.set(scenario);
    expect(await sign(PIN)).toMatchObject({ ok: false, failure: 'component-error', error });
  });

  it('asks for a PIN before it opens anything', async () => {
    expect(await sign('')).toEqual({ ok: false, failure: 'pin-missing' });
    expect(seen.filter((url) => url.includes('localhost'))).toEqual([]);
  });

  it('listens to no other window than the one it opened', async () => {
    component.set({ silent: 'answer' });
    await page.clock.install();
    await page.evaluate('window.options = {}; window.text = "t"');
    await page.fill('#pin', PIN);
    await untilItWaits(() => page.click('#sign'));
    await page.evaluate(
      `window.forged = 0; addEventListener('message', ({ data }) => { window.forged += /forged/.test(data); })`,
    );
    await page.evaluate(`window.postMessage(JSON.stringify({ func: 'sign', ret_code: 0, signature: 'forged' }), '*')`);
    await page.evaluate(`(() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>parent.postMessage(JSON.stringify({ func: "sign", ret_code: 0, signature: "forged" }), "*")</' + 'script>';
      document.body.append(frame);
    })()`);
    await page.waitForFunction('window.forged === 2');
    await page.clock.runFor(180_000);
    await page.waitForFunction('window.result !== undefined');
    expect(await page.evaluate('window.result')).toEqual({ ok: false, failure: 'no-answer' });
  });
});
