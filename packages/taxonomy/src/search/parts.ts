import { items } from '../catalogue.ts';
import type { ItemCode } from '../code.ts';
import { add, type Found, looseWeight, type TermMatch } from './match.ts';
import { pairs, type SearchIndex, type Term } from './terms.ts';

/**
 * Which items hold the parts of this folded word? Chinese is written without blanks, so 魚塭半夜缺氧 is met as 魚塭 here
 * and 缺氧 there. A pair of characters counts the more, the fewer items hold it.
 */
export function inParts(word: string, { terms, holders }: SearchIndex): Found {
  const wanted = [...new Set(pairs(word))].filter((pair) => /^\p{Script=Han}{2}$/u.test(pair));
  const weights = new Map<ItemCode, number>();
  const held = new Map<Term, string[]>();
  let whole = 0;
  for (const pair of wanted) {
    const holding = (holders.get(pair) ?? []).map((position) => terms[position]!);
    for (const term of holding) held.set(term, [...(held.get(term) ?? []), pair]);
    const owners = new Set(holding.map((term) => term.item));
    const weight = Math.log(1 + items.length / Math.max(owners.size, 1));
    for (const code of owners) weights.set(code, (weights.get(code) ?? 0) + weight);
    whole += weight;
  }
  const found: Found = new Map();
  for (const [term, parts] of held) {
    const share = weights.get(term.item)! / whole;
    add(found, term, placesOf(parts, term.folded), looseWeight * share * (0.9 + (0.1 * parts.length) / wanted.length));
  }
  return found;
}

/** Pairs that overlap or touch become one place: 缺氧 and 氧警 are 缺氧警. */
function placesOf(parts: readonly string[], text: string): TermMatch['places'] {
  const places: [number, number][] = [];
  for (const start of parts.map((part) => text.indexOf(part)).sort((a, b) => a - b)) {
    const last = places.at(-1);
    if (start < 0) continue;
    if (last && start <= last[1]) last[1] = start + 2;
    else places.push([start, start + 2]);
  }
  return places.length > 0 ? places : null;
}
