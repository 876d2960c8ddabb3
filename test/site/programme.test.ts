import { gzipSync } from 'node:zlib';
import { formSections, programme115 } from '@aipower/programme';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite as startAt } from './running-site.ts';
import { linksOf, type RunningSite, startSite, textOf } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSite('empty');
});
afterAll(() => site.stop());

const html = async (path: string) => (await site.get(path)).text();
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the overview', () => {
  test('says to the second whether applications are accepted', async () => {
    let now = '2026-07-15T02:00:00Z';
    const at = await startAt({ SAMPLE_DATA: 'no' }, (deps) => ({ ...deps, clock: { now: () => new Date(now) } }));
    for (const [moment, says] of [
      ['2026-07-15T02:00:00Z', '受理中 至 115年10月30日（2026-10-30）23:59（臺北時間）截止'],
      ['2026-10-30T15:59:59Z', '受理中'],
      ['2026-10-30T16:00:00Z', '受理至 115年10月30日（2026-10-30）23:59（臺北時間）止'],
      ['2025-12-31T15:59:59Z', '尚未開始受理'],
    ] as const) {
      now = moment;
      const text = textOf(await (await fetch(`${at.url}/programme`)).text());
      expect(`${now}: ${text}`).toContain(says);
    }
    await at.stop();
  });

  test('shows every round, weight, level, bonus item and model of the data', async () => {
    const text = textOf(await html('/programme'));
    const page = await html('/programme');
    const rows = [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => textOf(cell!).trim()),
    );
    for (const [i, { rounds, weights }] of programme115.categories.entries()) {
      const column = new Map(rows.map((row) => [row[0], row[i + 1]]));
      for (const { reviewOn, name } of rounds) {
        const [day] = [...column.keys()].filter((head) => head?.endsWith(`（${reviewOn}）`));
        expect(column.get(day), reviewOn).toContain(name.zh);
      }
      for (const { name, percent } of weights) expect(column.get(name.zh), name.zh).toBe(`${percent}%`);
    }
    for (const level of [' 1,000 500 ', ' 2,000 1,000 ', ' 6,000 3,000 ', ' 6 億 ']) expect(text).toContain(level);
    for (const { id } of programme115.bonus.items) expect(text).toContain(` ${id} `);
    for (const { models } of programme115.modelLists) for (const { name } of models) expect(text).toContain(name);
  });

  test('stays light', async () => {
    const css = await (await site.get(/href="(\/public\/site\.css[^"]*)"/.exec(await html('/programme'))![1]!)).text();
    for (const path of [
      '/programme',
      '/en/programme/notices',
      '/programme/forms/training',
      '/precheck',
      '/verify/application',
      '/about',
    ]) {
      const size = gzipSync(await html(path)).length + gzipSync(css).length;
      expect(`${path} ${size}`).toBe(`${path} ${Math.min(size, 60 * 1024)}`);
    }
  });
});

