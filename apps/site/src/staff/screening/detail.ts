import type { CommandType, Outcome } from '@aipower/applications';
import type { Visit } from '../../page/page.ts';

/** The figures of a command: a decision, the days and points of an award. */
type Figures = {
  readonly outcome?: Outcome;
  readonly level?: string;
  readonly points?: number;
  readonly lastDay?: string;
};

/** What a proposal comes to, in words; blank where its name says it all. */
export function detailOf(figures: object, { t, show }: Visit): string {
  const { outcome, level, points, lastDay } = figures as Figures;
  return show.clauses([
    [outcome && t.staff.meeting.outcomes[outcome], level].filter(Boolean).join(' '),
    lastDay === undefined ? '' : show.day(lastDay),
    points === undefined ? '' : t.staff.meeting.pointsOf(show.number(points)),
  ]);
}

/** What a command is called that waits for a second person. */
export const proposalName = (type: CommandType, { t }: Visit): string => t.staff.proposals[type as 'reopen'] ?? type;
