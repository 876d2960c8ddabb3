import type { CapabilityIndex } from './build-index.ts';
import type { Reading } from './read-text.ts';

/** The items a text speaks for, best first; equal ones in the order of the catalogue. */
export interface Ranked {
  readonly item: number;
  /** Sum of the weights of all occurrences. */
  readonly raw: number;
}

/** How strongly does a text speak for each item? Items that nothing speaks for are left out. */
export function rankItems(index: CapabilityIndex, { occurrences }: Reading): Ranked[] {
  const { first, item, weight, codes } = index;
  const raw = new Float64Array(codes.length);
  for (const { term, share } of occurrences) {
    for (let at = first[term]!; at < first[term + 1]!; at++) raw[item[at]!]! += weight[at]! * share;
  }
  const ranked: Ranked[] = [];
  raw.forEach((value, number) => {
    if (value > 0) ranked.push({ item: number, raw: value });
  });
  return ranked.sort((a, b) => b.raw - a.raw || a.item - b.item);
}
