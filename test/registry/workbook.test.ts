import { readClaimSheet } from '@aipower/registry';
import { read } from '@e965/xlsx';
import fc from 'fast-check';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type MadeCell, type MadeSheet, ods, odsRow, xlsx, xlsxParts, zip } from './make-workbook.ts';

const HEADER = ['scheme', 'number', 'n1', 'n2'];
const file = (bytes: Uint8Array, name = 'claims.xlsx') => ({ name, bytes });
const cells = (bytes: Uint8Array) => {
  const { rows, rowNumbers, problems } = readClaimSheet(file(bytes));
  return { rows, rowNumbers, codes: problems.map(({ code }) => code) };
};
const one = (cell: MadeCell, options = {}) =>
  cells(xlsx([{ name: 'S', rows: [HEADER, ['ai', 'X-1', cell, 'behind']] }], options)).rows[0]![2];

describe('a cell of an XLSX workbook', () => {
  it.each<[string, MadeCell, string]>([
    ['runs of rich text are joined', { rich: ['示範-AI-00', '12'] }, '示範-AI-0012'],
    ['plain text before runs stays', { plain: '示範-AI-001', rich: ['2'] }, '示範-AI-0012'],
    ['the small print above a word is left out', { text: '示範', phonetic: 'しはん' }, '示範'],
    ['inline runs are joined', { inline: '示範-AI-0012' }, '示範-AI-0012'],
    ['a formula is its saved text', { formula: '"0050"&"1406"', text: '00501406' }, '00501406'],
    ['an escaped letter is that letter', 'a_x0041_b', 'aAb'],
    ['an escaped line end is one', 'a_x000D_\nb', 'a\r\nb'],
    ['blanks at both ends stay', ' a ', ' a '],
    ['a date is a day', { number: 46204, format: 'date' }, '2026-07-01'],
    ['a date of the Republic is a day', { number: 46204.75, format: 'roc-date' }, '2026-07-01'],
    ['1900-02-28 comes before the day that never was', { number: 59, format: 'date' }, '1900-02-28'],
    ['a date in ISO form', { iso: '2026-07-01T00:00:00' }, '2026-07-01'],
    ['zeros that the format shows', { number: 501406, format: 'digits' }, '00501406'],
    ['letters that the format shows before the figures', { number: 5, format: 'lettered' }, '113電簽0005'],
    ['more figures than the format has places', { number: 12_345, format: 'lettered' }, '113電簽12345'],
    ['a unit behind a count is no part of it', { number: 1200, format: 'unit' }, '1200'],
    ['no exponent', { number: 1_130_000_000_000 }, '1130000000000'],
    ['letters that nobody sees are taken out', '示\u202e範\u200b\ufeff', '示範'],
  ])('%s', (_what, made, text) => {
    expect(one(made)).toBe(text);
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(one({ number: 46204 - 1462, format: 'date' }, { date1904: true })).toBe('2026-07-01');
  });

  it.each(['closed', 'open'] as const)('an empty shared string (%s) moves no other text', (empty) => {
    const rows = [
      HEADER,
      ['ai', 'X-1', { empty }, '甲'],
      ['ai', 'X-2', '乙', { empty }],
      ['ai', 'X-3', '丙', '丁'],
    ] as MadeCell[][];
    expect(cells(xlsx([{ name: 'S', rows }])).rows.map((row) => row.slice(1).join('|'))).toEqual([
      'X-1||甲',
      'X-2|乙|',
      'X-3|丙|丁',
    ]);
  });
});

describe('a workbook', () => {
  const claims = (...rows: MadeCell[][]): MadeCell[][] => [HEADER, ...rows];

  it('names rows by the numbers that the person sees', () => {
    const rows = [[], ['115年度查核表'], [], HEADER, [], ['ai', 'X-1'], [], ['ai', 'X-2']];
    expect(cells(xlsx([{ name: 'S', rows }])).rowNumbers).toEqual([6, 8]);
  });

  it('reads the sheet that is shown, and tells the hidden one and hidden rows', () => {
    const sheets: MadeSheet[] = [
      { name: '舊', hidden: true, rows: claims(['ai', 'OLD-1']) },
      { name: '新', rows: claims(['ai', 'X-1'], ['ai', 'X-2']), hiddenRows: [3] },
    ];
    expect(cells(xlsx(sheets))).toMatchObject({ rowNumbers: [2, 3], codes: ['sheet-hidden', 'rows-hidden'] });
  });

  it.each<[string, (name: string, body: string) => string | null, string]>([
    [
      'a string that does not exist',
      (name, body) => (/sheet1/.test(name) ? body.replace('<v>5</v>', '<v>99</v>') : body),
      'workbook-broken',
    ],
    [
      'a row given twice',
      (name, body) => (/sheet1/.test(name) ? body.replace('<row r="2">', '<row r="1">') : body),
      'workbook-broken',
    ],
    [
      'a cell of another row',
      (name, body) => (/sheet1/.test(name) ? body.replace('r="B2"', 'r="B9"') : body),
      'workbook-broken',
    ],
    ['a sheet that is missing', (name, body) => (/sheet1/.test(name) ? null : body), 'file-unreadable'],
    ['XML that breaks off', (name, body) => (/sheet1/.test(name) ? body.slice(0, -30) : body), 'file-unreadable'],
    [
      'an entity of its own',
      (name, body) => (/sheet1/.test(name) ? `<!DOCTYPE x [<!ENTITY a "b">]>${body}` : body),
      'file-unreadable',
    ],
  ])('with %s is refused', (_what, bend, code) => {
    const parts = xlsxParts([{ name: 'S', rows: claims(['ai', 'X-1', 'a', 'b'], ['ai', 'X-2', 'c', 'd']) }]);
    const bent = parts.flatMap((part) => {
      const body = bend(part.name, part.body as string);
      return body === null ? [] : [{ ...part, body }];
    });
    expect(cells(zip(bent)).codes).toEqual([code]);
  });
});

