import type { Category, Level, Programme } from './programme/parse-programme.ts';
import { assertProgramme, getCategory } from './programme/programme.ts';

/** More than a thousand times the largest grant; beyond it a number is a slip, not a plan. */
const maxPoints = 10_000_000;

function quantity(value: unknown, argument: string, max: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > max) {
    throw new TypeError(`${argument}: expected a number from 0 to ${max}, got ${String(value).slice(0, 40)}`);
  }
  return value;
}

function categoryCounting(programme: Programme, unit: 'gpu-hour' | 'token', where: string): Category {
  assertProgramme(programme, `${where}(programme)`);
  const category = programme.categories.find(({ point }) => point.unit === unit);
  if (!category) throw new TypeError(`${where}: no category of programme ${programme.id} counts ${unit}s`);
  return category;
}

// Points are counted in millionths inside, so that 0.1 + 0.2 points are 0.3.
const millionths = (value: number) => Math.round(value * 1e6);

/**
 * How many GPU hours are these points? Source: the programme's 點數定義 (1 point = 0.5 GPU hour in programme 115).
 * @param points 0 to 10,000,000; fractions allowed.
 * @example pointsToGpuHours(programme115, 6000) // 3000
 */
export function pointsToGpuHours(programme: Programme, points: number): number {
  const { point } = categoryCounting(programme, 'gpu-hour', 'pointsToGpuHours');
  return (millionths(quantity(points, 'pointsToGpuHours(points)', maxPoints)) * point.perPoint) / 1e6;
}

/** How many points do these GPU hours take? @example gpuHoursToPoints(programme115, 3000) // 6000 */
export function gpuHoursToPoints(programme: Programme, hours: number): number {
  const { point } = categoryCounting(programme, 'gpu-hour', 'gpuHoursToPoints');
  return millionths(quantity(hours, 'gpuHoursToPoints(hours)', maxPoints * point.perPoint) / point.perPoint) / 1e6;
}

/**
 * How many tokens, input and output together, are these points? Whole smallest units only (1,000 tokens in programme 115):
 * what is left of a point below one unit buys nothing.
 * @example pointsToTokens(programme115, 0.019) // 1000
 */
export function pointsToTokens(programme: Programme, points: number): number {
  const { point } = categoryCounting(programme, 'token', 'pointsToTokens');
  const smallest = point.smallest ?? 1;
  const tokens = (millionths(quantity(points, 'pointsToTokens(points)', maxPoints)) * point.perPoint) / 1e6;
  return Math.floor(tokens / smallest) * smallest;
}

/** Points for an amount of tokens, and the amount that was counted. */
export interface TokenCost {
  /** Points, to a millionth. */
  readonly points: number;
  /** The tokens as counted: rounded up to the smallest unit. */
  readonly countedTokens: number;
  /** Tokens that are counted as one; 1 where the source names none. */
  readonly smallestUnit: number;
}

/**
 * How many points do these tokens (input and output together) take?
 * The programme counts in units of 1,000 and does not say how it rounds; a begun unit is taken as a whole one, the cautious reading.
 * @param tokens a whole number.
 * @example tokensToPoints(programme115, 100_001) // { points: 1.01, countedTokens: 101000, smallestUnit: 1000 }
 */
export function tokensToPoints(programme: Programme, tokens: number): TokenCost {
  const { point } = categoryCounting(programme, 'token', 'tokensToPoints');
  quantity(tokens, 'tokensToPoints(tokens)', maxPoints * point.perPoint);
  if (!Number.isInteger(tokens)) throw new TypeError(`tokensToPoints(tokens): expected a whole number, got ${tokens}`);
  const smallestUnit = point.smallest ?? 1;
  const countedTokens = Math.ceil(tokens / smallestUnit) * smallestUnit;
  return { points: millionths(countedTokens / point.perPoint) / 1e6, countedTokens, smallestUnit };
}

/** What a level's points buy in the unit of a category. */
export interface Fit {
  /** Id of the category. */
  readonly category: string;
  /** Id of the level, such as `L2`. */
  readonly level: string;
  /** Points of the level. */
  readonly points: number;
  /** What `amount`, `perMonth` and `smallest` count. */
  readonly unit: 'gpu-hour' | 'token';
  /** The whole grant in the unit: GPU hours or tokens. */
  readonly amount: number;
  /** The grant spread evenly over the months of use. */
  readonly perMonth: number;
  /** Months of use: the same for every level. */
  readonly months: number;
  /** Smallest amount that is counted, in `unit`; `null` where the source names none. */
  readonly smallest: number | null;
}

/**
 * What fits into a level (L1, L2, L3) of a category: GPU hours for training, tokens for inference.
 * @throws TypeError for a level or category the programme does not have.
 * @example whatFits(programme115, 'inference', 'L3').amount // 600000000
 */
export function whatFits(programme: Programme, categoryId: string, levelId: string): Fit {
  const category = getCategory(programme, categoryId);
  const level = programme.levels.find(({ id }) => id === levelId);
  if (!level) {
    const known = programme.levels.map(({ id }) => id).join(', ');
    throw new TypeError(
      `whatFits(level): programme ${programme.id} has no level ${JSON.stringify(String(levelId).slice(0, 40))}; it has ${known}`,
    );
  }
  const { unit, perPoint, smallest } = category.point;
  const amount = level.points * perPoint;
  const { months } = programme.usePeriod;
  const step = smallest ?? 1;
  const perMonth = Math.floor(amount / months / step) * step;
  return { category: category.id, level: level.id, points: level.points, unit, amount, perMonth, months, smallest };
}

/**
 * Which is the smallest level that holds this need? `null` when none does.
 * @param amount GPU hours or tokens, as the category counts. The level is granted by the reviewers, never by this sum.
 */
export function levelFor(programme: Programme, categoryId: string, amount: number): Level | null {
  const { point } = getCategory(programme, categoryId);
  quantity(amount, 'levelFor(amount)', maxPoints * point.perPoint);
  const levels = [...programme.levels].sort((a, b) => a.points - b.points);
  return levels.find((level) => level.points * point.perPoint >= amount) ?? null;
}
