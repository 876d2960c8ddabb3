import { openRegister, type Problem, type Register, RegisterDataError, type SourceFile } from '@aipower/registry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Column, columns, foreignList, meant, type Printing, records, taken } from './foreign-list.ts';
import { importedOn } from './lists.ts';

// Shapes in which other registers publish their lists, each made anew: taken as it is meant, or held with its place.
interface Outcome {
  readonly held: boolean;
  readonly problems: readonly Problem[];
  readonly register: Register;
}

const opened: Register[] = [];
const take = (printing: Printing) => takeFile(foreignList(printing));
async function takeFile(file: SourceFile): Promise<Outcome> {
  const register = await openRegister(':memory:', { refreshEvery: 0 });
  opened.push(register);
  try {
    const { problems } = await register.importList(file, importedOn('2026-01-10'));
    return { held: false, problems, register };
  } catch (error) {
    if (!(error instanceof RegisterDataError)) throw error;
    return { held: true, problems: error.problems, register };
  }
}
const errors = ({ problems }: Outcome) =>
  problems.filter(({ severity }) => severity === 'error').map(({ code, row, column }) => `${code} ${row} ${column}`);
const json = (value: string | string[]) => JSON.stringify([value].flat());
const python = (values: string[]) => `[${values.map((one) => `'${one}'`).join(', ')}]`;
afterAll(async () => {
  for (const register of opened) await register.close();
});

describe('taken as it is meant', () => {
  const spellings = ['ai', 'ＡＩ', '人工智慧', '人工智慧能量登錄', 'A I'];
  const standing = ['生效', '現生效', '有效', 'In force', 'ＶＡＬＩＤ'];
  it.each<[string, Printing]>([
    ['as this project prints it', {}],
    ['a mark of byte order within the names of columns', { header: (column) => `\ufeff${column}` }],
    ['ids as lists of one, in JSON', { cell: { number: json, ubn: json, name: json, valid_until: json } }],
    ['ids as lists of one, in Python', { cell: { number: (one) => `['${one}']`, ubn: (one) => `['${one}']` } }],
    [
      'ids as lists of one, in escapes and in braces',
      {
        cell: {
          name: (one) => `["${[...one].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"]`,
          ubn: (one) => `{${one}}`,
        },
      },
    ],
    ['lists joined by strokes', { cell: { items: (all) => all.join(' / '), former_names: (all) => all.join(' / ') } }],
    ['lists as Python prints them', { cell: { items: python, former_names: python } }],
    ['lists as JSON prints them', { cell: { items: json, former_names: json } }],
    ['lists in braces', { cell: { items: (all) => `{${all.join(',')}}` } }],
    ['lists with a blank, a bar or 及 between', { cell: { items: (all, i) => all.join([' ', '|', ' 及 '][i % 3]) } }],
    [
      'items with their titles and strokes between',
      { cell: { items: (all) => all.map((one) => `${one} 示範/項目`).join('／') } },
    ],
    [
      'one registration, one status and one item under five spellings',
      {
        cell: {
          scheme: (_, i) => spellings[i % 5]!,
          status: (_, i) => standing[i % 5]!,
          items: (all, i) =>
            all
              .map((one) => [one, `${one}.`, ` ${one} `, one.replaceAll('.', '．'), one.replaceAll('.', ' . ')][i % 5])
              .join(';'),
        },
      },
    ],
    ['columns of marks that nobody set', { more: { 廢止: () => '', revoked: () => 'false', 是否有效: () => '是' } }],
    ['good standing as true, checked and 有', { more: { is_active: (i) => ['true', 'checked', '有', 'V'][i % 4]! } }],
    ['with a total that is right', { below: [['合計', '20']] }],
    ['with a total in words', { below: [['共計 20 家（截至115年1月5日）']] }],
  ])('%s', async (_shape, printing) => {
    const outcome = await take(printing);
    expect(errors(outcome)).toEqual([]);
    expect(taken(outcome.register)).toEqual(meant());
  });

  it('a mark of byte order in front of a quoted name, and one read as Latin letters', async () => {
    const { name, bytes } = foreignList({});
    const text = `ï»¿${Buffer.from(bytes).toString().replace('number', '\ufeff"number"')}`;
    const outcome = await takeFile({ name, bytes: Buffer.from(text) });
    expect(errors(outcome)).toEqual([]);
    expect(taken(outcome.register)).toEqual(meant());
  });

  it('a firm under five spellings is one firm without another name', async () => {
    const [first] = records;
    const plain = first!.name;
    const hands = [plain, plain.replace('臺', '台'), plain.replace('示範', '示範 '), `${plain}\u3000`, `"${plain}"`];
    const of = hands.map((name) => ({ ...first!, name, former_names: [] }));
    const outcome = await take({
      of,
      cell: { number: (one, i) => [one, `０${one}`.slice(1), one.replace('-', '－')][i % 3]! },
    });
    expect(errors(outcome)).toEqual([]);
    expect(outcome.problems.map(({ code }) => code)).toEqual(Array(4).fill('row-repeated'));
    expect(taken(outcome.register)).toMatchObject([{ ubn: first!.ubn, former_names: [] }]);
  });

  it('what a mark says of the status, with its day where the mark is one', async () => {
    const { register } = await take({
      cell: { status: () => '' },
      more: { 廢止: (i) => ['true', 'checked', '有', '114/12/01', ''][i % 5]! },
    });
    const said = (n: number) => {
      const { status, statusOn } = register.certificates('ai', `示範-${n}`)[0]!.states[0]!;
      return `${status} ${statusOn ?? '-'}`;
    };
    expect([1, 2, 3, 4, 5].map(said)).toEqual([
      'revoked -',
      'revoked -',
      'revoked -',
      'revoked 2025-12-01',
      'in-force -',
    ]);
  });
});

