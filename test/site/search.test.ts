import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evalSearch, searchCases, searchSets } from '../eval/search.ts';
import { type RunningSite, startSite, textOf } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite('sample');
});
afterAll(() => site.stop());

const search = async (q: string, prefix = '') =>
  (await site.get(`${prefix}/search?${new URLSearchParams({ q })}`)).text();
const mainOf = (html: string) => textOf(/<main[\s\S]*<\/main>/.exec(html)![0]);

interface Suggestions {
  readonly options: readonly { kind: string; kindName: string; label: string; detail: string; href: string }[];
  readonly said: string;
}
const suggest = async (q: string, prefix = '') => {
  const response = await site.get(`${prefix}/search/suggest?${new URLSearchParams({ q })}`);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  return (await response.json()) as Suggestions;
};

describe('the labelled queries', () => {
  test('are many, each with its own id', () => {
    const cases = searchSets.flatMap(searchCases);
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test.each(searchSets)('%s are answered as well as the committed figures say', async (set) => {
    expect((await evalSearch(set)).falls).toEqual([]);
  });
});

describe('the page of results', () => {
  test('names the firms of an item, and says how a place was read', async () => {
    const text = mainOf(await search('AOI 新竹'));
    expect(text).toContain('縣市：新竹市');
    expect(text).toContain('示範製程優化有限公司');
    expect(text).toContain('不限縣市 3 家');
    expect(text).not.toContain('示範產線檢測');
  });

  test('shows what is about a trade with the official words that cover it, and of another trade where to go on', async () => {
    const html = await search('養豬');
    expect(html).toContain('href="/catalogue/4.5.2"');
    expect(mainOf(html)).toContain('相符：養殖餵食');
    expect(mainOf(await search('pigs', '/en'))).toContain('feeding in aquaculture and livestock farming');
    const nothing = await search('清潔公司');
    expect(mainOf(nothing)).toContain('目錄與名單沒有相符的資料');
    expect(nothing).toMatch(/<div class="panel empty">[\s\S]*href="\/catalogue"/);
  });

  test('says that a number is on no list, with numbers written alike', async () => {
    const html = await search('示範AI-0999');
    expect(html).toContain('<h1 class="typed">查無編號「示範AI-0999」</h1>');
    expect(mainOf(html)).toContain('示範-AI-0009');
  });

  test('names firms that are one slip away from a 統一編號, and two numbers at once', async () => {
    expect(mainOf(await search('0000276'))).toContain('示範製程優化有限公司');
    const text = mainOf(await search('示範-AI-0026, 示範-AI-0045'));
    expect(text).toContain('示範門禁辨識有限公司');
    expect(text).toContain('示範產線檢測股份有限公司');
  });

  test('shows an English reader a place in English, and no Simplified keyword to anyone', async () => {
    expect(mainOf(await search('defect inspection in Kaohsiung', '/en'))).toContain('City or county: Kaohsiung City');
    expect(mainOf(await search('标注外包'))).not.toContain('标注外包公司');
  });
});

test('a list that is stale is named where a number is not found', async () => {
  const stale = await startSite('stale');
  try {
    const text = mainOf(await (await stale.get('/search?q=示範-AI-9999')).text());
    expect(text).toContain('查無不代表未登錄');
  } finally {
    await stale.stop();
  }
});

describe('suggestions while one types', () => {
  test.each([
    ['瑕疵', 'item', '/catalogue/4.6.1'],
    ['標註工', 'provider', '/providers/00000254'],
    ['示範-AI-000', 'certificate', '/certificates/ai/%E7%A4%BA%E7%AF%84-AI-0001'],
    ['算力平', 'page', '/programme'],
  ])('%s offers a %s', async (q, kind, href) => {
    const { options, said } = await suggest(q);
    expect(options).toContainEqual(expect.objectContaining({ kind, href }));
    expect(said).toContain(String(options.length));
  });

  test('lead to pages of the same language', async () => {
    const { options } = await suggest('defect', '/en');
    expect(options[0]).toMatchObject({ kindName: 'Item', href: '/en/catalogue/4.6.1' });
  });

  test.each(['', '的', '   ', '\u0000', 'x'.repeat(5000)])('nothing is offered for %j', async (q) => {
    expect((await suggest(q)).options).toEqual([]);
  });
});

test('while no list is loaded an item found says so, and not that nobody is registered', async () => {
  const empty = await startSite({ register: 'empty' });
  try {
    const text = textOf(await (await empty.get(`/search?q=${encodeURIComponent('瑕疵檢測')}`)).text());
    expect(text).toContain('4.6.1');
    expect(text).toContain('名單未載入');
    expect(text).not.toContain('尚無業者');
  } finally {
    await empty.stop();
  }
});
