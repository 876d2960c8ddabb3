import { type CompanyEntry, companyIndex, matchCompany } from '@aipower/matcher';
import { describe, expect, test } from 'vitest';

const register: CompanyEntry[] = [
  { ubn: '10458574', name: '蜃樓科技股份有限公司', nameEn: 'Shenlou Technology Co., Ltd.', city: '臺北市' },
  { ubn: '10458575', name: '龍門客棧工作室', city: '花蓮縣' },
  { ubn: '00000079', name: '九尾狐火遊戲有限公司', formerNames: ['燭龍通訊有限公司'] },
];
const index = companyIndex(register);

describe('what a link says', () => {
  test('the firm, as registered now, with a number that keeps its zeros', () => {
    expect(matchCompany(index, { name: '燭龍通訊有限公司' })).toMatchObject({
      decision: 'linked',
      reason: 'former-name',
      link: { ubn: '00000079', name: '九尾狐火遊戲有限公司' },
      candidates: [{ ubn: '00000079', foundAs: { name: '燭龍通訊有限公司', role: 'former' } }],
    });
  });

  test('a branch, beside the head company it belongs to', () => {
    const match = matchCompany(index, { name: '蜃樓科技股份有限公司台中分公司' });
    expect(match.link).toEqual({ ubn: '10458574', name: '蜃樓科技股份有限公司', branch: '台中分公司' });
    expect(match.notes).toEqual(['branch']);
  });

  test('that the county differs, where it does not decide', () => {
    expect(matchCompany(index, { name: '高雄市蜃樓科技股份有限公司' })).toMatchObject({
      decision: 'linked',
      notes: ['county-differs'],
    });
    expect(matchCompany(index, { name: '高雄市龍門客棧工作室' })).toMatchObject({
      decision: 'unsure',
      reason: 'other-county',
      link: null,
    });
  });

  test('that the name does not confirm the number, and which numbers were read', () => {
    const match = matchCompany(index, { name: '山海異獸錄有限公司', ubn: '1045 8574' });
    expect(match).toMatchObject({ decision: 'linked', reason: 'number', link: { ubn: '10458574' } });
    expect(match.notes).toEqual(['name-not-confirmed']);
    expect(match.read).toEqual({ numbers: ['10458574'], names: ['山海異獸錄有限公司'] });
  });

  test('features: which part agrees and how', () => {
    const [candidate] = matchCompany(index, { name: '九尾弧火遊戲有限公司' }).candidates;
    expect(candidate?.features.map(({ feature, relation }) => `${feature} ${relation}`)).toEqual([
      'special-name sound',
      'business same',
      'organisation same',
      'place unstated',
      'name-in-force same',
    ]);
  });
});

describe('misuse is refused at the door', () => {
  const call =
    (...args: unknown[]) =>
    () =>
      (matchCompany as (...all: unknown[]) => unknown)(...args);
  test.each([
    ['an index of another kind', call({}, { name: '' }), /index must come from companyIndex/],
    ['no query', call(index, null), /query must be/],
    ['a name that is no text', call(index, { name: 12345675 }), /query must be/],
    ['a number that is no text', call(index, { name: '', ubn: 12345675 }), /loses leading zeros/],
    ['a limit below one', call(index, { name: '' }, { limit: -1 }), /limit/],
    ['a limit that is no whole number', call(index, { name: '' }, { limit: Number.NaN }), /limit/],
    ['a limit above fifty', call(index, { name: '' }, { limit: 51 }), /limit/],
  ])('%s', (_, misuse, message) => {
    expect(misuse).toThrow(TypeError);
    expect(misuse).toThrow(message);
  });

  test('entries that are no list', () => {
    expect(() => companyIndex(null as never)).toThrow(TypeError);
    expect(() => companyIndex({} as never)).toThrow(/iterable/);
  });
});

test('a bad register is refused whole, with every fault of every row', () => {
  const rows = [
    { ubn: '1234567', name: '蜃樓科技股份有限公司' },
    { ubn: '10458574', name: '　' },
    { ubn: '10458575', name: '夔谷機器人有限公司', city: '亞特蘭提斯' },
    { ubn: '00000079', name: '獏夢智能有限公司', nameEn: '-', formerNames: [''] },
    { ubn: '04595257', name: '狻猊影像有限公司' },
    { ubn: '04595257', name: '饕餮餐飲有限公司' },
  ];
  let issues: unknown;
  try {
    companyIndex(rows);
  } catch (error) {
    issues = (error as { issues: { row: number; field: string; code: string }[] }).issues.map(
      ({ row, field, code }) => `${row} ${field} ${code}`,
    );
  }
  expect(issues).toEqual([
    '1 ubn not-eight-digits',
    '2 name empty',
    '3 city unknown-county',
    '4 nameEn empty',
    '4 formerNames empty',
    '6 ubn duplicate',
  ]);
});

