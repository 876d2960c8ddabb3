/**
 * Hash → record numbers, for millions of keys in eight bytes each. A Map of arrays would take ten times that.
 * Two keys may share a hash: whoever reads a record compares it with what was asked.
 */
const HASH_BITS = 30;
const RECORD_LIMIT = 2 ** (53 - HASH_BITS);

/** FNV-1a over UTF-16 codes, leaving out the code at `skip`. */
export function hashText(text: string, skip = -1): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    if (i !== skip) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  // FNV's low bits mix better than its high ones; fold before cutting to 30 bits.
  return (hash ^ (hash >>> 15)) & (2 ** HASH_BITS - 1);
}

export class HashTable {
  #entries = new Float64Array(1024);
  #size = 0;

  add(hash: number, record: number): void {
    if (record >= RECORD_LIMIT) throw new RangeError(`companyIndex holds at most ${RECORD_LIMIT} names`);
    if (this.#size === this.#entries.length) {
      const larger = new Float64Array(this.#size * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#entries[this.#size++] = hash * RECORD_LIMIT + record;
  }

  /** Sorts and gives back what was reserved too much. Records of one hash come in order of their number, each once. */
  seal(): void {
    const sorted = this.#entries.slice(0, this.#size).sort();
    let kept = 0;
    for (let i = 0; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!;
    }
    this.#entries = kept === sorted.length ? sorted : sorted.slice(0, kept);
    this.#size = kept;
  }

  get(hash: number): number[] {
    const entries = this.#entries;
    const first = hash * RECORD_LIMIT;
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (entries[middle]! < first) low = middle + 1;
      else high = middle;
    }
    const records: number[] = [];
    for (let i = low; i < this.#size && entries[i]! < first + RECORD_LIMIT; i++) records.push(entries[i]! - first);
    return records;
  }

  /** Records, all but the first, whose hash is another's too. */
  repeated(): number[] {
    const records: number[] = [];
    for (let i = 1; i < this.#size; i++) {
      const [entry, previous] = [this.#entries[i]!, this.#entries[i - 1]!];
      if (Math.floor(entry / RECORD_LIMIT) === Math.floor(previous / RECORD_LIMIT)) records.push(entry % RECORD_LIMIT);
    }
    return records;
  }

  get bytes(): number {
    return this.#entries.byteLength;
  }
}
