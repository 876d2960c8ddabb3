import { KeyTable } from './key-table.ts';
import { isHan, isHanKind, PART, type Terms, WORDS } from './terms.ts';

/** As many different stems as two of them fit into one key; what goes beyond is looked up by its letters. */
const STEMS = 0xffff;

/** Terms → their numbers, 0, 1, 2 … in the order in which they were added. */
export class Vocabulary {
  size = 0;
  readonly #han: KeyTable;
  readonly #parts: KeyTable;
  readonly #latin = new Map<string, number>();
  /** Two words that stand together, by the numbers of their stems, which start at 1. */
  readonly #words: KeyTable;
  readonly #stems = new Map<string, number>();

  /** @param expected how many Han characters and pairs, about; of other terms a third of it */
  constructor(expected = 0) {
    this.#han = new KeyTable(expected);
    this.#parts = new KeyTable(expected / 3);
    this.#words = new KeyTable(expected / 3);
  }

  /** The number of the term at a place of `terms`; −1 when it was never added. */
  find(terms: Terms, at: number): number {
    const kind = terms.kind[at]!;
    const key = terms.key[at]!;
    if (isHanKind(kind)) return this.#han.get(key);
    if (kind === PART) return this.#parts.get(key);
    const word = terms.latin[key]!;
    if (kind !== WORDS) return this.#latin.get(word) ?? -1;
    const next = terms.latin[key + 1]!;
    const first = this.#stems.get(word) ?? 0;
    const second = this.#stems.get(next) ?? 0;
    if (first > STEMS || second > STEMS) return this.#latin.get(`${word} ${next}`) ?? -1;
    return first === 0 || second === 0 ? -1 : this.#words.get(first * 0x10000 + second);
  }

  /** {@link find}, adding what is not there: it then has the number that `size` was before. */
  add(terms: Terms, at: number): number {
    const known = this.find(terms, at);
    if (known >= 0) return known;
    const kind = terms.kind[at]!;
    const key = terms.key[at]!;
    if (isHanKind(kind)) this.#han.set(key, this.size);
    else if (kind === PART) this.#parts.set(key, this.size);
    else if (kind === WORDS) this.#addWords(terms.latin[key]!, terms.latin[key + 1]!);
    else this.#latin.set(terms.latin[key]!, this.size);
    this.size += 1;
    return this.size - 1;
  }

  #addWords(word: string, next: string): void {
    const [first, second] = [this.#stem(word), this.#stem(next)];
    if (first > STEMS || second > STEMS) this.#latin.set(`${word} ${next}`, this.size);
    else this.#words.set(first * 0x10000 + second, this.size);
  }

  #stem(word: string): number {
    let number = this.#stems.get(word);
    if (number === undefined) {
      number = this.#stems.size + 1;
      this.#stems.set(word, number);
    }
    return number;
  }

  /** {@link add} for a term that is written out: one or two Han characters, or one word by its stem. */
  addWritten(term: string): number {
    const before = this.size;
    const code = term.charCodeAt(0);
    if (isHan(code)) {
      const key = term.length === 1 ? code : code * 0x10000 + term.charCodeAt(1);
      const known = this.#han.get(key);
      if (known >= 0) return known;
      this.#han.set(key, before);
    } else {
      const known = this.#latin.get(term);
      if (known !== undefined) return known;
      this.#latin.set(term, before);
    }
    this.size += 1;
    return before;
  }

  /** Every pair of Han characters, in no order, by its codes: `first × 65536 + second`. */
  forEachPair(visit: (pair: number, number: number) => void): void {
    this.#han.forEach((key, number) => {
      if (key > 0xffff) visit(key, number);
    });
  }
}
