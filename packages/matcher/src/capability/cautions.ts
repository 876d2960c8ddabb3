import type { ItemCode } from '@aipower/taxonomy';
import { cautionRows } from '../generated/cautions.ts';
import { type Folded, foldText, givenPlace } from '../text/fold.ts';
import { findPhrases, type PhraseTable, phraseTable } from './phrases.ts';

/** A requirement or exclusion of an item that the text seems to touch: for a person to check, never a verdict. */
export interface Caution {
  readonly kind: 'requirement' | 'exclusion';
  /** The official words, to the letter. */
  readonly text: string;
  /** Where in the applicant's text the reason stands. */
  readonly start: number;
  readonly end: number;
  /** The applicant's words that touch it. */
  readonly reasonTerm: string;
}

let table: PhraseTable | undefined;

/** Which requirements and exclusions does the text touch, by item? Each once, at the first of its words. */
export function findCautions(given: string, folded: Folded): ReadonlyMap<ItemCode, readonly Caution[]> {
  table ??= reasonTable();
  const found = new Map<ItemCode, Caution[]>();
  const seen = new Set<number>();
  for (const { items: rows, start, end } of findPhrases(table, folded.text)) {
    for (const row of rows) {
      if (seen.has(row)) continue;
      seen.add(row);
      const { code, kind, text: official } = cautionRows[row]!;
      const place = givenPlace(folded, start, end);
      const caution = { kind, text: official, ...place, reasonTerm: given.slice(place.start, place.end) };
      found.set(code, [...(found.get(code) ?? []), caution]);
    }
  }
  return found;
}

function reasonTable(): PhraseTable {
  const rowsByWord = new Map<string, number[]>();
  cautionRows.forEach(({ words }, row) => {
    for (const word of words) {
      const folded = foldText(word).text;
      rowsByWord.set(folded, [...(rowsByWord.get(folded) ?? []), row]);
    }
  });
  return phraseTable(rowsByWord);
}
