import { programme115 } from '@aipower/programme';
import { formPages } from '@aipower/site/apply/form/form-pages';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleForm, startDesk } from '../site/apply/applicant.ts';
import type { RunningSite } from '../site/running-site.ts';
import { launchBrowser } from './browser.ts';
import { enter, tabTo, typeInto } from './keyboard.ts';

// From the card to the receipt in a real browser, by keyboard alone, against the stand-in component.

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  site = await startDesk();
  const port = site.deps.demonstration!.component!.port;
  browser = await launchBrowser([`--host-resolver-rules=MAP localhost:61161 127.0.0.1:${port}`]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const PIN = '12345678';

test('a company logs in with its card, fills in every page and gets its receipt', async () => {
  const form = sampleForm('inference');
  await site.deps.demonstration!.insert(String(form['ubn']));
  const context = await browser.newContext();
  const page = await context.newPage();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));

  await page.goto(`${site.url}/apply/login`);
  await tabTo(page, page.locator('#read-readers'));
  await page.keyboard.press('Enter');
  await page.locator('#readers').waitFor();
  await typeInto(page, page.locator('#pin'), '1111');
  await page.keyboard.press('Enter');
  await page.locator('#card-problem', { hasText: '還可以試 2 次' }).waitFor();
  expect(await page.locator('#pin').inputValue()).toBe('');
  await typeInto(page, page.locator('#pin'), PIN);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/apply/company');
  expect(sent.filter((one) => one.startsWith(site.url) && /1111|12345678/.test(one))).toEqual([]);

  await enter(page, page.getByRole('link', { name: '我要申請' }));
  await choose(page, 'category', 'inference');
  await enter(page, page.getByRole('button', { name: '選好了，下一步' }));
  await enter(page, page.getByRole('button', { name: '下一步' }));
  for (const { fields } of formPages(programme115, 'inference')) {
    for (const { id } of fields) {
      const value = form[id];
      if (value === undefined || (await page.locator(`#answers [name="${id}"]`).count()) === 0) continue;
      if (Array.isArray(value)) for (const one of value) await choose(page, id, String(one));
      else if (value === true) await choose(page, id, 'yes');
      else if ((await page.locator(`#answers [name="${id}"][type="radio"]`).count()) > 0)
        await choose(page, id, String(value));
      else await typeInto(page, page.locator(`#answers [name="${id}"]`), String(value));
    }
    await enter(page, page.locator('#answers button[value="next"]'));
  }
  await page.waitForURL('**/check');
  for (const id of ['pledgeAccepted', 'categoryConfirmed']) await choose(page, id, 'yes');
  await enter(page, page.getByRole('button', { name: '送出，並完成申請' }));
  await page.waitForURL('**/receipt');
  expect(await page.locator('main').textContent()).toMatch(/115-inference-\d{4}/);
}, 240_000);

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
