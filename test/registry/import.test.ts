import {
  columnMaps,
  openRegister,
  problemWords,
  type Register,
  RegisterDataError,
  readClaimSheet,
} from '@aipower/registry';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALPHA, BETA, csvList, HEADER, importedOn } from './lists.ts';
import { zip } from './make-workbook.ts';

let register: Register;
beforeEach(async () => {
  register = await openRegister(':memory:', { refreshEvery: 0 });
});
afterEach(() => register.close());

const ofPayments = { map: 'third-party-payment-list' };
const dry = (name: string, bytes: Uint8Array, more = {}) =>
  register.importList({ name, bytes }, importedOn('2026-01-10', { dryRun: true, ...more }));
const codes = (report: { problems: readonly { code: string }[] }) => report.problems.map(({ code }) => code);

const ministry = {
  現生效: [
    ['序號', '證書編號', '廠商名稱', '統一編號', '登錄日期', '有效日期'],
    [1, '示範112第一A001（展延）', '示範甲股份有限公司', '00000079', '112/08/01', '116/07/31'],
    [2, '示範113第二B002', '示範乙有限公司', '00000074', '１１３年８月１日', '115年7月31日'],
  ],
  已廢止業者: [
    ['序號', '證書編號', '廠商名稱', '統一編號', '登錄日期', '有效日期'],
    [1, '示範112第三C003', '示範丙有限公司', '90316313', '112/08/01', '114/07/31'],
  ],
  屆期失效業者: [
    ['序號', '證書編號', '廠商名稱', '統一編號', '登錄日期', '有效日期'],
    [1, '示範112第一A001', '示範甲股份有限公司', '00000079', '112/08/01', '114/07/31'],
  ],
};

function workbook(sheets: Record<string, unknown[][]>, bookType: 'ods' | 'xlsx'): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { UTC: true }), name);
  return write(book, { bookType, type: 'buffer' }) as Uint8Array;
}

describe.each(['ods', 'xlsx'] as const)('the ministry’s list of three sheets as %s', (kind) => {
  it('is recognised by its headers; the sheet says the status; a real firm with a bad check digit is kept', async () => {
    const report = await register.importList(
      { name: `list.${kind}`, bytes: workbook(ministry, kind) },
      importedOn('2026-01-10'),
    );
    expect(report).toMatchObject({
      map: 'third-party-payment-list',
      counts: { rows: 4, new: 4 },
      schemes: ['third-party-payment-aml'],
    });
    expect(report.problems).toMatchObject([
      { severity: 'warning', code: 'scheme-assumed', found: 'third-party-payment-aml' },
      { severity: 'warning', code: 'ubn-checksum', sheet: '已廢止業者', row: 2, column: '統一編號', found: '90316313' },
    ]);
    expect(register.provider('90316313')!.warnings).toEqual(['ubn-checksum']);
    const both = register.certificates('third-party-payment-aml', '示範112-第一-A001');
    const told = both.map(({ extended, states }) => `${extended} ${states[0]!.status} ${states[0]!.period.until}`);
    expect(told.sort()).toEqual(['false expired 2025-07-31', 'true in-force 2027-07-31']);
    expect(register.certificates('third-party-payment-aml', '示範112第三C003')[0]!.states[0]!.status).toBe('revoked');
  });
});

