import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSite, startSite } from '../site/start-site.ts';
import { launchBrowser } from './browser.ts';

/**
 * What people come for, each from the home page, in the fewest presses: of a link, a button, a fold, or Enter after something
 * was typed. What is asked is then on the page, and the presses are those that docs/ten-tasks.md states.
 */
let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite('sample'), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

interface Visitor {
  readonly page: Page;
  readonly type: (text: string) => Promise<void>;
  readonly search: (text: string) => Promise<void>;
  readonly press: (what: Locator) => Promise<void>;
}
interface Task {
  readonly name: string;
  readonly walk: (visitor: Visitor) => Promise<void>;
  /** The answer, as it is read on the page. */
  readonly answer: readonly RegExp[];
}

/** Promise.withResolvers, which Node 20 has not. */
function gate(): { promise: Promise<void>; resolve: () => void } {
  let open = () => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, resolve: () => open() };
}

const main = (page: Page) => page.getByRole('main');
const link = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name }).first();

const tasks: readonly Task[] = [
  {
    name: '新竹哪一家做 AOI 瑕疵檢測',
    walk: ({ search }) => search('新竹 AOI 瑕疵檢測'),
    answer: [/4\.6\.1/, /示範製程優化有限公司/],
  },
  {
    name: '某一個登錄編號是否有效、是誰的',
    walk: ({ search }) => search('示範-AI-0047'),
    answer: [/示範製程優化有限公司/, /有效/, /116年|117年/],
  },
  {
    name: '同一個編號在某一天是否有效',
    walk: async ({ page, search, press }) => {
      await search('示範-AI-0047');
      await page.getByLabel('某一天的狀態').fill('114/12/31');
      await press(page.getByRole('button', { name: '查看' }));
    },
    answer: [/尚未生效/, /114年12月31日/],
  },
  {
    name: '我的公司能不能申請',
    walk: async ({ page, press }) => {
      await press(
        main(page)
          .getByRole('link', { name: /申請前檢核/ })
          .first(),
      );
      await page.getByRole('textbox', { name: '統一編號', exact: true }).fill('00000276');
      await press(page.getByLabel('模型訓練類', { exact: true }));
      await press(page.getByRole('button', { name: /開始檢核/ }));
    },
    answer: [/申請資格/, /不在受理期間/, /待確認|符合/],
  },
  {
    name: '可以用哪些模型訓練',
    walk: async ({ page, type, press }) => {
      await type('可用模型');
      await press(page.getByRole('option', { name: /模型/ }).first());
      await press(page.locator('#models ~ details > summary').first());
    },
    answer: [/Llama/i],
  },
  {
    name: '能拿到什麼、到什麼時候',
    walk: ({ page, press }) => press(main(page).locator('.call h2 a')),
    answer: [/三個月|3 個月/, /GPU/, /115年10月30日/],
  },
  {
    name: '一次查一整份清單',
    walk: async ({ page, press }) => {
      await press(main(page).locator('a.task').nth(2));
      await page.locator('#paste').fill('類別\t登錄編號\n人工智慧\t示範-AI-0047\n人工智慧\t示範-AI-9999');
      await press(page.locator('form:has(#paste) button').last());
    },
    answer: [/2 件申請/, /編號有效/, /無法查驗|查無/],
  },
  {
    name: '一個服務項目是什麼、誰登錄了',
    walk: ({ page, press }) => press(main(page).locator('a[href="/catalogue/4.6.1"]').first()),
    answer: [/釋義/, /示範製程優化有限公司/],
  },
  {
    name: '誰的登錄快到期',
    walk: async ({ page, type, press }) => {
      await type('即將到期');
      await press(page.getByRole('option', { name: /到期/ }).first());
    },
    answer: [/即將到期/, /[1-9]\d* 家/],
  },
  {
    name: '把某一項的業者帶進試算表',
    walk: async ({ page, press }) => {
      await press(main(page).locator('a[href="/catalogue/4.6.1"]').first());
      const [download] = await Promise.all([page.waitForEvent('download'), press(link(page, /CSV/))]);
      expect(readFileSync(await download.path(), 'utf8')).toContain('00000276');
    },
    answer: [/4\.6\.1/],
  },
];

