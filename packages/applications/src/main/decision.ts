import { type CaseFile, heldDecision, type Outcome, publishedDecision, rulesIn } from '../case-file.ts';
import type { Changes } from '../change.ts';
import type { Context, EventDraft, SomeHandlers } from '../context.ts';
import type { EventData } from '../event.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { awardAfterPublication } from '../tracks/award.ts';

type Wanted = {
  readonly outcome: Outcome;
  readonly level?: string | undefined;
  readonly points?: number | undefined;
  readonly because?: readonly string[];
  readonly told?: string;
};

/** Decisions are recorded one by one, held, and told together when the round is published. A correction is a new decision. */
export const decisionHandlers: SomeHandlers<
  'decide' | 'decision.reopen' | 'round.publish' | 'waitlist.promote' | 'decision.correct'
> = {
  decide: (context) => {
    const { command } = context;
    const held = hold(context, command, command.proposed);
    return isRefusal(held) ? held : [{ type: 'decide', data: held }];
  },
  'decision.reopen': ({ state }) => [{ type: 'decision.reopen', data: { returned: heldDecision(state)!.points } }],
  'round.publish': (context) => {
    const { state, command, facts } = context;
    if (facts.undecided && facts.undecided.length > 0) return refuse('undecided', { applications: facts.undecided });
    const { outcome } = heldDecision(state)!;
    const { publication, listHash } = command;
    const published: EventDraft = { type: 'round.publish', to: outcome, data: { publication, listHash } };
    return [published, ...awardAfterPublication(context, heldDecision(state)!)];
  },
  'waitlist.promote': (context) => {
    const { level, points } = context.command;
    const held = hold(context, { outcome: 'approved', level, points });
    return isRefusal(held) ? held : [{ type: 'waitlist.promote', data: held }];
  },
  'decision.correct': (context) => {
    const { state, command } = context;
    if (state.award && state.award.start !== null) return refuse('award-active');
    const held = hold(context, command);
    if (isRefusal(held)) return held;
    const { outcome, level, points } = publishedDecision(state)!;
    return [{ type: 'decision.correct', data: { ...held, before: { outcome, level, points } } }];
  },
};

const withDecision = (state: CaseFile, { data }: { readonly data: EventData['decide'] }): Partial<CaseFile> => {
  const { outcome, level, points, formHash, because, told } = data;
  const record = {
    n: state.decisions.length + 1,
    outcome,
    level,
    points,
    formHash,
    publishedIn: null,
    reopened: false,
    ...(because && { because }),
    ...(told !== undefined && { told }),
  };
  return { decisions: [...state.decisions, record] };
};

export const decisionChanges: Changes = {
  decide: withDecision,
  'waitlist.promote': withDecision,
  'decision.correct': withDecision,
  'decision.reopen': (state) => ({ decisions: changeHeld(state, { reopened: true }) }),
  'round.publish': (state, { data: { publication } }) => ({
    decisions: changeHeld(state, { publishedIn: publication }),
  }),
};

function changeHeld(state: CaseFile, change: object): CaseFile['decisions'] {
  const held = heldDecision(state);
  return state.decisions.map((one) => (one === held ? { ...one, ...change } : one));
}

/** A decision with its level and points, checked against the levels and the points that are left. */
function hold(context: Context, wanted: Wanted, proposed?: Wanted): EventData['decide'] | Refusal {
  const { state, command, facts } = context;
  const { levels, waitList, weights } = rulesIn(state);
  const aside = [command.by.id, command.confirmedBy?.id].find((id) => id !== undefined && isAside(context, id));
  if (aside !== undefined) return refuse('recused', { who: aside });
  const unknown = wanted.because?.find((code) => code !== 'capacity' && !weights.some(({ id }) => id === code));
  if (unknown !== undefined) return refuse('unknown-item', { item: unknown });
  const formHash = state.forms.at(-1)!.hash;
  const sentence = wanted.told?.trim();
  const told = {
    ...(wanted.because && { because: [...wanted.because] }),
    ...(sentence && { told: context.keep('text', sentence) }),
  };
  const differs = proposed !== undefined && (proposed.outcome !== wanted.outcome || proposed.level !== wanted.level);
  if (differs && !command.reason?.trim()) return refuse('no-reason');
  if (wanted.outcome === 'waitlisted' && !waitList) return refuse('no-wait-list');
  if (wanted.outcome !== 'approved')
    return { outcome: wanted.outcome, level: null, points: 0, formHash, differs, ...told };
  if (wanted.level === undefined) return refuse('no-level');
  const level = levels.find(({ id }) => id === wanted.level);
  if (!level) return refuse('unknown-level', { level: wanted.level });
  const points = wanted.points ?? level.points;
  const explained = points === level.points || Boolean(command.reason?.trim());
  if (!(Number.isSafeInteger(points) && points > 0) || !explained) return refuse('bad-points', { points });
  // What this application holds or was given already comes back with the old decision.
  const own = publishedDecision(state)?.points ?? 0;
  if (facts.pointsLeft !== undefined && points > facts.pointsLeft + own) {
    return refuse('not-enough-points', { points, left: facts.pointsLeft });
  }
  return { outcome: 'approved', level: level.id, points, formHash, differs, ...told };
}

/** Did this person step aside, as a reviewer or at the meeting? Who did decides nothing of the application. */
function isAside({ state, facts }: Context, person: string): boolean {
  if (facts.recused?.includes(person)) return true;
  return state.reviews.some(({ reviewer, state: stage }) => reviewer === person && stage === 'recused');
}
