import type { CaseFile } from '@aipower/applications';
import type { RankingChange } from '@aipower/programme';
import type { Visit } from '../../page/page.ts';
import { outcomeMarks } from '../../results/outcomes.ts';
import type { AskedRound } from './asked-round.ts';
import { type Line, pointsAsked } from './line.ts';
import { type Axis, stripOf } from './picture.ts';
import type { Ranked } from './ranking.ts';

/** What is true of an application in the table, by which the table is narrowed. */
export const filters = ['all', 'close', 'undecided', 'split', 'recused'] as const;
export type Filter = (typeof filters)[number];
type Reasons = readonly RankingChange['what'][];

/** @param crossing what would bring an application over the line, by its place. */
export function isWanted(filter: Filter, one: Ranked, place: number, crossing: ReadonlyMap<number, Reasons>): boolean {
  if (filter === 'close') return crossing.has(place);
  if (filter === 'undecided') return one.decision === null;
  if (filter === 'split') return one.isSplit;
  return filter === 'all' || one.recused > 0;
}

export interface RowParts {
  readonly asked: AskedRound;
  readonly ranked: readonly Ranked[];
  readonly line: Line;
  readonly axis: Axis;
  readonly company: (state: CaseFile) => string;
  readonly whatIf: (what: RankingChange['what']) => string;
}

/** One line of the table. */
export function rankRow(parts: RowParts, place: number, reasons: Reasons, visit: Visit) {
  const { asked, ranked, line, axis, company, whatIf } = parts;
  const { t, show, paths, language } = visit;
  const words = t.staff.table;
  const one = ranked[place]!;
  const { state, decision, levels } = one;
  const criterion = (id: string) => criterionName(asked, id, language);
  return {
    isAbove: place < line.above,
    isLast: place === line.above - 1 && line.above < ranked.length,
    isClose: reasons.length > 0,
    why: reasons.map(whatIf),
    rank: one.rank,
    name: company(state),
    number: state.receiptNo ?? '',
    href: paths.staffReview(state.id),
    mean: one.mean,
    median: one.median,
    deviation: one.deviation.toFixed(1),
    strip: stripOf(one, axis),
    scores: words.scores(show.list(one.totals.map(({ shown }) => shown)), one.totals.length),
    disputed: one.disputed === null ? '' : criterion(one.disputed),
    criteria: one.criteria.map(({ id, mean, deviation }) => ({
      name: criterion(id),
      mean,
      deviation: deviation.toFixed(1),
    })),
    recused: one.recused,
    proposed: levelCounts(levels, visit),
    isSplit: one.isSplit,
    points: show.number(pointsAsked(one)),
    decided: decision
      ? `${t.staff.meeting.outcomes[decision.outcome]}${decision.level ? ` ${decision.level}` : ''}`
      : '',
    mark: decision ? outcomeMarks[decision.outcome] : ('unsure' as const),
  };
}

export function criterionName({ category }: AskedRound, id: string, language: Visit['language']): string {
  return category.weights.find((one) => one.id === id)?.name[language] ?? id;
}

function levelCounts(levels: readonly (string | null)[], { t, show }: Visit): string {
  const counts = new Map<string, number>();
  for (const level of levels) {
    const name = level ?? t.staff.review.noLevel;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return show.list([...counts].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name}×${n}`));
}
