import { setTimeout as sleep } from 'node:timers/promises';
import { readClaimSheet } from '@aipower/registry';
import { utils, write } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSampleSite } from './sample-site.ts';
import { linksOf, type RunningSite, textOf, unescapeHtml } from './start-site.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startSampleSite();
});
afterAll(() => site.stop());

type Fields = Readonly<Record<string, string>>;

async function post(fields: Fields, file?: { name: string; bytes: Uint8Array | string }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('file', new Blob([file.bytes as never]), file.name);
  const response = await site.get('/verify/sheet', { method: 'POST', body: form });
  const body = await response.text();
  return { status: response.status, headers: response.headers, body, text: textOf(body) };
}

const header = ['案號', '公司名稱', '統編', '登錄類別', '證書編號', '備註'];
const rows = [
  ['A1', '示範標註工坊股份有限公司', '00000254', '人工智慧', '示範-AI-0001', '好'],
  ['A2', '示範攻防演練股份有限公司', '00000429', '人工智慧', '示範-AI-0010', '=1+1'],
  ['A3', '某公司', '00000048', '人工智慧', '示範-AI-0003', '<script>alert(1)</script>'],
  ['A4', '某公司', '00000048', '電子簽章', '示範-SIGN-99', ''],
  ['A5', '某公司', '00000048', '不知道', '示範-SIGN-99', ''],
  ['A6', '某公司', '00000048', 'ai', '無', ''],
];
const lines = (delimiter: string, table: readonly (readonly string[])[] = [header, ...rows]) =>
  table.map((cells) => cells.join(delimiter)).join('\r\n');

function workbook(table: readonly (readonly string[])[], type: 'xlsx' | 'ods'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(table as string[][]), '名單');
  return new Uint8Array(write(book, { type: 'buffer', bookType: type }));
}

/** How many claims of each kind the page counts. */
function counts(body: string): Record<string, number> {
  const list = /<ul class="kinds"[^>]*>([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? '';
  return Object.fromEntries(
    [...list.matchAll(/<li>([\s\S]*?)<\/li>/g)]
      .filter(([, one]) => one!.includes('kind-count'))
      .map(([, one]) => {
        const [, word, count] = /(\S+) +([\d,]+) 項/.exec(textOf(one!).trim())!;
        return [word!, Number(count!.replace(',', ''))];
      }),
  );
}

/** The sentences for the minutes, claim by claim, as the workbook for people holds them. */
async function sentences(paste: string): Promise<string[]> {
  const form = new FormData();
  form.append('paste', paste);
  form.append('as', 'xlsx');
  const response = await site.get('/verify/sheet', { method: 'POST', body: form });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const sheet = readClaimSheet({ name: 'a.xlsx', bytes }, { sheet: 1 });
  const column = sheet.header.indexOf('會議紀錄句');
  return sheet.rows.map((cells) => cells[column]!);
}

const expected = { '基準日有效，今日已非有效': 1, 有效: 1, 登錄於其他業者: 1, 查無: 1, 未填報: 1, 未查: 1 };

/** The fields of the correction form, as a browser would send them again. */
function carriedFields(body: string): Record<string, string> {
  const form = /<form id="sheet"[\s\S]*?<\/form>/.exec(body)![0];
  const fields: Record<string, string> = {};
  for (const [, name, value] of form.matchAll(/<input[^>]*name="([^"]+)" value="([^"]*)"/g))
    fields[name!] = unescapeHtml(value!);
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name!] = /value="([^"]*)" selected/.exec(options!)?.[1] ?? '';
  }
  return fields;
}

describe('reads a sheet in the columns of its owner', () => {
  test.each([
    ['pasted', { paste: lines('\t') }, undefined],
    ['CSV', {}, { name: '名單.csv', bytes: lines(',') }],
    ['TSV', {}, { name: 'a.tsv', bytes: lines('\t') }],
    ['XLSX', {}, { name: 'a.xlsx', bytes: workbook([header, ...rows], 'xlsx') }],
    ['ODS', {}, { name: 'a.ods', bytes: workbook([header, ...rows], 'ods') }],
  ])('%s', async (_what, fields, file) => {
    const { status, body, text } = await post({ on: '115/08/01', ...fields }, file);
    expect(status).toBe(200);
    expect(counts(body)).toEqual(expected);
    expect(text).toContain('第 6 列「登錄類別」：內容為「不知道」');
    expect(text).toContain('共 6 項：1 項有效且登錄於申請者，1 項基準日有效、今日已非有效，1 項未查。');
    expect(body).not.toContain('<script>alert');
    expect([...body.matchAll(/<th scope="row">/g)]).toHaveLength(6);
  });
});

