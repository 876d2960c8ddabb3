import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, startSite } from '../site/start-site.ts';
import { launchBrowser } from './browser.ts';

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test.each([
  '/',
  '/providers/00000005',
  '/certificates/ai/示範AI-003?on=2026-09-14',
  '/verify?scheme=ai&number=示範AI-001&on=115/07/01',
  '/programme',
  '/about',
  '/en',
  '/en/providers/00000005',
])('no date of %s is broken over two lines, at any width', async (path) => {
  const page = await browser.newPage();
  await page.goto(site.url + path);
  let dates = 0;
  for (const width of [320, 375, 430, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const found = await page.evaluate<{ count: number; broken: string[]; wide: boolean }>(`(() => {
      const all = [...document.querySelectorAll('main .date')];
      return {
        count: all.length,
        broken: all.filter((one) => one.getClientRects().length > 1).map((one) => one.parentElement.textContent),
        wide: document.documentElement.scrollWidth > innerWidth,
      };
    })()`);
    dates += found.count;
    expect({ width, broken: found.broken, wide: found.wide }).toEqual({ width, broken: [], wide: false });
  }
  expect(dates).toBeGreaterThan(0);
  await page.close();
});
