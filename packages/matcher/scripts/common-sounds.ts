/** How the characters sound and look that people type by mistake: the tables of src/capability/slips.ts. */
import { coarseCode, shapeGroups, soundGroups } from '@aipower/taiwan/han';
import { cataloguePassages, type Field } from '../src/capability/passages.ts';
import { foldedText } from '../src/text/fold.ts';

const OFFICIAL: readonly Field[] = ['title', 'keyword', 'term', 'definition'];
/** What a table of all of Big5 has beyond these, nobody picks from an input method by accident; it took 23 KB of every bundle. */
const FIRST_ROW = 0xa4;
const LAST_ROW = 0xc6;
const LAST_CELL = 0x7e;

/** The frequently used characters of Big5 (its level 1), folded to Simplified, and those that the catalogue uses. */
function commonCharacters(): Set<string> {
  const big5 = new TextDecoder('big5');
  const found = new Set<string>();
  for (let row = FIRST_ROW; row <= LAST_ROW; row++) {
    for (let cell = 0x40; cell <= (row === LAST_ROW ? LAST_CELL : 0xfe); cell++) {
      const character = big5.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) found.add(String.fromCharCode(coarseCode(character.charCodeAt(0))));
    }
  }
  for (const character of itemCharacters()) found.add(character);
  return found;
}

/** The characters of the texts whose pairs a slip may have meant, folded. */
function itemCharacters(): Set<string> {
  const texts = cataloguePassages().filter(({ field }) => OFFICIAL.includes(field));
  return new Set(texts.flatMap(({ text }) => [...foldedText(text)]));
}

/** Groups of characters that look alike, one of which stands in a text of an item: the others are never meant. */
export function commonShapes(): string {
  const used = itemCharacters();
  return shapeGroups
    .split(' ')
    .filter((group) => [...group].some((character) => used.has(character)))
    .join(' ');
}

/** Taiwan's speakers and input methods confuse these: zh/z, ch/c, sh/s, -ing/-in, -eng/-en; tones are not compared. */
function blurred(sound: string): string {
  return sound
    .replace(/\d$/, '')
    .replace(/^([zcs])h/, '$1')
    .replace(/([ie])ng$/, '$1n');
}

/** Syllables of each character in the order of Unicode, the first with a capital; before it how many code points are passed over. */
export function commonSounds(): { readonly first: number; readonly sounds: string } {
  const common = commonCharacters();
  const soundsOf = new Map<number, Set<string>>();
  for (const [sound, characters] of soundGroups()) {
    for (const character of characters) {
      if (!common.has(character)) continue;
      const code = character.charCodeAt(0);
      soundsOf.set(code, (soundsOf.get(code) ?? new Set()).add(blurred(sound)));
    }
  }
  const codes = [...soundsOf.keys()].sort((a, b) => a - b);
  let next = codes[0]!;
  let sounds = '';
  for (const code of codes) {
    if (code > next) sounds += String(code - next);
    sounds += [...soundsOf.get(code)!].map((sound) => sound[0]!.toUpperCase() + sound.slice(1)).join('+');
    next = code + 1;
  }
  return { first: codes[0]!, sounds };
}