describe('an ODS workbook', () => {
  it('repeats rows and cells as it says, and passes over blank ones', () => {
    const body =
      odsRow(HEADER) +
      '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>' +
      '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>ai</text:p></table:table-cell><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>X-1</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row>' +
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const read = cells(ods([{ name: 'S', body }]));
    expect(read.rowNumbers).toEqual([5, 6]);
    expect(read.rows).toEqual([
      ['ai', 'X-1', 'X-1', ''],
      ['ai', 'X-1', 'X-1', ''],
    ]);
  });

  it('leaves out ruby, remarks and the text of drawings, and keeps blanks, lines and zeros', () => {
    const rich =
      '<table:table-cell office:value-type="string"><office:annotation><text:p>批註</text:p></office:annotation><text:p>甲<text:ruby><text:ruby-base>乙</text:ruby-base><text:ruby-text>ㄧˇ</text:ruby-text></text:ruby><text:span>丙</text:span><text:s text:c="2"/>丁</text:p><text:p>戊</text:p></table:table-cell>';
    const zeros =
      '<table:table-cell office:value-type="float" office:value="501406"><text:p>00501406</text:p></table:table-cell>';
    const body = `${odsRow(HEADER)}<table:table-row><table:table-cell office:value-type="string"><text:p>ai</text:p></table:table-cell>${zeros}${rich}<table:table-cell office:value-type="date" office:date-value="2026-07-01T08:00:00"><text:p>115/7/1</text:p></table:table-cell></table:table-row>`;
    expect(cells(ods([{ name: 'S', body }])).rows).toEqual([['ai', '00501406', '甲乙丙  丁\n戊', '2026-07-01']]);
  });
});

describe('compared cell by cell with two other readers', () => {
  // What the others are known to misread is left out: plain text before runs, inline runs, empty shared strings.
  const text = fc
    .string({ unit: fc.constantFrom(...'示範甲乙丙0123-AZ（）& <"'), minLength: 1, maxLength: 12 })
    .filter((one) => one.trim() === one);
  const cell: fc.Arbitrary<MadeCell> = fc.oneof(
    text,
    text,
    fc.constant(null),
    text.map((one) => ({ rich: [one.slice(0, 1), one.slice(1)] })),
    text.map((one) => ({ text: one, phonetic: 'ㄕ' })),
    text.map((one) => ({ formula: 'A1', text: one })),
    fc.integer({ min: 1, max: 1e9 }).map((number) => ({ number })),
  );
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });

  it('random workbooks hold the same texts in the same places', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (pairs) => {
        const rows: MadeCell[][] = [HEADER, ...pairs.map(([a, b], i): MadeCell[] => ['ai', `X-${i}`, a, b])];
        const bytes = xlsx([{ name: 'S', rows }]);
        const ours = readClaimSheet(file(bytes)).rows.map((row) => HEADER.map((_, i) => row[i] ?? ''));
        const data = (
          read(bytes, { dense: true }).Sheets.S as unknown as { '!data': ({ v?: unknown } | undefined)[][] }
        )['!data'];
        const second = data.slice(1).map((row) => HEADER.map((_, i) => String(row[i]?.v ?? '')));
        expect(ours).toEqual(second);
        const sheets = (await readExcel(bytes)) as unknown as { data: unknown[][] }[];
        const third = sheets[0]!.data.slice(1).map((row) => HEADER.map((_, i) => String(row[i] ?? '')));
        expect(ours).toEqual(third);
      }),
      { numRuns: 60 },
    );
  });
});
