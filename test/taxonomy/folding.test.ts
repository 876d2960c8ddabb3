import { getGroup, items } from '@aipower/taxonomy';
import { keywords } from '@aipower/taxonomy/keywords';
import { search } from '@aipower/taxonomy/search';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';

const characters = Converter({ from: 'tw', to: 'cn' });
const phrases = Converter({ from: 'twp', to: 'cn' });

// The table of the search was made from OpenCC; here OpenCC writes, and the search has to find.
describe('what is written in Simplified, or in Mainland words', () => {
  const titles = items.map(({ code, title }) => ({ code, zh: title.zh }));

  test.each(titles)('$zh', ({ code, zh }) => {
    expect(search(characters(zh))[0]?.code).toBe(code);
    expect(search(phrases(zh), { limit: 3 }).map((hit) => hit.code)).toContain(code);
  });

  test('every keyword leads to where it leads in Traditional', () => {
    const first = (word: string) => search(word)[0]?.code;
    const words = items.flatMap(({ code }) => [...keywords[code].zh]);
    expect(words.length).toBeGreaterThan(1000);
    expect(words.filter((word) => first(word) !== first(characters(word)))).toEqual([]);
  });

  test('a group is met by its title in Mainland words', () => {
    for (const { code, group } of items.filter((_, index) => index % 9 === 0)) {
      const found = search(phrases(getGroup(group).title.zh), { limit: 87 }).map((hit) => hit.code);
      expect(found, code).toContain(code);
    }
  });
});
