import type { Locator, Page } from 'playwright-core';

/** Presses Tab until the wanted element has the focus, as someone without a mouse would; fails when Tab never gets there. */
export async function tabTo(page: Page, wanted: Locator, most = 200): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted} within ${most} presses`);
}

/** Types into a field reached by Tab, in place of what is in it. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Reaches a link or button by Tab, presses Enter and waits for the page it leads to. */
export async function enter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
}
