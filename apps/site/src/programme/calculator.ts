import {
  type Category,
  gpuHoursToPoints,
  levelFor,
  type Programme,
  pointsToGpuHours,
  pointsToTokens,
  tokensToPoints,
} from '@aipower/programme';
import type { Language } from '../page/language.ts';
import type { Show } from '../page/show.ts';
import type { Messages } from '../page/words.zh.ts';

type Words = Messages['programme'];
type Unit = Category['point']['unit'];

/** One way to convert: the points of a category into what it counts, or back. */
export interface Conversion {
  /** As it stands in the address: `training-points`, `gpu-hours`. */
  readonly id: string;
  readonly category: Category;
  readonly from: 'points' | Unit;
  readonly label: string;
}

const idOfUnit: Readonly<Record<Unit, string>> = { 'gpu-hour': 'gpu-hours', token: 'tokens' };
const MAX_POINTS = 10_000_000;

/**
 * Every conversion that a programme defines: for each unit, with the first category that counts in it, since every
 * category of a unit converts alike.
 */
export function conversionsOf(programme: Programme, t: Words, language: Language): readonly Conversion[] {
  const units = (Object.keys(idOfUnit) as Unit[]).flatMap((unit) => {
    const category = programme.categories.find(({ point }) => point.unit === unit);
    return category ? [{ unit, category, name: nameOf(category, language) }] : [];
  });
  return [
    ...units.map(({ unit, category, name }): Conversion => {
      return { id: `${category.id}-points`, category, from: 'points', label: t.fromPoints[unit](name) };
    }),
    ...units.map(({ unit, category, name }): Conversion => {
      return { id: idOfUnit[unit], category, from: unit, label: t.toPoints[unit](name) };
    }),
  ];
}

/** A category inside a sentence: English names begin with a capital on their own only. */
function nameOf({ name }: Category, language: Language): string {
  return language === 'en' ? name.en.charAt(0).toLowerCase() + name.en.slice(1) : name.zh;
}

export interface Calculation {
  readonly amount: string;
  readonly unit: string;
  readonly error: string | null;
  readonly lines: readonly string[];
}

/** Converts what was typed; an amount that cannot be read is told with what was found and what would do. */
export function calculate(
  programme: Programme,
  amount: string,
  conversion: Conversion,
  t: Words,
  show: Show,
): Calculation {
  const { id: unit, from, category } = conversion;
  const plain = amount.normalize('NFKC').replace(/[,\s]/g, '');
  const fail = (error: string): Calculation => ({ amount, unit, error, lines: [] });
  if (plain === '') return fail(t.errors.amountMissing);
  if (!/^\d{1,16}(\.\d{1,6})?$/.test(plain)) return fail(t.errors.amountNotNumber(amount.slice(0, 40)));
  const n = Number(plain);
  const most = from === 'points' ? MAX_POINTS : MAX_POINTS * category.point.perPoint;
  if (n > most) return fail(t.errors.amountTooLarge(show.number(most)));
  if (from === 'token' && !Number.isInteger(n)) return fail(t.errors.amountNotWhole);
  return { amount, unit, error: null, lines: convert(programme, n, conversion, t, show) };
}

function convert(programme: Programme, n: number, { category, from }: Conversion, t: Words, show: Show): string[] {
  const number = show.number;
  const fits = (amount: number) => {
    const level = levelFor(programme, category.id, amount);
    const highest = Math.max(...programme.levels.map(({ points }) => points));
    return level ? t.fitsLevel(level.id, number(level.points)) : t.fitsNone(number(highest));
  };
  if (from === 'points' && category.point.unit === 'gpu-hour') {
    const hours = pointsToGpuHours(programme, n);
    return [t.hoursOfPoints(number(n), number(hours)), fits(hours)];
  }
  if (from === 'points') {
    const tokens = pointsToTokens(programme, n);
    return [t.tokensOfPoints(number(n), number(tokens)), fits(tokens)];
  }
  if (from === 'gpu-hour') return [t.pointsOfHours(number(n), number(gpuHoursToPoints(programme, n))), fits(n)];
  const { points, countedTokens, smallestUnit } = tokensToPoints(programme, n);
  const taken =
    smallestUnit === 1
      ? t.pointsOfTokens(number(n), number(points))
      : t.pointsOfUnits(number(n), number(smallestUnit), number(countedTokens), number(points));
  const lines = [taken, fits(n)];
  return countedTokens === n ? lines : [...lines, t.tokenRounding];
}
