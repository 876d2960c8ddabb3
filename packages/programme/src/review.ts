// The scores of a round.
export { rankScores, type ScoredApplication, type ScoreRanking, type WhatIf } from './review/rank-scores.ts';
export type { RankingChange } from './review/ranking-change.ts';
export {
  type RankedApplication,
  type ReviewedApplication,
  type ReviewRanking,
  rankReviews,
} from './review/review-ranking.ts';
export {
  type CriterionScore,
  type ReviewerScores,
  type ReviewScore,
  reviewScore,
  type Spread,
} from './review/review-score.ts';
export { freezeWeights, type RoundWeights, type Weight } from './review/weights.ts';
