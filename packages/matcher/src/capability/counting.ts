import { readTerms, Terms } from '../text/terms.ts';
import { Vocabulary } from '../text/vocabulary.ts';

const START = 1 << 17;

/**
 * Counts the terms of passages that come item by item. One row of counters serves all items and is emptied at the end of each; all of
 * it stands in flat arrays, because the first text that is matched waits for this.
 */
export class Counting {
  readonly terms = new Vocabulary(START);
  /** Per term: its kind, and in how many passages it stands. */
  kinds = new Uint8Array(START);
  passageCount = new Uint16Array(START);
  /** Per posting: term, item, occurrences weighed by field, and the best field. */
  term = new Uint32Array(2 * START);
  item = new Uint8Array(2 * START);
  count = new Float32Array(2 * START);
  field = new Uint8Array(2 * START);
  postings = 0;

  #lastPassage = new Int32Array(START);
  #counter = new Float32Array(START);
  #bestField = new Uint8Array(START);
  #passages = 0;
  readonly #read = new Terms();
  readonly #touched: number[] = [];

  /** @param field rank of the field the passage stands in, best first; `weight` what one occurrence there counts */
  passage(folded: string, weight: number, field: number): void {
    this.#passages += 1;
    const read = readTerms(folded, this.#read);
    for (let at = 0; at < read.length; at++) {
      const before = this.terms.size;
      const term = this.terms.add(read, at);
      if (term === before) {
        if (term === this.kinds.length) this.#growTerms();
        this.kinds[term] = read.kind[at]!;
      }
      if (this.#lastPassage[term] !== this.#passages) {
        this.#lastPassage[term] = this.#passages;
        this.passageCount[term]! += 1;
      }
      if (this.#counter[term] === 0) {
        this.#touched.push(term);
        this.#bestField[term] = field;
      } else if (field < this.#bestField[term]!) this.#bestField[term] = field;
      this.#counter[term]! += weight;
    }
  }

  endItem(item: number): void {
    for (const term of this.#touched) {
      if (this.postings === this.term.length) this.#growPostings();
      const at = this.postings;
      this.postings += 1;
      this.term[at] = term;
      this.item[at] = item;
      this.count[at] = this.#counter[term]!;
      this.field[at] = this.#bestField[term]!;
      this.#counter[term] = 0;
    }
    this.#touched.length = 0;
  }

  #growTerms(): void {
    this.kinds = doubled(this.kinds, Uint8Array);
    this.passageCount = doubled(this.passageCount, Uint16Array);
    this.#lastPassage = doubled(this.#lastPassage, Int32Array);
    this.#counter = doubled(this.#counter, Float32Array);
    this.#bestField = doubled(this.#bestField, Uint8Array);
  }

  #growPostings(): void {
    this.term = doubled(this.term, Uint32Array);
    this.item = doubled(this.item, Uint8Array);
    this.count = doubled(this.count, Float32Array);
    this.field = doubled(this.field, Uint8Array);
  }
}

function doubled<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array>(
  old: T,
  Row: new (length: number) => T,
): T {
  const larger = new Row(old.length * 2);
  larger.set(old);
  return larger;
}
