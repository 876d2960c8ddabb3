import { KeyTable } from './key-table.ts';
import { isHan, isHanKind, type Terms } from './terms.ts';

/** Terms → their numbers, 0, 1, 2 … in the order in which they were added. */
export class Vocabulary {
  size = 0;
  readonly #han: KeyTable;
  readonly #latin = new Map<string, number>();

  /** @param expected how many Han characters and pairs, about */
  constructor(expected?: number) {
    this.#han = new KeyTable(expected);
  }

  /** The number of the term at a place of `terms`; −1 when it was never added. */
  find({ kind, key, latin }: Terms, at: number): number {
    if (isHanKind(kind[at]!)) return this.#han.get(key[at]!);
    return this.#latin.get(latin[key[at]!]!) ?? -1;
  }

  /** {@link find}, adding what is not there: it then has the number that `size` was before. */
  add(terms: Terms, at: number): number {
    const known = this.find(terms, at);
    if (known >= 0) return known;
    if (isHanKind(terms.kind[at]!)) this.#han.set(terms.key[at]!, this.size);
    else this.#latin.set(terms.latin[terms.key[at]!]!, this.size);
    this.size += 1;
    return this.size - 1;
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
