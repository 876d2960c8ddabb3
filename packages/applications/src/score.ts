import { reviewScore, type Spread } from '@aipower/programme';
import { type CaseFile, rulesIn } from './case-file.ts';

/** Mean, median and spread of the submitted reviews by the weights the application carries. @throws ProgrammeDataError without a review. */
export function scoreOf(state: CaseFile): Spread {
  const reviews = state.reviews.flatMap(({ state: stage, reviewer, scores }) =>
    stage === 'submitted' && scores ? [{ reviewer, scores }] : [],
  );
  return reviewScore(reviews, rulesIn(state).weights).totals;
}
