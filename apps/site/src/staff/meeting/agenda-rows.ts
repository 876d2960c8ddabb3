import { type CaseFile, heldDecision, publishedDecision } from '@aipower/applications';
import type { Proposal } from '@aipower/applications/storage';
import { momentOf } from '../../apply/case/moment.ts';
import type { Visit } from '../../page/page.ts';
import { outcomeMarks } from '../../results/outcomes.ts';
import { roundAddress } from '../round/asked-round.ts';
import type { Ranked } from '../round/ranking.ts';
import type { ReadRound } from '../round/read-round.ts';

/** What the rows of an agenda share. */
export interface Agenda {
  readonly asked: ReadRound['asked'];
  /** Receipt number of the one that is open. */
  readonly open: string;
  readonly rankOf: ReadonlyMap<string, Ranked>;
  readonly isWaiting: ReadonlySet<string>;
  readonly company: (state: CaseFile) => string;
  readonly names: (id: string) => string;
  readonly byId: ReadonlyMap<string, CaseFile>;
}

/** In the order of the meeting's agenda, what it does not know after it, by rank. */
export function inOrderOf(own: readonly CaseFile[], agenda: readonly string[], rankOf: Agenda['rankOf']): CaseFile[] {
  const place = new Map(agenda.map((number, i) => [number, i]));
  return own
    .map((state, i) => ({
      state,
      at: place.get(state.receiptNo ?? '') ?? place.size + (rankOf.get(state.id)?.rank ?? i),
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ state }) => state);
}

/** An application of the agenda, with what was decided of it. */
export function agendaRow({ asked, open, rankOf, isWaiting, company }: Agenda, state: CaseFile, visit: Visit) {
  const { t, show, paths } = visit;
  const ranked = rankOf.get(state.id);
  const decision = heldDecision(state) ?? publishedDecision(state);
  return {
    id: state.id,
    number: state.receiptNo ?? '',
    name: company(state),
    href: paths.staffMeeting(...roundAddress(asked.key), { open: state.receiptNo ?? undefined }),
    current: state.receiptNo === open,
    rank: ranked ? String(ranked.rank) : '',
    mean: ranked?.mean ?? '',
    deviation: ranked ? ranked.deviation.toFixed(1) : '',
    state: t.staff.states[state.main],
    isWaiting: isWaiting.has(state.id),
    decided: decision
      ? [
          t.staff.meeting.outcomes[decision.outcome],
          decision.level,
          decision.outcome === 'approved' ? t.staff.meeting.pointsOf(show.number(decision.points)) : null,
        ]
          .filter(Boolean)
          .join(' ')
      : '',
    mark: decision ? outcomeMarks[decision.outcome] : ('unsure' as const),
  };
}

/** A decision that waits for a second person. */
export function waitingRow({ byId, company, names }: Agenda, proposal: Proposal, { t, show }: Visit) {
  const { id, application, command, madeBy, at } = proposal;
  const state = byId.get(application)!;
  const { outcome, level, points } = command as { outcome?: string; level?: string; points?: number };
  return {
    id,
    number: state.receiptNo ?? '',
    name: company(state),
    what: t.staff.proposals[command.type as 'decide'],
    outcome: t.staff.meeting.outcomes[(outcome ?? 'approved') as 'approved'],
    level: [level, points === undefined ? null : t.staff.meeting.pointsOf(show.number(points))]
      .filter(Boolean)
      .join(' '),
    by: names(madeBy),
    at: momentOf(at, show),
    reason: command.reason ?? '',
  };
}
