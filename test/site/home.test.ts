import { items } from '@aipower/taxonomy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linksOf, type RunningSite, startSite, textOf } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const search = async (q: string, prefix = '') => {
  const response = await site.get(`${prefix}/search?q=${encodeURIComponent(q)}`);
  const location = response.headers.get('location');
  return { status: response.status, to: location && decodeURIComponent(location), html: await response.text() };
};

describe('the one search box goes where the text says', () => {
  const cases: [text: string, to: string][] = [
    ['4.6.1', '/catalogue/4.6.1'],
    [' ４．６．１． ', '/catalogue/4.6.1'],
    ['4.6.1 瑕疵檢測 AOI/良率最佳化', '/catalogue/4.6.1'],
    ['4.10', '/catalogue/4.10'],
    ['4', '/catalogue/4'],
    ['00000005', '/providers/00000005'],
    ['0000 0005', '/providers/00000005'],
    ['示範AI-001', '/certificates/ai/示範AI-001'],
    ['113電簽9001', '/certificates/e-signature/113電簽9001'],
    ['113-電簽-9001', '/certificates/e-signature/113電簽9001'],
    ['示範明視智檢股份有限公司', '/providers/00000005'],
    ['統一編號：00000005', '/providers/00000005'],
    ['統編 ００００－０００５', '/providers/00000005'],
    ['證書編號：示範ai－００１', '/certificates/ai/示範AI-001'],
    ['「示範AI-001」', '/certificates/ai/示範AI-001'],
    ['No. 113電簽9001', '/certificates/e-signature/113電簽9001'],
    ['（示範AI-001）', '/certificates/ai/示範AI-001'],
    // Two certificates with one number, the second marked 展延, share a page.
    ['示範AI-009（展延）', '/certificates/ai/示範AI009'],
    ['（示範AI-009（展延））。', '/certificates/ai/示範AI009'],
    ['示範AI-009', '/certificates/ai/示範AI009'],
  ];
  test.each(cases)('%s → %s', async (text, to) => {
    expect(await search(text)).toMatchObject({ status: 302, to });
    expect(await search(text, '/en')).toMatchObject({ status: 302, to: `/en${to}` });
  });

  test.each(['3D 成像', '5G', '1 號機器人'])('%s holds a figure and is no code', async (text) => {
    expect((await search(text)).status).toBe(200);
  });
});

describe('words get a page of what was found', () => {
  test.each([
    ['瑕疵檢測', '/catalogue/4.6.1'],
    ['面板刮傷', '/catalogue/4.6.1'],
    ['defect inspection', '/catalogue/4.6.1'],
    ['明視', '/providers/00000005'],
    ['示范明视', '/providers/00000005'],
  ])('%s finds %s', async (text, href) => {
    const { status, html } = await search(text);
    expect(status).toBe(200);
    expect(linksOf(html)).toContain(href);
  });

  test('an English word brings no item that shares only three letters of it', async () => {
    const { html } = await search('defect inspection', '/en');
    const items = linksOf(html).filter((href) => /^\/en\/catalogue\/\d+\.\d+\.\d+$/.test(href));
    expect(items).toEqual(['/en/catalogue/4.6.1']);
  });

  test('a company name with a slip offers the company, and no page of items', async () => {
    const { html } = await search('示範明視智撿股份有限公司');
    expect(linksOf(html)).toContain('/providers/00000005');
    expect(linksOf(html).filter((href) => /^\/catalogue\/\d+\.\d+\.\d+/.test(href))).toEqual([]);
  });

  test('a 統一編號 that is on no list is said to be only that; one that fails the checksum may be a slip', async () => {
    expect(textOf((await search('12345675')).html)).toContain('不代表企業不存在');
    expect(textOf((await search('12345678')).html)).toContain('檢查碼不符');
  });

  test('a code that does not exist offers near ones', async () => {
    expect(linksOf((await search('4.6.9')).html)).toContain('/catalogue/4.6.1');
  });

  test('a number with a slip offers near numbers, never takes one', async () => {
    const { status, html } = await search('示範AI-0031');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('僅供核對');
  });

  test('a number with a slip brings the near numbers first, and no items that share a word with it', async () => {
    const { html } = await search('示範AI-0031');
    expect(html).toContain('id="near"');
    expect(html).not.toContain('id="items"');
    expect(linksOf(html).filter((href) => /^\/catalogue\/\d+\.\d+\.\d+/.test(href))).toEqual([]);
  });

  test('what was found stands before what was not', async () => {
    const { html } = await search('示範明視智撿股份有限公司');
    expect(html).toContain('id="providers"');
    expect(html).not.toContain('id="items"');
  });

  test('no item is offered for one character out of a word', async () => {
    expect(textOf((await search('影像 檢測')).html)).not.toMatch(/相符：.(?: |$)/);
  });

  test('nothing found helps on; nothing typed shows the box; too much is refused', async () => {
    expect(textOf((await search('zzqqxx')).html)).toContain('目錄與名單沒有相符的資料');
    expect((await site.get('/search')).status).toBe(200);
    expect((await search('字'.repeat(201))).status).toBe(400);
  });
});