test('a blank number of a registration that has none says how such a claim is written', async () => {
  const said = await sentences('類別,證書編號,統編\n資安,,00000342\nai,,00000342\n');
  expect(said[0]).toContain('資訊安全：未填報（欄位空白）。此類登錄沒有編號，欄位填「是」才算填報。');
  expect(said[1]).not.toContain('才算填報');
});

test('a 統一編號 that cannot be read, and an applicant who is nobody, are told and prove nothing', async () => {
  const said = await sentences(
    '類別,證書編號,統編,企業名稱\n資安,是,254,\nai,示範-AI-0001,無,無\nai,示範-AI-0001,,同上\n',
  );
  expect(said[0]).toContain('資訊安全：無法核對申請者（統一編號 254），不代表未登錄。');
  for (const one of said.slice(1)) expect(one).toContain('未提供申請者的統一編號或名稱，未核對是否為申請者所有');
});

test('a yes where the form asks only that is no number, and the names people write are read', async () => {
  const paste = lines('\t', [
    ['案號', '統編', '類別', '證書編號'],
    ['A1', '00000048', '資安', '是'],
    ['A2', '00000048', '資安', '否'],
    ['A3', '00000048', '資訊', '示範-AI-0003'],
  ]);
  const { text, body } = await post({ paste });
  const said = await sentences(paste);
  expect(said[0]).toContain('資訊安全登錄於 115年11月22日（2026-11-22）有效');
  expect(said[1]).toContain('資訊安全：未填報（欄位填「否」）');
  expect(text).toContain('內容為「資訊」，應為資訊服務、資訊安全其中之一');
  expect(counts(body)).toEqual({ 有效: 1, 未填報: 1, 未查: 1 });
});

test('a sheet without a column of numbers says that none was compared', async () => {
  const rows = (header: string) => `${header}\t類別\t統一編號\n示範AI-999\tai\t00000005\n`;
  const said = '不核對編號';
  expect((await post({ paste: rows('備註') })).text).toContain(said);
  const numbered = await post({ paste: rows('編號') });
  expect(numbered.text).not.toContain(said);
  expect(numbered.text).toContain('要處理');
  expect((await sentences(rows('編號')))[0]).toContain('查無編號「示範AI-999」');
});

test('a column that was recognised wrongly is corrected without sending the file again', async () => {
  const first = await post(
    {},
    {
      name: 'a.csv',
      bytes: lines(',', [
        ['甲', '乙', '丙'],
        ['示範-AI-0001', '00000254', '示範標註工坊股份有限公司'],
      ]),
    },
  );
  expect(first.status).toBe(400);
  expect(first.body).toContain('id="col-number"');
  const again = { ...carriedFields(first.body), 'col-number': '0', 'col-ubn': '1', scheme: 'ai' };
  const second = await post(again);
  expect(second.status).toBe(200);
  expect(counts(second.body)).toEqual({ 有效: 1 });
});

test('the same fault in many rows is one line that names the first of them; a sheet in other words is read', async () => {
  const many = Array.from({ length: 60 }, (_, i) => [
    `S-${i}`,
    '某公司',
    '00000048',
    i % 2 ? '區塊鏈' : '人工智慧',
    '無',
  ]);
  const table = lines('\t', [['送件序號', '申請公司', '公司統編', '能量登錄類別', '通過編號'], ...many]);
  const { status, body, text } = await post({ paste: table });
  expect(status).toBe(200);
  expect(text).toContain('待查清單有 30 處請確認');
  expect(text).toContain('第 3、5、7、9、11 列等 30 列「能量登錄類別」：內容為「區塊鏈」');
  expect(text.match(/內容為「區塊鏈」/g)).toHaveLength(1);
  // The columns of the case and of the company are found.
  expect(body).toContain('<th scope="row">某公司<span class="under quiet">S-1 · <span class="code">00000048</span>');
  expect(text).toContain('60 件申請，30 件待人工核對');

  const english = new FormData();
  english.append('paste', table);
  const response = await site.get('/en/verify/sheet', { method: 'POST', body: english });
  expect(textOf(await response.text())).toContain('Rows 3, 5, 7, 9, 11 and 25 more, “能量登錄類別”: found “區塊鏈”');
});

