import { type CaseFile, heldDecision, publishedDecision } from '@aipower/applications';
import { eventsOf, textOf } from '@aipower/applications/storage';
import { formFields } from '@aipower/programme';
import type { Deps } from '../../deps.ts';
import type { Entries } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import { outcomeMarks } from '../../results/outcomes.ts';
import { pointsAsked } from '../round/line.ts';
import type { ReadRound } from '../round/read-round.ts';
import { isDecision, outcomes } from './decisions.ts';

/** One application as the meeting decides it. */
export async function openItem(
  deps: Deps,
  { asked, ranking }: ReadRound,
  state: CaseFile,
  typed: Entries | undefined,
  mayDecide: boolean,
  visit: Visit,
) {
  const { t, show, language, paths } = visit;
  const ranked = ranking.ranked.find((one) => one.state.id === state.id);
  const rules = state.rules!;
  const value = (name: string) => [typed?.[name] ?? []].flat();
  const fields = formFields(asked.programme, asked.category.id);
  const decision = heldDecision(state) ?? publishedDecision(state);
  const events = await eventsOf(deps.desk.database, state.id);
  const made = events.findLast(({ type }) => isDecision(type as 'decide'));
  const reason = made?.reason ? String((await textOf(deps.desk.database, state.id, made.reason)) ?? '') : '';
  const told = decision?.told ? String((await textOf(deps.desk.database, state.id, decision.told)) ?? '') : '';
  const isPublished = decision?.publishedIn != null && heldDecision(state) === null;
  const canCorrect = isPublished && (state.award === null || state.award.start === null);
  const criterion = (id: string) => asked.category.weights.find((one) => one.id === id)?.name[language] ?? id;
  const proposed = ranked?.proposed ?? null;
  return {
    id: state.id,
    number: state.receiptNo ?? '',
    reviewHref: paths.staffReview(state.id),
    mayDecide,
    mayReopen: state.main === 'decided',
    mayAdjourn: state.main === 'in-meeting',
    correction: state.main === 'waitlisted' ? ('promote' as const) : canCorrect ? ('correct' as const) : null,
    proposal: ranked
      ? t.staff.meeting.proposal(proposed ?? t.staff.review.noLevel, show.number(pointsAsked(ranked)))
      : '',
    criteria: (ranked?.criteria ?? []).map(({ id, mean, deviation }) => ({
      name: criterion(id),
      mean,
      deviation: deviation.toFixed(1),
    })),
    outcomes: outcomes
      .filter((one) => one !== 'waitlisted' || rules.waitList)
      .map((one) => ({
        id: one,
        label: t.staff.meeting.outcomes[one],
        chosen: value('outcome').includes(one) || (!typed?.['outcome'] && one === (proposed ? 'approved' : 'declined')),
      })),
    levels: asked.programme.levels.map(({ id, name, points }) => ({
      id,
      label: `${name[language]} · ${t.apply.case.points(show.number(points))}`,
      chosen: typed?.['level'] ? value('level').includes(id) : id === proposed,
    })),
    codes: [
      ...rules.weights.map(({ id }) => ({
        id,
        label: criterion(id),
        fields: show.list(
          fields.filter((field) => field.criterion === id).map(({ no, label }) => no ?? label[language]),
        ),
        chosen: value('because').includes(id),
      })),
      { id: 'capacity', label: t.staff.meeting.capacity, fields: '', chosen: value('because').includes('capacity') },
    ],
    made: decision
      ? {
          outcome: t.staff.meeting.outcomes[decision.outcome],
          mark: outcomeMarks[decision.outcome],
          level: decision.level ?? '',
          points: decision.outcome === 'approved' ? t.staff.meeting.pointsOf(show.number(decision.points)) : '',
          because: show.names(
            (decision.because ?? []).map((id) => (id === 'capacity' ? t.staff.meeting.capacity : criterion(id))),
          ),
          told,
          reason,
          publication: decision.publishedIn ?? '',
        }
      : null,
  };
}
