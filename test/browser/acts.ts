import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A telephone, a tablet and a desk: what is done at the application desk is done at each of them. */
export const widths = [375, 768, 1280] as const;
const HEIGHT = 1024;

/** Nothing of a page is wider than its window. */
export async function fits(page: Page): Promise<void> {
  // Between two pages there is a document without an element, and what was pressed just now may have led there. A locator
  // waits for the element; a function that waits in the page would be evaluated there, which the pages forbid.
  await page.waitForLoadState('domcontentloaded');
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(over, `${page.url()} at ${page.viewportSize()?.width}`).toBe(0);
}

/**
 * Makes a function that presses buttons and follows links. Whatever it presses can be pressed at every width, with its page
 * fitting the window, and is pressed at the next width in turn: what stands on the page then was typed at another one.
 */
export function actsAtEveryWidth(): (target: Locator) => Promise<void> {
  let turn = 0;
  return async (target) => {
    const page = target.page();
    for (let i = 1; i <= widths.length; i++) {
      await page.setViewportSize({ width: widths[(turn + i) % widths.length]!, height: HEIGHT });
      await fits(page);
      // At the last of them it is pressed in earnest.
      await target.click({ trial: i < widths.length });
    }
    // Where it led to is read whole, not while it comes.
    await page.waitForLoadState('domcontentloaded');
    turn++;
  };
}