describe('lists as offices save them', () => {
  const { 現生效: valid, 已廢止業者: revoked, 屆期失效業者: expired } = ministry;
  const states = async (sheets: Record<string, unknown[][]>, options = {}) => {
    const more = { ...ofPayments, ...options };
    const bytes = workbook(sheets, 'ods');
    const report = await dry('list.ods', bytes, more);
    if (report.problems.some(({ severity }) => severity === 'error')) return codes(report);
    await register.importList({ name: 'list.ods', bytes }, importedOn('2026-01-10', more));
    const of = (number: string) =>
      register.certificates('third-party-payment-aml', number).map(({ states: [state] }) => state!.status);
    return { revoked: of('示範112第三C003'), valid: of('示範113第二B002'), warned: [...new Set(codes(report))].sort() };
  };
  const understood = { revoked: ['revoked'], valid: ['in-force'] };

  it('a sheet whose name begins with a known one', async () => {
    expect(await states({ '現生效名單(115.01.10)': valid, '已廢止業者 ': revoked, 屆期失效: expired })).toMatchObject(
      understood,
    );
  });

  it('a title, a date and an empty row above the header', async () => {
    const above = (rows: unknown[][]) => [['第三方支付名單'], ['更新日期：115/01/10'], [], ...rows];
    expect(await states({ 現生效: above(valid), 已廢止業者: above(revoked) })).toMatchObject({
      ...understood,
      warned: ['row-above-header', 'ubn-checksum'],
    });
  });

  it('a header of two rows with merged cells', async () => {
    const two = ([, ...rows]: unknown[][]) => [
      ['序號', '證書編號', '廠商名稱', '統一編號', '有效期間', ''],
      ['', '', '', '', '登錄日期', '有效日期'],
      ...rows,
    ];
    expect(await states({ 現生效: two(valid), 已廢止業者: two(revoked) })).toMatchObject(understood);
  });

  it('columns in another order, a sheet of notes, a remark below the table', async () => {
    const turned = (rows: unknown[][]) => rows.map((row) => [3, 5, 1, 0, 2, 4].map((i) => row[i]));
    const sheets = {
      說明: [['本表說明'], ['每月更新']],
      現生效: turned(valid),
      已廢止業者: [...revoked, ['備註：略']],
    };
    expect(await states(sheets)).toMatchObject({
      ...understood,
      warned: ['row-is-remark', 'sheet-not-read', 'ubn-checksum'],
    });
  });

  it('no status is made up for a sheet whose name says none, a revoked one above all', async () => {
    expect(await states({ 工作表1: revoked })).toEqual(['status-not-stated']);
    expect(await states({ 現生效: valid, 工作表2: revoked })).toEqual(['status-not-stated']);
    expect(
      codes(await dry('list.csv', Buffer.from(revoked.map((row) => row.join(',')).join('\n')), ofPayments)),
    ).toEqual(['status-not-stated']);
    expect(await states({ 工作表1: revoked }, { constants: { status: '廢止' } })).toMatchObject({
      revoked: ['revoked'],
    });
  });

  it('the name of a sheet says the status in the register’s own format too, and then of every sheet', async () => {
    const own = (rows: unknown[][]) => rows.map((row, i) => [...row, i === 0 ? '登錄類別' : '人工智慧']);
    const book = (name: string) => workbook({ 現生效: own(valid), [name]: own(revoked) }, 'ods');
    expect(await dry('list.ods', book('已廢止業者'))).toMatchObject({ map: 'register', schemes: ['ai'] });
    await register.importList({ name: 'list.ods', bytes: book('已廢止業者') }, importedOn('2026-01-10'));
    expect(register.certificates('ai', '示範112第三C003')[0]!.states[0]!.status).toBe('revoked');
    expect(codes(await dry('list.ods', book('工作表2')))).toEqual(['status-not-stated']);
  });

  it('a list taken for one of payments by its columns says so, unless the registration is said', async () => {
    const bytes = workbook({ 現生效: valid }, 'ods');
    expect(codes(await dry('list.ods', bytes))).toEqual(['scheme-assumed']);
    const said = await dry('list.ods', bytes, { constants: { scheme: 'information-service' } });
    expect(said).toMatchObject({ problems: [], schemes: ['information-service'] });
  });

  it('a sheet of the list without its columns is an error, not a sheet of notes', async () => {
    expect(await states({ 現生效: valid, 已廢止業者: [['廠商'], ['示範丙有限公司']] })).toContain('column-missing');
  });

  it('a remark is a row of one cell; a record that lost its other cells is an error', async () => {
    expect(await states({ 現生效: [...valid, [3]] })).toContain('cell-missing');
  });
});