describe('deadlines after use', () => {
  test.each(['115/12/31', '１１５年１２月３１日', '2026-12-31'])('%s: report and follow-up', async (ends) => {
    const response = await site.get(`/programme?${new URLSearchParams({ ends })}`);
    expect(response.status).toBe(200);
    const text = textOf(await response.text());
    expect(text).toContain('116年1月30日（2027-01-30）');
    expect(text).toContain('118年12月31日（2029-12-31）');
  });
  test('three years after a leap day end with February', async () => {
    expect(textOf(await html('/programme?ends=2028-02-29'))).toContain('120年2月28日（2031-02-28）');
  });
  test.each(['soon', '115/02/30', '12/31', '9999-12-31', '0001-01-01', '%00', '<b>'])(
    '%s is told at the field, which keeps it',
    async (ends) => {
      const response = await site.get(`/en/programme?${new URLSearchParams({ ends })}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('id="ends-error"');
    },
  );
});

describe('the text of the guide', () => {
  test('goes on over pages, each line under its number, and citations lead to the page that holds theirs', async () => {
    const numbers = [];
    for (const page of [1, 2, 3]) {
      const text = await html(`/programme/source?page=${page}`);
      numbers.push(...[...text.matchAll(/<li id="L(\d+)"/g)].map(([, number]) => Number(number)));
    }
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    const cited = [...(await html('/programme/forms/training?sources=1')).matchAll(/\/programme\/source[^"]*/g)];
    expect(cited.length).toBeGreaterThan(20);
    for (const address of new Set(cited.map(([found]) => found.replaceAll('&#38;', '&'))))
      expect(await html(address.split('#')[0]!)).toContain(`id="${address.split('#')[1]}"`);
    expect((await site.get('/programme/source?page=4')).status).toBe(404);
  });
  test('sources stand behind their switch on every page', async () => {
    for (const path of ['/programme', '/programme/notices', '/programme/forms/inference'])
      expect(await html(path), path).not.toContain('class="source"');
  });
});

describe('the calculator', () => {
  test.each([
    ['6000', 'training-points', '6,000 點＝3,000 GPU 小時。 可列入 L3（6,000 點）。'],
    ['1,500', 'gpu-hours', '1,500 GPU 小時需要 3,000 點。 可列入 L3'],
    ['６００，０００，０００', 'tokens', '600,000,000 Token 以 1,000 個為單位計為 600,000,000 Token，需要 6,000 點。'],
    ['100001', 'tokens', '計為 101,000 Token，需要 1.01 點。'],
    ['6000.5', 'inference-points', '600,050,000 Token（輸入與輸出合計）。 超過最高級別的 6,000 點。'],
  ])('%s %s', async (amount, unit, says) => {
    const response = await site.get(`/programme?${new URLSearchParams({ amount, unit })}`);
    expect(response.status).toBe(200);
    expect(squeeze(textOf(await response.text()))).toContain(says);
  });

  test.each([
    ['-3', 'tokens'],
    ['abc', 'tokens'],
    ['', 'gpu-hours'],
    ['0.5', 'tokens'],
    ['9'.repeat(30), 'training-points'],
    ['"><script>x</script>', 'tokens'],
  ])('%s %s is told at the field, which keeps it', async (amount, unit) => {
    const response = await site.get(`/programme?${new URLSearchParams({ amount, unit })}`);
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain('id="amount-error"');
    expect(page).toContain(
      `value="${amount.replaceAll('"', '&#34;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`,
    );
    expect(page).not.toContain('<script>x');
  });

  test('a conversion that does not exist is refused', async () => {
    expect((await site.get('/programme?unit=x&amount=1')).status).toBe(400);
  });
});

test('the notices are there in full, to the letter, in Chinese also on the English page', async () => {
  type Item = {
    readonly text: { readonly zh: string; readonly en: string };
    readonly items?: readonly Item[] | undefined;
  };
  const all = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...all(item.items ?? [])]);
  const [zh, en] = [
    squeeze(textOf(await html('/programme/notices'))),
    squeeze(textOf(await html('/en/programme/notices'))),
  ];
  const items = programme115.notices.flatMap((notice) => all(notice.items as readonly Item[]));
  expect(items.length).toBeGreaterThan(40);
  for (const { text } of items) {
    expect(zh).toContain(squeeze(text.zh));
    expect(en).toContain(squeeze(text.zh));
    expect(en).toContain(squeeze(text.en));
  }
});

test.each(['training', 'inference'])('the %s form names every field with its rule', async (category) => {
  const page = await html(`/programme/forms/${category}`);
  const fields = formSections(programme115, category).flatMap((section) => section.fields);
  expect(page.match(/<tr><th scope="row">/g)).toHaveLength(fields.length);
  const text = squeeze(textOf(page));
  for (const { label } of fields) expect(text).toContain(squeeze(label.zh));
  expect(text).not.toContain('undefined');
});

test('a form that does not exist names the two that do', async () => {
  const response = await site.get('/programme/forms/x');
  expect(response.status).toBe(404);
  expect(linksOf(await response.text())).toEqual(
    expect.arrayContaining(['/programme/115/forms/training', '/programme/115/forms/inference']),
  );
});
