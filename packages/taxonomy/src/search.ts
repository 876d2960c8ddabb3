/** `@aipower/taxonomy/search`: find items the way people look for them. */
import { items } from './catalogue.ts';
import type { ItemCode } from './code.ts';
import { refuse, show } from './refuse.ts';
import { fold } from './search/fold.ts';
import { type Found, literal, nearly, type TermMatch } from './search/match.ts';
import { allTerms, gramIndex } from './search/terms.ts';

/** Where a query met an item: the text as written, and the parts of it to highlight (UTF-16, end exclusive). */
export interface SearchMatch {
  readonly field: 'code' | 'title' | 'keyword' | 'group';
  /** `cn`: a mainland word; `null` for a code. */
  readonly language: 'zh' | 'cn' | 'en' | null;
  readonly text: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
  /** How well this text alone fits, above 0 to 1. */
  readonly score: number;
}

export interface SearchHit {
  readonly code: ItemCode;
  /** Above 0 to 1, comparable within one answer only. */
  readonly score: number;
  /** Why the item is in the answer: its best texts first, at most three. */
  readonly matches: readonly SearchMatch[];
}

const longestQuery = 100;
const shownMatches = 3;

let index: ReturnType<typeof buildIndex> | undefined;

function buildIndex() {
  const terms = allTerms();
  return { terms, grams: gramIndex(terms) };
}

/**
 * Which items does a person mean who has typed this so far? Compares codes, titles and keywords in both languages and
 * the group's title; blind to case, full width, Traditional or Simplified, 台/臺. Typing errors are looked for (with
 * fuse.js) only for a word that nothing holds letter for letter.
 * @param query what was typed; words separated by blanks; only the first 100 characters are read
 * @param options.limit 1 to 87, default 10
 * @returns best first, ties in official order; empty for a blank query and when nothing is near
 * @throws TypeError when `query` is not a string or `limit` is out of range
 * @example search('瑕庛检测')[0].code // '4.6.1'
 * The first call builds the index (some 50 ms); later calls take well under a millisecond.
 */
export function search(query: string, options: { readonly limit?: number } = {}): SearchHit[] {
  const { limit = 10 } = options;
  if (typeof query !== 'string') refuse('search', query, 'the text that was typed');
  if (!Number.isInteger(limit) || limit < 1 || limit > items.length) {
    throw new TypeError(`search: expected limit 1 to ${items.length}, got ${show(limit)} ${limit}`);
  }
  const typed = fold(query.slice(0, longestQuery)).text.trim();
  if (typed === '') return [];
  if (/^[1-9][\d.]*$/.test(typed)) return byCode(typed).slice(0, limit);
  const words = typed.split(/\s+/u);
  return rank([...new Set(words)].map(find), limit);
}

/** The exact code, then what stands under it, then codes that begin so (4.2.1, and then 4.2.10). */
function byCode(typed: string): SearchHit[] {
  const start = typed.replace(/\.$/, '');
  const range = [0, start.length] as const;
  return items
    .filter(({ code }) => code.startsWith(typed) || code === start)
    .map(({ code }): SearchHit => {
      const score = code === start ? 1 : code.startsWith(`${start}.`) ? 0.9 : 0.8;
      return { code, score, matches: [{ field: 'code', language: null, text: code, ranges: [range], score }] };
    })
    .sort((a, b) => b.score - a.score);
}

function find(word: string): Found {
  index ??= buildIndex();
  const { terms, grams } = index;
  const found = literal(word, terms);
  if (found.size > 0 || word.length < 3) return found;
  const typos = nearly(word, terms, grams);
  return typos.size > 0 ? typos : inTwoParts(word);
}

/** Chinese is written without blanks: 無人機巡檢 is looked for as 無人機 and 巡檢, cut where both halves meet one item. */
function inTwoParts(word: string): Found {
  const best: Found = new Map();
  if (!/^\p{Script=Han}{4,}$/u.test(word) || !index) return best;
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const left = literal(word.slice(0, cut), index.terms);
    const right = left.size > 0 ? literal(word.slice(cut), index.terms) : best;
    for (const [code, matches] of left) {
      const others = right.get(code);
      if (others) best.set(code, [top(matches), top(others), ...(best.get(code) ?? [])]);
    }
  }
  return best;
}

/** An item must meet as many of the words as the best item does; its score is the mean over all words. */
function rank(words: readonly Found[], limit: number): SearchHit[] {
  const met = (code: ItemCode) => words.filter((found) => found.has(code)).length;
  const most = Math.max(...items.map(({ code }) => met(code)));
  if (most === 0) return [];
  return items
    .filter(({ code }) => met(code) === most)
    .map(({ code }) => {
      const perWord = words.flatMap((found) => found.get(code) ?? []);
      const best = words.map((found) => found.get(code)).map((matches) => (matches ? strength(matches) : 0));
      const score = best.reduce((sum, each) => sum + each, 0) / words.length;
      return { code, score, perWord };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ code, score, perWord }) => {
      const best = perWord.sort((a, b) => b.score - a.score).slice(0, shownMatches);
      return { code, score, matches: best.map(shown) };
    });
}

/** The best text decides; further texts that fit raise it a little, so that an item full of the word comes first. */
function strength(matches: readonly TermMatch[]): number {
  return top(matches).score * (1 - 0.1 / matches.length);
}

function top(matches: readonly TermMatch[]): TermMatch {
  return matches.reduce((best, match) => (match.score > best.score ? match : best));
}

function shown({ term: { field, language, text }, places, score }: TermMatch): SearchMatch {
  const { offsets } = fold(text);
  const range = ([start, end]: readonly [number, number]) =>
    [offsets[start]!, offsets.find((offset) => offset > offsets[end - 1]!)!] as const;
  return { field, language, text, ranges: places?.map(range) ?? [[0, text.length]], score };
}
