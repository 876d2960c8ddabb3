import { childrenOf, type Entry, groups, type Item, items, itemsUnder, pathOf, tiers } from '@aipower/taxonomy';
import { neighbours } from '@aipower/taxonomy/neighbours';
import type { Language } from '../page/language.ts';

/** A piece of a definition: plain, or marked as a requirement or an exclusion. */
export interface Piece {
  readonly text: string;
  readonly mark?: 'requirement' | 'exclusion';
}

/** Cuts an official definition at its marked spans without losing a character. */
export function markedDefinition(item: Item): Piece[] {
  const spans = [
    ...item.requirements.map((span) => ({ ...span, mark: 'requirement' as const })),
    ...item.exclusions.map((span) => ({ ...span, mark: 'exclusion' as const })),
  ].sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, mark } of spans) {
    const from = Math.max(start, at);
    if (from >= end) continue;
    if (from > at) pieces.push({ text: item.definition.zh.slice(at, from) });
    pieces.push({ text: item.definition.zh.slice(from, end), mark });
    at = end;
  }
  if (at < item.definition.zh.length) pieces.push({ text: item.definition.zh.slice(at) });
  return pieces;
}

/** Registered providers by item; `null`: not known. */
type Counts = ReadonlyMap<string, number> | null;

/** The whole catalogue as a tree, with the number of registered providers of each item. */
export function catalogueTree(counts: Counts) {
  return tiers.map((tier) => ({
    ...tier,
    size: itemsUnder(tier.code).length,
    groups: childrenOf(tier.code).map((group) => ({ ...group, items: withCounts(childrenOf(group.code), counts) })),
  }));
}

export function withCounts(list: readonly Item[], counts: Counts) {
  return list.map((item) => ({ ...item, providers: counts && (counts.get(item.code) ?? 0) }));
}

export function crumbsOf(entry: Entry) {
  return pathOf(entry.code);
}

/** What stands before and after an entry on its own level, in official order. */
export function besides(entry: Entry) {
  const row: readonly Entry[] = entry.level === 'item' ? items : entry.level === 'group' ? groups : tiers;
  const index = row.findIndex((other) => other.code === entry.code);
  return { previous: row[index - 1], next: row[index + 1] };
}

export function neighboursOf(item: Item, language: Language) {
  return neighbours[item.code].map(({ code, when }) => ({
    item: items.find((other) => other.code === code) as Item,
    when: when[language],
  }));
}