describe('formats', () => {
  const rows = [HEADER.split(','), ALPHA.split(','), BETA.split(',')];
  const same: [string, Uint8Array][] = [
    ['csv', csvList(ALPHA, BETA).bytes],
    ['csv with BOM and CRLF', Buffer.from(`\ufeff${HEADER}\r\n${ALPHA}\r\n${BETA}\r\n`)],
    ['pasted TSV', Buffer.from(rows.map((row) => row.join('\t')).join('\n'))],
    ['UTF-16', Buffer.from(`\ufeff${rows.map((row) => row.join('\t')).join('\n')}`, 'utf16le')],
    ['xlsx', workbook({ list: rows }, 'xlsx')],
    ['ods', workbook({ list: rows }, 'ods')],
    [
      'xlsx with dates as dates',
      workbook(
        {
          list: rows.map((row) =>
            row.map((cell) => (/^\d{4}-\d{2}-\d{2}$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : cell)),
          ),
        },
        'xlsx',
      ),
    ],
    [
      'Chinese headers',
      Buffer.from(
        `登錄類別,證書編號,統一編號,廠商名稱,英文名稱,曾用名稱,縣市,登錄日期,有效日期,狀態,服務項目,佐證網址\n${ALPHA.replace('ai,', '人工智慧,')}\n${BETA.replaceAll('-', '－')}`,
      ),
    ],
  ];

  it.each(same)('%s says the same as plain CSV', async (_, bytes) => {
    const plain = await dry('list.csv', csvList(ALPHA, BETA).bytes);
    const report = await dry('list', bytes);
    expect(report.problems).toEqual([]);
    const told = (r: typeof report) => r.changes.map(({ kind, subject, ubn, name }) => ({ kind, subject, ubn, name }));
    expect(told(report)).toEqual(told(plain));
    await register.importList({ name: 'list', bytes }, importedOn('2026-01-10'));
    expect(register.provider('00000079')!.certificates[0]!.states[0]).toMatchObject({
      period: { from: '2025-01-01', until: '2026-12-31' },
      items: ['1.1.1', '4.2.10'],
    });
  });

  it('reads Big5 with a warning', async () => {
    // 統一編號,名稱 in Big5; no other scheme of the file matters here.
    const big5 = Buffer.from([0xb2, 0xce, 0xa4, 0x40, 0xbd, 0x73, 0xb8, 0xb9, 0x0a, 0x31]);
    expect(codes(await dry('list.csv', big5))).toContain('file-not-utf8');
  });
});

