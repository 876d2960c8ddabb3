import { openRegister, type Register, RegisterDataError } from '@aipower/registry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALPHA, BETA, csvList, importedOn } from './lists.ts';
import { ods, odsRow, xlsx } from './make-workbook.ts';

let register: Register;
beforeEach(async () => {
  register = await openRegister(':memory:', { refreshEvery: 0 });
});
afterEach(() => register.close());

const COLUMNS = 'scheme,number,ubn,name,registered_on,valid_until,status';
const take = async (bytes: Uint8Array | string, more = {}, seenOn = '2026-01-10') => {
  try {
    const report = await register.importList(
      { name: 'list', bytes: Buffer.from(bytes as string) },
      importedOn(seenOn, more),
    );
    return report.problems.map(({ code, row }) => `${code} ${row}`);
  } catch (error) {
    if (!(error instanceof RegisterDataError)) throw error;
    return ['refused', ...error.problems.map(({ code, row }) => `${code} ${row}`)];
  }
};
const rows = (...lines: string[]) => [COLUMNS, ...lines].join('\n');
const status = (number: string) =>
  register.certificates('ai', number).map(({ states: [state] }) => `${state!.status} ${state!.statusOn ?? '-'}`);
const row = (
  number: string,
  more: { name?: string; ubn?: string; from?: string; until?: string; status?: string } = {},
) =>
  `ai,${number},${more.ubn ?? '00000079'},${more.name ?? '示範甲股份有限公司'},${more.from ?? '114/01/01'},${more.until ?? '115/12/31'},${more.status ?? '生效'}`;

describe('what a list says of the status', () => {
  it.each([
    ['現生效', 'in-force -'],
    ['有效中', 'in-force -'],
    ['已展延', 'renewed -'],
    ['暫停', 'suspended -'],
    ['停止', 'suspended -'],
    ['已廢止', 'revoked -'],
    ['廢止登錄資格', 'revoked -'],
    ['已註銷', 'revoked -'],
    ['已撤銷', 'revoked -'],
    ['廢止(114/12/01)', 'revoked 2025-12-01'],
    ['自114年5月1日起廢止登錄資格', 'revoked 2025-05-01'],
  ])('%s', async (word, is) => {
    await take(rows(row('示範-1', { status: word })));
    expect(status('示範-1')).toEqual([is]);
  });

  it.each(['逾期', '屆期失效', '屆期', '已失效'])('%s', async (word) => {
    await take(rows(row('示範-1', { status: word, until: '114/12/31' })));
    expect(status('示範-1')).toEqual(['expired -']);
  });

  it('behind the number or the name, it beats what was said of all rows', async () => {
    const columns = 'number,ubn,name,registered_on,valid_until';
    const text = `${columns}\n示範-1,00000079,示範甲股份有限公司,114/01/01,115/12/31\n示範-2（廢止登錄資格）,00000079,示範甲股份有限公司,114/01/01,115/12/31\n示範-3,00000074,示範乙有限公司（已註銷）,114/01/01,115/12/31\n`;
    const told = await take(text, { constants: { scheme: 'ai', status: '生效' } });
    expect(told).toEqual(['status-beside-cell 3', 'status-beside-cell 4']);
    expect(['示範-1', '示範-2', '示範-3'].map((number) => status(number)[0])).toEqual([
      'in-force -',
      'revoked -',
      'revoked -',
    ]);
    expect(register.provider('00000074')!.name).toBe('示範乙有限公司');
  });

  it('in two cells that contradict each other is refused', async () => {
    expect(await take(rows(row('示範-1（已廢止）', { status: '生效' })))).toEqual([
      'refused',
      'status-contradicts-itself 2',
    ]);
  });

  const head = ['序號', '證書編號', '廠商名稱', '統一編號', '登錄日期', '有效日期', '聯絡資訊'];
  const published = (...title: string[][]) => [
    ...title,
    head,
    ['1', '示範-1', '示範甲股份有限公司', '00000079', '112/08/31', '116/08/30', '網址'],
    [],
    ['已廢止業者'],
    head,
    ['1', '示範-2', '示範乙有限公司', '00000074', '自113年5月1日起廢止登錄資格'],
    ['2', '示範-3', '示範乙有限公司', '00000074', '112/09/01', '自113年6月1日起廢止'],
    ['總計', '3'],
  ];

  it.each([
    ['ods', (lines: string[][]) => ods([{ name: '工作表1', body: lines.map((cells) => odsRow(cells)).join('') }])],
    ['xlsx', (lines: string[][]) => xlsx([{ name: '工作表1', rows: lines }])],
    ['csv', (lines: string[][]) => Buffer.from(lines.map((cells) => cells.join(',')).join('\r\n'))],
  ])('by its title and the headings of its sections, as %s', async (_kind, make) => {
    const bytes = make(published(['第三方支付服務業能量登錄審核通過名單']));
    await take(bytes, { constants: { scheme: 'ai' }, map: 'third-party-payment-list' });
    expect(['示範-1', '示範-2', '示範-3'].map((number) => status(number)[0])).toEqual([
      'in-force -',
      'revoked 2024-05-01',
      'revoked 2024-06-01',
    ]);
    const ask = async (number: string, on: string) =>
      (await register.verify([{ scheme: 'ai', number, ubn: '00000074' }], { on, today: '2026-01-10' })).results[0]!
        .verdict;
    // The list prints no first day of 示範-2: before its revocation nothing is known of it.
    expect([
      await ask('示範-2', '2024-04-30'),
      await ask('示範-2', '2024-05-01'),
      await ask('示範-3', '2024-05-31'),
      await ask('示範-3', '2024-06-01'),
    ]).toEqual(['unverifiable', 'revoked', 'valid', 'revoked']);
  });

  it('by a heading for some rows only is not made up for the others', async () => {
    const bytes = ods([
      {
        name: '工作表1',
        body: published()
          .map((cells) => odsRow(cells))
          .join(''),
      },
    ]);
    expect((await take(bytes, { constants: { scheme: 'ai' }, map: 'third-party-payment-list' }))[0]).toBe('refused');
  });
});

