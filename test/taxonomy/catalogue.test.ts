import {
  ancestorsOf,
  childrenOf,
  findItem,
  getGroup,
  getItem,
  getTier,
  groups,
  type Item,
  items,
  itemsUnder,
  pathOf,
  tiers,
} from '@aipower/taxonomy';
import { describe, expect, test } from 'vitest';

test('the tree has the published size', () => {
  expect([tiers.length, groups.length, items.length]).toEqual([4, 23, 87]);
  expect(tiers.map((tier) => itemsUnder(tier.code).length)).toEqual([14, 6, 8, 59]);
  expect(groups.map((group) => childrenOf(group.code).length)).toEqual([
    7, 3, 4, 4, 2, 3, 2, 3, 3, 11, 4, 5, 3, 3, 2, 3, 6, 3, 2, 3, 5, 4, 2,
  ]);
});

test('an item knows its place and its official text', () => {
  const item = getItem('4.6.1');
  expect(item).toMatchObject({ code: '4.6.1', tier: '4', group: '4.6', title: { zh: '瑕疵檢測 AOI/良率最佳化' } });
  expect(item.definition.zh).toMatch(/^基於人工智慧機器視覺的自動光學檢查（Automated Optical Inspection），/);
  expect(getGroup('4.10')).toMatchObject({ tier: '4', title: { zh: '金融及保險業' } });
  expect(getTier('3').title.zh).toBe('人工智慧顧問服務能力');
});

test('requirements and exclusions are parts of the definition, to the letter', () => {
  for (const { definition, requirements, exclusions } of items) {
    for (const { start, end, text } of [...requirements, ...exclusions]) {
      expect(definition.zh.slice(start, end)).toBe(text);
      expect(text).not.toBe('');
    }
  }
});

test.each(['1.1.2', '1.2.1', '2.2.1', '4.2.10', '4.5.2', '4.15.2'])('%s rules something out', (code) => {
  expect(findItem(code)?.exclusions).not.toEqual([]);
});

test('navigation', () => {
  expect(childrenOf('4.6').map((item) => item.code)).toEqual(['4.6.1', '4.6.2', '4.6.3']);
  expect(childrenOf('4.6.1')).toEqual([]);
  expect(itemsUnder('4.6.1')).toEqual([getItem('4.6.1')]);
  expect(pathOf('4.2.10').map((entry) => entry.code)).toEqual(['4', '4.2', '4.2.10']);
  expect(ancestorsOf('4')).toEqual([]);
});

test('everything handed out is immutable', () => {
  const { zh, en } = getItem('4.6.1').title;
  expect(() => Object.assign(getItem('4.6.1').title, { zh: 'x' })).toThrow(TypeError);
  expect(() => (items as Item[]).pop()).toThrow(TypeError);
  expect(getItem('4.6.1').title).toEqual({ zh, en });
});

describe('a wrong code', () => {
  const doors = { getItem, getGroup, getTier, childrenOf, itemsUnder, pathOf, ancestorsOf };

  test('is undefined where the caller may not know', () => {
    expect(['4.6.9', '4.6', '4', '', ' 4.6.1', '__proto__', 'x'.repeat(100_000)].map(findItem)).toEqual(
      Array(7).fill(undefined),
    );
  });

  test.each([
    [
      'getItem',
      '4.6.9',
      /getItem: expected an item code of edition 112, got "4\.6\.9"; nearest: 4\.6\.1, 4\.6\.2, 4\.6\.3/,
    ],
    ['getItem', '4.6', /getItem: expected an item code of edition 112, got "4\.6"/],
    ['getGroup', '4.16', /getGroup: expected a group code/],
    ['getTier', '5', /getTier: expected a tier code/],
    ['childrenOf', '', /childrenOf: expected a code of edition 112, got ""/],
    ['itemsUnder', '9.9', /itemsUnder: expected a code/],
    ['pathOf', 'x'.repeat(100_000), /^pathOf: expected a code of edition 112, got "x{40}…"$/],
    ['ancestorsOf', 4, /got number/],
    ['getItem', null, /got null/],
  ] as const)('is a TypeError in %s(%j)', (name, value, message) => {
    const call = () => (doors[name] as (code: unknown) => unknown)(value);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });
});
