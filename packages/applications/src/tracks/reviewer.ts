import { type CaseFile, type Review, type ReviewState, rulesIn } from '../case-file.ts';
import type { Changes } from '../change.ts';
import type { Context, SomeHandlers } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** One reviewer and one application: content opens only after "no conflict" is declared; a recusal is never a zero. */
export const reviewerHandlers: SomeHandlers<
  | 'reviewer.assign'
  | 'reviewer.unassign'
  | 'review.declare'
  | 'review.recuse'
  | 'review.save'
  | 'review.submit'
  | 'review.return'
  | 'review.annul'
> = {
  'reviewer.assign': ({ state, command, facts }) => {
    const { reviewer } = command;
    if (facts.conflicts && facts.conflicts.length > 0) return refuse('conflict', { reviewer, why: facts.conflicts });
    const known = reviewOf(state, reviewer)?.state;
    if (known === 'recused') return refuse('conflict', { reviewer, why: ['recused'] });
    if (known && known !== 'unassigned') return refuse('already-assigned', { reviewer });
    return [{ type: 'reviewer.assign', data: { reviewer } }];
  },
  'reviewer.unassign': ({ state, command: { reviewer } }) =>
    refuseUnless(state, reviewer, ['assigned', 'reading']) ?? [{ type: 'reviewer.unassign', data: { reviewer } }],
  'review.declare': ({ state, command }) =>
    refuseUnless(state, command.by.id, ['assigned']) ?? [{ type: 'review.declare', data: {} }],
  'review.recuse': ({ state, command }) =>
    refuseUnless(state, command.by.id, ['assigned', 'reading']) ?? [
      {
        type: 'review.recuse',
        data: { seen: reviewOf(state, command.by.id)!.state === 'reading' ? command.seen : [] },
      },
    ],
  'review.save': ({ state, command, keep }) =>
    refuseUnless(state, command.by.id, ['reading']) ?? [
      { type: 'review.save', data: { hash: keep('review', command.body) } },
    ],
  'review.submit': (context) => {
    const { state, command, keep } = context;
    const refusal = refuseUnless(state, command.by.id, ['reading']) ?? refuseScores(context);
    if (refusal) return refusal;
    const comments = Object.entries(command.comments).map(([criterion, text]) => [
      criterion,
      keep('text', text.trim()),
    ]);
    const { scores, level } = command;
    return [{ type: 'review.submit', data: { scores: { ...scores }, comments: Object.fromEntries(comments), level } }];
  },
  'review.return': ({ state, command: { reviewer } }) =>
    refuseUnless(state, reviewer, ['submitted']) ?? [{ type: 'review.return', data: { reviewer } }],
  'review.annul': ({ state, command: { reviewer } }) =>
    refuseUnless(state, reviewer, ['reading', 'submitted']) ?? [{ type: 'review.annul', data: { reviewer } }],
};

export const reviewerChanges: Changes = {
  'reviewer.assign': (state, { data: { reviewer } }) => ({
    reviews: [
      ...state.reviews.filter((one) => one.reviewer !== reviewer),
      { reviewer, state: 'assigned', hasDraft: false, scores: null, level: null },
    ],
  }),
  'reviewer.unassign': (state, { data: { reviewer } }) => withReview(state, reviewer, { state: 'unassigned' }),
  'review.declare': (state, { by }) => withReview(state, by.id, { state: 'reading' }),
  'review.recuse': (state, { by }) => withReview(state, by.id, { state: 'recused', scores: null, level: null }),
  'review.save': (state, { by }) => withReview(state, by.id, { hasDraft: true }),
  'review.submit': (state, { by, data: { scores, level } }) =>
    withReview(state, by.id, { state: 'submitted', hasDraft: false, scores, level }),
  'review.return': (state, { data: { reviewer } }) => withReview(state, reviewer, { state: 'reading', hasDraft: true }),
  'review.annul': (state, { data: { reviewer } }) => withReview(state, reviewer, { state: 'annulled' }),
};

/** A reviewer's part in an application, or null. */
export function reviewOf({ reviews }: CaseFile, reviewer: string): Review | null {
  return reviews.find((one) => one.reviewer === reviewer) ?? null;
}

function withReview(state: CaseFile, reviewer: string, change: Partial<Review>): Partial<CaseFile> {
  return { reviews: state.reviews.map((one) => (one.reviewer === reviewer ? { ...one, ...change } : one)) };
}

function refuseUnless(state: CaseFile, reviewer: string, allowed: readonly ReviewState[]): Refusal | null {
  const now = reviewOf(state, reviewer)?.state;
  if (now && allowed.includes(now)) return null;
  return now === 'assigned' ? refuse('not-declared') : refuse('not-assigned', { reviewer, state: now ?? null });
}

function refuseScores({ state, command }: Context<'review.submit'>): Refusal | null {
  const { weights, levels } = rulesIn(state);
  const missing = weights
    .map(({ id }) => id)
    .filter((id) => command.scores[id] === undefined || !command.comments[id]?.trim());
  if (missing.length > 0) return refuse('incomplete-review', { criteria: missing });
  const wrong = Object.entries(command.scores).filter(([id, score]) => {
    return !weights.some((weight) => weight.id === id) || !(Number.isInteger(score) && score >= 0 && score <= 100);
  });
  if (wrong.length > 0) return refuse('score-range', { criteria: wrong.map(([id]) => id) });
  const known = command.level === null || levels.some(({ id }) => id === command.level);
  return known ? null : refuse('unknown-level', { level: command.level });
}
