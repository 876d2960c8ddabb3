import { computingItem } from '../generated/sentences.ts';
import type { CapabilityIndex } from './build-index.ts';
import type { Occurrence, Reading } from './read-text.ts';

/** The items a text speaks for, best first; equal ones in the order of the catalogue. */
export interface Ranked {
  readonly item: number;
  /** Sum of the weights of all occurrences. */
  readonly raw: number;
}

export interface Ranking {
  /** By the plain sums. */
  readonly plain: readonly Ranked[];
  /** As they are shown: the same first item, the others with their own clauses counted more. */
  readonly ranked: readonly Ranked[];
  /** The best item of each clause, by the number of the clause; empty where the text has too few clauses for it to count. */
  readonly bestOfClause: readonly number[];
  /** The item of computing time; −1 where the index has none. */
  readonly computing: number;
  /** What all words count for an item: 1, or less where its clauses would have carried it past the first. */
  readonly itemFactor: Float64Array;
  /** How far the best item of each clause is ahead of the second there, 0 to 1: the mean over the clauses by their evidence. A text of few clauses is one clause. */
  readonly clauseLead: number;
}

/** From so many clauses on a text may name several needs, and each clause speaks most for its own best item. */
const CLAUSES = 3;
/** What the words of a clause count for the best item of that clause. */
const OWN_CLAUSE = 3;
/** What its words count for {@link computingItem}, which every applicant asks for beside the need. */
const COMPUTING_CLAUSE = 2;
const ownClause = (item: number, computing: number) => (item === computing ? COMPUTING_CLAUSE : OWN_CLAUSE);
/** How near to the first item the others may come by their own clauses. */
const BELOW_FIRST = 0.999;

/**
 * How strongly does a text speak for each item? Items that nothing speaks for are left out. In a text of several clauses the words of a
 * clause count more for the item that is the best one there, so that a need of a few words is not lost beside a longer one; which item is first the plain sums alone decide
 * (decision 083).
 */
export function rankItems(index: CapabilityIndex, { occurrences, clauses }: Reading): Ranking {
  const items = index.codes.length;
  const raw = new Float64Array(items);
  const itemFactor = new Float64Array(items).fill(1);
  const computing = index.codes.indexOf(computingItem);
  if (clauses < CLAUSES) {
    addWeights(index, occurrences, 0, occurrences.length, raw);
    const plain = inOrder(raw);
    return {
      plain,
      ranked: plain,
      bestOfClause: [],
      computing,
      itemFactor,
      clauseLead: leadOf(raw).ahead / (plain[0]?.raw ?? 1),
    };
  }
  const bestOfClause: number[] = [];
  const extra = new Float64Array(items);
  const own = new Float64Array(items);
  let [aheadInAll, bestInAll] = [0, 0];
  for (let at = 0, end = 0; at < occurrences.length; at = end) {
    const { clause } = occurrences[at]!;
    while (end < occurrences.length && occurrences[end]!.clause === clause) end += 1;
    own.fill(0);
    addWeights(index, occurrences, at, end, own);
    for (let item = 0; item < items; item++) raw[item]! += own[item]!;
    const { best, ahead } = leadOf(own);
    aheadInAll += ahead;
    bestInAll += own[best]!;
    bestOfClause[clause] = best;
    extra[best]! += own[best]! * (ownClause(best, computing) - 1);
  }
  const plain = inOrder(raw);
  const [first] = plain;
  if (first !== undefined) {
    const most = (first.raw + extra[first.item]!) * BELOW_FIRST;
    for (let item = 0; item < items; item++) {
      raw[item]! += extra[item]!;
      if (item !== first.item && raw[item]! > most) {
        itemFactor[item] = most / raw[item]!;
        raw[item] = most;
      }
    }
  }
  return {
    plain,
    ranked: inOrder(raw),
    bestOfClause,
    computing,
    itemFactor,
    clauseLead: aheadInAll / (bestInAll || 1),
  };
}

/** The place of the largest sum, and how far it is above the second. */
function leadOf(sums: Float64Array): { best: number; ahead: number } {
  let best = 0;
  let first = 0;
  let second = 0;
  for (let item = 0; item < sums.length; item++) {
    const sum = sums[item]!;
    if (sum > first) {
      best = item;
      second = first;
      first = sum;
    } else if (sum > second) second = sum;
  }
  return { best, ahead: first - second };
}

function inOrder(raw: Float64Array): Ranked[] {
  const ranked: Ranked[] = [];
  for (let item = 0; item < raw.length; item++) if (raw[item]! > 0) ranked.push({ item, raw: raw[item]! });
  return ranked.sort((a, b) => b.raw - a.raw || a.item - b.item);
}

/** What an occurrence counts for an item beside its weight: more in the clause that is the item's own. */
export function clauseFactor(ranking: Ranking, { clause }: Occurrence, item: number): number {
  const { bestOfClause, computing, itemFactor } = ranking;
  return (bestOfClause[clause] === item ? ownClause(item, computing) : 1) * itemFactor[item]!;
}

function addWeights(
  { first, item, weight }: CapabilityIndex,
  occurrences: readonly Occurrence[],
  from: number,
  to: number,
  sums: Float64Array,
): void {
  for (let i = from; i < to; i++) {
    const { term, share } = occurrences[i]!;
    const end = first[term + 1]!;
    for (let at = first[term]!; at < end; at++) sums[item[at]!]! += weight[at]! * share;
  }
}
