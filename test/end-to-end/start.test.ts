import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';

const repository = resolve(import.meta.dirname, '../..');

interface Started {
  readonly child: ChildProcess;
  /** Everything written to standard output and standard error so far. */
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

/** What a person types after `npm ci`. In a group of its own, so that npm and what it starts end together. */
function npmStart(env: Readonly<Record<string, string>>): Started {
  const child = spawn('npm', ['start'], { cwd: repository, env: { ...process.env, ...env }, detached: true });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  // `close`, not `exit`: npm may be gone before the server below it has said its last word.
  const exit = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { child, output: () => output, exit };
}

function end({ child }: Started): void {
  const over = child.exitCode !== null || child.signalCode !== null;
  if (child.pid !== undefined && !over) process.kill(-child.pid, 'SIGTERM');
}

/** The address the start prints. */
async function addressOf(started: Started): Promise<string> {
  for (;;) {
    const address = /aipower is ready: (http:\/\/[^\s"]+)/.exec(started.output())?.[1];
    if (address) return address;
    if (started.child.exitCode !== null) break;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`npm start did not come up:\n${started.output()}`);
}

let folder: string;
let started: Started;
let url: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aipower-start-'));
  // An empty folder: the register is made and seeded with the sample, as on a first start.
  started = npmStart({ PORT: '0', DATABASE_URL: join(folder, 'var/register.db') });
  [url, browser] = await Promise.all([addressOf(started), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  if (started) {
    end(started);
    await started.exit;
  }
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  await page.goto(url);
});

const main = () => page.locator('main').innerText();
const follow = (name: string | RegExp) => page.getByRole('link', { name }).first().click();

describe('the four journeys on what npm start brings', () => {
  test('says that its data are fictional', async () => {
    expect(await page.locator('.sample').innerText()).toContain('均為虛構');
  });

  test('browse the official catalogue down to an item', async () => {
    await page.getByRole('navigation', { name: '主選單' }).getByRole('link', { name: '服務項目' }).click();
    await follow(/^4\.6 /);
    await follow('瑕疵檢測 AOI/良率最佳化');
    expect(await page.locator('h1').innerText()).toContain('4.6.1');
    expect(await page.locator('.definition').innerText()).toContain('瑕疵');
  });

  test('search the registered providers and open one', async () => {
    await page.goto(`${url}/providers`);
    await page.getByRole('searchbox').fill('製程優化');
    await page.getByRole('button', { name: '搜尋' }).click();
    await follow('示範製程優化有限公司');
    expect(await main()).toContain('00000276');
  });

  test('check a certificate number', async () => {
    await page.goto(`${url}/verify`);
    await page.locator('[name="scheme"]').selectOption('ai');
    await page.locator('[name="number"]').fill('示範-AI-0047');
    await page.locator('[name="ubn"]').fill('00000276');
    await page.locator('main form button').click();
    expect(await page.locator('.verdict').first().innerText()).toContain('示範製程優化有限公司');
  });

  test('paste a project and the bonus fields, see where one stands', async () => {
    await page.goto(`${url}/precheck`);
    await page.locator('[name="category"][value="training"]').check();
    await page.locator('[name="ubn"]').fill('00000276');
    await page
      .locator('[name="text"]')
      .fill('以產線影像訓練瑕疵檢測模型，並結合振動資料做設備健康診斷與故障預測，由中文語言模型說明原因。');
    for (const id of ['5.1', '5.2', '5.3']) await page.locator(`[name="bonus-${id}"]`).fill('無');
    await page.locator('[name="bonus-5.4"]').fill('示範-AI-0047');
    await page.locator('[name="bonus-5.5"]').fill('示範-INFO-0012');
    await page.locator('main form button').last().click();
    const text = await main();
    expect(page.url()).toBe(`${url}/precheck/result`);
    expect(text).toContain('4.6.1');
    expect(text).toContain('示範-INFO-0012');
    expect(await page.locator('main a[href^="/providers/"]').count()).toBeGreaterThan(0);
  });
});

describe('bad input gets a clear answer', () => {
  test.each([
    ['a wrong 統一編號', '/providers/12345678', 404, '請核對數字'],
    ['a code that does not exist', '/catalogue/9.9.9', 404, '沒有代碼'],
    [
      'a certificate of another company',
      `/verify?scheme=ai&number=${encodeURIComponent('示範-AI-0047')}&ubn=00000032`,
      200,
      '登錄於其他業者',
    ],
    ['無', `/verify?scheme=ai&number=${encodeURIComponent('無')}&ubn=00000032`, 200, '未填報'],
  ])('%s', async (_what, path, status, says) => {
    const response = await page.goto(url + path);
    expect(response?.status()).toBe(status);
    expect(await main()).toContain(says);
  });

  test('a text of 100 KB', async () => {
    const body = new URLSearchParams({ category: 'training', text: '瑕疵檢測'.repeat(9000) });
    const response = await fetch(`${url}/precheck/result`, { method: 'POST', body });
    expect([400, 413]).toContain(response.status);
    expect(await response.text()).toContain('20,000');
  });
});

describe('a start that cannot be says why in one sentence', () => {
  test('the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const { port } = other.address() as { port: number };
    const failed = npmStart({ PORT: String(port), DATABASE_URL: join(folder, 'other/register.db') });
    expect(await failed.exit).not.toBe(0);
    expect(failed.output()).toContain(`Port ${port} on 127.0.0.1 is in use`);
    other.close();
  });

  test('the register cannot be opened', async () => {
    const failed = npmStart({ PORT: '0', DATABASE_URL: '/dev/null/register.db' });
    expect(await failed.exit).not.toBe(0);
    expect(failed.output()).toContain('The register cannot be opened');
  });

  test('a setting is wrong', async () => {
    const failed = npmStart({ PORT: 'eighty', DATABASE_URL: join(folder, 'third/register.db') });
    expect(await failed.exit).not.toBe(0);
    expect(failed.output()).toContain('PORT is "eighty"');
  });
});

test('a signal ends it in order, and what it made is kept', async () => {
  end(started);
  await started.exit;
  expect(started.output()).toContain('stopped');
  const again = npmStart({ PORT: '0', DATABASE_URL: join(folder, 'var/register.db') });
  const address = await addressOf(again);
  const home = await (await fetch(address)).text();
  expect(home).toContain('80 家業者');
  end(again);
  await again.exit;
});
