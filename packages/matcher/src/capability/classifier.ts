import { PART, visitTerms, WORDS } from '../text/terms.ts';

/** A linear classifier over the terms of a text: positive says yes. Terms that it does not know count only in the length. */
export interface Classifier {
  readonly constant: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** A classifier as it is shipped: weight in tenths → the terms that have it, parted by a blank. */
export interface ClassifierTable {
  readonly constant: number;
  readonly tenths: Readonly<Record<string, string>>;
}

export function readClassifier({ constant, tenths }: ClassifierTable): Classifier {
  const weights = new Map<string, number>();
  for (const [weight, terms] of Object.entries(tenths)) {
    for (const term of terms.split(' ')) weights.set(term, Number(weight) / 10);
  }
  return { constant, weights };
}

/** Which terms a classifier looks at: characters, pairs, words; each once. */
export function classifierTerms(text: string): Set<string> {
  const terms = new Set<string>();
  visitTerms(text, (key, kind) => {
    if (kind !== PART && kind !== WORDS) terms.add(key);
  });
  return terms;
}

/** Log odds that the folded text is of the class: the weights of its terms over the square root of their number, and the constant. */
export function logOddsOf({ constant, weights }: Classifier, text: string): number {
  const terms = classifierTerms(text);
  let sum = 0;
  for (const term of terms) sum += weights.get(term) ?? 0;
  return constant + sum / Math.sqrt(Math.max(1, terms.size));
}
