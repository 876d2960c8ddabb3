import { type DataIssue, ProgrammeDataError } from '../programme/data-error.ts';
import { assertWeights, type Weight } from './weights.ts';

/** One reviewer's scores of one application: criterion id → 0 to 100. */
export interface ReviewerScores {
  /** Any key; never shown by this package. */
  readonly reviewer: string;
  /** Criterion id to whole points from 0 to 100. */
  readonly scores: Readonly<Record<string, number>>;
}

/** How scores spread, in points from 0 to 100. */
export interface Spread {
  /** 0 to 100. */
  readonly mean: number;
  /** 0 to 100; of an even number the mean of the middle two. */
  readonly median: number;
  /** 0 to 100. */
  readonly lowest: number;
  /** 0 to 100. */
  readonly highest: number;
  /** Highest minus lowest. */
  readonly range: number;
  /** Standard deviation of exactly these scores (divided by their number); 0 for one reviewer. */
  readonly deviation: number;
}

/** One criterion: its weight in per cent, how its scores spread, and what it adds to the result. */
export interface CriterionScore extends Spread {
  /** Id of the criterion in the programme's data. */
  readonly criterion: string;
  /** Weight in percent of the total. */
  readonly percent: number;
  /** What the criterion adds to the result: mean × percent ÷ 100. These add up to the result. */
  readonly contribution: number;
}

/** The weighted score of an application, criterion by criterion. */
export interface ReviewScore {
  /** Weighted result, 0 to 100: the mean of the reviewers' weighted totals. */
  readonly result: number;
  /** Over the reviewers' weighted totals, shown beside the result so that one outlier is seen. */
  readonly totals: Spread;
  /** Weighted total of each, 0 to 100, in the order given. */
  readonly reviewers: readonly { readonly reviewer: string; readonly total: number }[];
  /** In the order of the weights. */
  readonly criteria: readonly CriterionScore[];
  /** Criteria by disagreement (deviation), the greatest first; criteria without any are left out. */
  readonly disagreement: readonly string[];
}

export const maxReviewers = 100;

/**
 * What is the weighted result of one application, and how much do its reviewers agree?
 *
 * @param reviews every reviewer scores every criterion, 0 to 100. At most 100 reviewers.
 * @param weights in percent, adding up to 100 (see `freezeWeights`).
 * @returns unrounded numbers; nothing is dropped as an outlier.
 * @throws ProgrammeDataError listing every missing, unknown or impossible score (NaN, below 0, above 100), a reviewer named
 * twice, no reviewer, or weights that do not add up to 100.
 */
export function reviewScore(reviews: readonly ReviewerScores[], weights: readonly Weight[]): ReviewScore {
  assertWeights(weights);
  assertReviews(reviews, weights);
  const reviewers = reviews.map(({ reviewer, scores }) => ({ reviewer, total: weightedTotal(scores, weights) }));
  const criteria = weights.map(({ id, percent }): CriterionScore => {
    const spread = spreadOf(reviews.map(({ scores }) => scores[id]!));
    return { criterion: id, percent, contribution: (spread.mean * percent) / 100, ...spread };
  });
  const totals = spreadOf(reviewers.map(({ total }) => total));
  const disagreement = criteria
    .filter(({ deviation }) => deviation > 0)
    .sort((a, b) => b.deviation - a.deviation)
    .map(({ criterion }) => criterion);
  return { result: totals.mean, totals, reviewers, criteria, disagreement };
}

export function weightedTotal(scores: Readonly<Record<string, number>>, weights: readonly Weight[]): number {
  return weights.reduce((total, { id, percent }) => total + scores[id]! * percent, 0) / 100;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
  const mean = meanOf(sorted);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const deviation =
    lowest === highest ? 0 : Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length);
  return { mean, median, lowest, highest, range: highest - lowest, deviation };
}

/** @param sorted summed in order, so that the order of the reviewers never changes a digit. */
export function meanOf(sorted: readonly number[]): number {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return Math.min(sorted.at(-1)!, Math.max(sorted[0]!, mean));
}

/** @throws ProgrammeDataError with every issue; `path` is `<where>reviews.<i>.<criterion>`. */
export function assertReviews(reviews: readonly ReviewerScores[], weights: readonly Weight[], where = ''): void {
  const issues = reviewIssues(reviews, weights, where);
  if (issues.length > 0) throw new ProgrammeDataError('The scores', issues);
}

function isReview(review: unknown): review is ReviewerScores {
  if (typeof review !== 'object' || review === null) return false;
  const { reviewer, scores } = review as Partial<ReviewerScores>;
  return typeof reviewer === 'string' && typeof scores === 'object' && scores !== null;
}

export function reviewIssues(
  reviews: readonly ReviewerScores[],
  weights: readonly Weight[],
  where: string,
): DataIssue[] {
  if (!Array.isArray(reviews)) return [{ path: `${where}reviews`, code: 'shape', message: 'not a list of reviews' }];
  if (reviews.length === 0) return [{ path: `${where}reviews`, code: 'empty', message: 'no reviewer' }];
  if (reviews.length > maxReviewers) {
    return [
      { path: `${where}reviews`, code: 'too-many', message: `${reviews.length} reviewers; at most ${maxReviewers}` },
    ];
  }
  const issues: DataIssue[] = [];
  const names = new Set<string>();
  for (const [i, review] of reviews.entries()) {
    const path = `${where}reviews.${i}`;
    if (!isReview(review)) {
      issues.push({ path, code: 'shape', message: 'not { reviewer, scores }' });
      continue;
    }
    const { reviewer, scores } = review;
    if (names.has(reviewer)) issues.push({ path, code: 'duplicate', message: `reviewer "${reviewer}" is there twice` });
    names.add(reviewer);
    for (const { id } of weights) {
      const score = Object.hasOwn(scores, id) ? scores[id] : undefined;
      if (score === undefined) issues.push({ path: `${path}.${id}`, code: 'missing', message: 'no score' });
      else if (!(typeof score === 'number' && score >= 0 && score <= 100)) {
        issues.push({
          path: `${path}.${id}`,
          code: 'range',
          message: `${String(score).slice(0, 20)} is not a number from 0 to 100`,
        });
      }
    }
    for (const id of Object.keys(scores).slice(0, 100)) {
      if (!weights.some((weight) => weight.id === id))
        issues.push({ path: `${path}.${id.slice(0, 40)}`, code: 'unknown', message: 'no such criterion' });
    }
  }
  return issues;
}
