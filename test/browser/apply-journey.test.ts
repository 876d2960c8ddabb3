import { programme115 } from '@aipower/programme';
import { formPages } from '@aipower/site/apply/form/form-pages';
import type { Language } from '@aipower/site/page/language';
import { pathsFor } from '@aipower/site/page/paths';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleForm, startDesk } from '../site/apply/applicant.ts';
import type { RunningSite } from '../site/running-site.ts';
import { offerAxe, violationsOf } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { enter, tabTo, typeInto } from './keyboard.ts';

// From the card to the receipt in a real browser, by keyboard alone, against the stand-in component: the two applications of the
// sample, one in each language and at each width.

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  site = await startDesk();
  offerAxe(site.server);
  const port = site.deps.demonstration!.component!.port;
  browser = await launchBrowser([`--host-resolver-rules=MAP localhost:61161 127.0.0.1:${port}`]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const PIN = '12345678';

interface Journey {
  readonly category: 'training' | 'inference';
  readonly language: Language;
  readonly width: number;
  readonly words: Readonly<Record<'triesLeft' | 'apply' | 'start' | 'next' | 'submit', string>>;
}

const journeys: readonly Journey[] = [
  {
    category: 'inference',
    language: 'zh',
    width: 1280,
    words: {
      triesLeft: '還可以試 2 次',
      apply: '我要申請',
      start: '選好了，下一步',
      next: '下一步',
      submit: '送出，並完成申請',
    },
  },
  {
    category: 'training',
    language: 'en',
    width: 375,
    words: {
      triesLeft: 'Tries left before the card locks: 2',
      apply: 'Apply',
      start: 'Next',
      next: 'Next',
      submit: 'Submit the application',
    },
  },
];

test.each(journeys)(
  'a company logs in with its card, fills in the $category form at $width px in $language and gets its receipt',
  async ({ category, language, width, words }) => {
    const form = sampleForm(category);
    await site.deps.demonstration!.insert(String(form['ubn']));
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    // At the width where there is least room after every page is filled in; at the other the pages that stand for the rest.
    const isAccessible = async ({ also = width < 600 } = {}) => {
      if (also) expect(await violationsOf(page, 'screen'), page.url()).toEqual([]);
    };
    const main = page.locator('main');

    await page.goto(site.url + pathsFor(language).applyLogin());
    await tabTo(page, page.locator('#read-readers'));
    await page.keyboard.press('Enter');
    await page.locator('#readers').waitFor();
    await typeInto(page, page.locator('#pin'), '1111');
    await page.keyboard.press('Enter');
    await page.locator('#card-problem', { hasText: words.triesLeft }).waitFor();
    await isAccessible({ also: true });
    expect(await page.locator('#pin').inputValue()).toBe('');
    await typeInto(page, page.locator('#pin'), PIN);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/apply/company');
    expect(sent.filter((one) => one.startsWith(site.url) && /1111|12345678/.test(one))).toEqual([]);
    await isAccessible();

    await enter(page, main.getByRole('link', { name: words.apply, exact: true }));
    await choose(page, 'category', category);
    await isAccessible();
    await enter(page, main.getByRole('button', { name: words.start }));
    await isAccessible();
    await enter(page, main.getByRole('button', { name: words.next }));
    for (const { fields } of formPages(programme115, category)) {
      for (const { id } of fields) {
        const value = form[id];
        if (value === undefined || (await page.locator(`#answers [name="${id}"]`).count()) === 0) continue;
        if (Array.isArray(value)) for (const one of value) await choose(page, id, String(one));
        else if (value === true) await choose(page, id, 'yes');
        else if ((await page.locator(`#answers [name="${id}"][type="radio"]`).count()) > 0)
          await choose(page, id, String(value));
        else await typeInto(page, page.locator(`#answers [name="${id}"]`), String(value));
      }
      await isAccessible();
      await enter(page, page.locator('#answers button[value="next"]'));
    }
    await page.waitForURL('**/check');
    for (const id of ['pledgeAccepted', 'categoryConfirmed']) await choose(page, id, 'yes');
    await isAccessible({ also: true });
    await enter(page, page.getByRole('button', { name: words.submit }));
    await page.waitForURL('**/receipt');
    expect(new URL(page.url()).pathname.startsWith(pathsFor(language).apply())).toBe(true);
    expect(await main.textContent()).toMatch(new RegExp(`115-${category}-\\d{4}`));
    await isAccessible({ also: true });
    // Nothing of it is wider than the window.
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await context.close();
  },
  360_000,
);

/** Ticks one choice as somebody without a mouse would: a radio group by its arrows, a box by the space bar. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const box = page.locator(`main [name="${name}"][value="${value}"]`);
  if (await box.isChecked()) return;
  if ((await box.getAttribute('type')) === 'checkbox') {
    await tabTo(page, box);
    return page.keyboard.press('Space');
  }
  await tabTo(page, page.locator(`main [name="${name}"]`).first());
  await page.keyboard.press('Space');
  for (let i = 0; i < 20 && !(await box.isChecked()); i++) await page.keyboard.press('ArrowDown');
}
