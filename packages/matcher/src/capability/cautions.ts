import type { ItemCode } from '@aipower/taxonomy';
import { cautionRows, otherSenses } from '../generated/cautions.ts';
import { type Folded, foldText, givenPlace } from '../text/fold.ts';
import type { Focus } from './focus.ts';
import { findPhrases, type PhraseTable, phraseTable } from './phrases.ts';

/** A requirement or exclusion of an item that the text seems to touch: for a person to check, never a verdict. */
export interface Caution {
  /** What the definition demands, or what it rules out. */
  readonly kind: 'requirement' | 'exclusion';
  /** The official words, to the letter. */
  readonly text: string;
  /** Where in the applicant's text the reason stands. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** The applicant's words that touch it. */
  readonly reasonTerm: string;
}

const OTHER_SENSE = -1;

let table: PhraseTable | undefined;

/**
 * Which requirements and exclusions does the text touch, by item? Each once, at the first of its words. What the text denies touches nothing,
 * and a word inside a longer one of another sense (代理 in 代理人) is not that word.
 */
export function findCautions(
  given: string,
  folded: Folded,
  focus: readonly Focus[],
): ReadonlyMap<ItemCode, readonly Caution[]> {
  table ??= reasonTable();
  const found = new Map<ItemCode, Caution[]>();
  const seen = new Set<number>();
  const denied = focus.filter(({ role }) => role === 'denied');
  for (const { items: rows, start, end } of findPhrases(table, folded.text)) {
    if (denied.some((stretch) => start < stretch.end && end > stretch.start)) continue;
    for (const row of rows) {
      if (row < 0 || seen.has(row)) continue;
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
  // The longest phrase at a place is found, so that what stands here hides the word inside it.
  for (const word of otherSenses) rowsByWord.set(foldText(word).text, [OTHER_SENSE]);
  return phraseTable(rowsByWord);
}