describe('a bad file', () => {
  it('is told every problem with its place, and changes nothing', async () => {
    const broken = csvList(
      ALPHA,
      'zzz,示範-1,00000079,示範甲股份有限公司,,,,2025-01-01,2026-12-31,,,',
      'ai,,123,,,,,115/2/30,760321,怪,1.1;第1項,javascript:alert(1)',
      'ai,示範-3,00000000,示範丁,,,,2026-01-01,2025-01-01,,,,beyond',
      ALPHA,
      ALPHA.replace('2026-12-31', '2026-11-30'),
    );
    const error = await register.importList(broken, importedOn('2026-01-10')).catch((caught) => caught);
    expect(error).toBeInstanceOf(RegisterDataError);
    expect(
      error.problems.map(
        ({ row, column, code }: { row: number; column: string; code: string }) => `${row} ${column} ${code}`,
      ),
    ).toEqual([
      '3 scheme scheme-unknown',
      '4 ubn ubn-malformed',
      '4 number cell-missing',
      '4 name cell-missing',
      '4 registered_on date-impossible',
      '4 valid_until date-ambiguous',
      '4 status status-unknown',
      '4 items item-malformed',
      '4 items item-malformed',
      '4 evidence_url url-unusable',
      '5 null cell-beyond-header',
      '5 ubn ubn-all-zero',
      '5 valid_until period-reversed',
      '6 null row-repeated',
      '7 null rows-conflict',
    ]);
    expect(register.revision).toBe(0);
    for (const { code } of error.problems) expect(problemWords(code, 'zh-TW').repair).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['empty', '', 'file-empty'],
    ['header only', HEADER, 'file-empty'],
    ['an open quote', `${HEADER}\nai,"示範`, 'quote-broken'],
    ['a PDF', '%PDF-1.7 …', 'file-unreadable'],
    ['no known columns', 'a,b\n1,2', 'column-missing'],
    ['a column twice', `${HEADER},統編\n${ALPHA},`, 'column-repeated'],
  ])('%s is refused', async (_, text, code) => {
    const report = await dry('list.csv', Buffer.from(text));
    expect(codes(report)).toContain(code);
    await expect(
      register.importList({ name: 'list.csv', bytes: Buffer.from(text) }, importedOn('2026-01-10')),
    ).rejects.toThrow(RegisterDataError);
  });

  const compound = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex');
  it.each<[string, Uint8Array, string, string]>([
    ['an old .xls, or a workbook with a password', compound, 'file-is-xls', ''],
    ['an older .xls yet', Buffer.from('0908100000060500', 'hex'), 'file-is-xls', ''],
    [
      'a web page that is called .xls',
      Buffer.from('\ufeff\n<HTML><table><tr><td>統一編號'),
      'file-is-web-page',
      'HTML',
    ],
    ['a table of XML', Buffer.from('<?xml version="1.0"?>\n<Workbook/>'), 'file-is-web-page', 'XML'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'file-unreadable', 'PNG'],
    [
      'a letter',
      zip([
        { name: '[Content_Types].xml', body: '' },
        { name: 'word/document.xml', body: '' },
      ]),
      'file-unreadable',
      'DOCX',
    ],
    ['an archive of files', zip([{ name: 'list.csv', body: HEADER }]), 'file-unreadable', 'ZIP'],
  ])('%s is named as what it is', async (_what, bytes, code, found) => {
    const { problems } = await dry('list.xls', bytes);
    expect(problems).toMatchObject([{ code, found, severity: 'error' }]);
  });

  it('a quote that never closes is shown in the line that opens it, in the words of the file', async () => {
    const text = `${HEADER}\nai,"示範-1"\nai,"示範-2\nai,示範-3`;
    expect((await dry('list.csv', Buffer.from(text))).problems).toMatchObject([{ row: 3, found: 'ai,"示範-2' }]);
  });

  it('checks items against the catalogue of their edition', async () => {
    const unknown = csvList(ALPHA.replace('4.2.10', '4.2.99'));
    expect((await dry('list.csv', unknown.bytes)).problems).toMatchObject([
      { code: 'item-unknown', found: '4.2.99', row: 2, column: 'items' },
    ]);
    const ofEdition = (edition: string) => `${HEADER},edition\n${ALPHA},${edition}\n`;
    expect(codes(await dry('list.csv', Buffer.from(ofEdition('112'))))).toEqual([]);
    // Of an edition that does not ship, nobody knows the items: each is told, none is taken for known.
    expect(new Set(codes(await dry('list.csv', Buffer.from(ofEdition('199')))))).toEqual(new Set(['item-unknown']));
  });

  it.each(['seenOn', 'recordedAt', 'by'])('misuse of %s is named', async (argument) => {
    await expect(
      register.importList(csvList(ALPHA), importedOn('2026-01-10', { [argument]: 'x'.repeat(0) })),
    ).rejects.toThrow(argument);
  });

  it.each([
    ['list.csv', 'got string'],
    [{ name: 'list.csv', bytes: HEADER }, 'got bytes of string; text is given as new TextEncoder'],
    [{ name: 'list.csv', bytes: new ArrayBuffer(8) }, 'got bytes of ArrayBuffer'],
    [undefined, 'got undefined'],
  ])('what is no file is no bad file: %j', async (given, said) => {
    await expect(register.importList(given as never, importedOn('2026-01-10'))).rejects.toThrow(said);
    expect(() => readClaimSheet(given as never)).toThrow(said);
  });
});

describe('importers, fuzzed', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      ...columnMaps[0]!.columns.scheme!,
      ...ALPHA.split(','),
      '無',
      '=1+1',
      '"',
      '""',
      '\0',
      '115/02/30',
      '00000000',
      '',
      ' ',
    ),
    fc.string({ unit: 'grapheme' }),
  );

  it('explain what they refuse: a problem, or every row taken', async () => {
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.array(cell, { maxLength: 14 }), { maxLength: 6 })
        .map((rows) => Buffer.from(`${HEADER}\n${rows.map((row) => row.join(',')).join('\n')}`)),
      fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })).map(([at, byte]) => {
        const bytes = Buffer.from(workbook({ list: [HEADER.split(','), ALPHA.split(',')] }, at % 2 ? 'ods' : 'xlsx'));
        bytes[at % bytes.length] = byte;
        return bytes;
      }),
    );
    await fc.assert(
      fc.asyncProperty(file, async (bytes) => {
        const report = await dry('fuzz', bytes);
        const errors = report.problems.filter(({ severity }) => severity === 'error');
        if (errors.length === 0) {
          const repeated = codes(report).filter((code) => code === 'row-repeated').length;
          expect(report.counts.new + report.counts.changed + report.counts.unchanged + repeated).toBe(
            report.counts.rows,
          );
        }
        for (const { expected, repair, found } of report.problems) expect(`${expected}${repair}${found}`).not.toBe('');
      }),
      { numRuns: 250 },
    );
  });
});
