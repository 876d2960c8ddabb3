import { type DataIssue, ProgrammeDataError } from '../programme/data-error.ts';
import { type ReviewerScores, type ReviewScore, reviewIssues, reviewScore, spreadOf } from './review-score.ts';
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
  readonly score: ReviewScore;
}

/** One "what if" under which the order of the applications is another one. */
export interface RankingChange {
  /** Left out: one reviewer; or moved: so many points of weight to a criterion, taken from the others. */
  readonly what:
    | { readonly kind: 'without-reviewer'; readonly reviewer: string }
    | { readonly kind: 'weight-moved'; readonly criterion: string; readonly points: number };
  /** Every application whose rank would be another one. */
  readonly changes: readonly { readonly id: string; readonly rank: number; readonly would: number }[];
}

/** The ranking of a round, and what would change its order. */
export interface ReviewRanking {
  readonly weights: RoundWeights;
  /** Best first. */
  readonly ranking: readonly RankedApplication[];
  /** Empty: neither leaving out any one reviewer nor moving any weight by 5 points changes the order. */
  readonly sensitiveTo: readonly RankingChange[];
}

export const maxApplications = 1000;
/** No person reads more; a file of another shape has one for every cell. */
const maxIssues = 10_000;
/** Different reviewers in one round: each is left out once. */
const maxRoundReviewers = 200;
const movedBy = 5;
/** Results nearer than this are equal: far below any score a person gives, far above rounding of sums. */
const equalWithin = 1e-9;

/**
 * How do the applications of a round rank, and does the order hang on one reviewer or on the exact weights?
 *
 * @param applications at most 1,000 by at most 200 different reviewers, each as for `reviewScore`. Their order does not matter: equals are ordered by id.
 * @param weights frozen for the round. The "what if" of ±5 points takes the points from the other weights in proportion.
 * @throws ProgrammeDataError listing every issue of every application, up to 10,000.
 */
export function rankReviews(applications: readonly ReviewedApplication[], weights: RoundWeights): ReviewRanking {
  assertWeights(weights?.weights);
  assertApplications(applications, weights.weights);
  const scored = applications.map(({ id, reviews }) => ({ id, score: reviewScore(reviews, weights.weights) }));
  const ranks = ranksOf(new Map(scored.map(({ id, score }) => [id, score.result])));
  const ranking = scored
    .map(({ id, score }) => ({ id, rank: ranks.get(id)!, score }))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const before = new Map(scored.map(({ id, score }) => [id, score]));
  const what = [...withoutEachReviewer(applications, before), ...withMovedWeights(scored, weights.weights)];
  const sensitiveTo = what.flatMap(({ what, results }): RankingChange[] => {
    const would = ranksOf(results);
    const changes = ranking.flatMap(({ id, rank }) =>
      would.get(id) === rank ? [] : [{ id, rank, would: would.get(id)! }],
    );
    return changes.length > 0 ? [{ what, changes }] : [];
  });
  return { weights, ranking, sensitiveTo };
}

interface WhatIf {
  readonly what: RankingChange['what'];
  readonly results: ReadonlyMap<string, number>;
}

type Scored = ReadonlyMap<string, ReviewScore>;

/** An application that this reviewer has not scored, or that nobody else has, keeps its result. */
function withoutEachReviewer(applications: readonly ReviewedApplication[], before: Scored): WhatIf[] {
  const reviewers = new Map<string, Map<string, number>>();
  for (const { id } of applications) {
    const { reviewers: totals } = before.get(id)!;
    for (const { reviewer } of totals) {
      const others = totals.filter((one) => one.reviewer !== reviewer);
      const changed = reviewers.get(reviewer) ?? new Map<string, number>();
      reviewers.set(reviewer, changed);
      if (others.length > 0) changed.set(id, spreadOf(others.map(({ total }) => total)).mean);
    }
  }
  return [...reviewers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reviewer, changed]) => ({
      what: { kind: 'without-reviewer', reviewer },
      results: new Map([...before].map(([id, { result }]) => [id, changed.get(id) ?? result])),
    }));
}

/** A result is linear in the weights, so the means of the criteria are all that is needed. */
function withMovedWeights(
  scored: readonly { readonly id: string; readonly score: ReviewScore }[],
  weights: readonly Weight[],
): WhatIf[] {
  return weights.flatMap(({ id, percent }) =>
    [-movedBy, movedBy]
      .filter((points) => percent + points >= 0 && percent + points <= 100 && weights.length > 1)
      .map((points): WhatIf => {
        const share = (100 - percent - points) / (100 - percent);
        const moved = (weight: Weight) => (weight.id === id ? percent + points : weight.percent * share);
        const results = new Map(
          scored.map(({ id: application, score }) => [
            application,
            weights.reduce((sum, weight, i) => sum + score.criteria[i]!.mean * moved(weight), 0) / 100,
          ]),
        );
        return { what: { kind: 'weight-moved', criterion: id, points }, results };
      }),
  );
}

function ranksOf(results: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sorted = [...results].sort(([, a], [, b]) => b - a);
  const ranks = new Map<string, number>();
  for (const [i, [id, result]] of sorted.entries()) {
    const before = sorted[i - 1];
    ranks.set(id, before && before[1] - result <= equalWithin ? ranks.get(before[0])! : i + 1);
  }
  return ranks;
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
