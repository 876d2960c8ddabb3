import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linksOf, type RunningSite, startSite, textOf, today } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const page = async (path: string) => {
  const response = await site.get(path);
  return { status: response.status, html: await response.text() };
};

/** The total a list states, and the 統一編號 of the rows on the page. */
function listed(html: string) {
  const total = Number(/共 ([\d,]+) 家業者/.exec(textOf(html))?.[1]?.replace(',', '') ?? 0);
  const ubns = [...html.matchAll(/type="checkbox" form="compare" name="ubn" value="(\d{8})"/g)].map(([, ubn]) => ubn!);
  return { total, ubns };
}

async function csv(query: string): Promise<Record<string, string>[]> {
  const response = await site.get(`/providers.csv${query}`);
  expect(response.status).toBe(200);
  return parse(await response.text(), { columns: true, bom: true });
}

async function json(query: string): Promise<{ total: number; providers: { ubn: string }[] }> {
  const response = await site.get(`/providers.json${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as never;
}

describe('count = list = export', () => {
  const bases = [
    '',
    '?state=valid',
    '?item=4.6.1',
    '?scheme=ai&tier=4',
    '?q=補充',
    '?on=2025-06-30',
    '?city=臺中市',
    '?city=台中市',
  ];

  test.each(bases)('every count beside a facet of /providers%s is the length of the list behind it', async (base) => {
    const { html } = await page(`/providers${base}`);
    const facets = [
      ...html.matchAll(/<a href="([^"]+)"( aria-current="true")?[^>]*>[^<]*<\/a> <span class="count">(\d+)</g),
    ];
    expect(facets.length).toBeGreaterThan(3);
    for (const [, href, current, count] of facets) {
      // The value chosen now shows its own list, and its link takes it away.
      const path = current ? `/providers${base}` : href!.replaceAll('&amp;', '&');
      const { total } = listed((await page(path)).html);
      expect(`${path} ${total}`).toBe(`${path} ${count}`);
    }
  });

  test.each(bases)(
    '/providers%s: the pages together, the CSV and the JSON hold the same providers in the same order',
    async (base) => {
      const first = listed((await page(`/providers${base}`)).html);
      const ubns: string[] = [];
      for (let at = 1; at <= Math.max(1, Math.ceil(first.total / 25)); at++) {
        const joined = `/providers${base}${base ? '&' : '?'}page=${at}`;
        ubns.push(...listed((await page(joined)).html).ubns);
      }
      const rows = await csv(base);
      const data = await json(base);
      expect(ubns).toHaveLength(first.total);
      expect(new Set(ubns).size).toBe(ubns.length);
      expect(rows.map(({ ubn }) => ubn)).toEqual(ubns);
      expect(data.providers.map(({ ubn }) => ubn)).toEqual(ubns);
      expect(data.total).toBe(first.total);
    },
  );

  test.each(['name', 'ubn', 'newest', 'expiring'])(
    'sorted by %s the same providers stand in the list',
    async (sort) => {
      const rows = await csv(`?sort=${sort}`);
      const names = (await csv('')).map(({ ubn }) => ubn).sort();
      expect(rows.map(({ ubn }) => ubn).sort()).toEqual(names);
    },
  );

  test('state and item are asked of the same certificate', async () => {
    // 00000005 holds a valid certificate for 4.6.1; 00000011 an expired one.
    expect((await csv('?item=4.6.1&state=valid')).map(({ ubn }) => ubn)).toEqual(['00000005']);
    expect((await csv('?item=4.6.1&state=expired')).map(({ ubn }) => ubn)).toEqual(['00000011']);
    expect(await csv('?scheme=e-signature&item=4.6.1')).toEqual([]);
  });
});

describe('finding a provider', () => {
  const cases: [what: string, q: string, ubn: string][] = [
    ['the whole name', '示範明視智檢股份有限公司', '00000005'],
    ['a part of it', '明視智檢', '00000005'],
    ['a former name', '明視檢測', '00000005'],
    ['a former name the list prints', '展翼數據', '00000027'],
    ['the English name', 'clear sight', '00000005'],
    ['Simplified characters', '示范明视智检', '00000005'],
    ['台 for 臺, full width and blanks', ' ００００００１６ ', '00000016'],
    ['a slip in the name', '示範明視智撿股份有限公司', '00000005'],
    ['a certificate number in another hand', '示範ai001', '00000005'],
    ['the beginning of the 統一編號', '0000004', '00000043'],
  ];
  test.each(cases)('by %s', async (_what, q, ubn) => {
    const rows = await csv(`?q=${encodeURIComponent(q)}`);
    expect(rows.map((row) => row['ubn'])).toContain(ubn);
  });

  test('says by which former name it was found', async () => {
    const { html } = await page(`/providers?q=${encodeURIComponent('明視檢測')}`);
    expect(textOf(html)).toContain('曾用名稱：示範明視檢測股份有限公司');
  });

  test('says that names are only similar', async () => {
    const { html } = await page(`/providers?q=${encodeURIComponent('示範明視智撿股份有限公司')}`);
    expect(textOf(html)).toContain('以下名稱相近');
  });

  test('an empty list helps on', async () => {
    const { status, html } = await page('/providers?state=revoked&city=花蓮縣');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('沒有符合全部條件的業者');
    expect(linksOf(html)).toContain('/providers?state=revoked');
  });
});

describe('what is seldom set stands folded behind the search', () => {
  const folded = (html: string) => /<details class="more"( open)?>/.exec(html)?.[1] === undefined;
  const selected = (html: string, id: string) =>
    /<option value="([^"]*)" selected>([^<]*)/.exec(html.slice(html.indexOf(`<select id="${id}"`)))?.slice(1);

  test.each([
    ['', true],
    ['?q=示範&on=&sort=&per_page=', true],
    ['?sort=name&per_page=25&state=valid', true],
    ['?q=示範&sort=relevance', true],
    ['?q=示範&sort=name', false],
    ['?sort=expiring', false],
    ['?per_page=50', false],
    ['?on=2026-06-30', false],
    ['?on=soon', false],
    ['?sort=random', false],
    ['?per_page=7', false],
  ])('%s: folded is %s', async (query, expected) => {
    expect(folded((await page(`/providers${query}`)).html)).toBe(expected);
  });

  test('words typed into a list by name are answered by relevance, unless another order was asked for', async () => {
    const plain = await page('/providers');
    expect(selected(plain.html, 'sort')).toEqual(['', '名稱筆畫']);
    expect(selected(plain.html, 'per_page')).toEqual(['', '25']);
    const found = await page('/providers?q=示範&on=&sort=&per_page=');
    expect(selected(found.html, 'sort')).toEqual(['', '相符程度']);
    expect(listed(found.html)).toEqual(listed((await page('/providers?q=示範&sort=relevance')).html));
    const asked = await page('/providers?q=示範&sort=ubn&per_page=50');
    expect(selected(asked.html, 'sort')).toEqual(['ubn', '統一編號']);
    expect(selected(asked.html, 'per_page')).toEqual(['50', '50']);
  });
});

describe('an address that cannot be understood', () => {
  const cases: [query: string, names: string][] = [
    ['?state=gültig', '沒有狀態'],
    ['?on=2026-02-30', '2026-02-30'],
    ['?on=tomorrow', 'tomorrow'],
    ['?item=4.6.99', '4.6.99'],
    ['?tier=4.6', '4.6'],
    ['?scheme=tax', 'tax'],
    ['?sort=random', 'random'],
    ['?page=0', '頁碼'],
    ['?page=-1', '頁碼'],
    ['?page=1e3', '頁碼'],
    ['?per_page=10000', '10000'],
    ['?q=a&q=b', 'q'],
    [`?q=${'長'.repeat(201)}`, '過長'],
  ];
  test.each(cases)('%s is refused and named', async (query, names) => {
    const { status, html } = await page(`/providers${query}`);
    expect(status).toBe(400);
    expect(textOf(html)).toContain(names);
  });

  test('a page past the end leads to the last one of the same filter', async () => {
    const answer = await site.get('/en/providers?page=999&per_page=50&sort=name');
    expect(answer.status).toBe(302);
    const last = answer.headers.get('location')!;
    expect(last).toMatch(/^\/en\/providers\?.*per_page=50/);
    expect(last).not.toContain('999');
    expect((await site.get(last)).status).toBe(200);
    const nothing = await site.get('/providers?q=沒有這樣的業者名稱&page=3');
    expect(decodeURI(nothing.headers.get('location')!)).toBe('/providers?q=沒有這樣的業者名稱');
  });

  test.each(['.csv', '.json'])('the export %s refuses it as the page does', async (ending) => {
    expect((await site.get(`/providers${ending}?state=nope`)).status).toBe(400);
    expect((await site.get(`/providers${ending}?page=2`)).status).toBe(400);
    expect((await site.get(`/providers${ending}?citty=taipei`)).status).toBe(400);
  });

  test('every fault is said at once, and nothing typed is lost', async () => {
    const { html } = await page('/providers?q=示範&on=soon&state=nope&city=臺北市');
    expect(textOf(html)).toMatch(/nope.*soon/);
    expect(html).toContain('value="示範"');
    expect(html).toContain('value="soon"');
    expect(html).toContain('name="city" value="臺北市"');
    expect(linksOf(html)).toContain('#on');
  });
});

describe('exports are safe to open', () => {
  test('no cell of the CSV begins like a formula; the JSON has the name as it is', async () => {
    const response = await site.get('/providers.csv?item=4.10.1');
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="providers-4\.10\.1-2026-11-22-r\d+\.csv"$/,
    );
    const cells = parse(text, { bom: true }).flat() as string[];
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
    const data = await json('?item=4.10.1');
    expect(data.providers[0]).toMatchObject({
      ubn: '00000037',
      name: '=HYPERLINK("http://example.org","示範")有限公司',
    });
  });

  test('ids come first and keep their zeros; the bytes begin with a mark for UTF-8', async () => {
    const response = await site.get('/providers.csv?q=00000005');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, row] = parse(Buffer.from(bytes), { bom: true }) as string[][];
    expect(header?.slice(0, 3)).toEqual(['ubn', 'certificate_numbers', 'name']);
    expect(row?.[0]).toBe('00000005');
    expect(row?.[1]).toContain('示範AI-001');
    expect(row?.[header!.indexOf('judged_on')]).toBe(today);
  });

  test('names with markup stand as text on every page', async () => {
    for (const path of [
      '/providers?item=4.2.10',
      '/providers/00000043',
      '/catalogue/4.2.10',
      '/providers/compare?ubn=00000043&ubn=00000005',
      '/en/providers/00000043',
      '/providers/00000043/feed.atom',
    ]) {
      const { status, html } = await page(path);
      expect(status).toBe(200);
      expect(html).not.toContain("<script>alert('示範')");
      expect(html).not.toContain('<b>&');
      expect(html).toMatch(/&lt;script&gt;alert|\\u003cscript>alert/);
    }
  });
});

describe('side by side', () => {
  test('two to four providers, scheme by scheme and item by item', async () => {
    const { status, html } = await page('/providers/compare?ubn=00000005&ubn=00000011&ubn=00000048');
    const text = textOf(html);
    expect(status).toBe(200);
    expect(text).toContain('示範明視智檢股份有限公司');
    expect(text).toContain('瑕疵檢測');
    expect(text).toContain('屆期失效');
    expect(linksOf(html)).toContain('/providers/compare?ubn=00000005&ubn=00000011');
  });

  test('begins on the page of a provider: others are offered by what they share, or found by name, until four', async () => {
    const start = linksOf((await page('/providers/00000005')).html).find((href) =>
      href.startsWith('/providers/compare'),
    )!;
    expect(start).toBe('/providers/compare?ubn=00000005');
    expect((await page(start)).status).toBe(200);

    const alike = '/providers/compare?ubn=90000000';
    const offers = linksOf((await page(alike)).html).filter((href) => href.startsWith(`${alike}&ubn=`));
    expect(offers).toHaveLength(10);
    expect(offers).not.toContain(`${alike}&ubn=90000000`);
    // Whoever is offered shares an item with the one chosen.
    expect(textOf((await page(offers[9]!)).html)).toContain('1 項各家皆有');

    const searched = await page(`${start}&q=${encodeURIComponent('示範補充第7')}`);
    const hit = linksOf(searched.html).find((href) => href === `${start}&ubn=90000006`)!;
    expect(hit).toBeDefined();
    const two = await page(hit);
    expect(two.status).toBe(200);
    expect(two.html).toContain('<table class="compare of-2">');
    expect(two.html).toMatch(/<input type="hidden" name="ubn" value="90000006">/);
    const none = await page(`${hit}&q=zzzzzz`);
    expect(textOf(none.html)).toContain('沒有名稱或統一編號符合「zzzzzz」的業者');
    expect(linksOf(none.html)).toContain(hit);
    const four = await page(`${hit}&ubn=90000007&ubn=90000008`);
    expect(four.html).not.toContain('name="q"');
  });

  test('a registration whose list is not loaded is not said to be missing', async () => {
    const { html } = await page('/providers/compare?ubn=00000005&ubn=00000011');
    const row = /<tr><th scope="row">第三方支付洗錢防制<\/th>.*?<\/tr>/.exec(html)![0];
    expect(textOf(row).trim()).toBe('第三方支付洗錢防制 無法查驗 無法查驗');
  });

  const wrong: [query: string, says: string][] = [
    ['', '不足二家'],
    ['?ubn=12345675', '12345675'],
    ['?ubn=00000005&q=a&q=b', 'q'],
    ['?ubn=00000005&ubn=00000005', '重複'],
    ['?ubn=00000005&ubn=12345675', '12345675'],
    ['?ubn=00000005&ubn=00000011&ubn=00000016&ubn=00000022&ubn=00000027', '超過四家'],
  ];
  test.each(wrong)('%s is explained', async (query, says) => {
    const { status, html } = await page(`/providers/compare${query}`);
    expect(status).toBe(400);
    expect(textOf(html)).toContain(says);
  });
});
