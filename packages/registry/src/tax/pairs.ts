import { coarseForm } from '@aipower/taiwan/han';

/**
 * The text index holds pairs of neighbouring letters: a name that holds 台灣積體 holds 台灣, 灣積 and 積體. Pairs narrow
 * millions of names down to a few; the text itself then decides.
 */

// Letters the tokenizer of SQLite (Unicode 6.1) keeps inside a word. Everything else becomes OTHER, which can only
// bring a name too many, never lose one.
const kept = /[0-9a-z\u00e0-\u00f6\u3041-\u3096\u30a1-\u30fa\u3105-\u312d\u3400-\u4db5\u4e00-\u9fcc\uac00-\ud7a3]/;
const OTHER = 'ㆠ';
const START = 'ㄱ';
const END = 'ㄲ';
/** A word of every row whose words were made by {@link foldTaxText}. */
export const FOLDED = `${START}${END}`;

/** Blanks of all kinds, ideographic ones too. */
const blanks = /\s+/g;
// NFKC is only needed beyond these: most names and many addresses hold nothing else.
const plain = /^[0-9a-z\u4e00-\u9fcc]*$/;

const flat = (text: string): string =>
  plain.test(text) ? text : text.normalize('NFKC').toLowerCase().replace(blanks, '');

/** What two writings of a name or an address share: NFKC, lower case, no blanks, variant glyphs and Simplified folded as in matching names. */
export const foldTaxText = (text: string): string => coarseForm(flat(text));

/** As {@link foldTaxText} was before it knew more than 臺 and 台; for registers imported then, which lack {@link FOLDED}. */
export const foldTaiOnly = (text: string): string => flat(text).replaceAll('臺', '台');

/** Code of a text's letter → code of the letter that stands for it in the index; 0 where nobody asked yet. */
const letters = new Uint16Array(2 ** 16);
const [other, start, end] = [OTHER.charCodeAt(0), START.charCodeAt(0), END.charCodeAt(0)];

function letterOf(code: number): number {
  const known = letters[code]!;
  if (known !== 0) return known;
  const made = kept.test(String.fromCharCode(code)) ? code : other;
  letters[code] = made;
  return made;
}

/** A pair as one number: the first letter in the upper half. */
const pairOf = (first: number, second: number): number => ((first << 16) | second) >>> 0;
export const foldedPair = pairOf(start, end);

/**
 * Writes the pairs that stand for a folded text, its begin and its end marked, into `to`, which has room for one more than
 * the text has letters.
 * @returns how many
 */
export function writePairs(folded: string, to: Uint32Array): number {
  let last = start;
  for (let i = 0; i < folded.length; i++) {
    const next = letterOf(folded.charCodeAt(i));
    to[i] = pairOf(last, next);
    last = next;
  }
  to[folded.length] = pairOf(last, end);
  return folded.length + 1;
}

/** The same pairs as words of two letters, with a blank between. */
export function indexWords(folded: string): string {
  const pairs = new Uint32Array(folded.length + 1);
  writePairs(folded, pairs);
  return Array.from(pairs, (pair) => String.fromCharCode(pair >>> 16, pair & 0xffff)).join(' ');
}

/** The pair of a word of two letters. */
export const pairOfWord = (word: string): number => pairOf(word.charCodeAt(0), word.charCodeAt(1));

/** How a text is compared: whole, from its start, or anywhere. */
export type TextMode = 'exact' | 'prefix' | 'any';

/** The words every match must have. Empty when the folded text is too short to ask for (one letter, `any`). */
export function queryWords(folded: string, mode: TextMode): string[] {
  const words = indexWords(folded).split(' ');
  if (mode === 'any') return [...new Set(words.slice(1, -1))];
  return [...new Set(mode === 'prefix' ? words.slice(0, -1) : words)];
}

/** Does the text itself match? */
export function textMatches(text: string, folded: string, mode: TextMode): boolean {
  const whole = foldTaxText(text);
  if (mode === 'exact') return whole === folded;
  return mode === 'prefix' ? whole.startsWith(folded) : whole.includes(folded);
}
