import { another } from '../generated/sentences.ts';
import { CHAR, PAIR, PART, WORDS } from '../text/terms.ts';
import { numbersIn, type TextTerms } from '../text/text-terms.ts';
import type { CapabilityIndex } from './build-index.ts';
import type { Focus } from './focus.ts';
import type { PhraseFound } from './phrases.ts';
import type { Slips } from './slips.ts';

/** One place in the folded text where a known term stands, or is meant. */
export interface Occurrence {
  readonly term: number;
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  /** How much of the term's weight this place carries. */
  readonly share: number;
  /** The term does not stand there but a pair that sounds or looks like it. */
  readonly slip: boolean;
  /** Number of the clause it stands in, from the start of the text; clauses end at commas, 、 and ends of sentences. */
  readonly clause: number;
}

/** A text as the index sees it. */
export interface Reading {
  readonly occurrences: readonly Occurrence[];
  readonly clauses: number;
  /** Pairs and words of the text, known or not, each counted twice at most: its length in information. */
  readonly length: number;
  /** Mean log odds that the pairs and words come from the catalogue and not from everyday text. */
  readonly typical: number;
  /** Share of the pairs and words that everyday texts use. */
  readonly everyday: number;
}

/** The second time a term stands in a text it still counts, from the third on it does not. */
const REPEATS = 2;
/** What a slip carries of the weight of the pair that was meant. */
const SLIP_SHARE = 0.5;
/** Slips are looked for in so many unknown pairs of a text; a long text is understood without. */
const SLIPS_SOUGHT = 200;

/**
 * What of the index stands in the text, and where? Each stretch carries its share; the clearest needs are read first, so that a word
 * repeated among the means does not use up what it may count. Linear in the length of the text.
 */
export function readText(
  index: CapabilityIndex,
  slips: Slips,
  text: string,
  terms: TextTerms,
  focus: readonly Focus[],
  phrases: readonly PhraseFound[],
): Reading {
  const { number: numberOf, kind: kinds, start: starts, end: ends, before } = terms;
  const known = numbersIn(index.terms, terms);
  const times = new Uint8Array(terms.different);
  const phraseTimes = new Map<number, number>();
  const found: Occurrence[][] = focus.map(() => []);
  let length = 0;
  let typical = 0;
  let everyday = 0;
  let sought = 0;
  const clauseOf = clausesOf(text);
  const phrasesOf = byStretch(phrases, focus);
  const byShare = focus.map((_, place) => place);
  byShare.sort((a, b) => focus[b]!.share - focus[a]!.share || a - b);
  for (const place of byShare) {
    const { start: from, end: to, share: carried } = focus[place]!;
    if (carried === 0) break;
    const occurrences = found[place]!;
    for (const { term, start, end } of phrasesOf[place]!) {
      const before = phraseTimes.get(term) ?? 0;
      if (before >= REPEATS) continue;
      phraseTimes.set(term, before + 1);
      occurrences.push({ term, kind: WORDS, start, end, share: carried, slip: false, clause: clauseOf[start]! });
    }
    for (let at = before[from]!; at < before[to]!; at++) {
      const number = numberOf[at]!;
      const start = starts[at]!;
      const end = ends[at]!;
      if (times[number]! >= REPEATS || start < from || end > to) continue;
      const kind = kinds[at]!;
      const term = known[number]!;
      const tells = kind !== CHAR && kind !== PART;
      if (term < 0 && !tells) continue;
      times[number]! += 1;
      const clause = clauseOf[start]!;
      if (term >= 0) {
        occurrences.push({ term, kind, start, end, share: carried, slip: false, clause });
        if (!tells) continue;
        length += carried;
        typical += carried * index.typical[term]!;
        everyday += carried * index.everyday[term]!;
        continue;
      }
      length += carried;
      let unseenTypical = index.typicalUnseen;
      if (kind === PAIR && times[number] === 1 && ++sought <= SLIPS_SOUGHT) {
        const meant = slips.meant(terms.key[at]!);
        const share = (carried * SLIP_SHARE) / Math.sqrt(meant.length);
        for (const pair of meant) {
          occurrences.push({ term: pair, kind, start, end, share, slip: true, clause });
          unseenTypical = Math.max(unseenTypical, SLIP_SHARE * (index.typicalUnseen + index.typical[pair]!));
        }
      }
      typical += carried * unseenTypical;
    }
  }
  return {
    occurrences: inOrder(found.flat()),
    clauses: text.length === 0 ? 0 : clauseOf[text.length - 1]! + 1,
    length,
    typical: length === 0 ? 0 : typical / length,
    everyday: length === 0 ? 0 : everyday / length,
  };
}

/** The phrases that stand whole in each stretch; what reaches over an end belongs to none. */
function byStretch(phrases: readonly PhraseFound[], focus: readonly Focus[]): PhraseFound[][] {
  const lists: PhraseFound[][] = focus.map(() => []);
  let place = 0;
  for (const phrase of phrases) {
    while (place < focus.length && focus[place]!.end <= phrase.start) place += 1;
    const stretch = focus[place];
    if (stretch !== undefined && phrase.start >= stretch.start && phrase.end <= stretch.end) lists[place]!.push(phrase);
  }
  return lists;
}

/** By place, longer ones after shorter ones. They come nearly so: each moves past a few at most. */
function inOrder(occurrences: Occurrence[]): Occurrence[] {
  for (let at = 1; at < occurrences.length; at++) {
    const one = occurrences[at]!;
    let to = at;
    while (to > 0 && isAfter(occurrences[to - 1]!, one)) {
      occurrences[to] = occurrences[to - 1]!;
      to -= 1;
    }
    occurrences[to] = one;
  }
  return occurrences;
}

function isAfter(a: Occurrence, b: Occurrence): boolean {
  return a.start > b.start || (a.start === b.start && (a.end > b.end || (a.end === b.end && a.term > b.term)));
}

const CLAUSE_ENDS = ',、;。!?:・•|';
const isClauseEnd = new Uint8Array(0x10000);
for (let at = 0; at < CLAUSE_ENDS.length; at++) isClauseEnd[CLAUSE_ENDS.charCodeAt(at)] = 1;
/** A clause of fewer characters belongs to the next one: 「此外，」 asks for nothing. */
const MIN_CLAUSE_LENGTH = 4;

/** Written as texts are folded: what stands before another need where no mark does, and the bullet of a list whose line breaks are blanks. */
const ANOTHER = new RegExp(`(?<= )(?:${another.en})(?= )| [-*+&] |${another.zh}`, 'g');

/** The number of the clause for each place of the text. */
function clausesOf(text: string): Uint16Array {
  const clauseOf = new Uint16Array(text.length);
  ANOTHER.lastIndex = 0;
  let another = ANOTHER.exec(text)?.index ?? -1;
  let clause = 0;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    if (at === another) {
      if (length > MIN_CLAUSE_LENGTH) {
        clause += 1;
        length = 0;
      }
      another = ANOTHER.exec(text)?.index ?? -1;
    }
    clauseOf[at] = clause;
    length += 1;
    if (isClauseEnd[text.charCodeAt(at)] === 0) continue;
    if (length > MIN_CLAUSE_LENGTH) {
      clause += 1;
      length = 0;
    }
  }
  return clauseOf;
}