test('the download keeps the columns and the order, and its rows are the ones counted', async () => {
  const first = await post({ on: '115/08/01' }, { name: '名單.csv', bytes: lines(',') });
  const { headers, body } = await post({ ...carriedFields(first.body), as: 'exact' });
  expect(headers.get('content-type')).toContain('text/csv');
  expect(decodeURIComponent(headers.get('content-disposition')!)).toContain('名單-查驗結果.csv');
  const table = parse(body, { relax_column_count: false }) as string[][];
  expect(table[0]!.slice(0, header.length)).toEqual(header);
  expect(table.slice(1).map((cells) => cells.slice(0, header.length))).toEqual(rows);
  const verdict = table[0]!.indexOf('aipower_verdict');
  const row = table[0]!.indexOf('aipower_row');
  expect(table.slice(1).map((cells) => cells[verdict])).toEqual([
    'valid',
    'valid',
    'holder-mismatch',
    'not-found',
    'not-asked',
    'not-claimed',
  ]);
  expect(table.slice(1).map((cells) => cells[row])).toEqual(['2', '3', '4', '5', '6', '7']);

  const safe = await post({ ...carriedFields(first.body), as: 'safe' });
  expect(safe.body).toContain("'=1+1");
  expect(body).toContain(',=1+1,');
});

test('rows of a workbook keep their numbers on the way through the page', async () => {
  const gaps = [header, rows[0]!, ['', '', '', '', '', ''], rows[4]!];
  const first = await post({}, { name: 'a.xlsx', bytes: workbook(gaps, 'xlsx') });
  expect(first.text).toContain('第 4 列「登錄類別」');
  const second = await post(carriedFields(first.body));
  expect(second.text).toContain('第 4 列「登錄類別」');
});

