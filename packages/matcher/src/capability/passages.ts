import { type ItemCode, items } from '@aipower/taxonomy';
import { examples } from '@aipower/taxonomy/examples';
import { keywords } from '@aipower/taxonomy/keywords';
import { termsByItem } from '../generated/trade-terms.ts';
import { wordingByItem } from '../generated/wording.ts';

/**
 * Where a passage stands. `term`: a standard abbreviation or term of the trade (data/matching/terms.yml); `wording`: how people ask for it
 * when they do not know its name (data/matching/wording.yml). The others are fields of the catalogue.
 */
export type Field = 'title' | 'keyword' | 'term' | 'definition' | 'wording' | 'example';

/** The fields, the most telling first: where a word stands in several, the first is named as the evidence. */
export const fields: readonly Field[] = ['title', 'keyword', 'term', 'definition', 'wording', 'example'];

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
 * Which texts speak for which item? Titles, definitions, keywords and examples in both languages, and the terms and the wording of this project: about
 * 15,000 passages, item by item in official order. Add your own to them and give all to `capabilityIndex`.
 */
export function cataloguePassages(): Passage[] {
  const passages: Passage[] = [];
  for (const { code, title, definition } of items) {
    const { zh, cn, en } = keywords[code];
    const texts: Record<Field, readonly (readonly string[])[]> = {
      title: [[title.zh, title.en], title.zh.split(/[/、]/)],
      keyword: [zh, cn, en],
      term: [listed(termsByItem[code])],
      definition: [[definition.zh, definition.en]],
      wording: [listed(wordingByItem[code])],
      example: [examples[code].zh, examples[code].en],
    };
    for (const field of fields)
      for (const list of texts[field]) for (const text of list) passages.push({ code, field, text });
  }
  return passages;
}

/** A list of phrases as it is shipped. */
const listed = (joined: string | undefined): readonly string[] => joined?.split('|') ?? [];
