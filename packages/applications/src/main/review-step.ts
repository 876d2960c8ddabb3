import { rulesIn } from '../case-file.ts';
import type { SomeHandlers } from '../context.ts';
import { refuse } from '../refusal.ts';
import { scoreOf } from '../score.ts';
import { isDay } from '../taipei-day.ts';

const busy: readonly string[] = ['assigned', 'reading', 'submitted'];

/** The review as a whole is opened and closed; the meeting is convened where the process has one. */
export const reviewStepHandlers: SomeHandlers<
  'review.open' | 'review.close' | 'review.reopen' | 'meeting.convene' | 'meeting.adjourn'
> = {
  'review.open': ({ state }) => {
    const reviewers = state.reviews.filter((review) => busy.includes(review.state)).map(({ reviewer }) => reviewer);
    const least = rulesIn(state).atLeastReviewers;
    if (reviewers.length < least) return refuse('too-few-reviewers', { found: reviewers.length, least });
    return [{ type: 'review.open', data: { reviewers } }];
  },
  'review.close': ({ state }) => {
    const halfWritten = state.reviews.filter((review) => review.state === 'reading').map(({ reviewer }) => reviewer);
    if (halfWritten.length > 0) return refuse('review-open', { reviewers: halfWritten });
    const submitted = state.reviews.filter((review) => review.state === 'submitted');
    const least = rulesIn(state).atLeastReviewers;
    if (submitted.length < least) return refuse('too-few-reviewers', { found: submitted.length, least });
    const { mean, median, deviation } = scoreOf(state);
    return [{ type: 'review.close', data: { n: submitted.length, mean, median, deviation } }];
  },
  'review.reopen': () => [{ type: 'review.reopen', data: {} }],
  'meeting.convene': ({ command }) => {
    const { on, attendance, recusals, agenda } = command;
    if (!isDay(on)) return refuse('bad-day', { on });
    return [{ type: 'meeting.convene', data: { on, attendance, recusals, agenda } }];
  },
  'meeting.adjourn': () => [{ type: 'meeting.adjourn', data: {} }],
};
