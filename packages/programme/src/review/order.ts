/** Results nearer than this are equal: far below any score a person gives, far above rounding of sums. */
const equalWithin = 1e-9;
/** Results mostly come in the order of the ranking, so the place of one is near the place of the one before. */
const NEAR = 8;

/** The results of a round, or of one "what if" on it. Whoever holds it alone may change it with {@link replaceResult}. */
export interface Order {
  /** By the application's index. */
  readonly results: Float64Array;
  /** The same numbers, the lowest first. */
  readonly sorted: Float64Array;
  /** By the application's index: 1 for the highest result. A chain of results each within `equalWithin` of the next shares a rank. */
  readonly ranks: Int32Array;
}

/** What is different between two lists of applications, by their indexes. */
export interface Change {
  /** For each application of the new list its index in the old one, -1 for one that was not there; null: all are where they were. */
  readonly from: Int32Array | null;
  /** In the new list: not there before, or with another score. */
  readonly fresh: readonly number[];
  /** In the old list: not there any more, or with another score. */
  readonly gone: readonly number[];
}

/**
 * Sorted without a function of ours: many times faster, and a round is ranked once for each "what if".
 *
 * @param places all indexes, best first or nearly so
 */
export const orderOf = (results: Float64Array, places: readonly number[]): Order =>
  ranked({ results, sorted: results.toSorted() }, places);

export const copyOf = ({ results, sorted, ranks }: Order): Order => ({
  results: results.slice(),
  sorted: sorted.slice(),
  ranks: ranks.slice(),
});

/**
 * Gives one application another result, in the order itself: nothing but what lies between the two results is moved.
 *
 * @returns whether all others stand to each other as before; else results between which it stood, or now stands, became equals or ceased to be
 */
export function replaceResult(order: Order, index: number, now: number): boolean {
  const { results, sorted, ranks } = order;
  const was = results[index]!;
  if (was === now) return true;
  const last = sorted.length - 1;
  const left = placeOf(sorted, was);
  const parted = bridges(sorted, left, last) && sorted[left + 1] !== was;
  const lowestThen = sorted[endOfEquals(sorted, left, -1, last)]!;
  sorted.copyWithin(left, left + 1);
  const entered = firstAtLeast(sorted, now, last);
  sorted.copyWithin(entered + 1, entered, last);
  sorted[entered] = now;
  results[index] = now;
  const joined = bridges(sorted, entered, last) && sorted[entered + 1] !== now;
  if (parted || joined) {
    ranked(order, results.keys(), ranks);
    return false;
  }
  const lowestNow = sorted[endOfEquals(sorted, entered, -1, last)]!;
  // One fewer above whatever is below the equals that it left, one more above whatever is below those that it joined.
  for (let i = 0; i < results.length; i++) {
    const one = results[i]!;
    ranks[i] = ranks[i]! - (one < lowestThen ? 1 : 0) + (one < lowestNow ? 1 : 0);
  }
  ranks[index] = sorted.length - endOfEquals(sorted, entered, 1, last);
  return true;
}

/** Whether its neighbours on both sides are equals only because it stands between them. */
function bridges(sorted: Float64Array, at: number, last: number): boolean {
  if (at === 0 || at === last) return false;
  const [below, one, above] = [sorted[at - 1]!, sorted[at]!, sorted[at + 1]!];
  return one - below <= equalWithin && above - one <= equalWithin && above - below > equalWithin;
}

/** The last place of those that share its rank, upwards (1) or downwards (-1). */
function endOfEquals(sorted: Float64Array, from: number, step: 1 | -1, last: number): number {
  let at = from;
  while (at + step >= 0 && at + step <= last && Math.abs(sorted[at + step]! - sorted[at]!) <= equalWithin) at += step;
  return at;
}

function firstAtLeast(sorted: Float64Array, wanted: number, end: number): number {
  let [from, to] = [0, end];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The order after a change: nothing is sorted again but what changed.
 *
 * @param resultOf the result of a fresh application
 * @param places all indexes of the new list, in whatever order
 */
export function changedOrder(
  before: Order,
  { from, fresh, gone }: Change,
  resultOf: (index: number) => number,
  places: Iterable<number>,
): Order {
  const results = from
    ? new Float64Array(from.length).map((_zero, i) => before.results[from[i]!] ?? 0)
    : before.results.slice();
  for (const i of fresh) results[i] = resultOf(i);
  const leave = Float64Array.from(gone, (i) => before.results[i]!).sort();
  const enter = Float64Array.from(fresh, (i) => results[i]!).sort();
  return ranked({ results, sorted: exchanged(before.sorted, leave, enter) }, places);
}

/** Sorted numbers without some of them and with others; all three are sorted. */
function exchanged(sorted: Float64Array, leave: Float64Array, enter: Float64Array): Float64Array {
  const then = new Float64Array(sorted.length - leave.length + enter.length);
  let [at, left, entered] = [0, 0, 0];
  for (let i = 0; i < sorted.length; i++) {
    const one = sorted[i]!;
    if (left < leave.length && leave[left] === one) {
      left++;
      continue;
    }
    while (entered < enter.length && enter[entered]! <= one) then[at++] = enter[entered++]!;
    then[at++] = one;
  }
  while (entered < enter.length) then[at++] = enter[entered++]!;
  return then;
}

/** @param places all indexes: fastest in the order of their results, or nearly */
function ranked(
  { results, sorted }: Pick<Order, 'results' | 'sorted'>,
  places: Iterable<number>,
  ranks: Int32Array = new Int32Array(sorted.length),
): Order {
  const rankAt = new Int32Array(sorted.length);
  for (let at = sorted.length - 1, rank = 1; at >= 0; at--) {
    const isEqual = at < sorted.length - 1 && sorted[at + 1]! - sorted[at]! <= equalWithin;
    if (!isEqual) rank = sorted.length - at;
    rankAt[at] = rank;
  }
  let at = sorted.length - 1;
  for (const index of places) {
    const wanted = results[index]!;
    for (let step = 0; step < NEAR && at > 0 && sorted[at]! > wanted; step++) at--;
    if (sorted[at] !== wanted) at = placeOf(sorted, wanted);
    ranks[index] = rankAt[at]!;
  }
  return { results, sorted, ranks };
}

/** Where a number that is there stands in sorted numbers; the first of the same. */
const placeOf = (sorted: Float64Array, wanted: number): number => firstAtLeast(sorted, wanted, sorted.length - 1);