/** Ten more, as citizen, officer, founder and developer, in both languages: what is typed, pressed and read differs. */
interface SpokenTask {
  readonly zh: string;
  readonly en: string;
  readonly walk: (visitor: Visitor, is: <T>(zh: T, en: T) => T) => Promise<void>;
  readonly answer: { readonly zh: readonly RegExp[]; readonly en: readonly RegExp[] };
}

/** The first suggestion of that name for what is typed. */
async function take({ page, type, press }: Visitor, text: string, name: RegExp): Promise<void> {
  await type(text);
  await press(page.getByRole('option', { name }).first());
}

const spokenTasks: readonly SpokenTask[] = [
  {
    zh: '什麼時候截止',
    en: 'When is the deadline',
    walk: () => Promise.resolve(),
    answer: { zh: [/115年10月30日/, /23:59/], en: [/30 October 2026/, /23:59/] },
  },
  {
    zh: '申請前要準備什麼、怎麼送件',
    en: 'What do I need to apply, and how',
    walk: (visitor, is) => take(visitor, is('怎麼申請', 'how to apply'), is(/算力平台/, /Compute Platform/)),
    answer: { zh: [/工商憑證/, /讀卡機/, /線上送件/], en: [/card/i, /reader/i, /submi/i] },
  },
  {
    zh: '結案報告哪一天前要交',
    en: 'When is my closing report due',
    walk: async (visitor, is) => {
      await take(visitor, is('結案報告', 'closing report'), is(/算力平台/, /Compute Platform/));
      const { page, press } = visitor;
      await press(page.locator('details:has(#ends) > summary').last());
      await page.locator('#ends').fill('115/12/31');
      await press(page.locator('form:has(#ends) button'));
    },
    answer: { zh: [/116年1月30日/], en: [/30 January 2027/] },
  },
  {
    zh: '我的公司登錄了什麼、到哪一天',
    en: 'What is my firm registered for, and until when',
    walk: ({ search }) => search('00000276'),
    answer: { zh: [/4\.6\.1/, /117年1月25日/], en: [/4\.6\.1/, /25 January 2028/] },
  },
  {
    zh: '下載整份名單',
    en: 'Download the whole register',
    walk: async (visitor, is) => {
      await take(visitor, is('下載名單', 'download'), is(/業者/, /Providers/));
      const { page, press } = visitor;
      const [download] = await Promise.all([page.waitForEvent('download'), press(link(page, /CSV/))]);
      expect(readFileSync(await download.path(), 'utf8')).toContain('00000276');
    },
    answer: { zh: [/家業者/], en: [/providers/i] },
  },
  {
    zh: '一筆資料寫錯了，告訴誰',
    en: 'Report an error in an entry',
    walk: (visitor, is) => take(visitor, is('資料有誤', 'report an error'), is(/回報錯誤/, /Reporting an error/)),
    answer: { zh: [/回報錯誤/, /主管機關/], en: [/Reporting an error/, /authority|Administration/i] },
  },
  {
    zh: '名單一有異動就通知我',
    en: 'Tell me when the register changes',
    walk: async ({ page, press }) => {
      const feed = page.locator('footer a[href$="feed.atom"]');
      const answer = await page.request.get(new URL((await feed.getAttribute('href'))!, page.url()).href);
      expect(answer.headers()['content-type']).toContain('atom');
      await press(feed);
    },
    answer: { zh: [], en: [] },
  },
  {
    zh: '證書「未再列名」是什麼意思',
    en: 'What a certificate that is no longer listed means',
    walk: (visitor, is) => take(visitor, is('未再列名', 'no longer listed'), is(/資料說明/, /About/)),
    answer: { zh: [/未再列名/, /不等於廢止/], en: [/No longer listed/, /does not mean revoked/] },
  },
  {
    zh: '兩家業者並列比較',
    en: 'Compare two firms',
    walk: async ({ page, search, press }, is) => {
      await search('示範製程優化有限公司');
      await press(link(page, is(/並列比較/, /compare/i)));
    },
    answer: { zh: [/示範製程優化/, /示範產線檢測/], en: [/示範製程優化/, /示範產線檢測/] },
  },
  {
    zh: '花蓮沒有人做瑕疵檢測，哪裡有',
    en: 'Nobody in Hualien inspects defects: who does elsewhere',
    walk: async ({ page, search, press }, is) => {
      await search(is('花蓮 瑕疵檢測', 'defect inspection in Hualien'));
      await press(link(page, is(/不限縣市/, /anywhere/)));
    },
    answer: { zh: [/示範製程優化/, /示範產線檢測/], en: [/示範製程優化/, /示範產線檢測/] },
  },
  {
    zh: '用程式查一個編號',
    en: 'Use the API for one number',
    walk: (visitor, is) => take(visitor, 'API', is(/^頁面.*API|API.*頁面|API/, /API/)),
    answer: { zh: [/\/api\/v1/, /verify/], en: [/\/api\/v1/, /verify/] },
  },
];

