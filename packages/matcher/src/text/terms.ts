import { stemmer } from 'stemmer';
import { stopWords } from '../generated/sentences.ts';

/**
 * What a text is cut into: `char` one Han character, `pair` two that stand together, `word` one Latin word or number by its
 * stem, `part` four letters of a longer word (a typing error spoils only some of them), `words` two words that stand together.
 */
export type TermKind = 'char' | 'pair' | 'word' | 'part' | 'words';

export const termKinds: readonly TermKind[] = ['char', 'pair', 'word', 'part', 'words'];

export const CHAR = 0;
export const PAIR = 1;
export const WORD = 2;
export const PART = 3;
export const WORDS = 4;

export const isHanKind = (kind: number): boolean => kind <= PAIR;

const PART_LENGTH = 4;
const MAX_WORD_LENGTH = 40;

const tellsNothing: ReadonlySet<string> = new Set(stopWords);

interface Word {
  readonly stem: string;
  /** Each four letters of it, with a mark before its first and after its last, in one number. */
  readonly parts: Uint32Array;
  /** A letter or a number alone says nothing; beside another word it may (`level 4`, `SDG 11`). */
  readonly tells: boolean;
}

const words = new Map<string, Word>();
const WORDS_KEPT = 20_000;

/** The terms of a text in its order, each as often as it stands there; one row for each in flat arrays, since every text is read by them. */
export class Terms {
  length = 0;
  kind = new Uint8Array(0);
  /** `char`: its code; `pair`: `first × 65536 + second`; `part`: its letters, a byte each; else the place in `latin`, of two words that of the first. */
  key = new Uint32Array(0);
  /** Places in the text. */
  start = new Uint32Array(0);
  end = new Uint32Array(0);
  readonly latin: string[] = [];
  /** Emptied by counting anew: an array that is cut to nothing gives its room back, and passages come by thousands. */
  #latinLength = 0;
  /** For each place of the text: how many terms come from what stands before it. One entry more, for its end. */
  before = new Uint32Array(1);

  /** Empties it, with room for a text of this length: no character brings more than two terms. */
  clear(textLength: number): void {
    this.length = 0;
    this.#latinLength = 0;
    if (this.before.length > textLength) return;
    const room = 2 * textLength + 2;
    this.kind = new Uint8Array(room);
    this.key = new Uint32Array(room);
    this.start = new Uint32Array(room);
    this.end = new Uint32Array(room);
    this.before = new Uint32Array(textLength + 1);
  }

  add(kind: number, key: number, start: number, end: number): void {
    const at = this.length;
    this.kind[at] = kind;
    this.key[at] = key;
    this.start[at] = start;
    this.end[at] = end;
    this.length = at + 1;
  }

  addLatin(kind: number, term: string, start: number, end: number): void {
    this.add(kind, this.#latinLength, start, end);
    this.latin[this.#latinLength++] = term;
  }

  addWords(first: string, second: string, start: number, end: number): void {
    this.addLatin(WORDS, first, start, end);
    this.latin[this.#latinLength++] = second;
  }
}

/** Read every term of a folded text. Words of more than 40 letters are noise and are passed over. */
export function readTerms(text: string, terms = new Terms()): Terms {
  terms.clear(text.length);
  const { before } = terms;
  let last: Word | undefined;
  let lastAt = 0;
  for (let at = 0; at < text.length; ) {
    before[at] = terms.length;
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      terms.add(CHAR, code, at, at + 1);
      const next = text.charCodeAt(at + 1);
      if (isHan(next)) terms.add(PAIR, code * 0x10000 + next, at, at + 2);
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
    if (end - at <= MAX_WORD_LENGTH && !tellsNothing.has(word)) {
      const read = wordOf(word);
      const { stem, parts, tells } = read;
      if (tells) terms.addLatin(WORD, stem, at, end);
      for (let i = 0; i < parts.length; i++) {
        terms.add(PART, parts[i]!, at + Math.max(0, i - 1), Math.min(at + i - 1 + PART_LENGTH, end));
      }
      if (last !== undefined && at - lastAt < MAX_WORD_LENGTH && (tells || last.tells))
        terms.addWords(last.stem, stem, lastAt, end);
      last = read;
      lastAt = at;
    }
    before.fill(terms.length, at + 1, end);
    at = end;
  }
  before[text.length] = terms.length;
  return terms;
}

const BEGIN = 1;
const END = 2;

/** A letter or figure in eight bits. Letters beyond a to z are rare enough to share them two by two. */
function letter(code: number): number {
  return code < 0x80 ? code : 0x80 + ((code - 0xdf) & 0x7f);
}

/** Kept, because the same words come again and again, and a stem costs more than a look-up. */
function wordOf(word: string): Word {
  const kept = words.get(word);
  if (kept !== undefined) return kept;
  if (words.size >= WORDS_KEPT) words.clear();
  const tells = word.length > 1 && !/^\d+$/.test(word);
  const parts = new Uint32Array(tells && word.length >= PART_LENGTH ? word.length + 3 - PART_LENGTH : 0);
  for (let i = 0, key = BEGIN; parts.length > 0 && i <= word.length; i++) {
    key = ((key << 8) | (i === word.length ? END : letter(word.charCodeAt(i)))) >>> 0;
    if (i + 2 >= PART_LENGTH) parts[i + 2 - PART_LENGTH] = key;
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
