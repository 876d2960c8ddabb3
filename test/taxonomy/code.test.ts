import { readFileSync } from 'node:fs';
import {
  compareCodes,
  formatCode,
  groupCodes,
  isCode,
  isGroupCode,
  isItemCode,
  isTierCode,
  itemCodes,
  levelOf,
  nearestCodes,
  parentOf,
  parseCode,
  tierCodes,
} from '@aipower/taxonomy/codes';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Cases {
  codes: { text: string; code: string }[];
  refused: { text: string; reason: string; nearest: string[] }[];
}
const cases: Cases = parse(readFileSync(new URL('../cases/taxonomy/parse-code.yml', import.meta.url), 'utf8'));

describe('parseCode', () => {
  test.each(cases.codes)('reads $text as $code', ({ text, code }) => {
    expect(parseCode(text)).toEqual({ ok: true, code, level: ['tier', 'group', 'item'][code.split('.').length - 1] });
  });

  test.each(cases.refused)('refuses $text: $reason', ({ text, reason, nearest }) => {
    const answer = parseCode(text);
    expect(answer).toMatchObject({ ok: false, reason });
    if (!answer.ok) expect(answer.nearest.slice(0, nearest.length || undefined)).toEqual(nearest);
  });

  test('reads no more than 1,000 characters', () => {
    expect(parseCode(`4.6.1 ${'說'.repeat(900)}`)).toMatchObject({ ok: true, code: '4.6.1' });
    expect(parseCode('4'.repeat(100_000))).toMatchObject({ ok: false, reason: 'too-long', nearest: [] });
  });

  test.each([[4.1], [null], [undefined], [['4.6.1']], [{}]])('refuses %j as misuse', (value) => {
    expect(() => parseCode(value as unknown as string)).toThrow(TypeError);
    expect(() => parseCode(value as unknown as string)).toThrow(/parseCode: expected text such as '4\.10'/);
  });
});

describe('guards', () => {
  test('know exactly the codes of their level', () => {
    expect(tierCodes.every(isTierCode) && groupCodes.every(isGroupCode) && itemCodes.every(isItemCode)).toBe(true);
    expect([...groupCodes, ...itemCodes].some(isTierCode)).toBe(false);
    expect([...tierCodes, ...groupCodes].some(isItemCode)).toBe(false);
  });

  test.each([
    ['4.6.9'],
    [''],
    [' 4.6.1'],
    ['4.6.1.'],
    ['__proto__'],
    ['constructor'],
    [4],
    [null],
    [undefined],
    [['4.6.1']],
  ])('%j is no code', (value) => {
    expect([isCode(value), isTierCode(value), isGroupCode(value), isItemCode(value)]).toEqual(Array(4).fill(false));
  });
});

test('levels and parents', () => {
  expect([levelOf('4'), levelOf('4.10'), levelOf('4.2.10')]).toEqual(['tier', 'group', 'item']);
  expect([parentOf('4.2.10'), parentOf('4.10'), parentOf('4')]).toEqual(['4.2', '4', undefined]);
  expect(() => levelOf('4.16' as '4.1')).toThrow(
    /levelOf: expected a code of edition 112, got "4\.16"; nearest: 4\.1,/,
  );
});

test('order is numeric by part, parents first', () => {
  const shuffled = ['4.2.10', '4.10', '4.2.9', '4', '1.1.1', '4.9', '4.10.1', '4.2'];
  expect(shuffled.sort(compareCodes)).toEqual(['1.1.1', '4', '4.2', '4.2.9', '4.2.10', '4.9', '4.10', '4.10.1']);
  expect(compareCodes('5.1.1', '4.16.2')).toBeGreaterThan(0);
});

test.each(['', 'x', '4.', '4.6.1.2', '4.06', 4.1])('compareCodes refuses %j', (value) => {
  expect(() => compareCodes(value as string, '4')).toThrow(TypeError);
});

test('a code is printed as the catalogue prints it', () => {
  expect(formatCode('4.6.1')).toBe('4.6.1.');
  expect(() => formatCode('4.6.9' as '4.6.1')).toThrow(TypeError);
});

test('nearest codes are bounded in number and in effort', () => {
  expect(nearestCodes('4.6.9', 1)).toEqual(['4.6.1']);
  expect(nearestCodes('')).toEqual([]);
  expect(nearestCodes('9'.repeat(100_000))).toEqual([]);
  for (const limit of [0, -1, 1.5, Number.NaN])
    expect(() => nearestCodes('4.6.9', limit)).toThrow(/nearestCodes: expected limit 1 or more, got number/);
});

test.each([null, undefined, 4.1, ['4.6.1']])('parentOf and nearestCodes refuse %j', (value) => {
  expect(() => parentOf(value as unknown as string)).toThrow(/parentOf: expected a code such as '4\.10', got/);
  expect(() => nearestCodes(value as unknown as string)).toThrow(/nearestCodes: expected text, got/);
});
