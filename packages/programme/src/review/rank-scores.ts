import type { RankedApplication, RankingChange } from './review-ranking.ts';
import { meanOf, type ReviewScore } from './review-score.ts';
import type { Weight } from './weights.ts';

const movedBy = 5;
/** Results nearer than this are equal: far below any score a person gives, far above rounding of sums. */
const equalWithin = 1e-9;

/** An application with its score, as `reviewScore` gives it. */
export interface ScoredApplication {
  /** Any, each once; ties are ordered by it. */
  readonly id: string;
  /** Criterion by criterion. */
  readonly score: ReviewScore;
}

/** One "what if" that changes the order, with the rank that each application would have, by its place in the ranking. */
export interface WhatIf {
  /** Which reviewer is left out, or to which criterion how many points of weight are moved. */
  readonly what: RankingChange['what'];
  /** Rank from 1, by place in the ranking. */
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
      for (let i = 0; i < would.length; i++) if (would[i] !== ranking[i]!.rank) moved++;
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
  const reviewers = new Map<string, Float64Array>();
  for (let place = 0; place < ranking.length; place++) {
    const { score } = ranking[place]!;
    const means = meansWithout(score);
    for (let i = 0; i < means.length; i++) {
      const { reviewer } = score.reviewers[i]!;
      let then = reviewers.get(reviewer);
      if (!then) {
        then = results.slice();
        reviewers.set(reviewer, then);
      }
      then[place] = means[i]!;
    }
  }
  return [...reviewers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reviewer, then]) => ({ what: { kind: 'without-reviewer', reviewer }, results: then }));
}

const knownMeans = new WeakMap<ReviewScore, Float64Array>();

/** The result without each of the reviewers, in their order; of one alone, as it is. Made once for a score. */
function meansWithout(score: ReviewScore): Float64Array {
  let means = knownMeans.get(score);
  if (!means) {
    const { reviewers, result } = score;
    means = Float64Array.from(reviewers, (left) => {
      const others = reviewers.flatMap((one) => (one === left ? [] : [one.total]));
      return others.length > 0 ? meanOf(others.sort((a, b) => a - b)) : result;
    });
    knownMeans.set(score, means);
  }
  return means;
}

/** A result is linear in the weights, so the means of the criteria are all that is needed. */
function withMovedWeights(ranking: readonly RankedApplication[], weights: readonly Weight[]): Changed[] {
  const means = Float64Array.from(ranking.flatMap(({ score }) => score.criteria.map(({ mean }) => mean)));
  return weights.flatMap(({ id, percent }) =>
    [-movedBy, movedBy]
      .filter((points) => percent + points >= 0 && percent + points <= 100 && weights.length > 1)
      .map((points): Changed => {
        const share = (100 - percent - points) / (100 - percent);
        const moved = weights.map((weight) => (weight.id === id ? percent + points : weight.percent * share));
        const results = new Float64Array(ranking.length);
        for (let place = 0, at = 0; place < ranking.length; place++) {
          let sum = 0;
          for (let i = 0; i < moved.length; i++) sum += means[at++]! * moved[i]!;
          results[place] = sum / 100;
        }
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
  const ranks = new Int32Array(results.length);
  // Results mostly come in the order of the ranking, so the place of one is next to the place of the one before.
  let at = sorted.length - 1;
  for (let i = 0; i < results.length; i++) {
    const wanted = results[i]!;
    for (let step = 0; step < NEAR && at > 0 && sorted[at]! > wanted; step++) at--;
    if (sorted[at] !== wanted) at = placeOf(sorted, wanted);
    ranks[i] = rankAt[at]!;
  }
  return ranks;
}

const NEAR = 8;

/** Where a number that is there stands in sorted numbers. */
function placeOf(sorted: Float64Array, wanted: number): number {
  let [from, to] = [0, sorted.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
