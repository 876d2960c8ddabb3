import type { Award } from '@aipower/applications';
import { addDays } from '@aipower/taiwan/dates';

/**
 * What is known of a week of seven days from the start: `used` where use is known, `unused` where every day is known to be
 * without any, `unknown` where days are over without a report, `ahead` where it is not over.
 */
export type WeekState = 'used' | 'unused' | 'unknown' | 'ahead';

export interface Week {
  readonly n: number;
  readonly from: string;
  readonly until: string;
  readonly state: WeekState;
  /** Points known to be used; days without a report add nothing. */
  readonly points: number;
  /** Days that are over and not known: not reported, or reported as unknown. */
  readonly unknownDays: number;
}

/** The weeks of an award as its usage knows them; none before it was started. The last one may be shorter than seven days. */
export function weeksOf({ start, lastDay, usage }: Award, today: string): readonly Week[] {
  if (start === null || lastDay === null) return [];
  const weeks: Week[] = [];
  for (let from = start; from <= lastDay; from = addDays(from, 7)) {
    const end = addDays(from, 6);
    const until = end < lastDay ? end : lastDay;
    let [points, unknownDays] = [0, 0];
    for (let day = from; day <= until; day = addDays(day, 1)) {
      const used = usage[day] ?? null;
      if (used !== null) points = exact(points + used);
      else if (day < today) unknownDays++;
    }
    const isOver = until < today;
    const state = points > 0 ? 'used' : !isOver ? 'ahead' : unknownDays > 0 ? 'unknown' : 'unused';
    weeks.push({ n: weeks.length + 1, from, until, state, points, unknownDays });
  }
  return weeks;
}

/** Points are counted in millionths, so that 0.1 + 0.2 are 0.3. */
export const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
