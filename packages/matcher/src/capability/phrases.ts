import { KeyTable } from '../text/key-table.ts';
import { isWordCode } from '../text/terms.ts';

/** Phrases with the items they belong to, by the first two characters: texts ask for these at every place. */
export interface PhraseTable {
  /** Codes of the first two characters, `first × 65536 + second` → place in `begun`. */
  readonly heads: KeyTable;
  /** The phrases that begin alike, longest first. */
  readonly begun: readonly (readonly Phrase[])[];
}

export interface Phrase {
  readonly text: string;
  readonly items: readonly number[];
  /** The term that it is, beside its characters and words. */
  readonly term: number;
}

/** A whole title or keyword found in a folded text. */
export interface PhraseFound extends Phrase {
  readonly start: number;
  readonly end: number;
}

/** @param phrases of two characters and more; `firstTerm` is the number of the first, where they are terms as well, and the others follow */
export function phraseTable(phrases: ReadonlyMap<string, readonly number[]>, firstTerm = 0): PhraseTable {
  const heads = new KeyTable(phrases.size);
  const begun: Phrase[][] = [];
  let term = firstTerm;
  for (const [text, items] of phrases) {
    const phrase: Phrase = { text, items, term };
    term += 1;
    const head = headAt(text, 0);
    const place = heads.get(head);
    if (place >= 0) begun[place]!.push(phrase);
    else {
      heads.set(head, begun.length);
      begun.push([phrase]);
    }
  }
  for (const list of begun) if (list.length > 1) list.sort((a, b) => b.text.length - a.text.length);
  return { heads, begun };
}

const headAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** Which titles and keywords stand whole in the text, from left to right, the longest at each place and none inside another? */
export function findPhrases({ heads, begun }: PhraseTable, text: string): PhraseFound[] {
  const found: PhraseFound[] = [];
  for (let at = 0; at + 1 < text.length; ) {
    const place = heads.get(headAt(text, at));
    const phrase = place < 0 ? undefined : longestAt(begun[place]!, text, at);
    if (phrase === undefined) {
      at += 1;
      continue;
    }
    const { text: whole, items, term } = phrase;
    found.push({ text: whole, items, term, start: at, end: at + whole.length });
    at += whole.length;
  }
  return found;
}

function longestAt(phrases: readonly Phrase[], text: string, at: number): Phrase | undefined {
  for (const phrase of phrases) if (standsAt(text, phrase.text, at)) return phrase;
  return undefined;
}

/** A Latin phrase must not begin or end inside a word: `AI` does not stand in `hair`. */
function standsAt(text: string, phrase: string, at: number): boolean {
  if (!text.startsWith(phrase, at)) return false;
  const end = at + phrase.length;
  return !joins(text, at - 1) && !joins(text, end - 1);
}

function joins(text: string, at: number): boolean {
  return isWordCode(text.charCodeAt(at)) && isWordCode(text.charCodeAt(at + 1));
}
