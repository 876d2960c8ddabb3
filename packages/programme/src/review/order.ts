/** Results nearer than this are equal: far below any score a person gives, far above rounding of sums. */
const equalWithin = 1e-9;
/** Results mostly come in the order of the ranking, so the place of one is near the place of the one before. */
const NEAR = 8;

/** The results of a round, or of one "what if" on it. Both arrays hold the same numbers and are never changed. */
export interface Order {
  /** By the application's index. */
  readonly results: Float64Array;
  /** The lowest first. */
  readonly sorted: Float64Array;
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

/** Sorted without a function of ours: many times faster, and a round is ranked once for each "what if". */
export const orderOf = (results: Float64Array): Order => ({ results, sorted: results.toSorted() });

/** The order after a change: nothing is sorted again but what changed. @param resultOf the result of a fresh application */
export function changedOrder(before: Order, { from, fresh, gone }: Change, resultOf: (index: number) => number): Order {
  const results = from
    ? new Float64Array(from.length).map((_zero, i) => before.results[from[i]!] ?? 0)
    : before.results.slice();
  for (const i of fresh) results[i] = resultOf(i);
  const leave = Float64Array.from(gone, (i) => before.results[i]!).sort();
  const enter = Float64Array.from(fresh, (i) => results[i]!).sort();
  return { results, sorted: exchanged(before.sorted, leave, enter) };
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

/**
 * Ranks, 1 for the highest result. A chain of results each within `equalWithin` of the next shares a rank.
 *
 * @param places indexes of the applications; the ranks come in this order.
 */
export function ranksOf({ results, sorted }: Order, places: readonly number[]): Int32Array {
  const rankAt = new Int32Array(sorted.length);
  for (let at = sorted.length - 1, rank = 1; at >= 0; at--) {
    const isEqual = at < sorted.length - 1 && sorted[at + 1]! - sorted[at]! <= equalWithin;
    if (!isEqual) rank = sorted.length - at;
    rankAt[at] = rank;
  }
  const ranks = new Int32Array(places.length);
  let at = sorted.length - 1;
  for (let place = 0; place < places.length; place++) {
    const wanted = results[places[place]!]!;
    for (let step = 0; step < NEAR && at > 0 && sorted[at]! > wanted; step++) at--;
    if (sorted[at] !== wanted) at = placeOf(sorted, wanted);
    ranks[place] = rankAt[at]!;
  }
  return ranks;
}

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
