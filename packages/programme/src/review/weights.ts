import { ProgrammeDataError } from '../programme/data-error.ts';
import type { Programme } from '../programme/parse-programme.ts';
import { getCategory } from '../programme/programme.ts';

/** A criterion with its weight in per cent. */
export interface Weight {
  /** Id of the criterion in the programme's data. */
  readonly id: string;
  /** Of the total; the weights of a round add up to 100. */
  readonly percent: number;
}

/** The weights of one round, frozen: they name the programme, category and round they were taken for. */
export interface RoundWeights {
  /** Year of the programme, ROC, such as `115`. */
  readonly programme: string;
  /** Id of the category, such as `training`. */
  readonly category: string;
  /** Number of the round within its category, from 1. */
  readonly round: number;
  /** In the order of the programme; in per cent, together 100. */
  readonly weights: readonly Weight[];
}

/**
 * The weights by which a round is scored, taken once when it begins and used to its end.
 * @throws TypeError for a category or round the programme does not have.
 */
export function freezeWeights(programme: Programme, categoryId: string, round: number): RoundWeights {
  const category = getCategory(programme, categoryId);
  if (!category.rounds.some(({ number }) => number === round)) {
    throw new TypeError(
      `freezeWeights(round): ${categoryId} has rounds 1 to ${category.rounds.length}, got ${String(round).slice(0, 20)}`,
    );
  }
  const weights = category.weights.map(({ id, percent }) => Object.freeze({ id, percent }));
  return Object.freeze({ programme: programme.id, category: categoryId, round, weights: Object.freeze(weights) });
}

/** @throws TypeError when they are no list; ProgrammeDataError when weights are not positive, named twice, or do not add up to 100. */
export function assertWeights(weights: readonly Weight[]): void {
  if (!Array.isArray(weights))
    throw new TypeError('weights: expected those of freezeWeights(programme, category, round)');
  const issues = [];
  const sum = weights.reduce((total, { percent }) => total + percent, 0);
  for (const [i, { id, percent }] of weights.entries()) {
    if (!(percent > 0 && percent <= 100))
      issues.push({ path: `weights.${i}`, code: 'range', message: `${id}: ${percent} is not above 0 and at most 100` });
    if (weights.findIndex((other) => other.id === id) !== i)
      issues.push({ path: `weights.${i}`, code: 'duplicate', message: `${id} is there twice` });
  }
  if (Math.abs(sum - 100) > 1e-9)
    issues.push({ path: 'weights', code: 'sum', message: `weights add up to ${sum}, not 100` });
  if (issues.length > 0) throw new ProgrammeDataError('The weights', issues);
}
