import { daysLeft, joinTerms, makePeriod, type Period, placeInPeriod } from '@aipower/registry';
import { addDays, daysBetween } from '@aipower/taiwan/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const START = '2020-01-01';
const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays(START, n));
const period = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 30 }), { nil: 'open' as const })).map(
  ([from, length]): Period => ({
    from,
    until: length === 'open' ? 'open' : addDays(from, length),
  }),
);

/** All days of the period, up to a horizon, one by one. */
function days({ from, until }: Period): Set<string> {
  const found = new Set<string>();
  for (let at = from; at <= '2020-06-30' && (until === 'open' || at <= until); at = addDays(at, 1)) found.add(at);
  return found;
}

describe('periods', () => {
  it('hold the days one counts on the fingers', () => {
    fc.assert(
      fc.property(period, day, (one, at) => {
        expect(placeInPeriod(one, at) === 'in').toBe(days(one).has(at));
        expect(placeInPeriod(one, at) === 'before').toBe(at < one.from);
        if (one.until !== 'open') expect(daysLeft(one, at)).toBe(daysBetween(at, one.until));
      }),
    );
  });

  it('need an end or the word open', () => {
    expect(() => makePeriod('2026-01-01', undefined as never)).toThrow(TypeError);
    expect(() => makePeriod('2026-01-01', '')).toThrow(TypeError);
    expect(() => makePeriod('2026-01-02', '2026-01-01')).toThrow(RangeError);
    expect(daysLeft(makePeriod('2026-01-01', 'open'), '2030-01-01')).toBeNull();
  });
});

describe('joinTerms', () => {
  it('lets each list overrule the earlier ones from its first day on, day by day', () => {
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 5 }), (periods) => {
        let expected = new Set<string>();
        for (const one of periods) {
          expected = new Set([...[...expected].filter((at) => at < one.from), ...days(one)]);
        }
        const terms = joinTerms(periods);
        expect(new Set(terms.flatMap((term) => [...days(term)]))).toEqual(expected);
        for (const [i, term] of terms.entries()) {
          const next = terms[i + 1];
          if (next) expect(term.until !== 'open' && term.until < next.from).toBe(true);
        }
      }),
    );
  });
});
