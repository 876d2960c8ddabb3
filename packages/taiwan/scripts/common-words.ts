/** Which words of everyday language are two or three characters long? A firm's special name that is one of them singles out nobody by itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BITS_A_WORD, bloomPlaces } from '../src/firm-name/bloom.ts';

/** How often a word of two, and of three, must stand in the dictionary's texts to be everyday language. */
const OFTEN = { 2: 100, 3: 200 } as const;

/** Words folded to Simplified: of the dictionary, and by hand. */
export function commonWords(coarse: (char: string) => string, byHand: readonly string[]): string[] {
  const path = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const words = new Set(byHand.map((word) => [...word].map(coarse).join('')));
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word = '', count = ''] = line.split(' ');
    const often = OFTEN[word.length as 2 | 3];
    if (often !== undefined && Number(count) >= often && /^[\u4e00-\u9fff]+$/.test(word))
      words.add([...word].map(coarse).join(''));
  }
  return [...words].sort();
}

/** The words as a Bloom filter, in base64: a quarter of their size, and one word in fifty too many. */
export function wordFilter(words: readonly string[]): string {
  const bytes = new Uint8Array(Math.ceil((words.length * BITS_A_WORD) / 8));
  for (const word of words) for (const bit of bloomPlaces(word, bytes.length * 8)) bytes[bit >> 3]! |= 1 << (bit & 7);
  return Buffer.from(bytes).toString('base64');
}
