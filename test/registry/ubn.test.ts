import { checkUbn, isUbn } from '@aipower/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from './cases.ts';

const cases = readCases<{ both: string[]; newOnly: string[]; invalid: { text: string; code: string }[] }>('ubn.yml');

describe('checkUbn', () => {
  it.each(cases.both)('%s passes both rules', (text) => {
    expect(checkUbn(text)).toEqual({ ok: true, ubn: text, rules: ['2023', 'before-2023'] });
  });

  it.each(cases.newOnly)('%s passes the rule of 2023 only', (text) => {
    expect(checkUbn(text)).toEqual({ ok: true, ubn: text, rules: ['2023'] });
    expect(isUbn(text, 'before-2023')).toBe(false);
  });

  it.each(cases.invalid)('$text is refused as $code', ({ text, code }) => {
    expect(checkUbn(text)).toEqual({ ok: false, code, found: text });
  });

  it('agrees with the rule written out digit by digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.constantFrom(5, 10), (n, divisor) => {
        const text = String(n).padStart(8, '0');
        const products = [...text].map((digit, i) => Number(digit) * [1, 2, 1, 2, 1, 2, 4, 1][i]!);
        const sum = products
          .join('')
          .split('')
          .reduce((total, digit) => total + Number(digit), 0);
        const expected = sum % divisor === 0 || (text[6] === '7' && (sum + 1) % divisor === 0);
        expect(isUbn(text, divisor === 5 ? '2023' : 'before-2023')).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets every number of the old rule pass the new one, and about 22 of 100 in all', () => {
    let passed = 0;
    for (let n = 1; n <= 100_000; n++) {
      const check = checkUbn(String(n).padStart(8, '0'));
      if (check.ok) passed++;
      if (check.ok && check.rules.includes('before-2023')) expect(check.rules).toContain('2023');
    }
    expect(passed / 100_000).toBeGreaterThan(0.2);
    expect(passed / 100_000).toBeLessThan(0.24);
  });

  it('refuses a number as a programming error: it has lost its leading zeros', () => {
    expect(() => checkUbn(277104 as never)).toThrow(TypeError);
  });
});
