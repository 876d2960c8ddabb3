import { itemWords } from '../generated/cell-words.ts';
import type { Cells } from './cells.ts';
import { isItemOf } from './item-code.ts';

/** Item codes sort by their numbers: 4.2.10 behind 4.2.9. */
function byNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return left[0]! - right[0]! || left[1]! - right[1]! || left[2]! - right[2]!;
}

const codes = /(?<![\d.])\d{1,2}\.\d{1,2}\.\d{1,2}(?![\d])/g;
/** What makes of several codes something else than all of them. */
const notAll = new RegExp(itemWords.notAll, 'i');
const range = new RegExp(`(?:[~～∼〜]|${itemWords.range}|\\p{Pd}|…|\\bto\\b)\\s*$`, 'iu');
/** What separates two codes, with the title of the first before it. */
const separated = new RegExp(`(?:^|[\\s/+&|·)\\]】）]|${itemWords.joined})$`, 'u');

/**
 * The codes of one part of the cell, each alone or with the item's title behind it.
 * @returns `null` when it has none, or when it is not sure that all of them are meant: a range, an exception.
 */
function codesIn(text: string): string[] | null {
  const plain = text.normalize('NFKC').replace(/\s*\.\s*/g, '.');
  const found = [...plain.matchAll(codes)];
  if (found[0]?.index !== 0) return null;
  const sure = found.slice(1).every((match, i) => {
    const between = plain.slice(found[i]!.index + found[i]![0].length, match.index);
    return separated.test(between) && !range.test(between.trimEnd());
  });
  return sure && !(found.length > 1 && notAll.test(plain)) ? found.map(([code]) => code) : null;
}

/** The items that a row names, in the order of the catalogue; `undefined` when the list has no such column. */
export function readItems(cells: Cells, edition: string | null): string[] | undefined {
  const items = cells.list('items', /[;；、,，\n|]/)?.flatMap((text) => {
    const found = codesIn(text);
    if (!found) cells.say('item-malformed', 'items', text);
    for (const code of found ?? []) if (!isItemOf(code, edition)) cells.say('item-unknown', 'items', code);
    return found ?? [];
  });
  return items && [...new Set(items)].sort(byNumbers);
}
