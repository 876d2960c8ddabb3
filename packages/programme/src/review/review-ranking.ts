import { type DataIssue, ProgrammeDataError } from '../programme/data-error.ts';
import { meanOf, type ReviewerScores, type ReviewScore, reviewIssues, reviewScore } from './review-score.ts';
import { assertWeights, type RoundWeights, type Weight } from './weights.ts';

/** An application with the score sheets of its reviewers. */
export interface ReviewedApplication {
  /** Any; ties are ordered by it. */
  readonly id: string;
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
  readonly what:
    | { readonly kind: 'without-reviewer'; readonly reviewer: string }
    | { readonly kind: 'weight-moved'; readonly criterion: string; readonly points: number };
  readonly changes: readonly { readonly id: string; readonly rank: number; readonly would: number }[];
}

/** The ranking of a round, and what would change its order. */
export interface ReviewRanking {
  readonly weights: RoundWeights;
  readonly ranking: readonly RankedApplication[];
  /** Empty: neither leaving out any one reviewer nor moving any weight by 5 points changes the order. */
  readonly sensitiveTo: readonly RankingChange[];
}

export const maxApplications = 20_000;
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

/** An application with its score, as `reviewScore` gives it. */
export interface ScoredApplication {
  /** Any, each once; ties are ordered by it. */
  readonly id: string;
  readonly score: ReviewScore;
}

/** One "what if" that changes the order, with the rank that each application would have, by its place in the ranking. */
export interface WhatIf {
  readonly what: RankingChange['what'];
  readonly would: Int32Array;
  /** How many would have another rank; at least one. */
  readonly moved: number;
}

/**
 * The same for applications whose scores are known: whoever ranks a round again after one review scores that one alone.
 *
 * @param weights those that the scores were made with.
 */
export function rankScores(
  applications: readonly ScoredApplication[],
  weights: readonly Weight[],
): { readonly ranking: readonly RankedApplication[]; readonly whatIfs: readonly WhatIf[] } {
  const results = Float64Array.from(applications, ({ score }) => score.result);
  const ranks = ranksOf(results);
  const places = [...applications.keys()].sort(
    (a, b) => ranks[a]! - ranks[b]! || (applications[a]!.id < applications[b]!.id ? -1 : 1),
  );
  const ranking = places.map((i) => ({ ...applications[i]!, rank: ranks[i]! }));
  const ranked = Float64Array.from(places, (i) => results[i]!);
  const whatIfs = [...withoutEachReviewer(ranking, ranked), ...withMovedWeights(ranking, weights)].flatMap(
    ({ what, results: then }): WhatIf[] => {
      const would = ranksOf(then);
      let moved = 0;
      for (const [i, { rank }] of ranking.entries()) if (would[i] !== rank) moved++;
      return moved > 0 ? [{ what, would, moved }] : [];
    },
  );
  return { ranking, whatIfs };
}

interface Changed {
  readonly what: RankingChange['what'];
  /** By place in the ranking. */
  readonly results: Float64Array;
}

/** An application that this reviewer has not scored, or that nobody else has, keeps its result. */
function withoutEachReviewer(ranking: readonly RankedApplication[], results: Float64Array): Changed[] {
  const reviewers = new Map<string, [place: number, result: number][]>();
  for (const [place, { score }] of ranking.entries()) {
    for (const { reviewer } of score.reviewers) {
      const changed = reviewers.get(reviewer) ?? [];
      reviewers.set(reviewer, changed);
      const others = score.reviewers.flatMap((one) => (one.reviewer === reviewer ? [] : [one.total]));
      if (others.length > 0) changed.push([place, meanOf(others.sort((a, b) => a - b))]);
    }
  }
  return [...reviewers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reviewer, changed]) => {
      const then = results.slice();
      for (const [place, result] of changed) then[place] = result;
      return { what: { kind: 'without-reviewer', reviewer }, results: then };
    });
}

/** A result is linear in the weights, so the means of the criteria are all that is needed. */
function withMovedWeights(ranking: readonly RankedApplication[], weights: readonly Weight[]): Changed[] {
  return weights.flatMap(({ id, percent }) =>
    [-movedBy, movedBy]
      .filter((points) => percent + points >= 0 && percent + points <= 100 && weights.length > 1)
      .map((points): Changed => {
        const share = (100 - percent - points) / (100 - percent);
        const moved = weights.map((weight) => (weight.id === id ? percent + points : weight.percent * share));
        const results = Float64Array.from(
          ranking,
          ({ score }) => moved.reduce((sum, weight, i) => sum + score.criteria[i]!.mean * weight, 0) / 100,
        );
        return { what: { kind: 'weight-moved', criterion: id, points }, results };
      }),
  );
}

/** Ranks by place, 1 for the highest result. A chain of results each within `equalWithin` of the next shares a rank. */
function ranksOf(results: Float64Array): Int32Array {
  // Numbers sorted without a function of ours: many times faster, and a round is ranked once for each "what if".
  const sorted = results.toSorted();
  const rankAt = new Int32Array(sorted.length);
  for (let at = sorted.length - 1, rank = 1; at >= 0; at--) {
    const isEqual = at < sorted.length - 1 && sorted[at + 1]! - sorted[at]! <= equalWithin;
    if (!isEqual) rank = sorted.length - at;
    rankAt[at] = rank;
  }
  return Int32Array.from(results, (result) => rankAt[placeOf(sorted, result)]!);
}

/** Where a number that is there stands in sorted numbers; the first of equals. */
function placeOf(sorted: Float64Array, wanted: number): number {
  let [from, to] = [0, sorted.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
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
