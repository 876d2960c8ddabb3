import { type DataIssue, ProgrammeDataError } from '../programme/data-error.ts';
import { rankScores } from './rank-scores.ts';
import type { RankingChange } from './ranking-change.ts';
import { type ReviewerScores, type ReviewScore, reviewIssues, reviewScore } from './review-score.ts';
import { assertWeights, type RoundWeights, type Weight } from './weights.ts';

/** An application with the score sheets of its reviewers. */
export interface ReviewedApplication {
  /** Any; ties are ordered by it. */
  readonly id: string;
  /** One sheet per reviewer. */
  readonly reviews: readonly ReviewerScores[];
}

/** An application with its rank and score. */
export interface RankedApplication {
  /** As given. */
  readonly id: string;
  /** 1 is best; equal results share a rank. */
  readonly rank: number;
  /** Criterion by criterion. */
  readonly score: ReviewScore;
}

/** The ranking of a round, and what would change its order. */
export interface ReviewRanking {
  /** Those the ranking was made with. */
  readonly weights: RoundWeights;
  /** Best first. */
  readonly ranking: readonly RankedApplication[];
  /** Empty: neither leaving out any one reviewer nor moving any weight by 5 points changes the order. */
  readonly sensitiveTo: readonly RankingChange[];
}

export const maxApplications = 20_000;
/** No person reads more; a file of another shape has one for every cell. */
const maxIssues = 10_000;
/** Different reviewers in one round: each is left out once. */
const maxRoundReviewers = 200;

/**
 * How do the applications of a round rank, and does the order hang on one reviewer or on the exact weights?
 *
 * @param applications at most 20,000 by at most 200 different reviewers, each as for `reviewScore`. Their order does not matter: equals are ordered by id.
 * @param weights frozen for the round. The "what if" of ±5 points takes the points from the other weights in proportion.
 * @throws ProgrammeDataError listing every issue of every application, up to 10,000.
 */
export function rankReviews(applications: readonly ReviewedApplication[], weights: RoundWeights): ReviewRanking {
  assertWeights(weights?.weights);
  assertApplications(applications, weights.weights);
  const scored = applications.map(({ id, reviews }) => ({ id, score: reviewScore(reviews, weights.weights) }));
  const { ranking, whatIfs } = rankScores(scored, weights.weights);
  const sensitiveTo = whatIfs.map(({ what, would }): RankingChange => {
    const changes = ranking.flatMap(({ id, rank }, i) => (would[i] === rank ? [] : [{ id, rank, would: would[i]! }]));
    return { what, changes };
  });
  return { weights, ranking, sensitiveTo };
}

function assertApplications(applications: readonly ReviewedApplication[], weights: readonly Weight[]): void {
  if (!Array.isArray(applications)) throw new TypeError('rankReviews(applications): expected a list');
  const issues = applicationIssues(applications, weights).slice(0, maxIssues);
  if (issues.length > 0) throw new ProgrammeDataError('The scores', issues);
}

function applicationIssues(applications: readonly ReviewedApplication[], weights: readonly Weight[]): DataIssue[] {
  const tooMany = (message: string): DataIssue => ({ path: 'applications', code: 'too-many', message });
  if (applications.length > maxApplications) return [tooMany(`${applications.length}; at most ${maxApplications}`)];
  const issues: DataIssue[] = [];
  const ids = new Set<string>();
  const reviewers = new Set<unknown>();
  for (const [i, application] of applications.entries()) {
    if (issues.length >= maxIssues) return issues;
    const path = `applications.${i}`;
    if (typeof application?.id !== 'string') {
      issues.push({ path, code: 'shape', message: 'not { id, reviews }' });
      continue;
    }
    const { id, reviews } = application;
    if (ids.has(id)) issues.push({ path, code: 'duplicate', message: `"${id}" is there twice` });
    ids.add(id);
    issues.push(...reviewIssues(reviews, weights, `${path}.`));
    if (Array.isArray(reviews)) for (const review of reviews) reviewers.add(review?.reviewer);
  }
  if (reviewers.size > maxRoundReviewers) {
    issues.push(tooMany(`${reviewers.size} different reviewers; at most ${maxRoundReviewers} in a round`));
  }
  return issues;
}
