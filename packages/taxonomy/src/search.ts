/** `@aipower/taxonomy/search`: find items the way people look for them. */
import { items } from './catalogue.ts';
import type { ItemCode } from './code.ts';
import { parseCode } from './parse-code.ts';
import { refuse } from './refuse.ts';
import { fold } from './search/fold.ts';
import { type Found, literal, nearly, type TermMatch } from './search/match.ts';
import { inParts } from './search/parts.ts';
import { rank } from './search/rank.ts';
import { buildIndex, type SearchIndex } from './search/terms.ts';
import { show } from './show.ts';

/** Where a query met an item: the text as written, and the parts of it to highlight (UTF-16, end exclusive). */
export interface SearchMatch {
  /** Where the text stands; `group`: in the title of its group. */
  readonly field: 'code' | 'title' | 'keyword' | 'group';
  /** `cn`: a mainland word; `null` for a code. */
  readonly language: 'zh' | 'cn' | 'en' | null;
  /** The title, keyword or phrase that was met. */
  readonly text: string;
  /** Where in `text`, UTF-16, end exclusive, in order and apart. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
  /** How well this text alone fits, above 0 to 1. */
  readonly score: number;
}

/** An entry that was found, with its score and the words that matched. */
export interface SearchHit {
  /** Such as `4.6.1`. */
  readonly code: ItemCode;
  /** Above 0 to 1, comparable within one answer only. */
  readonly score: number;
  /** Why the item is in the answer: its best texts first, at most three. */
  readonly matches: readonly SearchMatch[];
}

const longestQuery = 100;
const shownMatches = 3;

let index: SearchIndex | undefined;

/**
 * Which items does a person mean who has typed this so far? Compares codes, titles and keywords in both languages and
 * the group's title; blind to case, full width, Traditional or Simplified, 台/臺. Only for a word that nothing holds
 * letter for letter, typing errors are looked for (with fuse.js), and Chinese is also met in parts.
 * @param query what was typed; words separated by blanks; only the first 100 characters are read
 * @param options.limit 1 to 87, default 10
 * @returns best first, ties in official order; empty for a blank query and when nothing is near
 * @throws TypeError when `query` is not a string or `limit` is out of range
 * @example search('瑕庛检测')[0].code // '4.6.1'
 * The first call builds the index (some 100 ms); later calls take well under a millisecond.
 */
export function search(query: string, options: { readonly limit?: number } = {}): SearchHit[] {
  const { limit = 10 } = options;
  if (typeof query !== 'string') refuse('search', query, 'the text that was typed');
  if (!Number.isInteger(limit) || limit < 1 || limit > items.length) {
    throw new TypeError(`search: expected limit 1 to ${items.length}, got ${show(limit)}`);
  }
  const typed = fold(query.slice(0, longestQuery)).text.trim();
  if (typed === '') return [];
  const code = typedCode(typed);
  if (code !== undefined) return byCode(code).slice(0, limit);
  const words = typed.split(/\s+/u);
  const ranked = rank([...new Set(words)].map(find)).slice(0, limit);
  return ranked.map(({ code, score, matches }) => ({
    code,
    score,
    matches: matches.slice(0, shownMatches).map(shown),
  }));
}

/** A code or the beginning of one, however it was typed; a whole number such as 360 may be a word. */
function typedCode(typed: string): string | undefined {
  if (/^[1-9](\.[\d.]*)?$/.test(typed)) return typed;
  const parsed = parseCode(typed);
  return parsed.ok && (parsed.level === 'item' || !/\p{L}/u.test(typed)) ? parsed.code : undefined;
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

/** Letter for letter where that is met at all; otherwise with typing errors, and Chinese also in parts. */
function find(word: string): Found {
  index ??= buildIndex();
  const found = literal(word, index);
  if (found.size > 0 || word.length < 3) return found;
  const loose = nearly(word, index);
  for (const [code, matches] of inParts(word, index)) loose.set(code, [...(loose.get(code) ?? []), ...matches]);
  return loose;
}

function shown({ term: { field, language, text }, places, score }: TermMatch): SearchMatch {
  const { offsets } = fold(text);
  const range = ([start, end]: readonly [number, number]) =>
    [offsets[start]!, offsets.find((offset) => offset > offsets[end - 1]!)!] as const;
  return { field, language, text, ranges: places?.map(range) ?? [[0, text.length]], score };
}
