import {
  ancestorsOf,
  childrenOf,
  compareCodes,
  formatCode,
  groupCodes,
  itemCodes,
  items,
  itemsUnder,
  parseCode,
  pathOf,
  tierCodes,
  tiers,
} from '@aipower/taxonomy';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const codes = [...tierCodes, ...groupCodes, ...itemCodes];
const anyCode = fc.constantFrom(...codes);
const dotted = fc
  .array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('.'));

test('parse after format is the identity', () => {
  for (const code of codes) expect(parseCode(formatCode(code))).toMatchObject({ ok: true, code });
});

test('a code survives what typing and pasting do to it', () => {
  const fullWidth = (text: string) => text.replace(/[0-9.]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));
  const blank = fc.constantFrom('', ' ', '\t', '　', '\n');
  fc.assert(
    fc.property(
      anyCode,
      fc.constantFrom('.', '-', '–', '。', '·', '_', ' . '),
      fc.boolean(),
      blank,
      fc.constantFrom('', '.', ' 智慧客服', '（示範）'),
      (code, separator, wide, before, after) => {
        const typed = code.replaceAll('.', separator);
        expect(parseCode(before + (wide ? fullWidth(typed) : typed) + after)).toMatchObject({ ok: true, code });
      },
    ),
  );
});

test('any text is answered, and only with codes that exist', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), dotted), (text) => {
      const answer = parseCode(text);
      if (answer.ok) expect(codes).toContain(answer.code);
      else for (const code of answer.nearest) expect(codes).toContain(code);
    }),
  );
});

test('the order is total, and agrees with comparing zero-padded text', () => {
  const padded = (code: string) =>
    code
      .split('.')
      .map((part) => part.padStart(2, '0'))
      .join('.');
  fc.assert(
    fc.property(dotted, dotted, dotted, (a, b, c) => {
      expect(Math.sign(compareCodes(a, b))).toBe(padded(a) < padded(b) ? -1 : padded(a) > padded(b) ? 1 : 0);
      expect(Math.sign(compareCodes(a, b)) + Math.sign(compareCodes(b, a))).toBe(0);
      if (compareCodes(a, b) <= 0 && compareCodes(b, c) <= 0) expect(compareCodes(a, c)).toBeLessThanOrEqual(0);
    }),
  );
  expect([...itemCodes].reverse().sort(compareCodes)).toEqual([...itemCodes]);
});

test('every item is reachable from exactly one tier, by exactly one path', () => {
  const walked = tiers.flatMap((tier) => childrenOf(tier.code).flatMap((group) => childrenOf(group.code)));
  expect(walked).toEqual(items);
  for (const { code } of items) {
    expect(tiers.filter((tier) => itemsUnder(tier.code).some((item) => item.code === code))).toHaveLength(1);
    expect(pathOf(code).map((entry) => entry.level)).toEqual(['tier', 'group', 'item']);
    expect(ancestorsOf(code)).toEqual(pathOf(code).slice(0, 2));
  }
});
