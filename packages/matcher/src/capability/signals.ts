import type { Folded } from '../text/fold.ts';
import type { PhraseFound } from './phrases.ts';
import type { Ranked, Ranking } from './rank.ts';
import type { Reading } from './read-text.ts';

/** What the decision rests on: how well the best item is supported, and whether the text is of this field at all. */
export interface Signals {
  /** Logarithm of one and the evidence for the best item. */
  readonly evidence: number;
  /** Logarithm of one and the number of pairs and words. */
  readonly length: number;
  /** How far the best item is ahead of the second, 0 to 1. */
  readonly lead: number;
  /** The same, or where it is more the mean of the clauses: in a list of needs each clause has a clear item, though none of them is far ahead in the whole. */
  readonly clear: number;
  /** Mean log odds that a pair or word comes from the catalogue and not from everyday text. */
  readonly typical: number;
  /** Share of the pairs and words that everyday texts use, 0 to 1. */
  readonly everyday: number;
  /** Share of the text that whole titles and keywords of the best item cover, 0 to 1. */
  readonly phrases: number;
  /** Log odds that the text asks for, or offers, something that a machine is to judge, and does not describe a trade: a classifier of sentences. */
  readonly asks: number;
}

export const signalNames = ['evidence', 'length', 'lead', 'clear', 'typical', 'everyday', 'phrases', 'asks'] as const;

/** @param ranking of one item at least */
export function signalsOf(
  folded: Folded,
  phrases: readonly PhraseFound[],
  reading: Reading,
  { plain, clauseLead }: Ranking,
  asks: number,
): Signals {
  const [best, second] = plain as readonly Ranked[] as [Ranked, Ranked | undefined];
  const lead = (best.raw - (second?.raw ?? 0)) / best.raw;
  let covered = 0;
  for (const { items, start, end } of phrases) if (items.includes(best.item)) covered += end - start;
  const size = Math.max(1, folded.text.replace(/[\s\p{P}\p{S}]/gu, '').length);
  return {
    evidence: Math.log1p(best.raw),
    length: Math.log1p(reading.length),
    lead,
    clear: Math.max(lead, clauseLead),
    typical: reading.typical,
    everyday: reading.everyday,
    phrases: Math.min(1, covered / size),
    asks,
  };
}