const doc = readFileSync(join(import.meta.dirname, '../../docs/ten-tasks.md'), 'utf8');

/** From the home page of a language; returns how often something was pressed. */
async function walked(page: Page, home: string, walk: (visitor: Visitor) => Promise<void>): Promise<number> {
  await page.goto(home);
  const { pathname } = new URL(home);
  let presses = 0;
  const press = async (what: Locator) => {
    presses++;
    await what.click();
    await page.waitForLoadState();
  };
  const type = (text: string) => page.getByRole('combobox').or(page.getByRole('searchbox')).first().fill(text);
  const search = async (text: string) => {
    presses++;
    await type(text);
    await Promise.all([page.waitForURL((url) => url.pathname !== pathname), page.keyboard.press('Enter')]);
  };
  await walk({ page, type, search, press });
  return presses;
}

async function reads(page: Page, answer: readonly RegExp[]): Promise<void> {
  for (const one of answer) await expect.poll(() => main(page).innerText()).toMatch(one);
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(wide).toBeLessThanOrEqual(0);
}

describe.each([375, 1280])('at %i pixels', (width) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: width < 500 ? 812 : 800 } });
  });
  afterAll(() => page?.close());

  test.each(tasks)('$name', async ({ name, walk, answer }) => {
    const presses = await walked(page, `${site.url}/`, walk);
    await reads(page, answer);
    expect(doc).toContain(`| ${name} | ${presses} |`);
  });

  test.each(spokenTasks)('$en', async ({ zh, en, walk, answer }) => {
    for (const language of ['zh', 'en'] as const) {
      const is = <T>(inChinese: T, inEnglish: T) => (language === 'zh' ? inChinese : inEnglish);
      const home = `${site.url}${is('/', '/en')}`;
      const presses = await walked(page, home, (visitor) => walk(visitor, is));
      await reads(page, answer[language]);
      expect(doc, language).toContain(`| ${zh} · ${en} | ${presses} |`);
    }
  });
});

describe('search as one types', () => {
  test('an answer that was given up does not take the next one with it', async () => {
    const page = await browser.newPage();
    try {
      await page.goto(site.url);
      let asked = 0;
      const held = gate();
      await page.route('**/search/suggest*', async (route) => {
        asked++;
        await held.promise;
        await route.continue().catch(() => undefined);
      });
      const box = page.getByRole('combobox').first();
      await box.fill('瑕');
      await expect.poll(() => asked, { timeout: 60_000 }).toBe(1);
      await box.fill('瑕疵');
      await expect.poll(() => asked, { timeout: 60_000 }).toBe(2);
      held.resolve();
      await page.getByRole('option', { name: /4\.6\.1/ }).waitFor({ timeout: 60_000 });
      expect(await box.getAttribute('aria-expanded')).toBe('true');
    } finally {
      await page.close();
    }
  });

  test('what is not yet composed is not asked for', async () => {
    const page = await browser.newPage();
    try {
      await page.goto(site.url);
      const asked: (string | null)[] = [];
      page.on('request', (request) => {
        const { pathname, searchParams } = new URL(request.url());
        if (pathname.endsWith('/suggest')) asked.push(searchParams.get('q'));
      });
      await page.getByRole('combobox').first().focus();
      const keys = await page.context().newCDPSession(page);
      for (const text of ['ㄒ', 'ㄒㄧ', 'ㄒㄧㄚ']) {
        await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
        await page.waitForTimeout(200);
      }
      await keys.send('Input.insertText', { text: '瑕疵' });
      await page.getByRole('option', { name: /4\.6\.1/ }).waitFor({ timeout: 60_000 });
      expect([...new Set(asked)]).toEqual(['瑕疵']);
    } finally {
      await page.close();
    }
  });
});
