import { items } from '../catalogue.ts';
import type { ItemCode } from '../code.ts';
import type { Found, TermMatch } from './match.ts';

export interface Ranked {
  readonly code: ItemCode;
  readonly score: number;
  /** Best first. */
  readonly matches: readonly TermMatch[];
}

/** An item whose score is below this part of the best one's is noise beside it. */
const worthShowing = 0.5;

/**
 * In which order do items answer all words together? The score is the mean over the words, in which a word counts the
 * more, the fewer items know it. Best first, ties in official order.
 */
export function rank(words: readonly Found[]): Ranked[] {
  const weights = words.map((found) => Math.log(1 + items.length / Math.max(found.size, 1)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const ranked = items
    .map(({ code }) => {
      const perWord = words.map((found) => found.get(code) ?? []);
      const score = perWord.reduce((sum, matches, i) => sum + weights[i]! * strength(matches), 0) / whole;
      return { code, score, matches: perWord.flat().sort((a, b) => b.score - a.score) };
    })
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score > 0 && score >= best * worthShowing);
}

/** The best text decides; further texts that fit raise it a little, so that an item full of the word comes first. */
function strength(matches: readonly TermMatch[]): number {
  if (matches.length === 0) return 0;
  return Math.max(...matches.map(({ score }) => score)) * (1 - 0.1 / matches.length);
}
