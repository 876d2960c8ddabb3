import { type Folded, givenPlace } from '../text/fold.ts';
import { PART } from '../text/terms.ts';
import { type CapabilityIndex, ITEM_WORDS } from './build-index.ts';
import { type Field, fields } from './passages.ts';
import type { PhraseFound } from './phrases.ts';
import { clauseFactor, type Ranking } from './rank.ts';
import type { Occurrence, Reading } from './read-text.ts';

/**
 * One stretch of the text that speaks for an item. `feature`: a whole title or keyword stands there (`phrase`), words of the item
 * do (`words`), something that sounds or looks like its words does (`typo`), or only parts of a Latin word agree (`parts`).
 */
export interface Evidence {
  /** How the stretch and the item's words agree. */
  readonly feature: 'phrase' | 'words' | 'typo' | 'parts';
  /** Where in the catalogue the strongest of its words stand. */
  readonly field: Field;
  /** The stretch as it stands in the text: `text.slice(start, end)`. */
  readonly term: string;
  /** UTF-16 offset into the text as given. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** Above 0, without upper bound; see {@link CapabilityMatch.score}. */
  readonly weight: number;
}

/** What makes one unit of evidence in a text of this length: longer texts need more to say the same. */
export function unitOf({ length }: Reading): number {
  return EVIDENCE_UNIT * Math.sqrt(Math.max(1, length));
}

const EVIDENCE_UNIT = 12;

/** The score that evidence adds up to: each piece leaves exp(−weight) of the doubt, so the score is 1 − exp(−sum of weights). */
export function scoreOf(evidence: readonly { readonly weight: number }[]): number {
  return 1 - Math.exp(-evidence.reduce((sum, { weight }) => sum + weight, 0));
}

/**
 * Why does the text speak for these items? Per item every occurrence that counted, overlapping ones joined, in the order of the text.
 * One pass over the text serves all items.
 */
export function evidenceFor(
  index: CapabilityIndex,
  items: readonly number[],
  given: string,
  folded: Folded,
  phrases: readonly PhraseFound[],
  reading: Reading,
  ranking: Ranking,
): Evidence[][] {
  const { first, holds, weight: weightOf, field: fieldOf } = index;
  const text = { given, folded, phrases, unit: unitOf(reading) };
  const joined = items.map((item) => new Joined(item, text));
  const shown = new Int32Array(ITEM_WORDS);
  const ofItem: Joined[] = [];
  for (const one of joined) {
    shown[one.item >>> 5]! |= 1 << one.item;
    ofItem[one.item] = one;
  }
  for (const occurrence of reading.occurrences) {
    const { term, share } = occurrence;
    // The postings of a term stand in the order of the items: so many come before those of the next word.
    let before = first[term]!;
    for (let word = 0; word < ITEM_WORDS; word++) {
      const held = holds[term * ITEM_WORDS + word]! | 0;
      if (held === 0) continue;
      for (let left = held & shown[word]!; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const item = (word << 5) + 31 - Math.clz32(bit);
        const at = before + bitsIn(held & (bit - 1));
        const weight = weightOf[at]! * share * clauseFactor(ranking, occurrence, item);
        ofItem[item]!.add(occurrence, weight, fieldOf[at]!);
      }
      before += bitsIn(held);
    }
  }
  return joined.map((one) => one.end());
}

/** How many bits of the 32 are set. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

interface TextRead {
  readonly given: string;
  readonly folded: Folded;
  readonly phrases: readonly PhraseFound[];
  readonly unit: number;
}

/** The place after those of the fields. */
const ALL = fields.length;

/** Joins the occurrences of one item that overlap; they come in the order of the text. */
class Joined {
  readonly #evidence: Evidence[] = [];
  #start = 0;
  /** 0: no stretch is open. */
  #end = 0;
  #slip = false;
  #onlyParts = true;
  /** Weight by field, and of all. A field of the object would make a new number of every sum, which was half of what a text allocated (decision 283). */
  readonly #weights = new Float64Array(fields.length + 1);
  /** The phrases before this one begin before the open stretch, and so before all that follow. */
  #phrase = 0;

  readonly item: number;
  readonly #text: TextRead;

  constructor(item: number, text: TextRead) {
    this.item = item;
    this.#text = text;
  }

  add({ kind, start, end, slip }: Occurrence, weight: number, field: number): void {
    if (start >= this.#end || this.#slip !== slip) {
      this.#close();
      this.#start = start;
      this.#end = end;
      this.#slip = slip;
      this.#onlyParts = true;
    } else if (end > this.#end) this.#end = end;
    const weights = this.#weights;
    weights[ALL]! += weight;
    weights[field]! += weight;
    if (kind !== PART) this.#onlyParts = false;
  }

  end(): Evidence[] {
    this.#close();
    return this.#evidence;
  }

  #close(): void {
    if (this.#end === 0) return;
    const { given, folded, unit } = this.#text;
    const { start, end } = givenPlace(folded, this.#start, this.#end);
    const weights = this.#weights;
    const field = fields[largestField(weights)]!;
    const term = given.slice(start, end);
    this.#evidence.push({ feature: this.#feature(), field, term, start, end, weight: weights[ALL]! / unit });
    weights.fill(0);
  }

  #feature(): Evidence['feature'] {
    if (this.#slip) return 'typo';
    if (this.#onlyParts) return 'parts';
    const { phrases } = this.#text;
    while (this.#phrase < phrases.length && phrases[this.#phrase]!.start < this.#start) this.#phrase += 1;
    for (let at = this.#phrase; at < phrases.length && phrases[at]!.start < this.#end; at++) {
      const { end, items } = phrases[at]!;
      if (end <= this.#end && items.includes(this.item)) return 'phrase';
    }
    return 'words';
  }
}

/** The field of the largest weight, of equal ones the first. */
function largestField(weights: Float64Array): number {
  let largest = 0;
  for (let field = 1; field < ALL; field++) if (weights[field]! > weights[largest]!) largest = field;
  return largest;
}
