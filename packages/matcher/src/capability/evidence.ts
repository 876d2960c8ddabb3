import type { Folded } from '../text/fold.ts';
import { PART } from '../text/terms.ts';
import type { CapabilityIndex } from './build-index.ts';
import { type Field, fields } from './passages.ts';
import type { PhraseFound } from './phrases.ts';
import type { Reading } from './read-text.ts';

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
  readonly start: number;
  readonly end: number;
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

/** Why does the text speak for this item? Every occurrence that counted, overlapping ones joined, in the order of the text. */
export function evidenceFor(
  index: CapabilityIndex,
  item: number,
  given: string,
  { from }: Folded,
  phrases: readonly PhraseFound[],
  reading: Reading,
): Evidence[] {
  const stretches: Stretch[] = [];
  for (const { term, kind, start, end, share, slip } of reading.occurrences) {
    const at = postingOf(index, term, item);
    if (at < 0) continue;
    let stretch = stretches.at(-1);
    if (stretch === undefined || start >= stretch.end || stretch.slip !== slip) {
      stretch = { start, end, weight: 0, slip, onlyParts: true, byField: fields.map(() => 0) };
      stretches.push(stretch);
    }
    const weight = index.weight[at]! * share;
    stretch.start = Math.min(stretch.start, start);
    stretch.end = Math.max(stretch.end, end);
    stretch.weight += weight;
    stretch.byField[index.field[at]!]! += weight;
    if (kind !== PART) stretch.onlyParts = false;
  }
  const unit = unitOf(reading);
  return stretches.map((stretch) => ({
    feature: featureOf(stretch, phrases, item),
    field: fields[stretch.byField.indexOf(Math.max(...stretch.byField))]!,
    term: given.slice(from[stretch.start]!, from[stretch.end]!),
    start: from[stretch.start]!,
    end: from[stretch.end]!,
    weight: stretch.weight / unit,
  }));
}

function featureOf(
  { slip, onlyParts, start, end }: Stretch,
  phrases: readonly PhraseFound[],
  item: number,
): Evidence['feature'] {
  if (slip) return 'slip';
  if (onlyParts) return 'parts';
  const inside = phrases.some((phrase) => phrase.start >= start && phrase.end <= end && phrase.items.includes(item));
  return inside ? 'phrase' : 'words';
}

function postingOf({ first, item: items }: CapabilityIndex, term: number, item: number): number {
  for (let at = first[term]!; at < first[term + 1]!; at++) if (items[at] === item) return at;
  return -1;
}
