import { checkUbn, isUbn } from '@aipower/taiwan/ubn';
import fc from 'fast-check';
import { isBan } from 'taiwan-id-validator';
import { describe, expect, it, test } from 'vitest';
import { readCases } from './cases.ts';

interface Cases {
  both: string[];
  newOnly: string[];
  read: { text: string; ubn: string }[];
  invalid: { text: string; code: string }[];
  lostZeros: { text: string; withZeros?: string }[];
}
const cases = readCases<Cases>('ubn.yml');

const WIDE = '０１２３４５６７８９';
const wide = (digits: string) => [...digits].map((digit) => WIDE[Number(digit)]).join('');
const eightDigits = fc.integer({ min: 0, max: 99_999_999 }).map((n) => String(n).padStart(8, '0'));

/** The rule written out as the ministry prints it: products, their digits, the sum, and the exception for a 7. */
function byTheBook(digits: string, divisor: number): boolean {
  const products = [...digits].map((digit, i) => Number(digit) * [1, 2, 1, 2, 1, 2, 4, 1][i]!);
  const sum = [...products.join('')].reduce((total, digit) => total + Number(digit), 0);
  return sum % divisor === 0 || (digits[6] === '7' && (sum + 1) % divisor === 0);
}

describe('checkUbn', () => {
  it.each(cases.both)('%s passes both rules', (text) => {
    expect(checkUbn(text)).toEqual({ ok: true, ubn: text, rules: ['2023', 'before-2023'] });
  });

  it.each(cases.newOnly)('%s passes the rule of 2023 only', (text) => {
    expect(checkUbn(text)).toEqual({ ok: true, ubn: text, rules: ['2023'] });
  });

  it.each(cases.read)('$text is read as $ubn', ({ text, ubn }) => {
    expect(checkUbn(text)).toMatchObject({ ok: true, ubn });
    expect(isUbn(text)).toBe(false);
  });

  it.each(cases.invalid)('$text is refused as $code', ({ text, code }) => {
    expect(checkUbn(text)).toEqual({ ok: false, code, found: text, ...(code === 'checksum' && { digits: text }) });
    expect(isUbn(text)).toBe(false);
  });

  it.each(cases.lostZeros)('$text with its zeros is $withZeros', ({ text, withZeros }) => {
    expect(checkUbn(text)).toEqual({
      ok: false,
      code: 'not-eight-digits',
      found: text,
      ...(withZeros && { withZeros }),
    });
  });

  it.each([277104, null, undefined, ['22099131']])('refuses %j as a mistake of the programmer', (value) => {
    expect(() => checkUbn(value as never)).toThrow(/checkUbn\(text\): expected text/);
    expect(isUbn(value)).toBe(false);
  });

  it('lets every number of the old rule pass the new one, and 22 of 100 in all', () => {
    let passed = 0;
    for (let n = 1; n <= 100_000; n++) {
      const text = String(n * 991).padStart(8, '0');
      if (isUbn(text)) passed++;
      if (isUbn(text, 'before-2023')) expect(isUbn(text)).toBe(true);
    }
    expect(passed / 100_000).toBeGreaterThan(0.21);
    expect(passed / 100_000).toBeLessThan(0.23);
  });
});

test('reads a number however it is blown up with blanks, width and invisible characters', () => {
  const filling = fc.array(fc.constantFrom(' ', '　', '\t', '\n', '\u00a0', '\u200b', '\u200e', '\u202c', '\ufeff'), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(
      eightDigits,
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      filling,
      (digits, widths, extra) => {
        const written = [...digits]
          .map((digit, i) => (widths[i] ? wide(digit) : digit) + (extra[i % 4] ?? ''))
          .join('');
        const { found: _, ...plain } = { found: '', ...checkUbn(digits) };
        if (!plain.ok && plain.code === 'checksum') expect(plain.digits).toBe(digits);
        expect(checkUbn(written)).toMatchObject(plain);
      },
    ),
  );
});

test('never throws on text, and what it accepts is what isUbn accepts', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d０-９ ]{5,10}$/)), (text) => {
      const check = checkUbn(text);
      if (check.ok) expect(isUbn(check.ubn)).toBe(true);
      else expect(check.found).toBe(text);
      if (!check.ok && check.withZeros) expect(checkUbn(check.withZeros)).toMatchObject({ ok: true });
    }),
  );
});

test('agrees with the rule as it is printed', () => {
  fc.assert(
    fc.property(eightDigits, (digits) => {
      fc.pre(digits !== '00000000');
      expect(isUbn(digits)).toBe(byTheBook(digits, 5));
      expect(isUbn(digits, 'before-2023')).toBe(byTheBook(digits, 10));
    }),
    { numRuns: 2000 },
  );
});

test('agrees with taiwan-id-validator', () => {
  fc.assert(
    fc.property(eightDigits, (digits) => {
      fc.pre(digits !== '00000000');
      expect(isUbn(digits)).toBe(isBan(digits));
      expect(isUbn(digits, 'before-2023')).toBe(isBan(digits, { applyOldRules: true }));
    }),
    { numRuns: 2000 },
  );
});
