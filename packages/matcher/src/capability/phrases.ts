import { isWordCode } from '../text/terms.ts';

/** The first two characters of a phrase → the phrases that begin so, longest first, with the items they belong to. */
export type PhraseTable = ReadonlyMap<string, readonly Phrase[]>;

export interface Phrase {
  readonly text: string;
  readonly items: readonly number[];
}

/** A whole title or keyword found in a folded text. */
export interface PhraseFound extends Phrase {
  readonly start: number;
  readonly end: number;
}

export function phraseTable(phrases: ReadonlyMap<string, readonly number[]>): PhraseTable {
  const table = new Map<string, Phrase[]>();
  for (const [text, items] of phrases) {
    const head = text.slice(0, 2);
    const list = table.get(head);
    if (list === undefined) table.set(head, [{ text, items }]);
    else list.push({ text, items });
  }
  for (const list of table.values()) list.sort((a, b) => b.text.length - a.text.length);
  return table;
}

/** Which titles and keywords stand whole in the text, from left to right, the longest at each place and none inside another? */
export function findPhrases(table: PhraseTable, text: string): PhraseFound[] {
  const found: PhraseFound[] = [];
  for (let at = 0; at + 1 < text.length; ) {
    const phrase = table.get(text.slice(at, at + 2))?.find((candidate) => standsAt(text, candidate.text, at));
    if (phrase) found.push({ ...phrase, start: at, end: at + phrase.text.length });
    at += phrase?.text.length ?? 1;
  }
  return found;
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