test.each([
  ['a megabyte', '蜃樓'.repeat(500_000)],
  ['only brackets', '（'.repeat(500)],
  ['brackets in brackets', `${'（'.repeat(200)}蜃樓${'）'.repeat(200)}`],
  ['control characters', '\u0000\u0001蜃樓科技\u0007股份有限公司\u001b'],
  ['digits without end', '1234 '.repeat(100)],
  ['forms without end', '股份有限公司'.repeat(80)],
  ['business words without end', '科技資訊'.repeat(120)],
  ['half a surrogate pair', '\ud83d蜃樓'],
  ['right-to-left marks', '\u202e蜃樓科技股份有限公司\u202c'],
  ['a formula', '=HYPERLINK("x")'],
])('%s gets an answer of bounded size', (_, name) => {
  const match = matchCompany(index, { name }, { limit: 50 });
  expect(['linked', 'unsure', 'none', 'conflict']).toContain(match.decision);
  expect(match.candidates.length).toBeLessThanOrEqual(register.length);
  expect(match.read.names.length).toBeLessThanOrEqual(8);
});

test('an empty register answers none to everything', () => {
  const empty = companyIndex([]);
  expect(matchCompany(empty, { name: '蜃樓科技股份有限公司', ubn: '10458574' })).toMatchObject({
    decision: 'none',
    link: null,
  });
  expect(empty.size).toBe(0);
});

describe('bodies and branches with names of their own', () => {
  const bodies = companyIndex([
    { ubn: '00000016', name: '祝餘醫療財團法人祝餘醫院' },
    { ubn: '00000079', name: '財團法人畢方工業技術研究院' },
    { ubn: '10458574', name: '玄圭股份有限公司' },
    { ubn: '10458575', name: '玄圭股份有限公司高雄分公司' },
  ]);
  test.each([
    ['祝餘醫院', '00000016'],
    ['(財)畢方工業技術研究院', '00000079'],
    ['玄圭高雄分公司', '10458575'],
    ['玄圭股份有限公司台南分公司', '10458574'],
    ['承辦廠商：玄圭股份有限公司', '10458574'],
  ])('%s is %s', (name, ubn) => {
    expect(matchCompany(bodies, { name }).link?.ubn).toBe(ubn);
  });
  test.each(['祝餘醫療財團法人', '社團法人畢方工業技術研究院', '玄圭分公司'])('%s is left to a person', (name) => {
    expect(matchCompany(bodies, { name }).link).toBeNull();
  });
});

test('a body of a township is called without its county; a 區 may lie in several', () => {
  const names = ['雲林縣古坑鄉農會', '新竹縣竹北市農會', '臺北市中山區農會', '宜蘭縣蘇澳鎮漁會'];
  const index = companyIndex(names.map((name, n) => ({ ubn: String(10_000_000 + n), name })));
  const linked = (name: string) => matchCompany(index, { name }).link?.name;
  expect(['古坑鄉農會', '雲林古坑鄉農會', '竹北市農會', '蘇澳鎮漁會'].map(linked)).toEqual([
    ...['雲林縣古坑鄉農會', '雲林縣古坑鄉農會', '新竹縣竹北市農會', '宜蘭縣蘇澳鎮漁會'],
  ]);
  expect(
    ['古坑農會', '古坑鄉農會信用部', '蘇澳漁會', '竹北市農會推廣部', '臺北市中山區農會信用部'].map(linked),
  ).toEqual(['雲林縣古坑鄉農會', '雲林縣古坑鄉農會', '宜蘭縣蘇澳鎮漁會', '新竹縣竹北市農會', '臺北市中山區農會']);
  expect(['中山農會', '古坑鄉農會超市', '古坑公所', '坑農會'].map(linked)).toEqual(Array(4).fill(undefined));
  expect(['中山區農會', '古坑鄉漁會', '嘉義縣古坑鄉農會', '農會', '古坑鄉'].map(linked)).toEqual(
    Array(5).fill(undefined),
  );
});
