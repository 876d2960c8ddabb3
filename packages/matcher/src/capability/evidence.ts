import { type Folded, givenPlace } from '../text/fold.ts';
import { PART } from '../text/terms.ts';
import type { CapabilityIndex } from './build-index.ts';
import { type Field, fields } from './passages.ts';
import type { PhraseFound } from './phrases.ts';
import { clauseFactor, type Ranking } from './rank.ts';
import type { Occurrence, Reading } from './read-text.ts';

/**
 * One stretch of the text that speaks for an item. `feature`: a whole title or keyword stands there (`phrase`), words of the item
 * do (`words`), something that sounds or looks like its words does (`slip`), or only parts of a Latin word agree (`parts`).
 */
export interface Evidence {
  readonly feature: 'phrase' | 'words' | 'slip' | 'parts';
  /** Where in the catalogue the strongest of its words stand. */
  readonly field: Field;
  /** The stretch as it stands in the text: `text.slice(start, end)`. */
  readonly term: string;
  /** UTF-16 offset into the text as given. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** Above 0, without upper bound; see {@link CapabilityMatch.score}. */
  readonly weight: number;
}

interface Stretch {
  start: number;
  end: number;
  weight: number;
  readonly slip: boolean;
  onlyParts: boolean;
  readonly byField: number[];
}

/** What makes one unit of evidence in a text of this length: longer texts need more to say the same. */
export function unitOf({ length }: Reading): number {
  return EVIDENCE_UNIT * Math.sqrt(Math.max(1, length));
}

const EVIDENCE_UNIT = 8;

/** The score that evidence adds up to: each piece leaves exp(−weight) of the doubt, so the score is 1 − exp(−sum of weights). */
export function scoreOf(evidence: readonly { readonly weight: number }[]): number {
  return 1 - Math.exp(-evidence.reduce((sum, { weight }) => sum + weight, 0));
}

/**
 * Why does the text speak for these items? Per item every occurrence that counted, overlapping ones joined, in the order of the text.
 * One pass over the text serves all items.
 */
export function evidenceFor(
  index: CapabilityIndex,
  items: readonly number[],
  given: string,
  folded: Folded,
  phrases: readonly PhraseFound[],
  reading: Reading,
  ranking: Ranking,
): Evidence[][] {
  const wanted = new Int32Array(index.codes.length).fill(-1);
  items.forEach((item, place) => {
    wanted[item] = place;
  });
  const stretches: Stretch[][] = items.map(() => []);
  for (const occurrence of reading.occurrences) {
    for (let at = index.first[occurrence.term]!; at < index.first[occurrence.term + 1]!; at++) {
      const item = index.item[at]!;
      const place = wanted[item]!;
      if (place < 0) continue;
      const weight = index.weight[at]! * occurrence.share * clauseFactor(ranking, occurrence, item);
      join(stretches[place]!, occurrence, weight, index.field[at]!);
    }
  }
  const unit = unitOf(reading);
  return stretches.map((ofItem, place) =>
    ofItem.map((stretch) => {
      const where = givenPlace(folded, stretch.start, stretch.end);
      return {
        feature: featureOf(stretch, phrases, items[place]!),
        field: fields[stretch.byField.indexOf(Math.max(...stretch.byField))]!,
        term: given.slice(where.start, where.end),
        ...where,
        weight: stretch.weight / unit,
      };
    }),
  );
}

function join(stretches: Stretch[], { kind, start, end, slip }: Occurrence, weight: number, field: number): void {
  let stretch = stretches.at(-1);
  if (stretch === undefined || start >= stretch.end || stretch.slip !== slip) {
    stretch = { start, end, weight: 0, slip, onlyParts: true, byField: fields.map(() => 0) };
    stretches.push(stretch);
  }
  stretch.start = Math.min(stretch.start, start);
  stretch.end = Math.max(stretch.end, end);
  stretch.weight += weight;
  stretch.byField[field]! += weight;
  if (kind !== PART) stretch.onlyParts = false;
}

function featureOf(
  { slip, onlyParts, start, end }: Stretch,
  phrases: readonly PhraseFound[],
  item: number,
): Evidence['feature'] {
  if (slip) return 'slip';
  if (onlyParts) return 'parts';
  for (const phrase of phrases) {
    if (phrase.start >= end) break;
    if (phrase.start >= start && phrase.end <= end && phrase.items.includes(item)) return 'phrase';
  }
  return 'words';
}
