import { type Claim, openRegister, type Register, readClaimSheet, schemes, type Verdict } from '@aipower/registry';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvList, importedOn } from './lists.ts';
import { type MadeCell, xlsx } from './make-workbook.ts';

const read = (rows: readonly (readonly MadeCell[])[], merges: string[] = []) =>
  readClaimSheet({ name: 'claims.xlsx', bytes: xlsx([{ name: '本次', rows, merges }]) });
const paste = (...lines: string[]) => readClaimSheet({ name: 'pasted', bytes: Buffer.from(lines.join('\n')) });
const codes = (sheet: { problems: readonly { code: string; row: number | null }[] }) =>
  sheet.problems.map(({ code, row }) => `${code} ${row}`);
const said = ({ claims }: { claims: readonly (Claim | null)[] }) =>
  claims.map((one) => one && [one.id, one.scheme, one.number, one.ubn, one.name, one.on].map((x) => x ?? '').join(' '));

describe('a wide sheet', () => {
  it.each([
    ['by the numbers of the form', ['5.1', '5.2', '5.3', '5.4', '5.5', '5.6']],
    ['by names', ['第三方支付', '電子簽章', '資料經濟', '人工智慧', '資訊服務', '資訊安全']],
    ['by both', ['5.1 第三方支付', '5.2電子簽章', '5.3 資料經濟', '5.4人工智慧', '5.5 資訊服務', '5.6 資安（是/否）']],
    [
      'by what is asked',
      [
        '第三方支付通過編號',
        '電子簽章通過編號',
        '資料經濟通過編號',
        '人工智慧證書編號',
        '資訊服務證號',
        '是否具資訊安全登錄',
      ],
    ],
    ['by the official names', schemes.map(({ name }) => name.zh)],
  ])('has a column for each registration, named %s', (_how, heads) => {
    const sheet = read([
      ['115年度加分項目查核表'],
      ['案號', '企業名稱', '統一編號', '申請類別', '送件日期', ...heads],
      [
        'A-1',
        '示範甲股份有限公司',
        '00000079',
        '模型訓練類',
        '115/7/1',
        '無',
        '113電簽0001',
        null,
        '示範-AI-0001',
        '申請中',
        '是',
      ],
      ['合計', null, null, null, null, { number: 1 }],
    ]);
    expect(sheet.registrations.map(({ column, scheme }) => [column, scheme])).toEqual(
      schemes.map(({ id }, i) => [i + 5, id]),
    );
    expect(sheet.columns).toMatchObject({ id: 0, name: 1, ubn: 2, on: 4, scheme: null, number: null });
    expect(sheet.claims.map((one) => one?.number)).toEqual(['無', '113電簽0001', '', '示範-AI-0001', '申請中', '是']);
    expect(sheet.claims.every((one) => one?.on === '2026-07-01' && one.ubn === '00000079')).toBe(true);
    expect(sheet.claimRows).toEqual([0, 0, 0, 0, 0, 0]);
    expect(codes(sheet)).toEqual(['row-above-header 1', 'row-is-remark 4']);
  });

  it('has its header over two rows, the first of them merged', () => {
    const sheet = read(
      [
        ['案號', '企業名稱', '統一編號', '加分項目5', null],
        [null, null, null, '5.2', '5.4'],
        ['A-1', '示範甲股份有限公司', '00000079', '113電簽0001', '無'],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
    );
    expect(said(sheet)).toEqual([
      'A-1 e-signature 113電簽0001 00000079 示範甲股份有限公司 ',
      'A-1 ai 無 00000079 示範甲股份有限公司 ',
    ]);
  });

  it('has a flag beside each number: the number is read, and a flag without one is a claim all the same', () => {
    const lines = [
      '案號\t統一編號\t5.4 是否具備\t5.4 編號\t5.2 是否具備\t5.2 編號',
      'A-1\t00000079\t是\t示範-AI-0001\t否\t',
      'A-2\t00000074\t是\t\t\t113電簽0001',
    ];
    const sheet = paste(...lines);
    expect(sheet.registrations.map(({ column }) => column)).toEqual([3, 5]);
    expect(sheet.claims.map((one) => one?.number)).toEqual(['示範-AI-0001', '否', '是', '113電簽0001']);
    expect(codes(sheet)).toEqual([]);
    // Whoever says which columns hold the numbers gets the same.
    const options = { registrations: sheet.registrations.map(({ column, scheme }) => ({ column, scheme })) };
    const again = readClaimSheet({ name: 'pasted', bytes: Buffer.from(lines.join('\n')) }, options);
    expect(again.claims).toEqual(sheet.claims);
  });

  it('has two columns for one registration, neither clearer: the first is read, and it is told', () => {
    const sheet = paste('案號\t統一編號\t5.4\t5.4 人工智慧\t5.2', 'A-1\t00000079\t示範-AI-0001\t示範-AI-0002\t無');
    expect(sheet.claims.map((one) => one?.number)).toEqual(['示範-AI-0001', '無']);
    expect(sheet.problems).toMatchObject([
      { code: 'column-alike', found: 'C 5.4, D 5.4 人工智慧', severity: 'warning' },
    ]);
  });

  it('lets its columns be corrected', () => {
    const bytes = xlsx([
      {
        name: 'S',
        rows: [
          ['案號', '甲', '乙'],
          ['A-1', '00000079', '示範-AI-0001'],
        ],
      },
    ]);
    const options = { columns: { ubn: 1 }, registrations: [{ column: 2, scheme: 'ai' as const }] };
    expect(said(readClaimSheet({ name: 'x', bytes }, options))).toEqual(['A-1 ai 示範-AI-0001 00000079  ']);
  });
});

describe('a tall sheet', () => {
  const head = ['案號', '企業名稱', '統一編號', '登錄類別', '證書編號'];

  it('has case, company and number merged over several rows', () => {
    const rows = [
      head,
      ['A-1', '示範甲股份有限公司', '00000079', 'ai', '示範-AI-0001'],
      [null, null, null, 'e-signature', '113電簽0001'],
      ['A-2', '示範乙有限公司', '00000074', 'ai', '無'],
    ];
    const sheet = read(rows, ['A2:A3', 'B2:B3', 'C2:C3']);
    expect(said(sheet)[1]).toBe('A-1 e-signature 113電簽0001 00000079 示範甲股份有限公司 ');
    expect(codes(sheet)).toEqual([]);
  });

  it('loses its merging when it is pasted: who has neither case nor company belongs to the row above, and it is told', () => {
    const sheet = paste(
      head.join('\t'),
      'A-1\t示範甲股份有限公司\t00000079\tai\t示範-AI-0001',
      '\t\t\te-signature\t113電簽0001',
    );
    expect(said(sheet)[1]).toBe('A-1 e-signature 113電簽0001 00000079 示範甲股份有限公司 ');
    expect(codes(sheet)).toEqual(['rows-filled-down 3']);
  });

  it('with a case of its own and no company is given nobody else’s', () => {
    const sheet = paste(
      head.join('\t'),
      'A-1\t示範甲股份有限公司\t00000079\tai\t示範-AI-0001',
      'A-2\t\t\tai\t示範-AI-0002',
    );
    expect(said(sheet)[1]).toBe('A-2 ai 示範-AI-0002   ');
  });

  it('counts its rows beside 案號, which is the id', () => {
    const sheet = paste(
      ['序號', ...head].join('\t'),
      '1\tA-1\t示範甲股份有限公司\t00000079\tai\t示範-AI-0001',
      '2\t\t\t\te-signature\t113電簽0001',
      '3\tA-2\t示範甲股份有限公司\t00000079\tai\t無',
    );
    expect(sheet.claims.map((one) => [one?.id, one?.ubn])).toEqual([
      ['A-1', '00000079'],
      ['A-1', '00000079'],
      ['A-2', '00000079'],
    ]);
  });

  it('has the 統一編號 of two parties: the one beside the applicant is read, and it is told unless both say the same', () => {
    const rows = (other: string) =>
      paste(
        '案號\t申請單位\t統一編號\t合作單位\t統一編號\t登錄類別\t證書編號',
        `A-1\t示範甲股份有限公司\t00000079\t示範乙有限公司\t${other}\tai\t示範-AI-0001`,
      );
    expect(rows('00000074').claims[0]?.ubn).toBe('00000079');
    expect(rows('00000074').problems).toMatchObject([{ code: 'column-alike', found: 'C 統一編號, E 統一編號' }]);
    expect(codes(rows('00000079'))).toEqual([]);
    const named = paste(
      '合作廠商統一編號\t申請企業統編\t廠商電話\t申請企業名稱\t登錄類別\t證書編號',
      '00000074\t00000079\t02-1\t示範甲股份有限公司\tai\t示範-AI-0001',
    );
    expect([named.claims[0]?.ubn, named.claims[0]?.name]).toEqual(['00000079', '示範甲股份有限公司']);
  });

  it.each([
    'A-1\t示範甲股份有限公司\t00000079\tai\t示範-AI-0001',
    'A-1\tai\t示範-AI-0001\t示範甲股份有限公司',
    'A-1\tai\t示範-AI-0001\t00000079',
  ])('without names above its columns is refused: its first row would be lost as one (%s)', (line) => {
    const sheet = paste(line, line.replace('0001', '0002'));
    expect(sheet.claims).toEqual([null]);
    expect(codes(sheet)).toContain('header-missing 1');
  });

  it('repeats its header under headings that name the registration, and ends with notes', () => {
    const sheet = read([
      ['查核清單'],
      ['案號', '統一編號', '編號'],
      ['一、人工智慧'],
      ['A-1', '00000079', '示範-AI-0001'],
      ['二、電子簽章'],
      ['案號', '統一編號', '編號'],
      ['A-1', '00000079', '113電簽0001'],
      ['備註：編號依申請書填寫'],
      ['總計', { number: 2 }],
    ]);
    expect(said(sheet)).toEqual(['A-1 ai 示範-AI-0001 00000079  ', 'A-1 e-signature 113電簽0001 00000079  ']);
    expect(codes(sheet)).toEqual([
      'row-above-header 1',
      'row-is-heading 3',
      'row-is-heading 5',
      'row-repeats-header 6',
      'row-is-remark 8',
      'row-is-remark 9',
    ]);
  });

  it.each<[MadeCell, string]>([
    ['115/7/1', '2026-07-01'],
    ['1150701', '2026-07-01'],
    ['民國115年7月1日', '2026-07-01'],
    ['2026/7/1', '2026-07-01'],
    ['2026-07-01 14:30:05', '2026-07-01'],
    ['115年7月1日 下午2:30', '2026-07-01'],
    ['115/07/01（三）', '2026-07-01'],
    [{ number: 46204 }, '2026-07-01'],
    [{ number: 46204.6, format: 'date' }, '2026-07-01'],
  ])('is judged on the day of its row: %j', (day, on) => {
    const sheet = read([
      ['類別', '證號', '送件日期'],
      ['ai', '示範-AI-0001', day],
    ]);
    expect(sheet.claims.map((one) => one?.on)).toEqual([on]);
  });

  it.each<[MadeCell, string]>([
    ['24/07/22', 'date-ambiguous'],
    ['115/2/30', 'date-impossible'],
    ['760321', 'date-ambiguous'],
    ['送件後補', 'date-unreadable'],
  ])('holds a row whose day is none, and names the person’s own column: %j', (day, code) => {
    const sheet = read([
      ['類別', '證號', '送件日期'],
      ['ai', '示範-AI-0001', day],
    ]);
    expect(sheet.claims).toEqual([null]);
    expect(sheet.problems).toMatchObject([{ code, row: 2, column: '送件日期' }]);
  });

  it('puts zeros back before a 統一編號, and tells it', () => {
    const sheet = read([
      ['類別', '證號', '統編'],
      ['ai', '示範-AI-0001', { number: 277104 }],
      ['ai', '示範-AI-0001', { number: 277103 }],
    ]);
    expect(sheet.claims.map((one) => one?.ubn)).toEqual(['00277104', '277103']);
    expect(codes(sheet)).toEqual(['ubn-padded 2']);
  });

  it('holds a row of which two cells do not fit', () => {
    const sheet = read([
      head,
      ['A-1', '00000079', '示範甲股份有限公司', 'ai', '示範-AI-0001'],
      ['A-2', '示範甲股份有限公司', '00000079', 'ai', '無'],
    ]);
    expect(sheet.claims.map((one) => one?.id ?? null)).toEqual([null, 'A-2']);
    expect(codes(sheet)).toEqual(['row-shifted 2']);
  });
});

describe('every shape of a sheet gets the answers that single verifications give', () => {
  let register: Register;
  beforeAll(async () => {
    register = await openRegister(':memory:', { refreshEvery: 0 });
    const of = (scheme: string, number: string, ubn: string, name: string, more = ',2025-01-01,2026-12-31,生效,,') =>
      `${scheme},${number},${ubn},${name},,,${more}`;
    await register.importList(
      csvList(
        of('ai', '示範-AI-0001', '00000079', '示範甲股份有限公司'),
        of('ai', '示範-AI-0002', '00000074', '示範乙有限公司', ',2025-01-01,2025-12-31,生效,,'),
        of('e-signature', '113電簽0001', '00000079', '示範甲股份有限公司'),
        of('information-security', '', '00000079', '示範甲股份有限公司'),
      ),
      importedOn('2026-01-10'),
    );
  });
  afterAll(() => register.close());

  const kinds = ['e-signature', 'ai', 'information-security'] as const;
  const firms = [
    ['示範甲股份有限公司', '00000079'],
    ['示範乙有限公司', '00000074'],
    ['', ''],
  ] as const;
  const number = fc.constantFrom(
    '示範-AI-0001',
    '示範AI0002',
    '113電簽0001',
    '無',
    '',
    '申請中',
    '如附件',
    '示範-AI-9999',
    '示範-AI-0001（展延）',
    '是',
    '0',
    '證號：示範-AI-0001',
    '示範-AI-0001、113電簽0001',
  );
  const application = fc.record({
    firm: fc.constantFrom(...firms),
    numbers: fc.tuple(number, number, number),
    day: fc.constantFrom('2025-06-01', '2026-01-05', '2024-12-31'),
  });
  const shape = fc.record({
    wide: fc.boolean(),
    merged: fc.boolean(),
    titled: fc.boolean(),
    noted: fc.boolean(),
    repeated: fc.boolean(),
    dated: fc.boolean(),
  });
  const short = ({ verdict, reason, day, today }: Verdict) => [verdict, reason, day, today.verdict].join(' ');
  const days = { on: '2026-01-08', today: '2026-01-12' };

  it('wide, tall, merged, titled, dated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(application, { minLength: 1, maxLength: 5 }), shape, async (made, how) => {
        const head = ['案號', '企業名稱', '統一編號', ...(how.dated ? ['送件日期'] : [])];
        const header: MadeCell[] = how.wide
          ? [...head, '5.2 電子簽章', '5.4 人工智慧', '5.6 資安']
          : [...head, '登錄類別', '證書編號'];
        const rows: MadeCell[][] = [...(how.titled ? [['115年度查核表'], ['製表日期：115/11/20']] : []), header];
        const merges: string[] = [];
        const expected: string[] = [];
        for (const [i, { firm, numbers, day }] of made.entries()) {
          const who: MadeCell[] = [`A-${i}`, firm[0] || null, firm[1] || null, ...(how.dated ? [day] : [])];
          if (how.repeated && i > 0) rows.push(header);
          const from = rows.length + 1;
          if (how.wide) rows.push([...who, ...numbers.map((one) => one || null)]);
          else
            for (const [k, one] of numbers.entries())
              rows.push([...(how.merged && k > 0 ? who.map(() => null) : who), kinds[k]!, one || null]);
          if (!how.wide && how.merged)
            for (const [c] of who.entries()) merges.push(`${'ABCD'[c]}${from}:${'ABCD'[c]}${from + 2}`);
          for (const [k, one] of numbers.entries()) {
            const claim = { scheme: kinds[k]!, number: one, name: firm[0], ubn: firm[1] };
            const { results } = await register.verify([claim], how.dated ? { ...days, on: day } : days);
            expected.push(short(results[0]!));
          }
        }
        if (how.noted) rows.push(['備註：略'], ['合計', null, { number: made.length }]);
        const sheet = read(rows, merges);
        expect(sheet.claims).not.toContain(null);
        const { results } = await register.verify(sheet.claims as Claim[], days);
        expect(results.map(short)).toEqual(expected);
        // Whoever was not asked for a holder is told that nobody was compared.
        for (const one of results)
          if (!one.claim.ubn && !one.claim.name) expect([one.verdict, one.today.verdict]).not.toContain('valid');
      }),
      { numRuns: 150 },
    );
  });
});
