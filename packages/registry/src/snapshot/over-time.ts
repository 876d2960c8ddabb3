import { setImmediate } from 'node:timers/promises';
import { assertDay, type Day } from '@aipower/taiwan/dates';
import type { Certificate } from '../certificate.ts';
import { calendarPeriod, judge } from '../judge.ts';
import type { SchemeId } from '../scheme.ts';
import type { Snapshot } from './snapshot.ts';

/** How many certificates of a scheme were valid on a day, by all that the register knows now. */
export interface CountOnDay {
  /** The day that is counted. */
  readonly day: Day;
  /** Certificates valid on it. */
  readonly valid: number;
  /** Certificates of which the lists leave open how they stood on it: counted in neither way. */
  readonly unverifiable: number;
}

/** Certificates counted before other work of the process is let through. */
const STRIDE = 5000;

/**
 * Counts certificates on past days, as `verify` would answer for each of them on that day. Most stand as their period says
 * and are found by two searches, however many days are asked; only those of which lists said more are judged day by day.
 *
 * @param days the days of each scheme, oldest first; schemes that are not named are not counted.
 * @throws TypeError for a day that is none.
 */
export async function countOverTime(
  snapshot: Snapshot,
  days: ReadonlyMap<SchemeId, readonly Day[]>,
): Promise<ReadonlyMap<SchemeId, readonly CountOnDay[]>> {
  const tallies = new Map([...days].map(([scheme, asked]) => [scheme, tallyOf(asked)]));
  let counted = 0;
  for (const { certificates } of snapshot.providers) {
    for (const certificate of certificates) {
      tallies.get(certificate.scheme)?.add(certificate);
      if (++counted % STRIDE === 0) await setImmediate();
    }
  }
  return new Map([...tallies].map(([scheme, tally]) => [scheme, tally.told()]));
}

function tallyOf(days: readonly Day[]) {
  for (const day of days) assertDay(day, 'countOverTime(days)');
  /** By how many more than on the day before are valid by their period. */
  const steps = new Array<number>(days.length + 1).fill(0);
  const judged = days.map(() => ({ valid: 0, unverifiable: 0 }));
  return {
    add(certificate: Certificate): void {
      const period = calendarPeriod(certificate);
      if (period) {
        const [first, end] = [
          before(days, period.from),
          period.until === 'open' ? days.length : upTo(days, period.until),
        ];
        if (first >= end) return;
        steps[first]!++;
        steps[end]!--;
        return;
      }
      for (const [i, day] of days.entries()) {
        const { verdict } = judge(certificate, day);
        if (verdict === 'valid' || verdict === 'unverifiable') judged[i]![verdict]++;
      }
    },
    told(): readonly CountOnDay[] {
      let byPeriod = 0;
      return days.map((day, i) => {
        byPeriod += steps[i]!;
        return { day, valid: byPeriod + judged[i]!.valid, unverifiable: judged[i]!.unverifiable };
      });
    },
  };
}

/** How many of the days, which are sorted, lie before one. */
const before = (days: readonly Day[], day: Day): number => search(days, (one) => one < day);
/** How many of the days lie before one or are it. */
const upTo = (days: readonly Day[], day: Day): number => search(days, (one) => one <= day);

function search(days: readonly Day[], isBefore: (day: Day) => boolean): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(days[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
