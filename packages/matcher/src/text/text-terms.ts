import { readTerms, type Terms } from './terms.ts';
import { Vocabulary } from './vocabulary.ts';

/** The terms of one text, each different one with a number, so that whatever is known of a term is looked up once for the text. */
export interface TextTerms extends Terms {
  /** For each term in the text's order: which of the different ones it is. */
  readonly number: Uint32Array;
  /** For each different one: where it stands first. */
  readonly first: Uint32Array;
  readonly different: number;
}

export function textTerms(text: string): TextTerms {
  const terms = readTerms(text);
  const known = new Vocabulary(terms.length);
  const number = new Uint32Array(terms.length);
  const first = new Uint32Array(terms.length);
  for (let at = 0; at < terms.length; at++) {
    const before = known.size;
    const found = known.add(terms, at);
    number[at] = found;
    if (found === before) first[found] = at;
  }
  return Object.assign(terms, { number, first, different: known.size });
}

/** What a vocabulary calls each of the different terms of a text; −1 for those it does not know. */
export function numbersIn(vocabulary: Vocabulary, terms: TextTerms): Int32Array {
  const numbers = new Int32Array(terms.different);
  for (let one = 0; one < terms.different; one++) numbers[one] = vocabulary.find(terms, terms.first[one]!);
  return numbers;
}
