import { type DataIssue, MatcherDataError } from '../programme/data-error.ts';
import {
  type ReviewerScores,
  type ReviewScore,
  reviewIssues,
  reviewScore,
  spreadOf,
  weightedTotal,
} from './review-score.ts';
import { assertWeights, type RoundWeights, type Weight } from './weights.ts';

export interface ReviewedApplication {
  readonly id: string;
  readonly reviews: readonly ReviewerScores[];
}

export interface RankedApplication {
  readonly id: string;
  /** 1 is best; equal results share a rank. */
  readonly rank: number;
  readonly score: ReviewScore;
}

/** One "what if" under which the order of the applications is another one. */
export interface RankingChange {
  readonly what:
    | { readonly kind: 'without-reviewer'; readonly reviewer: string }
    | { readonly kind: 'weight-moved'; readonly criterion: string; readonly points: number };
  readonly changes: readonly { readonly id: string; readonly rank: number; readonly would: number }[];
}

export interface ReviewRanking {
  readonly weights: RoundWeights;
  readonly ranking: readonly RankedApplication[];
  /** Empty: neither leaving out any one reviewer nor moving any weight by 5 points changes the order. */
  readonly sensitiveTo: readonly RankingChange[];
}

export const maxApplications = 1000;
const movedBy = 5;
/** Results nearer than this are equal: far below any score a person gives, far above rounding of sums. */
const equalWithin = 1e-9;

/**
 * How do the applications of a round rank, and does the order hang on one reviewer or on the exact weights?
 *
 * @param applications at most 1,000, each as for `reviewScore`. Their order does not matter: equals are ordered by id.
 * @param weights frozen for the round. The "what if" of ±5 points takes the points from the other weights in proportion.
 * @throws MatcherDataError listing every issue of every application.
 */
export function rankReviews(applications: readonly ReviewedApplication[], weights: RoundWeights): ReviewRanking {
  assertWeights(weights.weights);
  assertApplications(applications, weights.weights);
  const scored = applications.map(({ id, reviews }) => ({ id, score: reviewScore(reviews, weights.weights) }));
  const ranks = ranksOf(new Map(scored.map(({ id, score }) => [id, score.result])));
  const ranking = scored
    .map(({ id, score }) => ({ id, rank: ranks.get(id)!, score }))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const what = [
    ...withoutEachReviewer(applications, weights.weights),
    ...withMovedWeights(applications, weights.weights),
  ];
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

function withoutEachReviewer(applications: readonly ReviewedApplication[], weights: readonly Weight[]): WhatIf[] {
  const reviewers = [...new Set(applications.flatMap(({ reviews }) => reviews.map(({ reviewer }) => reviewer)))].sort();
  return reviewers.map((reviewer) => ({
    what: { kind: 'without-reviewer', reviewer },
    results: results(applications, weights, reviewer),
  }));
}

function withMovedWeights(applications: readonly ReviewedApplication[], weights: readonly Weight[]): WhatIf[] {
  return weights.flatMap(({ id, percent }) =>
    [-movedBy, movedBy]
      .filter((points) => percent + points >= 0 && percent + points <= 100 && weights.length > 1)
      .map((points): WhatIf => {
        const share = (100 - percent - points) / (100 - percent);
        const moved = weights.map((weight) => ({
          ...weight,
          percent: weight.id === id ? percent + points : weight.percent * share,
        }));
        return { what: { kind: 'weight-moved', criterion: id, points }, results: results(applications, moved) };
      }),
  );
}

/** An application that only this reviewer has scored keeps its result. */
function results(applications: readonly ReviewedApplication[], weights: readonly Weight[], without?: string) {
  return new Map(
    applications.map(({ id, reviews }) => {
      const others = reviews.filter(({ reviewer }) => reviewer !== without);
      const counted = others.length > 0 ? others : reviews;
      return [id, spreadOf(counted.map(({ scores }) => weightedTotal(scores, weights))).mean] as const;
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
  const issues: DataIssue[] = [];
  if (applications.length > maxApplications) {
    issues.push({
      path: 'applications',
      code: 'too-many',
      message: `${applications.length}; at most ${maxApplications}`,
    });
  } else {
    const ids = new Set<string>();
    for (const [i, { id, reviews }] of applications.entries()) {
      if (ids.has(id)) issues.push({ path: `applications.${i}`, code: 'duplicate', message: `"${id}" is there twice` });
      ids.add(id);
      issues.push(...reviewIssues(reviews, weights, `applications.${i}.`));
    }
  }
  if (issues.length > 0) throw new MatcherDataError('The scores', issues);
}
