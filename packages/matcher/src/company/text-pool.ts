/** Many short texts end to end in one array: two bytes a character and four an entry, where a string costs forty or more. */
export class TextPool {
  #codes = new Uint16Array(1024);
  #ends = new Uint32Array(256);
  #count = 0;
  #used = 0;

  /** Returns the number of the text. */
  push(text: string): number {
    while (this.#used + text.length > this.#codes.length) this.#codes = enlarged(this.#codes, Uint16Array);
    if (this.#count === this.#ends.length) this.#ends = enlarged(this.#ends, Uint32Array);
    for (let i = 0; i < text.length; i++) this.#codes[this.#used++] = text.charCodeAt(i);
    this.#ends[this.#count] = this.#used;
    return this.#count++;
  }

  start(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1]!;
  }

  /** One UTF-16 code of the pool; see {@link start}. */
  code(position: number): number {
    return this.#codes[position]!;
  }

  get(number: number): string {
    return String.fromCharCode(...this.#codes.subarray(this.start(number), this.#ends[number]));
  }

  get bytes(): number {
    return this.#codes.byteLength + this.#ends.byteLength;
  }
}

function enlarged<T extends Uint16Array | Uint32Array>(array: T, Kind: new (length: number) => T): T {
  const larger = new Kind(Math.ceil(array.length * 1.6));
  larger.set(array);
  return larger;
}