test('a page may be shown again on the way back, and is asked for by its ETag', async () => {
  const first = await site.get('/');
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30, stale-while-revalidate=30');
  expect((await site.get('/search')).headers.get('cache-control')).toBe('private, no-cache');
  expect(first.headers.get('etag')).toMatch(/^(?:W\/)?"/);
  expect((await site.get('/healthz')).headers.get('cache-control')).toBe('no-store');
  const sheet = /\/public\/site\.css\?v=[^"]+/.exec(await first.text())![0];
  expect((await site.get(sheet)).headers.get('cache-control')).toContain('max-age=31536000');
});

describe('the home page', () => {
  test('every number in the state of the register is the length of the list it opens', async () => {
    const html = await (await site.get('/')).text();
    const numbers = [...html.matchAll(/<a href="(\/providers\?scheme=[^"]+)">([\d,]+)<\/a>/g)];
    expect(numbers.length).toBe(10);
    for (const [, href, number] of numbers) {
      const json = await site.get(href!.replaceAll('&amp;', '&').replace('/providers?', '/providers.json?'));
      expect(`${href} ${((await json.json()) as { total: number }).total}`).toBe(`${href} ${number}`);
    }
  });

  test('a list that is not loaded says so and shows no zero', async () => {
    const text = textOf(await (await site.get('/')).text());
    expect(text).toMatch(/第三方支付洗錢防制 – – – 尚未載入/);
  });

  test('the picture holds every item with the count that its line in the list has, each a link', async () => {
    const html = await (await site.get('/')).text();
    const picture = new Map(
      [...html.matchAll(/<a href="\/catalogue\/([\d.]+)"><title>[^<]*: (\d+) 家<\/title>/g)].map(([, code, count]) => [
        code,
        count,
      ]),
    );
    const list = await (await site.get('/catalogue')).text();
    const listed = new Map(
      [...list.matchAll(/<span class="code">([\d.]+)<\/span>[\s\S]*?<span class="count">(\d+) 家/g)].map(
        ([, code, count]) => [code, count],
      ),
    );
    expect([...picture.keys()]).toEqual(items.map(({ code }) => code));
    expect(listed).toEqual(picture);
    expect(picture.get('4.6.1')).toBe('1');
    expect(picture.get('4.9.1')).toBe('15');
  });

  test('what to type stands beside the box, and every page leads to the feed of changes', async () => {
    const html = await (await site.get('/')).text();
    expect(html).toMatch(/<input id="q"[^>]*aria-describedby="q-hint"/);
    const hint = html.slice(html.indexOf('id="q-hint"')).split('</p>')[0]!;
    expect(textOf(`<p ${hint}`).replaceAll(' ', '')).toContain(
      '例：瑕疵檢測、聊天機器人、業者名稱、統一編號、證書編號',
    );
    // An example is one press away from what it finds.
    expect(linksOf(hint)).toHaveLength(2);
    for (const example of linksOf(hint)) expect(await (await site.get(example)).text()).toContain('<h2 id="items">');
    expect(html).toMatch(/<link rel="alternate" type="application\/atom\+xml" href="\/feed\.atom"/);
    expect(linksOf(await (await site.get('/en/about')).text())).toContain('/en/feed.atom');
  });

  test('an empty register is an honest page', async () => {
    const empty = await startSite('empty');
    const text = textOf(await (await empty.get('/')).text());
    expect(text).toContain('6 類名單已載入 0 類');
    for (const path of ['/providers', '/catalogue', '/providers.csv', '/providers.json'])
      expect((await empty.get(path)).status).toBe(200);
    await empty.stop();
  });
});
