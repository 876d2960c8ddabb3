/** Which words of everyday language are two or three characters long? A firm's special name that is one of them singles out nobody by itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { quoted } from './han-groups.ts';

/** How often a word of two, and of three, must stand in the dictionary's texts to be everyday language. */
const OFTEN = { 2: 50, 3: 100 } as const;

/** `未来央/名湖`: by first character, the rests of words of two characters, a slash, those of three. */
export function commonWordGroups(coarse: (char: string) => string, byHand: readonly string[]): string {
  const path = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const words = new Set(byHand.map((word) => [...word].map(coarse).join('')));
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word = '', count = ''] = line.split(' ');
    const often = OFTEN[word.length as 2 | 3];
    if (often !== undefined && Number(count) >= often && /^[\u4e00-\u9fff]+$/.test(word))
      words.add([...word].map(coarse).join(''));
  }
  const groups = new Map<string, { two: string; three: string }>();
  for (const word of [...words].sort()) {
    const group = groups.get(word[0]!) ?? { two: '', three: '' };
    if (word.length === 2) group.two += word[1];
    if (word.length === 3) group.three += word.slice(1);
    groups.set(word[0]!, group);
  }
  return quoted([...groups].map(([first, { two, three }]) => `${first}${two}${three === '' ? '' : `/${three}`}`));
}
