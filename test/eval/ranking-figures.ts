import type { MatchingCase } from './matching-cases.ts';

/** What a matcher answered to one case: codes best first, and whether it asserts them. */
export interface Answer {
  readonly codes: readonly string[];
  readonly confident: boolean;
}

/**
 * Means over the cases that fit something, and for `rejected` over those that fit nothing. A code is right from grade 2 up;
 * `certain` counts only grade 3 at the top. nDCG: gain 2^grade − 1, discount log2(rank + 1), the first ten.
 */
export interface Figures {
  readonly cases: number;
  readonly hit1: number;
  readonly certain1: number;
  readonly hit3: number;
  readonly recall5: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly wronglyRejected: number;
  readonly rejected: number;
}

export const figureNames = [
  'hit1',
  'certain1',
  'hit3',
  'recall5',
  'mrr10',
  'ndcg10',
  'wronglyRejected',
  'rejected',
] as const;

const DEPTH = 10;
const RIGHT = 2;

export function figures(cases: readonly MatchingCase[], answer: (query: string) => Answer): Figures {
  const fitting = cases.filter(({ gold }) => gold.length > 0).map((found) => scored(found, answer(found.query)));
  const foreign = cases.filter(({ gold }) => gold.length === 0).map(({ query }) => rejects(answer(query)));
  const mean = (key: keyof ReturnType<typeof scored>) => average(fitting.map((score) => score[key]));
  return {
    cases: cases.length,
    hit1: mean('hit1'),
    certain1: mean('certain1'),
    hit3: mean('hit3'),
    recall5: mean('recall5'),
    mrr10: mean('mrr10'),
    ndcg10: mean('ndcg10'),
    wronglyRejected: mean('wronglyRejected'),
    rejected: average(foreign),
  };
}

const rejects = ({ codes, confident }: Answer): number => (codes.length === 0 || !confident ? 1 : 0);

function scored({ gold }: MatchingCase, answer: Answer) {
  const grades = new Map(gold.map(({ code, grade }) => [code, grade]));
  const found = answer.codes.slice(0, DEPTH).map((code) => grades.get(code) ?? 0);
  const rank = found.findIndex((grade) => grade >= RIGHT) + 1;
  const right = gold.filter(({ grade }) => grade >= RIGHT).length;
  const ideal = gold.map(({ grade }) => grade).sort((a, b) => b - a);
  return {
    hit1: rank === 1 ? 1 : 0,
    certain1: found[0] === 3 ? 1 : 0,
    hit3: rank >= 1 && rank <= 3 ? 1 : 0,
    recall5: found.slice(0, 5).filter((grade) => grade >= RIGHT).length / right,
    mrr10: rank === 0 ? 0 : 1 / rank,
    ndcg10: gain(found) / gain(ideal),
    wronglyRejected: rejects(answer),
  };
}

const gain = (grades: readonly number[]) =>
  grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

/** NaN for none: a figure about nothing must not look like a bad or a good one. */
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
