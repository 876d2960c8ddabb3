import { editDistance } from '@aipower/taxonomy/edit-distance';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('counts edits as the recursive definition does', () => {
  const slow = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length;
    const same = a.at(-1) === b.at(-1) ? 0 : 1;
    let best = Math.min(
      slow(a.slice(0, -1), b) + 1,
      slow(a, b.slice(0, -1)) + 1,
      slow(a.slice(0, -1), b.slice(0, -1)) + same,
    );
    if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
      best = Math.min(best, slow(a.slice(0, -2), b.slice(0, -2)) + 1);
    }
    return best;
  };
  const short = fc.stringMatching(/^[ab0]{0,5}$/);
  fc.assert(
    fc.property(short, short, (a, b) => {
      expect(editDistance(a, b)).toBe(slow(a, b));
    }),
  );
});

test.each([
  ['', '', 0],
  ['113電簽0010', '113電簽0001', 1],
  ['4.1.6', '4.6.1', 2],
  ['ca', 'abc', 3],
])('%s and %s are %d apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});
