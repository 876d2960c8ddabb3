import { groups, items, tiers } from '@aipower/taxonomy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linksOf, type RunningSite, startSite, textOf, unescapeHtml } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const html = async (path: string) => (await site.get(path)).text();

test('every tier, group and item has its page in both languages, under its own title', async () => {
  for (const entry of [...tiers, ...groups, ...items]) {
    for (const [prefix, language] of [
      ['', 'zh'],
      ['/en', 'en'],
    ] as const) {
      const response = await site.get(`${prefix}/catalogue/${entry.code}`);
      const page = await response.text();
      expect(`${entry.code} ${response.status}`).toBe(`${entry.code} 200`);
      expect(textOf(/<h1>[\s\S]*?<\/h1>/.exec(page)![0]).trim()).toBe(`${entry.code} ${entry.title[language]}`);
    }
  }
});

test('the marks in a definition take no character from the official text', async () => {
  for (const item of items) {
    const shown = /<p class="definition"[^>]*>([\s\S]*?)<\/p>/.exec(await html(`/catalogue/${item.code}`))![1]!;
    const text = unescapeHtml(shown.replace(/<span class="visually-hidden">.*?<\/span>/g, '').replace(/<[^>]+>/g, ''));
    expect(text).toBe(item.definition.zh);
    const marked = [...shown.matchAll(/<mark class="(\w+)">/g)].map(([, kind]) => kind);
    expect(marked.length > 0).toBe(item.requirements.length + item.exclusions.length > 0);
  }
});

test('a group tells what each of its items is, and that the English is no official text', async () => {
  const group = groups.find(({ code }) => code === '4.6')!;
  const [zh, en] = [textOf(await html('/catalogue/4.6')), textOf(await html('/en/catalogue/4.6'))];
  const own = items.filter(({ code }) => code.startsWith(`${group.code}.`));
  expect(own.length).toBeGreaterThan(2);
  for (const { definition } of own) {
    expect(zh).toContain(definition.zh.replace(/\s+/g, ' '));
    expect(en).toContain(definition.en.replace(/\s+/g, ' '));
  }
  expect(en).toContain('unofficial translation');
  expect(textOf(await html('/catalogue/4'))).not.toContain(own[0]!.definition.zh);
});

describe('an item', () => {
  test('names its valid providers and opens the list of exactly these', async () => {
    const page = await html('/catalogue/4.6.1');
    expect(linksOf(page)).toContain('/providers/00000005');
    expect(linksOf(page)).not.toContain('/providers/00000011');
    // Who it is, where, and until when: without opening each of them.
    expect(textOf(page)).toMatch(/示範明視智檢股份有限公司 \p{Script=Han}+[市縣] · (?:至 \d+年\d+月\d+日|未定期限)/u);
    const all = linksOf(page).find((href) => href.startsWith('/providers?'));
    const count = Number(/查看清單（(\d+) 家）/.exec(textOf(page))?.[1]);
    const list = await site.get(all!.replace('/providers?', '/providers.json?'));
    expect(((await list.json()) as { total: number }).total).toBe(count);
  });

  test('tells how to choose between it and its neighbours', async () => {
    const page = await html('/en/catalogue/4.6.1');
    expect(linksOf(page)).toContain('/en/catalogue/4.6.3');
  });

  test('says when nobody is registered for it', async () => {
    expect(textOf(await html('/catalogue/4.15.2'))).toContain('尚無業者');
  });
});

test.each([
  ['４．６．１', '/catalogue/4.6.1'],
  ['4-6-1', '/catalogue/4.6.1'],
  ['4.06.1', '/catalogue/4.6.1'],
])('%s is sent to the one address of the code', async (spelling, location) => {
  const response = await site.get(`/catalogue/${encodeURIComponent(spelling)}`);
  expect(response.status).toBe(301);
  expect(response.headers.get('location')).toBe(location);
});

test('a code that does not exist offers near ones', async () => {
  const response = await site.get('/catalogue/4.6.9');
  expect(response.status).toBe(404);
  const html = await response.text();
  expect(html).toContain('<h1>沒有這個代碼</h1>');
  expect(linksOf(html)).toContain('/catalogue/4.6.1');
});

test('without a list nobody knows who has an item: API, tool and property say so, and never 0', async () => {
  const empty = await startSite({ register: 'empty' });
  try {
    const api = async (path: string) => (await empty.get(`/api/v1${path}`)).json();
    const whole = JSON.stringify(await api('/catalogue'));
    expect(whole.match(/"providers":null/g)).toHaveLength(tiers.length + groups.length + items.length);
    expect(whole).not.toMatch(/"providers":\d/);
    for (const code of ['4', '4.6', '4.6.1'])
      expect(await api(`/catalogue/${code}`)).toMatchObject({ providers: null });
    const extend = JSON.stringify({ ids: ['4.6.1'], properties: [{ id: 'providers' }] });
    const rows = await (await empty.get(`/reconcile?extend=${encodeURIComponent(extend)}`)).text();
    expect(rows).toContain('4.6.1');
    expect(rows).not.toMatch(/"int":/);
  } finally {
    await empty.stop();
  }
  // Where a list is there, nobody is a number.
  const loaded = JSON.stringify(await (await site.get('/api/v1/catalogue')).json());
  expect(loaded).toMatch(/"providers":0/);
  expect(loaded).not.toContain('"providers":null');
});
