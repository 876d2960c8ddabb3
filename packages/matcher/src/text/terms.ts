import { stemmer } from 'stemmer';

/**
 * What a text is cut into: `char` one Han character, `pair` two that stand together, `word` one Latin word or number by its
 * stem, `part` four letters of a longer word (a typing error spoils only some of them), `words` two words that stand together.
 */
export type TermKind = 'char' | 'pair' | 'word' | 'part' | 'words';

export const termKinds: readonly TermKind[] = ['char', 'pair', 'word', 'part', 'words'];

/** Called for each term; `start` and `end` are places in the folded text. */
export type TermVisitor = (key: string, kind: number, start: number, end: number) => void;

export const CHAR = 0;
export const PAIR = 1;
export const WORD = 2;
export const PART = 3;
export const WORDS = 4;

const PART_LENGTH = 4;
const LONGEST_WORD = 40;

const stopWords = new Set(
  (
    'a an the of to for and or in on at by with from is are was were be been it its our we us you your they their i my ' +
    'that this which who will can as into than then so not no do does one each every s'
  ).split(' '),
);

interface Word {
  readonly stem: string;
  readonly parts: readonly string[];
  /** A letter or a number alone says nothing; beside another word it may (`level 4`, `SDG 11`). */
  readonly tells: boolean;
}

const words = new Map<string, Word>();
const WORDS_KEPT = 20_000;

/** Visit every term of a folded text, in order. Words of more than 40 letters are noise and are passed over. */
export function visitTerms(text: string, visit: TermVisitor): void {
  let before = '';
  let beforeTells = false;
  let beforeAt = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      visit(text[at]!, CHAR, at, at + 1);
      if (isHan(text.charCodeAt(at + 1))) visit(text.slice(at, at + 2), PAIR, at, at + 2);
      at += 1;
      continue;
    }
    if (!isWordCode(code)) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && isWordCode(text.charCodeAt(end))) end += 1;
    const word = text.slice(at, end);
    if (end - at <= LONGEST_WORD && !stopWords.has(word)) {
      const { stem, parts, tells } = wordOf(word);
      if (tells) visit(stem, WORD, at, end);
      for (let i = 0; i < parts.length; i++) {
        visit(parts[i]!, PART, at + Math.max(0, i - 1), Math.min(at + i - 1 + PART_LENGTH, end));
      }
      const follows = before !== '' && at - beforeAt < LONGEST_WORD;
      if (follows && (tells || beforeTells)) visit(`${before} ${stem}`, WORDS, beforeAt, end);
      before = stem;
      beforeTells = tells;
      beforeAt = at;
    }
    at = end;
  }
}

/** Kept, because the same words come again and again, and a stem costs more than a look-up. */
function wordOf(word: string): Word {
  const kept = words.get(word);
  if (kept !== undefined) return kept;
  if (words.size >= WORDS_KEPT) words.clear();
  const tells = word.length > 1 && !/^\d+$/.test(word);
  const bounded = `^${word}$`;
  const parts: string[] = [];
  if (tells && word.length >= PART_LENGTH) {
    for (let i = 0; i + PART_LENGTH <= bounded.length; i++) parts.push(`~${bounded.slice(i, i + PART_LENGTH)}`);
  }
  const made = { stem: stemmer(word), parts, tells };
  words.set(word, made);
  return made;
}

/** The ideographs of the Basic Multilingual Plane: what stands outside them is too rare to be a word of any item. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** Latin letters and digits, as they stand in a folded text. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0xdf && code <= 0x24f && code !== 0xf7)
  );
}
