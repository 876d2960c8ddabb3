import { en } from '@aipower/site/page/words.en';
import { zh } from '@aipower/site/page/words.zh';
import { describe, expect, test } from 'vitest';

/** Shorter in the cells of a sheet, where the sentence stands beside. */
const short: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'needs-a-person': ['待核對', 'Manual check'],
};

describe('a state of doubt has one name, as long in the cell of a sheet as in a sentence', () => {
  test.each(['unverifiable', 'not-found', 'not-claimed', 'needs-a-person'] as const)('%s', (state) => {
    const [inChinese, inEnglish] = short[state] ?? [zh.verdict.words[state], en.verdict.words[state]];
    expect(zh.verify.sheetWords.short[state]).toBe(inChinese);
    expect(en.verify.sheetWords.short[state]).toBe(inEnglish);
  });

  test('what a list cannot tell of a provider is no other state', () => {
    for (const words of [zh, en])
      expect([words.providers.state.unverifiable, words.providers.compare.notChecked]).toEqual(
        Array(2).fill(words.verdict.words.unverifiable),
      );
  });
});
