import type { Award } from '@aipower/applications';
import { getCategory, type Programme } from '@aipower/programme';
import type { Visit } from '../../page/page.ts';
import { exact, weeksOf } from './weeks.ts';

/** What an award granted and what of it is known to be used. */
export interface Amounts {
  readonly points: number;
  readonly used: number;
  /** What is left if the days that are not known were without use: the most there can be. */
  readonly left: number;
  /** Days that are over and not known. With one of them `left` is a bound and no figure. */
  readonly unknownDays: number;
}

export function amountsOf(award: Award, today: string): Amounts {
  const used = exact(Object.values(award.usage).reduce<number>((sum, one) => sum + (one ?? 0), 0));
  const unknownDays = weeksOf(award, today).reduce((sum, week) => sum + week.unknownDays, 0);
  return { points: award.points, used, left: Math.max(0, exact(award.points - used)), unknownDays };
}

/** Points in the unit that the category of the programme counts: 1,000 points (500 GPU hours). */
export function pointsInWords(programme: Programme, categoryId: string, points: number, { t, show }: Visit): string {
  const { unit, perPoint } = getCategory(programme, categoryId).point;
  const words = t.apply.award.units;
  return words[unit](show.number(points), show.number(exact(points * perPoint)));
}