describe('what no registration can be', () => {
  it.each([
    [
      'a two-digit year',
      row('示範-1', { from: '24/07/22', until: '27/07/21' }),
      ['refused', 'date-ambiguous 2', 'date-ambiguous 2'],
    ],
    [
      'a first day years ahead',
      row('示範-1', { from: '2030-01-01', until: '2032-12-31' }),
      ['refused', 'date-implausible 2'],
    ],
    ['a slip of the century', row('示範-1', { until: '215/12/31' }), ['refused', 'date-implausible 2']],
    ['a number that a spreadsheet rounded', row('1.13E+09'), ['refused', 'number-rounded 2']],
    [
      'a shifted row',
      'ai,示範甲股份有限公司,00000079,114/01/01,114/01/01,115/12/31,生效',
      ['refused', 'row-shifted 2'],
    ],
  ])('%s', async (_what, line, expected) => {
    expect(await take(rows(line))).toEqual(expected);
  });

  it('one number of two firms is a warning that names both rows', async () => {
    const text = rows(row('示範-1'), row('示範-1', { ubn: '00000074', name: '示範乙有限公司' }));
    const report = await register.importList({ name: 'list', bytes: Buffer.from(text) }, importedOn('2026-01-10'));
    expect(report.problems).toMatchObject([
      {
        code: 'number-shared',
        row: 3,
        found: '示範-1: 示範甲股份有限公司 (00000079, row 2), 示範乙有限公司 (00000074)',
      },
    ]);
  });

  it.each(['2126-11-20', '1926-11-20'])('a list read on %s', async (seenOn) => {
    expect(await take(rows(row('示範-1')), { seenOn })).toContain('seen-on-implausible null');
  });
});

describe('a name', () => {
  it('in another hand is no former name; one in brackets is', async () => {
    await take(rows(row('示範-1', { name: '台灣示範股份有限公司' }), row('示範-2', { name: '臺灣示範股份有限公司' })));
    expect(register.provider('00000079')!.formerNames).toEqual([]);
    await take(rows(row('示範-1', { name: '新示範股份有限公司（前名稱：台灣示範股份有限公司）' })), {
      acceptGone: true,
    });
    expect(register.provider('00000079')).toMatchObject({
      name: '新示範股份有限公司',
      formerNames: ['台灣示範股份有限公司'],
    });
  });

  it('keeps no letter that nobody sees', async () => {
    await take(rows(row('示\u202e範-1', { name: '示\u200b範\u001b甲股份有限公司\u2066' })));
    expect(register.provider('00000079')!.name).toBe('示範甲股份有限公司');
    expect(status('示範-1')).toEqual(['in-force -']);
  });
});

describe('a list that would change most of what is known', () => {
  it('is refused when more than half of what was listed is gone, however many there are and whatever is new', async () => {
    await register.importList(csvList(ALPHA, BETA), importedOn('2026-01-10'));
    const other = [row('示範-8'), row('示範-9')];
    expect(await take(rows(...other), {}, '2026-02-10')).toEqual(['refused', 'most-rows-gone null']);
    expect(await take(rows(...other), { acceptGone: true }, '2026-02-10')).not.toContain('refused');
    // Half of what is listed now, and that half only: not more than half.
    expect(await take(rows(other[0]!), {}, '2026-02-11')).not.toContain('refused');
  });

  it('is refused when more than half of the companies have other names: the file may be shifted', async () => {
    const firms = ['00000079', '00000074', '00000016', '00000992', '00000032'];
    const list = (shift: number) =>
      rows(
        ...firms.map((ubn, i) => row(`示範-${i}`, { ubn, name: `示範${'甲乙丙丁戊'[(i + shift) % 5]}股份有限公司` })),
      );
    await take(list(0));
    expect(await take(list(1), {}, '2026-02-10')).toEqual(['refused', 'most-names-changed null']);
    expect(await take(list(1), { acceptChanged: true }, '2026-02-10')).not.toContain('refused');
  });
});

describe('a file as offices save it', () => {
  const names = () => register.snapshot().providers.map(({ name }) => name);
  it.each([
    ['with semicolons', rows(row('示範-1')).replaceAll(',', ';')],
    ['with two marks in front', `\ufeff\ufeff${rows(row('示範-1'))}`],
    ['with line ends of all three kinds', `${COLUMNS}\r\n${row('示範-1')}\n${row('示範-2')}\r${row('示範-3')}\r\n`],
    ['with ="…" cells', rows(row('示範-1').replace('00000079', '="00000079"'))],
    [
      'with brackets, units and colons in its header',
      rows(row('示範-1')).replace(
        COLUMNS,
        '登錄類別：,證書編號,統一編號（8碼）,廠商名稱(公司全銜),登錄日期(民國年),有效日期(迄),狀態',
      ),
    ],
    ['with its header once more', rows(row('示範-1'), COLUMNS, row('示範-2'))],
    ['with a title and a total', `名單\n${rows(row('示範-1'))}\n合計,1`],
  ])('%s', async (_how, text) => {
    expect(await take(text)).not.toContain('refused');
    expect(names()).toEqual(['示範甲股份有限公司']);
  });
});
