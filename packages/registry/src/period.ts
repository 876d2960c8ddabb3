import { addDays, type Day, daysBetween, isDay } from '@aipower/taiwan/dates';

/**
 * A stretch of days as certificates print it: first day and last day both belong to it. No last day is said with the
 * word `open`; a missing last day is an error, never "forever".
 */
export interface Period {
  /** First valid day. */
  readonly from: Day;
  /** Last valid day, inclusive. */
  readonly until: Day | 'open';
}

/**
 * Builds a period.
 * @throws TypeError when `from` is no day or `until` is neither a day nor `open`; RangeError when it ends before it begins.
 * @example makePeriod('2024-07-01', '2026-06-30')
 */
export function makePeriod(from: Day, until: Day | 'open'): Period {
  if (!isDay(from)) throw new TypeError(`makePeriod(from): ${JSON.stringify(from)} is not a day written YYYY-MM-DD`);
  if (until !== 'open' && !isDay(until)) {
    throw new TypeError(`makePeriod(until): ${JSON.stringify(until)} is neither a day written YYYY-MM-DD nor 'open'`);
  }
  if (until !== 'open' && until < from)
    throw new RangeError(`makePeriod: the period ends (${until}) before it begins (${from})`);
  return { from, until };
}

/** Where does the day lie? The last day is still `in`. */
export function placeInPeriod(period: Period, day: Day): 'before' | 'in' | 'after' {
  if (day < period.from) return 'before';
  return period.until === 'open' || day <= period.until ? 'in' : 'after';
}

/**
 * How many days may it still be used after `day`? 0 on the last day, negative when it is over, `null` for an open period.
 */
export function daysLeft(period: Period, day: Day): number | null {
  return period.until === 'open' ? null : daysBetween(day, period.until);
}

/**
 * Which stretches was something in force for, when lists of different days printed these periods (oldest list first)?
 *
 * A later list overrules an earlier one from its own first day on: a renewal that begins later leaves the earlier term
 * standing up to the day before, an end that moves replaces the old end, and a first day that moves back is a correction.
 * @returns terms in calendar order that do not overlap; empty for no periods.
 */
export function joinTerms(periods: readonly Period[]): Period[] {
  let terms: Period[] = [];
  for (const period of periods) {
    const kept: Period[] = [];
    for (const term of terms) {
      if (term.from >= period.from) continue;
      const overlaps = term.until === 'open' || term.until >= period.from;
      kept.push(overlaps ? { from: term.from, until: addDays(period.from, -1) } : term);
    }
    terms = [...kept, period];
  }
  return terms;
}
