/** A Bloom filter of eight bits a word and five places: it never misses a word, and takes one in fifty for one that is none. */
export const BITS_A_WORD = 8;
const PLACES = 5;

/** The bits that a word sets, from two hashes (Kirsch and Mitzenmacher). */
export function* bloomPlaces(word: string, bits: number): Iterable<number> {
  let [first, second] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < word.length; i++) {
    first = Math.imul(first ^ word.charCodeAt(i), 0x01000193);
    second = Math.imul(second ^ word.charCodeAt(i), 0x85ebca6b);
    second ^= second >>> 13;
  }
  first = Math.imul(first ^ (first >>> 15), 0xc2b2ae35) >>> 0;
  second = (Math.imul(second ^ (second >>> 16), 0x27d4eb2f) | 1) >>> 0;
  for (let place = 0; place < PLACES; place++) yield (first + place * second) % bits;
}