describe('bad input', () => {
  test.each([
    ['nothing at all', {}, undefined, '#paste'],
    ['an empty file with a name', {}, { name: 'a.csv', bytes: '\n\n' }, '#file'],
    ['a pasted header without rows', { paste: '案號\t統編' }, undefined, '#paste'],
    ['a pasted picture', { paste: '\u0089PNG\u0000\u0000' }, undefined, '#paste'],
    ['a file of a header without rows', {}, { name: 'a.csv', bytes: '案號,統編' }, '#file'],
    ['a file and a pasted table', { paste: lines('\t') }, { name: 'a.csv', bytes: lines(',') }, '#paste'],
    ['a picture', {}, { name: 'a.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) }, '#file'],
    ['a broken workbook', {}, { name: 'a.xlsx', bytes: workbook([header, ...rows], 'xlsx').slice(0, 900) }, '#file'],
    ['a table that did not travel whole', { carried: 'abc' }, undefined, '#file'],
    ['a day that does not exist', { paste: lines('\t'), on: '115/13/45' }, undefined, '#on'],
  ])('%s', async (_what, fields, file, link) => {
    const { status, body } = await post(fields as Fields, file as never);
    expect(status).toBe(400);
    const marked = linksOf(body).filter((href) => href.startsWith('#') && href !== '#main');
    expect(marked).toEqual([link]);
    expect(body).toMatch(new RegExp(`id="${link.slice(1)}"[^>]* aria-invalid="true"`));
  });

  test('what was pasted is still there after an error, which speaks of it and of no file', async () => {
    const { body, text } = await post({ paste: '案號\t統編' });
    expect(text).toContain('貼上的內容沒有資料列');
    expect(text).not.toContain('完整儲存');
    expect(body).toContain('案號\t統編</textarea>');
  });

  test('what is wrong with a whole file is a sentence in English', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])]), 'a.png');
    const html = await (await site.get('/en/verify/sheet', { method: 'POST', body: form })).text();
    expect(textOf(html)).toContain('Found “PNG”, expected a CSV, TSV, XLSX or ODS file');
  });

  test('10,001 rows are one too many, and it says so', async () => {
    const table = [['登錄類別', '證書編號'], ...Array.from({ length: 10_001 }, (_, i) => ['ai', `X-${i}`])];
    const { status, text } = await post({}, { name: 'a.csv', bytes: lines(',', table) });
    expect(status).toBe(400);
    expect(text).toMatch(/10,?001/);
    expect(text).toContain('最多 10,000 列');
  });

  test('a file above the limit is refused with a page that keeps what else was entered, before and behind the file', async () => {
    const form = new FormData();
    form.append('paste', '案號\t統編');
    form.append('file', new Blob([new Uint8Array(8 * 1024 * 1024 + 1)]), 'a.csv');
    form.append('scheme', 'e-signature');
    form.append('on', '115/07/01');
    const response = await site.get('/verify/sheet', { method: 'POST', body: form });
    const body = await response.text();
    expect(response.status).toBe(413);
    expect(textOf(body)).toContain('檔案超過 8 MB');
    expect(linksOf(body)).toContain('#file');
    expect(body).toContain('案號\t統編</textarea>');
    expect(body).toContain('<option value="e-signature" selected>');
    expect(body).toContain('value="115/07/01"');
  });

  test('a file of exactly the limit is read', async () => {
    const bytes = 'scheme,number\nai,'.padEnd(8 * 1024 * 1024, 'x');
    // It is read, and then refused for what it holds: a cell of eight million letters.
    const { status, text } = await post({}, { name: 'a.csv', bytes });
    expect(status).toBe(400);
    expect(text).not.toContain('檔案超過');
    expect((await post({}, { name: 'a.csv', bytes: `${bytes}x` })).status).toBe(413);
  });

  test('pasted text above the limit marks its field and says what to do next', async () => {
    const { status, body, text } = await post({ paste: 'x'.repeat(2 ** 20 + 1), on: '115/07/01' });
    expect(status).toBe(413);
    expect(linksOf(body)).toContain('#paste');
    expect(text).toContain('貼上的內容超過 1 MB');
    // What is refused for its length does not come back: it would be escaped to many times that.
    expect(body.length).toBeLessThan(20_000);
  });

  test('a body that breaks off and an unknown field are answered, not crashed on', async () => {
    const broken = await site.get('/verify/sheet', {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="paste"\r\n\r\nabc',
    });
    expect(broken.status).toBe(400);
    expect((await post({ other: 'x' })).status).toBe(400);
    expect(
      (await site.get('/verify/sheet', { method: 'POST', body: new URLSearchParams({ paste: 'x' }) })).status,
    ).toBe(400);
  });
});

test('ten thousand rows are answered by page and by kind, and hold nobody up', async () => {
  const table = [
    header,
    ...Array.from({ length: 10_000 }, (_, i) => [
      `N${i}`,
      `示範第${i}公司`,
      '00000254',
      'ai',
      i % 2 ? '示範-AI-0001' : `示範-AI-${10_000 + i}`,
      '',
    ]),
  ];
  const bytes = workbook(table, 'xlsx');
  // While the sheet is read and verified, somebody else asks for small pages.
  const waits: number[] = [];
  let done = false;
  const others = (async () => {
    while (!done) {
      const since = performance.now();
      await (await site.get('/healthz')).text();
      waits.push(performance.now() - since);
      await sleep(5);
    }
  })();
  const first = await post({}, { name: 'big.xlsx', bytes });
  done = true;
  await others;
  expect(first.status).toBe(200);
  expect(counts(first.body)).toEqual({ 有效: 5000, 查無: 5000 });
  // Reading this workbook takes most of a second; whoever waited for all of it would show here.
  expect(waits.length).toBeGreaterThan(20);
  expect(first.text).toContain('第 1 至 100 件，共 10,000 件');

  const second = await post({ ...carriedFields(first.body), kind: 'valid', page: '25' });
  expect(second.status).toBe(200);
  expect(second.text).toContain('第 2,401 至 2,500 件，共 5,000 件');
  expect(second.body.match(/<th scope="row">/g)).toHaveLength(100);
});
