import type { CaseFile, DecisionRecord } from '@aipower/applications';
import { heldDecision, publishedDecision } from '@aipower/applications';
import { type RankingChange, rankReviews } from '@aipower/programme';
import { meanOf, meanScore, medianOf, totalInHundredths, type Weight } from '../../presenters/exact-score.ts';

/** One scored application of a round. Means and medians are exact, to two decimals; deviations are rounded. */
export interface Ranked {
  readonly state: CaseFile;
  /** 1 is best; equals share a rank. */
  readonly rank: number;
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
  /** What most proposed, the lower of equals: `null` no approval. */
  readonly proposed: string | null;
  readonly recused: number;
  readonly decision: DecisionRecord | null;
}

export interface RoundRanking {
  readonly weights: readonly Weight[];
  readonly ranked: readonly Ranked[];
  /** Without a review that counts, or scored by other weights than the rest of the round. */
  readonly unranked: readonly CaseFile[];
  readonly sensitiveTo: readonly RankingChange[];
}

const counted: readonly CaseFile['main'][] = [
  'under-review',
  'scored',
  'in-meeting',
  'decided',
  'approved',
  'waitlisted',
  'declined',
];

/** The applications of a round in the order of their scores, by the weights that they carry. Pure; the order of equals is fixed. */
export function rankRound(cases: readonly CaseFile[], round: number): RoundRanking {
  const scored = cases.filter((state) => counted.includes(state.main) && reviewsOf(state).length > 0);
  const weights = commonWeights(scored);
  const key = JSON.stringify(weights);
  const same = scored.filter(({ rules }) => JSON.stringify(rules!.weights) === key);
  const unranked = cases.filter((state) => counted.includes(state.main) && !same.includes(state));
  const [first] = same;
  if (!first) return { weights, ranked: [], unranked, sensitiveTo: [] };
  const frozen = { programme: first.programme.id, category: first.category, round, weights };
  // By receipt number: equals stand in the order of their numbers, whoever looks.
  const byId = new Map(same.map((state) => [state.receiptNo ?? state.id, state]));
  const { ranking, sensitiveTo } = rankReviews(
    [...byId].map(([id, state]) => ({ id, reviews: reviewsOf(state) })),
    frozen,
  );
  const ranked = ranking.map(({ id, rank, score }): Ranked => {
    const state = byId.get(id)!;
    const reviews = reviewsOf(state);
    const totals = reviews
      .map(({ reviewer, scores }) => ({ reviewer, hundredths: totalInHundredths(scores, weights) }))
      .sort((a, b) => a.hundredths - b.hundredths || (a.reviewer < b.reviewer ? -1 : 1));
    const levels = state.reviews.flatMap(({ state: stage, level }) => (stage === 'submitted' ? [level] : []));
    const all = totals.map(({ hundredths }) => hundredths);
    return {
      state,
      rank,
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
      proposed: mostProposed(levels, state.rules!.levels),
      recused: state.reviews.filter(({ state: stage }) => stage === 'recused').length,
      decision: heldDecision(state) ?? publishedDecision(state),
    };
  });
  return { weights, ranked, unranked, sensitiveTo };
}

const reviewsOf = ({ reviews }: CaseFile) =>
  reviews.flatMap(({ state, reviewer, scores }) => (state === 'submitted' && scores ? [{ reviewer, scores }] : []));

/** The weights that most of the round carries. */
function commonWeights(cases: readonly CaseFile[]): readonly Weight[] {
  const counts = new Map<string, number>();
  for (const { rules } of cases) {
    const key = JSON.stringify(rules!.weights);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most ? (JSON.parse(most[0]) as Weight[]) : [];
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
