import { type ItemCode, items } from '@aipower/taxonomy';
import { examples } from '@aipower/taxonomy/examples';
import { keywords } from '@aipower/taxonomy/keywords';
import { boundariesByItem } from '../generated/boundaries.ts';
import { wordingByItem } from '../generated/wording.ts';

/**
 * Where a passage stands. `boundary`: what the neighbours of an item say about when to choose it instead; `wording`: how people ask for it
 * when they do not know its name (data/matching/wording.yml). The others are fields of the catalogue.
 */
export type Field = 'title' | 'keyword' | 'definition' | 'wording' | 'boundary' | 'example';

/** The fields, the most telling first: where a word stands in several, the first is named as the evidence. */
export const fields: readonly Field[] = ['title', 'keyword', 'definition', 'wording', 'boundary', 'example'];

/** A piece of text that speaks for one item. */
export interface Passage {
  /** The item it speaks for. */
  readonly code: ItemCode;
  /** Which text of the item it is taken from. */
  readonly field: Field;
  /** As the catalogue prints it. */
  readonly text: string;
}

/**
 * Which texts speak for which item? Titles, definitions, keywords and examples in both languages, the notes on neighbours in Chinese, and the wording of this project: about
 * 14,000 passages, item by item in official order. Add your own to them and give all to `capabilityIndex`.
 */
export function cataloguePassages(): Passage[] {
  const passages: Passage[] = [];
  for (const { code, title, definition } of items) {
    const { zh, cn, en } = keywords[code];
    const texts: Record<Field, readonly (readonly string[])[]> = {
      title: [[title.zh, title.en], title.zh.split(/[/、]/)],
      keyword: [zh, cn, en],
      definition: [[definition.zh, definition.en]],
      wording: [wordingByItem[code] ?? []],
      boundary: [boundariesByItem[code] ?? []],
      example: [examples[code].zh, examples[code].en],
    };
    for (const field of fields)
      for (const list of texts[field]) for (const text of list) passages.push({ code, field, text });
  }
  return passages;
}
