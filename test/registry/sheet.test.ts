import {
  type Claim,
  csvLine,
  formulaSafe,
  openRegister,
  problemWords,
  type Register,
  readClaimSheet,
  writeAnswerSheet,
} from '@aipower/registry';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALPHA, BETA, csvList, importedOn, SECURITY } from './lists.ts';

let register: Register;
beforeAll(async () => {
  register = await openRegister(':memory:', { refreshEvery: 0 });
  await register.importList(csvList(ALPHA, BETA, SECURITY), importedOn('2026-01-10'));
});
afterAll(() => register.close());

const days = { on: '2026-01-10', today: '2026-01-20' };
const file = (text: string) => ({ name: 'claims.csv', bytes: Buffer.from(text) });

async function answer(text: string, safe = false): Promise<string[][]> {
  const sheet = readClaimSheet(file(text));
  const asked = sheet.claims.filter((claim): claim is Claim => claim !== null);
  const { results } = await register.verify(asked, days);
  const verdicts = sheet.claims.map((claim) => (claim ? results[asked.indexOf(claim)]! : null));
  return parse(writeAnswerSheet(sheet, verdicts, { safe }), { bom: true }) as string[][];
}

describe('a sheet of claims', () => {
  it('keeps its own columns and order, whatever they are called, and gets ours behind', async () => {
    const rows = await answer(
      '備註,公司統編,案號,證書編號,能量登錄\n=1+1,00000079,A-1,示範ai0001,人工智慧\n" 兩端 ",,A-2,無,5.5\nx,00000079,A-3,是,資訊安全\ny,00000074,A-4,示範-AI-0001,ai\n',
    );
    const [header, ...answers] = rows;
    expect(header!.slice(0, 9)).toEqual([
      '備註',
      '公司統編',
      '案號',
      '證書編號',
      '能量登錄',
      'aipower_row',
      'aipower_scheme',
      'aipower_certificate',
      'aipower_holder_ubn',
    ]);
    expect(answers.map((row) => row.slice(0, 5))).toEqual([
      ['=1+1', '00000079', 'A-1', '示範ai0001', '人工智慧'],
      [' 兩端 ', '', 'A-2', '無', '5.5'],
      ['x', '00000079', 'A-3', '是', '資訊安全'],
      ['y', '00000074', 'A-4', '示範-AI-0001', 'ai'],
    ]);
    const verdict = header!.indexOf('aipower_verdict');
    expect(answers.map((row) => row[verdict])).toEqual(['valid', 'not-claimed', 'valid', 'holder-mismatch']);
  });

  it.each([
    ['the numbers, beside an id', '案號,編號,類別\nA-1,示範AI0001,ai\n', { id: 0, number: 1 }],
    ['the numbers, with no id', '編號,類別\n示範AI0001,ai\n無,ai\n', { id: null, number: 0 }],
    ['a count of the rows', '編號,類別,統一編號\n1,ai,00000079\n２,ai,00000074\n', { id: 0, number: null }],
    ['nothing, beside clear columns', '案號,編號,證書編號,類別\nA-1,x,示範AI0001,ai\n', { id: 0, number: 2 }],
  ])('takes a column called 編號 for %s', (_what, text, columns) => {
    expect(readClaimSheet(file(text)).columns).toMatchObject(columns);
  });

  it('takes the column that was said, also none, before the one it would recognise', () => {
    const text = '編號,類別,統一編號\n示範AI0001,ai,00000079\n';
    expect(readClaimSheet(file(text), { columns: { number: null } }).columns.number).toBeNull();
  });

  it('says which rows it could not ask about, and asks about the others', async () => {
    const text = 'id,類別,證書編號\n1,ai,示範AI0001\n2,不明,示範AI0001\n';
    expect(readClaimSheet(file(text)).problems).toMatchObject([
      { code: 'scheme-unknown', row: 3, column: '類別', found: '不明' },
    ]);
    const [header, ...rows] = await answer(text);
    expect(rows.map((row) => row[header!.indexOf('aipower_verdict')])).toEqual(['holder-unchecked', 'not-asked']);
  });

  it('asks which registration is meant where the word fits two, and names them', async () => {
    const text = 'id,類別,統一編號\n1,資訊,00000079\n2,資安,00000079\n';
    const { problems, claims } = readClaimSheet(file(text));
    expect(problems).toMatchObject([
      { code: 'scheme-ambiguous', severity: 'error', row: 2, column: '類別', found: '資訊' },
    ]);
    expect(problems[0]!.expected).toBe('one of Information service, Information security');
    expect(problemWords('scheme-ambiguous', 'zh-TW', '資訊').expected).toBe('資訊服務、資訊安全其中之一');
    expect(claims.map((claim) => claim?.scheme)).toEqual([undefined, 'information-security']);
  });

  it('lets its columns be corrected', () => {
    const sheet = readClaimSheet(file('a,b\n示範AI0001,00000079\n'), { scheme: 'ai', columns: { number: 0, ubn: 1 } });
    expect(sheet.claims).toMatchObject([{ scheme: 'ai', number: '示範AI0001', ubn: '00000079' }]);
    expect(readClaimSheet(file('a,b\n1,2\n'), { scheme: 'ai' }).problems).toMatchObject([{ code: 'column-missing' }]);
  });

  it('takes ten thousand rows and not one more', () => {
    const rows = (count: number) => `scheme,number\n${'ai,示範AI0001\n'.repeat(count)}`;
    expect(readClaimSheet(file(rows(10_000))).claims).toHaveLength(10_000);
    expect(readClaimSheet(file(rows(10_001))).problems).toMatchObject([{ code: 'too-many-rows', found: '10001' }]);
  });

  it('gives every cell back as it came; in the safe edition none begins like a formula', async () => {
    const cell = fc.oneof(
      fc.constantFrom('=cmd|x', '+1', '-1', '@a', '\t=1', ' =1', '＝1', '"', ',', '\n=1'),
      fc.string({ unit: 'grapheme' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (notes) => {
        const clean = notes.map((pair) => pair.map((one) => one.replace(/[\r\0\ufeff]/g, '')));
        // Blanks alone at the end of a row are no cells.
        const kept = clean.map(([first = '', last = '']) =>
          last.trim() === '' ? [first.trim() === '' ? '' : first, ''] : [first, last],
        );
        const text = `scheme,number,n1,n2\n${clean.map((pair) => csvLine(['ai', '示範AI0001', ...pair])).join('\n')}\n`;
        const exact = await answer(text);
        expect(exact.slice(1).map((row) => row.slice(2, 4))).toEqual(kept);
        for (const row of await answer(text, true))
          for (const one of row) expect(one).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        for (const one of clean.flat()) expect([one, `'${one}`]).toContain(formulaSafe(one));
      }),
      { numRuns: 100 },
    );
  });
});
