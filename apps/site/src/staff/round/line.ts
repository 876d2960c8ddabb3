import type { RankingChange, WhatIf } from '@aipower/programme';
import type { Ranked } from './ranking.ts';

/** Where a provisional line is drawn: below so many rows. Nothing of it is stored. */
export interface Line {
  /** Rows above. Equals of the last one above are counted in. */
  readonly above: number;
  /** Points that the rows above take, by what was decided or else proposed. */
  readonly points: number;
}

/** What an application takes: its decision's points, or those of the level that most proposed. */
export function pointsAsked({ decision, proposed, state }: Ranked): number {
  if (decision) return decision.outcome === 'approved' ? decision.points : 0;
  return state.rules!.levels.find(({ id }) => id === proposed)?.points ?? 0;
}

/** A line never parts equals: with one of them above, all are. */
export function lineAt(ranked: readonly Ranked[], wanted: number): Line {
  let above = Math.min(Math.max(0, wanted), ranked.length);
  while (above > 0 && above < ranked.length && ranked[above]!.rank === ranked[above - 1]!.rank) above++;
  const points = ranked.slice(0, above).reduce((sum, one) => sum + pointsAsked(one), 0);
  return { above, points };
}

/** From the top all that most would approve, as far as the points of the round go where somebody said how many there are. */
export function firstLine(ranked: readonly Ranked[], offered: number | null): Line {
  let [above, sum] = [0, 0];
  for (const one of ranked) {
    const asked = pointsAsked(one);
    if (asked === 0 || (offered !== null && sum + asked > offered)) break;
    sum += asked;
    above++;
  }
  // Where a line would part equals, none of them is taken.
  while (offered !== null && above > 0 && above < ranked.length && ranked[above]!.rank === ranked[above - 1]!.rank)
    above--;
  return lineAt(ranked, above);
}

/** What would bring an application over the line: a reviewer left out, a weight moved. By its place in the ranking. */
export function crossings(
  ranked: readonly Ranked[],
  whatIfs: readonly WhatIf[],
  { above }: Line,
): ReadonlyMap<number, readonly RankingChange['what'][]> {
  const found = new Map<number, RankingChange['what'][]>();
  for (const { what, would } of whatIfs) {
    for (let place = 0; place < ranked.length; place++) {
      if (place < above === would[place]! <= above) continue;
      const reasons = found.get(place);
      if (reasons) reasons.push(what);
      else found.set(place, [what]);
    }
  }
  return found;
}
