/**
 * Numbers pairs in the order in which they come, so that counting them takes an array of their number. Open addressing in
 * typed arrays: most pairs are above 2³¹, where the keys of a Map are objects.
 */
export class PairNumbers {
  #bits = 16;
  /** No pair is 0: it has letters. */
  #keys = new Uint32Array(2 ** this.#bits);
  #numbers = new Uint32Array(2 ** this.#bits);
  #inOrder = new Uint32Array(2 ** (this.#bits - 1));
  size = 0;

  of(pair: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let at = Math.imul(pair, 0x9e3779b1) >>> (32 - this.#bits);
    for (;;) {
      const key = keys[at]!;
      if (key === pair) return this.#numbers[at]!;
      if (key === 0) break;
      at = (at + 1) & mask;
    }
    if (this.size === this.#inOrder.length) {
      this.#grow();
      return this.of(pair);
    }
    keys[at] = pair;
    this.#numbers[at] = this.size;
    this.#inOrder[this.size] = pair;
    return this.size++;
  }

  /** All that have a number, a copy. */
  pairs(): Uint32Array {
    return this.#inOrder.slice(0, this.size);
  }

  clear(): void {
    this.#keys.fill(0);
    this.size = 0;
  }

  /** At most half of the places are taken. */
  #grow(): void {
    const pairs = this.pairs();
    this.#bits++;
    this.#keys = new Uint32Array(2 ** this.#bits);
    this.#numbers = new Uint32Array(2 ** this.#bits);
    this.#inOrder = new Uint32Array(2 ** (this.#bits - 1));
    this.size = 0;
    for (const pair of pairs) this.of(pair);
  }
}
