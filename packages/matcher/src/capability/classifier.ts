import { PART, WORDS } from '../text/terms.ts';
import { numbersIn, type TextTerms } from '../text/text-terms.ts';
import { Vocabulary } from '../text/vocabulary.ts';

/** A linear classifier over the terms of a text: positive says yes. Terms that it does not know count only in the length. */
export interface Classifier {
  readonly constant: number;
  readonly vocabulary: Vocabulary;
  /** By the numbers of the vocabulary. */
  readonly weights: readonly number[];
}

/** A classifier as it is shipped: weight in tenths → the terms that have it, parted by a blank. */
export interface ClassifierTable {
  readonly constant: number;
  readonly tenths: Readonly<Record<string, string>>;
}

export function readClassifier({ constant, tenths }: ClassifierTable): Classifier {
  const vocabulary = new Vocabulary(2048);
  const weights: number[] = [];
  for (const [weight, terms] of Object.entries(tenths)) {
    for (const term of terms.split(' ')) weights[vocabulary.addWritten(term)] = Number(weight) / 10;
  }
  return { constant, vocabulary, weights };
}

/** Which kinds of terms a classifier looks at: characters, pairs, words. */
export const isClassified = (kind: number): boolean => kind !== PART && kind !== WORDS;

/** Stretches of a text, each term in them looked at once; a term that reaches out of its stretch does not count. */
export type Stretches = readonly { readonly start: number; readonly end: number }[];

/**
 * Log odds that stretches of a text together are of the class: the weights of their different terms over the square root of how many there are, and the constant. One
 * look-up for each different term of the text serves every question about it.
 */
export function judgeOf({ constant, vocabulary, weights }: Classifier, terms: TextTerms): (of: Stretches) => number {
  const numbers = numbersIn(vocabulary, terms);
  const weightOf = new Float64Array(terms.different);
  for (let one = 0; one < numbers.length; one++) if (numbers[one]! >= 0) weightOf[one] = weights[numbers[one]!]!;
  const askedLast = new Uint32Array(terms.different);
  let asked = 0;
  return (stretches) => {
    asked += 1;
    let [sum, count] = [0, 0];
    for (const { start, end } of stretches) {
      for (let at = terms.before[start]!; at < terms.before[end]!; at++) {
        const number = terms.number[at]!;
        if (askedLast[number] === asked || !isClassified(terms.kind[at]!) || terms.end[at]! > end) continue;
        askedLast[number] = asked;
        sum += weightOf[number]!;
        count += 1;
      }
    }
    return constant + sum / Math.sqrt(Math.max(1, count));
  };
}
