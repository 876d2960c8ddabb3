import { rulesIn } from '../case-file.ts';
import type { Changes } from '../change.ts';
import type { SomeHandlers } from '../context.ts';
import { refuse } from '../refusal.ts';

/** The officer's check of the qualifications, and its outcome. */
export const screeningHandlers: SomeHandlers<
  'screening.start' | 'not-accept' | 'reopen' | 'accept-eligible' | 'screening.return' | 'round.move'
> = {
  'screening.start': () => [{ type: 'screening.start', data: {} }],
  'not-accept': ({ state, command }) => {
    const { because, conditions } = command;
    const overdue = state.supplements.at(-1)?.state === 'overdue' && state.main === 'supplement-requested';
    // Who was given time to complete the form has it: before the day is over nothing is refused.
    if (state.main === 'supplement-requested' && !overdue) return refuse('not-overdue');
    if (because === 'supplement-overdue') {
      return overdue ? [{ type: 'not-accept', data: { because, conditions: [] } }] : refuse('not-overdue');
    }
    if (conditions.length === 0) return refuse('no-condition');
    const unknown = conditions.find((id) => !rulesIn(state).conditions.includes(id));
    if (unknown !== undefined) return refuse('unknown-condition', { condition: unknown });
    return [{ type: 'not-accept', data: { because, conditions } }];
  },
  reopen: ({ facts }) => (facts.roundPublished ? refuse('already-published') : [{ type: 'reopen', data: {} }]),
  'accept-eligible': ({ state, command, keep }) => {
    const { checks } = command;
    const wanted = rulesIn(state).conditions;
    const unknown = checks.find(({ condition }) => !wanted.includes(condition));
    if (unknown) return refuse('unknown-condition', { condition: unknown.condition });
    const open = wanted.filter((id) => {
      const check = checks.find(({ condition }) => condition === id);
      return !check || (check.answer === 'by-hand' && !check.note?.trim());
    });
    if (open.length > 0) return refuse('unanswered', { conditions: open });
    const failed = checks.filter(({ answer }) => answer === 'no').map(({ condition }) => condition);
    if (failed.length > 0) return refuse('not-met', { conditions: failed });
    const kept = checks.map(({ condition, answer, note, receipt }) => ({
      condition,
      answer,
      note: note?.trim() ? keep('text', note.trim()) : null,
      receipt: receipt ?? null,
    }));
    return [{ type: 'accept-eligible', data: { checks: kept } }];
  },
  'screening.return': () => [{ type: 'screening.return', data: {} }],
  'round.move': ({ state, command }) => {
    const before = state.round!;
    const later = rulesIn(state).rounds.some(({ number }) => number === command.round && number > before);
    if (!later) return refuse('no-such-round', { round: command.round });
    return [{ type: 'round.move', data: { before, round: command.round } }];
  },
};

export const screeningChanges: Changes = {
  'not-accept': (_state, { data: { because, conditions } }) => ({ refusedFor: { reason: because, conditions } }),
  reopen: ({ supplements }) => ({
    refusedFor: null,
    // A case that is screened again waits for nothing.
    supplements: supplements.map((one) => (one.state === 'overdue' ? { ...one, state: 'cancelled' as const } : one)),
  }),
  'round.move': (_state, { data: { round } }) => ({ round }),
};
