import Fuse from 'fuse.js';
import type { ItemCode } from '../code.ts';
import { grams, type SearchIndex, type Term } from './terms.ts';

/** A term that holds a word or nearly holds it; `places` are in the folded text, `null` stands for the whole term. */
export interface TermMatch {
  readonly term: Term;
  readonly places: readonly (readonly [start: number, end: number])[] | null;
  /** How well this term alone fits, above 0 to 1. */
  readonly score: number;
}

export type Found = Map<ItemCode, TermMatch[]>;

const fieldWeight: Readonly<Record<Term['field'], number>> = { title: 1, keyword: 0.9, group: 0.5 };
const placeWeight = { whole: 1, start: 0.85, word: 0.8, inside: 0.7 };
/** What only nearly fits, or fits in parts, stays below everything that fits. */
export const looseWeight = 0.6;
const typoCandidates = 80;

/** Which terms hold this folded word, letter for letter? */
export function literal(word: string, index: SearchIndex): Found {
  const found: Found = new Map();
  for (const term of possibleHolders(word, index)) {
    const at = term.folded.indexOf(word);
    const inMainland = at < 0 && term.mainland?.includes(word);
    if (at < 0 && !inMainland) continue;
    const place = inMainland ? 'inside' : placeOf(word, term.folded, at);
    const closeness = placeWeight[place] * (0.9 + (0.1 * word.length) / Math.max(term.folded.length, word.length));
    add(found, term, inMainland ? null : [[at, at + word.length]], closeness);
  }
  return found;
}

/** A term that holds the word holds each of its character pairs, so the rarest pair narrows the search. */
function possibleHolders(word: string, { terms, holders }: SearchIndex): readonly Term[] {
  const wanted = grams(word);
  if (wanted.length === 0) return terms;
  const lists = wanted.map((gram) => holders.get(gram) ?? []);
  const rarest = lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest));
  return rarest.map((position) => terms[position]!);
}

function placeOf(word: string, text: string, at: number): keyof typeof placeWeight {
  if (word.length === text.length) return 'whole';
  if (at === 0) return 'start';
  return /[^a-z0-9\p{Script=Han}]$/u.test(text.slice(0, at)) ? 'word' : 'inside';
}

/** Which terms nearly hold this folded word? Only the terms that share most of its pairs are given to Fuse. */
export function nearly(word: string, { terms, holders }: SearchIndex): Found {
  const shared = new Map<number, number>();
  const wanted = [...new Set(grams(word))];
  for (const gram of wanted) {
    for (const position of holders.get(gram) ?? []) shared.set(position, (shared.get(position) ?? 0) + 1);
  }
  const candidates = [...shared]
    .filter(([, count]) => count * 3 >= wanted.length)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, typoCandidates)
    .map(([position]) => terms[position]!);

  const fuse = new Fuse(candidates, {
    keys: ['folded'],
    includeScore: true,
    includeMatches: true,
    ignoreLocation: true,
    threshold: 0.4,
    minMatchCharLength: 2,
  });
  const found: Found = new Map();
  for (const { item: term, score = 1, matches = [] } of fuse.search(word)) {
    const places = matches.flatMap((match) => match.indices.map(([from, to]) => [from, to + 1] as const));
    add(found, term, places, looseWeight * (1 - score));
  }
  return found;
}

export function add(found: Found, term: Term, places: TermMatch['places'], closeness: number): void {
  const match = { term, places, score: fieldWeight[term.field] * closeness };
  const matches = found.get(term.item);
  if (matches) matches.push(match);
  else found.set(term.item, [match]);
}
