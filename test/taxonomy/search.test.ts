import { readFileSync } from 'node:fs';
import { items } from '@aipower/taxonomy';
import { search } from '@aipower/taxonomy/search';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const cases: { query: string; first?: string; also?: string }[] = parse(
  readFileSync(new URL('../cases/taxonomy/search.yml', import.meta.url), 'utf8'),
);

describe('what people type', () => {
  test.each(cases)('$query', ({ query, first, also }) => {
    const codes = search(query).map((hit) => hit.code);
    if (first) expect(codes[0]).toBe(first);
    if (also) expect(codes).toContain(also);
  });

  test.each(items.map(({ code, title }) => [title.zh, title.en, code]))('%s | %s', (zh, en, code) => {
    expect(search(zh)[0]?.code).toBe(code);
    expect(search(en, { limit: 3 }).map((hit) => hit.code)).toContain(code);
  });
});

test('a character and its variants are one', () => {
  const codes = (query: string) => search(query, { limit: 87 }).map((hit) => hit.code);
  for (const [one, other] of [
    ['台', '臺'],
    ['影像', '影像'],
    ['机器', '機器'],
    ['ＡＩ', 'ai'],
    ['群', '羣'],
  ]) {
    expect(codes(one!)).toEqual(codes(other!));
  }
});

test('ranges show what was met, in the text as written', () => {
  const parts = (query: string) => {
    const match = search(query)[0]?.matches[0];
    return match?.ranges.map(([start, end]) => match.text.slice(start, end));
  };
  expect(parts('瑕疵检测')).toEqual(['瑕疵檢測']);
  expect(parts('ＡＯＩ')).toEqual(['AOI']);
  expect(parts('4.2.1')).toEqual(['4.2.1']);
});

test('any text gets an answer in order, with ranges inside the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'智慧客服機器人 ai4.') })),
      (query) => {
        const hits = search(query, { limit: 87 });
        expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
        expect(new Set(hits.map((hit) => hit.code)).size).toBe(hits.length);
        for (const { score, matches } of hits) {
          expect(score > 0 && score <= 1 && matches.length > 0).toBe(true);
          for (const { text, ranges } of matches) {
            for (const [start, end] of ranges) expect(0 <= start && start < end && end <= text.length).toBe(true);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('blank, hostile and hopeless input gets an empty answer', () => {
  for (const query of ['', '  ', '　', 'xqzwvk', '9.9.9', '(.*)+$', '\u0000', '💥💥💥'])
    expect(search(query)).toEqual([]);
  expect(search('客服'.repeat(50_000)).length).toBeLessThanOrEqual(10);
});

test('limit', () => {
  expect(search('智慧', { limit: 3 })).toHaveLength(3);
  for (const limit of [0, -1, 88, 1.5, Number.NaN])
    expect(() => search('智慧', { limit })).toThrow(/search: expected limit 1 to 87/);
  expect(() => search(42 as unknown as string)).toThrow(TypeError);
});
