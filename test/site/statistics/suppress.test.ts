import { MIN_TOLD } from '@aipower/site/presenters/small-numbers';
import { tellDays, tellPartition, tellShare } from '@aipower/site/statistics/suppress';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const told = (values: readonly number[]) => tellPartition(values.map((n, i) => ({ id: String(i), n })));

/** Every table of so many cells whose total is at most `most`: with the same total no other table is left out. */
function* tables(cells: number, most: number): Generator<readonly number[]> {
  if (cells === 0) return yield [];
  for (let n = 0; n <= most; n++) for (const rest of tables(cells - 1, most - n)) yield [n, ...rest];
}

describe('a partition of a total that everybody knows', () => {
  // Whoever reads the table knows the total, the rule, and this very code: every table that would have been told in the same
  // words is possible. A small cell is hidden only when those tables do not agree on it.
  it.each([
    [2, 40],
    [3, 30],
    [4, 22],
    [5, 17],
  ])('leaves every small cell in doubt, for all tables of %i cells and a total up to %i', (cells, most) => {
    const seen = new Map<string, Set<number>[]>();
    for (const values of tables(cells, most)) {
      const answer = told(values);
      if (answer === null) continue;
      const total = values.reduce((sum, n) => sum + n, 0);
      const key = JSON.stringify([answer, total]);
      const possible = seen.get(key) ?? values.map(() => new Set<number>());
      for (const [i, n] of values.entries()) possible[i]!.add(n);
      seen.set(key, possible);
    }
    let hidden = 0;
    for (const [key, possible] of seen) {
      for (const [i, numbers] of possible.entries()) {
        const small = [...numbers].some((n) => n > 0 && n < MIN_TOLD);
        if (small) hidden++;
        expect(`${key} ${i} ${small && numbers.size < 2 ? [...numbers] : ''}`).toBe(`${key} ${i} `);
      }
    }
    expect(hidden).toBeGreaterThan(10);
  });

  it('tells what it tells as it is: no cell below five but nobody, a rest of at least five, and the total adds up', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(25), { minLength: 1, maxLength: 12 }), (values) => {
        const answer = told(values);
        if (answer === null) return;
        const shown = answer.cells.flatMap(({ n }) => (n === null ? [] : [n]));
        for (const n of shown) expect(n === 0 || n >= MIN_TOLD).toBe(true);
        expect(answer.cells.every(({ n }, i) => n === null || n === values[i])).toBe(true);
        if (answer.rest !== null) expect(answer.rest).toBeGreaterThanOrEqual(MIN_TOLD);
        const sum = shown.reduce((total, n) => total + n, 0) + (answer.rest ?? 0);
        expect(sum).toBe(values.reduce((total, n) => total + n, 0));
      }),
      { numRuns: 1000, seed: 14 },
    );
  });

  it('tells nothing, not even the total, where all cells together leave no doubt', () => {
    expect(told([1, 2])).toBeNull();
    expect(told([4])).toBeNull();
    expect(told([4, 4])).toBeNull();
    expect(told([4, 4, 9])).not.toBeNull();
    expect(told([0, 7, 5])).toEqual({ cells: [0, 7, 5].map((n, i) => ({ id: String(i), n })), rest: null });
  });
});

it('a share tells neither few who have something nor few who have it not', () => {
  expect([4, 5, 16, 17, 20].map((n) => tellShare(n, 20))).toEqual([null, 5, null, null, 20]);
  expect(tellShare(15, 20)).toBe(15);
});

it('days need five behind their middle and ten behind their tail', () => {
  expect(tellDays([1, 2, 3, 4])).toEqual({ median: null, p90: null });
  expect(tellDays([1, 2, 3, 4, 50])).toEqual({ median: 3, p90: null });
  expect(tellDays(Array.from({ length: 10 }, (_, i) => i + 1))).toEqual({ median: 5, p90: 9 });
});
