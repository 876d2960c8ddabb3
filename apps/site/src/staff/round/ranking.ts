import type { CaseFile, DecisionRecord } from '@aipower/applications';
import { heldDecision, publishedDecision } from '@aipower/applications';
import { type ReviewScore, rankScores, reviewScore, type ScoreRanking, type WhatIf } from '@aipower/programme';
import { memoOf } from '../../memo.ts';
import { meanOf, meanScore, medianOf, totalInHundredths, type Weight } from '../../presenters/exact-score.ts';

/** What the reviews of one application say. Means and medians are exact, to two decimals; deviations are rounded. */
interface Opinion {
  /** The application's number. */
  readonly id: string;
  readonly score: ReviewScore;
  readonly mean: string;
  readonly median: string;
  /** Standard deviation of the weighted totals. */
  readonly deviation: number;
  /** Weighted totals by reviewer, lowest first, 0 to 100. */
  readonly totals: readonly { readonly reviewer: string; readonly total: number; readonly shown: string }[];
  readonly criteria: readonly { readonly id: string; readonly mean: string; readonly deviation: number }[];
  /** The criterion they disagree on most; null where they agree on all. */
  readonly disputed: string | null;
  /** Levels that were proposed, each as often as it was; null: no approval. */
  readonly levels: readonly (string | null)[];
  /** Whether not all proposed the same. */
  readonly isSplit: boolean;
  /** What most proposed, the lower of equals: `null` no approval. */
  readonly proposed: string | null;
  readonly recused: number;
  readonly state: CaseFile;
  readonly decision: DecisionRecord | null;
}

/** One scored application of a round. */
export interface Ranked extends Opinion {
  /** 1 is best; equals share a rank. */
  readonly rank: number;
}

export interface RoundRanking {
  readonly weights: readonly Weight[];
  readonly ranked: readonly Ranked[];
  /** Without a review that counts, or scored by other weights than the rest of the round. */
  readonly unranked: readonly CaseFile[];
  /** Each reviewer left out and each weight moved that would change the order. */
  readonly whatIfs: readonly WhatIf[];
  /** What the next ranking of the round goes on from. */
  readonly scores: ScoreRanking<Opinion>;
}

const nothing: ScoreRanking<Opinion> = { ranking: [], whatIfs: [] };

const counted: readonly CaseFile['main'][] = [
  'under-review',
  'scored',
  'in-meeting',
  'decided',
  'approved',
  'waitlisted',
  'declined',
];

/**
 * The applications of a round in the order of their scores, by the weights that they carry. Pure; the order of equals is fixed.
 *
 * @param before the ranking of an earlier state of the round: what did not change since is not worked out again.
 */
export function rankRound(cases: readonly CaseFile[], before?: RoundRanking): RoundRanking {
  const key = commonWeights(cases);
  const opinions: Opinion[] = [];
  const unranked: CaseFile[] = [];
  for (const state of cases) {
    const standing = standingOf(state);
    if (key !== null && standing.weights === key) {
      standing.opinion ??= opinionOf(state);
      opinions.push(standing.opinion);
    } else if (standing.isInReview) unranked.push(state);
  }
  const weights = key === null ? [] : (JSON.parse(key) as Weight[]);
  if (opinions.length === 0) return { weights, ranked: [], unranked, whatIfs: [], scores: nothing };
  const scores = rankScores(opinions, weights, before?.scores);
  return { weights, ranked: scores.ranking, unranked, whatIfs: scores.whatIfs, scores };
}

/** What one application brings to the ranking of its round. */
interface Standing {
  readonly isInReview: boolean;
  /** By which it was scored, as text; null without a review that counts. */
  readonly weights: string | null;
  /** Made when these weights are those of the round: scores by others may not fit them. */
  opinion: Opinion | null;
}

/** Made once for each state of an application: after one review of a round, one is new. */
const standingOf = memoOf((state: CaseFile): Standing => {
  const isInReview = counted.includes(state.main);
  const isScored = isInReview && reviewsOf(state).length > 0;
  return { isInReview, weights: isScored ? weightsKey(state.rules!) : null, opinion: null };
});

function opinionOf(state: CaseFile): Opinion {
  const { weights, levels: known } = state.rules!;
  const reviews = reviewsOf(state);
  const score = reviewScore(reviews, weights);
  const totals = reviews
    .map(({ reviewer, scores }) => ({ reviewer, hundredths: totalInHundredths(scores, weights) }))
    .sort((a, b) => a.hundredths - b.hundredths || (a.reviewer < b.reviewer ? -1 : 1));
  const levels = state.reviews.flatMap(({ state: stage, level }) => (stage === 'submitted' ? [level] : []));
  const all = totals.map(({ hundredths }) => hundredths);
  return {
    // By number: equals stand in the order of their numbers, whoever looks.
    id: state.receiptNo ?? state.id,
    score,
    mean: meanOf(all),
    median: medianOf(all),
    deviation: score.totals.deviation,
    totals: totals.map(({ reviewer, hundredths }) => ({
      reviewer,
      total: hundredths / 100,
      shown: meanOf([hundredths]),
    })),
    criteria: score.criteria.map(({ criterion, deviation }) => ({
      id: criterion,
      mean: meanScore(reviews.map(({ scores }) => scores[criterion]!)),
      deviation,
    })),
    disputed: score.disagreement[0] ?? null,
    levels,
    isSplit: levels.some((level) => level !== levels[0]),
    proposed: mostProposed(levels, known),
    recused: state.reviews.filter(({ state: stage }) => stage === 'recused').length,
    state,
    decision: heldDecision(state) ?? publishedDecision(state),
  };
}

const weightsKey = memoOf((rules: NonNullable<CaseFile['rules']>) => JSON.stringify(rules.weights));

const reviewsOf = ({ reviews }: CaseFile) =>
  reviews.flatMap(({ state, reviewer, scores }) => (state === 'submitted' && scores ? [{ reviewer, scores }] : []));

/** The weights that most of the scored applications carry, as text; null where none is scored. */
function commonWeights(cases: readonly CaseFile[]): string | null {
  const counts = new Map<string, number>();
  for (const state of cases) {
    const { weights } = standingOf(state);
    if (weights !== null) counts.set(weights, (counts.get(weights) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** Of levels proposed equally often the one with fewer points; no approval is fewer than any. */
export function mostProposed(
  proposed: readonly (string | null)[],
  levels: readonly { readonly id: string; readonly points: number }[],
): string | null {
  const pointsOf = (id: string | null) => levels.find((one) => one.id === id)?.points ?? 0;
  const counts = new Map<string | null, number>();
  for (const one of proposed) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || pointsOf(a[0]) - pointsOf(b[0]));
  return most?.[0] ?? null;
}