describe('held, with row, column and reason', () => {
  const only = (row: number, text: string) => (value: string | string[], i: number) =>
    i === row ? text : [value].flat().join(';');
  it.each<[string, Column, string, string]>([
    ['an empty id', 'number', '', 'cell-missing'],
    ['an empty 統一編號', 'ubn', '', 'cell-missing'],
    ['a list of nothing for an id', 'number', '[]', 'cell-missing'],
    ['a list of an empty text for an id', 'number', '[""]', 'cell-missing'],
    ['None for an id', 'number', 'None', 'cell-missing'],
    ['#N/A for a name', 'name', '#N/A', 'cell-missing'],
    ['a dash for an id', 'number', '-', 'cell-missing'],
    ['two ids in one cell', 'number', '["示範-1", "示範-99"]', 'cell-holds-several'],
    ['two ids with a stroke between', 'number', '示範-1 / 示範-99', 'cell-holds-several'],
    ['two 統一編號 in one cell', 'ubn', "['00000079', '00000074']", 'cell-holds-several'],
    ['a record for a name', 'name', '{"zh": "示範股份有限公司"}', 'cell-holds-several'],
    ['true for an id', 'number', 'true', 'cell-is-mark'],
    ['checked for an id', 'number', 'checked', 'cell-is-mark'],
    ['有 for an id', 'number', '有', 'cell-is-mark'],
    ['否 for an id', 'number', '否', 'cell-is-mark'],
    ['checked for a name', 'name', 'checked', 'cell-is-mark'],
    ['有 for a city', 'city', '有', 'cell-is-mark'],
    ['an id that is on its way', 'number', '申請中', 'number-unreadable'],
    ['an id elsewhere', 'number', '如附件', 'number-unreadable'],
    ['how many for an id', 'number', '20名以下', 'cell-misfit'],
    ['how many for a 統一編號', 'ubn', '20名以下', 'ubn-malformed'],
    ['how many for a name', 'name', '20名以下', 'cell-misfit'],
    ['how many for items', 'items', '20名以下', 'item-malformed'],
    ['true for a status', 'status', 'true', 'status-unknown'],
    ['checked for a status', 'status', 'checked', 'status-unknown'],
    ['有 for a status', 'status', '有', 'status-unknown'],
    ['有 for items', 'items', '有', 'cell-is-mark'],
    ['a range of items', 'items', `${records[3]!.items[0]} ~ ${records[4]!.items[0]}`, 'item-malformed'],
    ['an exception from items', 'items', `${records[3]!.items[0]}（不含 ${records[4]!.items[0]}）`, 'item-malformed'],
    ['a day for a name', 'name', '114/01/05', 'cell-misfit'],
    ['a firm for an id', 'number', '示範股份有限公司', 'cell-misfit'],
  ])('%s', async (_shape, column, text, code) => {
    const outcome = await take({ cell: { [column]: only(3, text) } });
    expect(errors(outcome)).toEqual([`${code} 5 ${column}`]);
    expect(outcome.problems[0]!.repair).not.toBe('');
    expect(taken(outcome.register)).toEqual([]);
  });

  // The table as it stands after a slip of one row: wherever a cell is lost or comes in, no value goes to the wrong column.
  it.each(columns.map((column, at) => [column, at] as const))('a row that lost its %s', async (_column, at) => {
    const outcome = await take({ row: (cells, i) => (i === 6 ? cells.toSpliced(at, 1) : cells) });
    if (at === columns.length - 1) expect(taken(outcome.register)[6]!.evidence_url).toBe('');
    else expect([...new Set(outcome.problems.map(({ row }) => row))]).toEqual([8]);
    expect(outcome.held).toBe(at < columns.length - 1);
  });

  it.each(columns.map((column, at) => [column, at] as const))('a row with a cell too many at %s', async (_, at) => {
    const outcome = await take({ row: (cells, i) => (i === 6 ? cells.toSpliced(at, 0, '') : cells) });
    expect(outcome.held).toBe(true);
    expect([...new Set(outcome.problems.map(({ row }) => row))]).toEqual([8]);
  });

  it.each([
    ['one too many', 21],
    ['one too few', 19],
  ])('a total with %s', async (_how, total) => {
    const outcome = await take({ below: [['合計', String(total)]] });
    expect(outcome.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'total-differs', row: 22, found: `合計 ${total}: 20 rows` },
    ]);
    expect(taken(outcome.register)).toEqual([]);
  });

  it('the count of a section that differs by one', async () => {
    const heading = (count: number) => ({
      row: (cells: string[], i: number) => (i === 0 ? [`第一批業者（${count}家）`] : cells),
    });
    expect(errors(await take(heading(18)))).toEqual(['total-differs 2 null']);
    expect(errors(await take(heading(19)))).toEqual([]);
  });

  it('good standing that is denied, and a mark that contradicts the status', async () => {
    const denied = await take({ cell: { status: () => '' }, more: { is_active: (i) => (i === 2 ? 'false' : 'true') } });
    expect(errors(denied)).toEqual(['status-unknown 4 status']);
    const revoked = await take({ more: { 廢止: (i) => (i === 2 ? 'checked' : '') } });
    expect(errors(revoked)).toEqual(['status-contradicts-itself 4 status']);
  });
});

describe('the sum of a column that is not read', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    const below = [['合計', '20', ...Array(10).fill(''), '4000']];
    outcome = await take({ more: { 員工人數: () => '200' }, below });
  });
  it('is no count of rows', () => {
    expect(errors(outcome)).toEqual([]);
    expect(taken(outcome.register)).toEqual(meant());
  });
});
