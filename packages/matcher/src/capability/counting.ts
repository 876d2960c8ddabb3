import { readTerms, Terms } from '../text/terms.ts';
import { Vocabulary } from '../text/vocabulary.ts';

/** Terms of the catalogue and a little more. */
const START = 1 << 17;

/** A term's row: the last passage it stood in, in how many it stands, its best field in this item, its sum in this item. */
const ROW = 4;
const LAST = 0;
const PASSAGES = 1;
const FIELD = 2;
const SUM = 3;

/**
 * Counts the terms of passages that come item by item. One row of counters serves all items and is emptied at the end of each; all of
 * it stands in flat arrays, and a term's counters beside each other, because the first text that is matched waits for this.
 */
export class Counting {
  readonly terms = new Vocabulary(START / 2);
  /** Per term: its kind. */
  kinds = new Uint8Array(START);
  /** Per posting: term, item, occurrences weighed by field, and the best field. */
  term = new Uint32Array(2 * START);
  item = new Uint8Array(2 * START);
  count = new Float32Array(2 * START);
  field = new Uint8Array(2 * START);
  postings = 0;

  #rows = new Int32Array(ROW * START);
  /** The same memory, for the sums. */
  #sums = new Float32Array(this.#rows.buffer);
  #passages = 0;
  readonly #read = new Terms();
  readonly #touched: number[] = [];

  /** In how many passages a term stands. */
  passagesWith(term: number): number {
    return this.#rows[ROW * term + PASSAGES]!;
  }

  /** @param field rank of the field the passage stands in, best first; `weight` what one occurrence there counts */
  passage(folded: string, weight: number, field: number): void {
    this.#passages += 1;
    const read = readTerms(folded, this.#read);
    const passages = this.#passages;
    const touched = this.#touched;
    let rows = this.#rows;
    let sums = this.#sums;
    for (let at = 0; at < read.length; at++) {
      const before = this.terms.size;
      const term = this.terms.add(read, at);
      if (term === before) {
        if (term === this.kinds.length) {
          this.#growTerms();
          rows = this.#rows;
          sums = this.#sums;
        }
        this.kinds[term] = read.kind[at]!;
      }
      const row = ROW * term;
      if (rows[row + LAST] !== passages) {
        rows[row + LAST] = passages;
        rows[row + PASSAGES]! += 1;
      }
      if (sums[row + SUM] === 0) {
        touched.push(term);
        rows[row + FIELD] = field;
      } else if (field < rows[row + FIELD]!) rows[row + FIELD] = field;
      sums[row + SUM]! += weight;
    }
  }

  endItem(item: number): void {
    for (const term of this.#touched) {
      if (this.postings === this.term.length) this.#growPostings();
      const at = this.postings;
      this.postings += 1;
      this.term[at] = term;
      this.item[at] = item;
      this.count[at] = this.#sums[ROW * term + SUM]!;
      this.field[at] = this.#rows[ROW * term + FIELD]!;
      this.#sums[ROW * term + SUM] = 0;
    }
    this.#touched.length = 0;
  }

  #growTerms(): void {
    this.kinds = doubled(this.kinds, Uint8Array);
    this.#rows = doubled(this.#rows, Int32Array);
    this.#sums = new Float32Array(this.#rows.buffer);
  }

  #growPostings(): void {
    this.term = doubled(this.term, Uint32Array);
    this.item = doubled(this.item, Uint8Array);
    this.count = doubled(this.count, Float32Array);
    this.field = doubled(this.field, Uint8Array);
  }
}

function doubled<T extends Uint8Array | Uint32Array | Int32Array | Float32Array>(
  old: T,
  Row: new (length: number) => T,
): T {
  const larger = new Row(old.length * 2);
  larger.set(old);
  return larger;
}
