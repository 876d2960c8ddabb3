import type { Folded } from '../text/fold.ts';
import { CHAR, PAIR, PART, type TermVisitor, visitTerms } from '../text/terms.ts';
import type { CapabilityIndex } from './build-index.ts';
import type { Focus } from './focus.ts';
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
export function readText(index: CapabilityIndex, slips: Slips, { text }: Folded, focus: readonly Focus[]): Reading {
  const occurrences: Occurrence[] = [];
  const seen = new Map<number, number>();
  const unseen = new Map<string, number>();
  let length = 0;
  let typical = 0;
  let everyday = 0;
  let sought = 0;
  const clauseOf = clausesOf(text);
  let [offset, carried] = [0, 1];
  const visit: TermVisitor = (key, kind, from, to) => {
    const start = offset + from;
    const [end, clause] = [offset + to, clauseOf[start]!];
    const term = index.terms.get(key);
    const tells = kind !== CHAR && kind !== PART;
    if (term === undefined) {
      if (!tells) return;
      const times = (unseen.get(key) ?? 0) + 1;
      unseen.set(key, times);
      if (times > REPEATS) return;
      length += carried;
      let unseenTypical = index.typicalUnseen;
      if (kind === PAIR && times === 1 && ++sought <= SLIPS_SOUGHT) {
        const meant = slips.meant(key);
        for (const pair of meant) {
          const share = (carried * SLIP_SHARE) / Math.sqrt(meant.length);
          occurrences.push({ term: pair, kind, start, end, share, slip: true, clause });
          unseenTypical = Math.max(unseenTypical, SLIP_SHARE * (index.typicalUnseen + index.typical[pair]!));
        }
      }
      typical += carried * unseenTypical;
      return;
    }
    const times = (seen.get(term) ?? 0) + 1;
    seen.set(term, times);
    if (times > REPEATS) return;
    occurrences.push({ term, kind, start, end, share: carried, slip: false, clause });
    if (!tells) return;
    length += carried;
    typical += carried * index.typical[term]!;
    everyday += carried * index.everyday[term]!;
  };
  for (const stretch of [...focus].sort((a, b) => b.share - a.share || a.start - b.start)) {
    if (stretch.share === 0) break;
    offset = stretch.start;
    carried = stretch.share;
    visitTerms(text.slice(stretch.start, stretch.end), visit);
  }
  occurrences.sort((a, b) => a.start - b.start || a.end - b.end || a.term - b.term);
  return {
    occurrences,
    clauses: text.length === 0 ? 0 : clauseOf[text.length - 1]! + 1,
    length,
    typical: length === 0 ? 0 : typical / length,
    everyday: length === 0 ? 0 : everyday / length,
  };
}

const CLAUSE_ENDS = new Set([',', '、', ';', '。', '!', '?', ':']);
/** A clause of fewer characters belongs to the next one: 「此外，」 asks for nothing. */
const SHORTEST_CLAUSE = 4;

/** The number of the clause for each place of the text. */
function clausesOf(text: string): Uint16Array {
  const clauseOf = new Uint16Array(text.length);
  let clause = 0;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    clauseOf[at] = clause;
    length += 1;
    if (!CLAUSE_ENDS.has(text[at]!)) continue;
    if (length > SHORTEST_CLAUSE) {
      clause += 1;
      length = 0;
    }
  }
  return clauseOf;
}
