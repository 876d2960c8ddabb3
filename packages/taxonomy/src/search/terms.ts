import { getGroup, items } from '../catalogue.ts';
import type { ItemCode } from '../code.ts';
import { keywords } from '../keywords.ts';
import { fold, mainlandWording } from './fold.ts';

/** One text of an item that a query is compared with. */
export interface Term {
  readonly item: ItemCode;
  readonly field: 'title' | 'keyword' | 'group';
  readonly language: 'zh' | 'cn' | 'en';
  /** As written, for display. */
  readonly text: string;
  readonly folded: string;
  /** In mainland wording, only where that differs. */
  readonly mainland?: string;
}

/** Everything of the catalogue that can be searched, in official order: about a hundred terms per item. */
function allTerms(): Term[] {
  return items.flatMap(({ code, group, title }) => {
    const term = (field: Term['field'], language: Term['language'], text: string): Term[] => {
      if (text === '') return [];
      const folded = fold(text).text;
      const mainland = language === 'zh' ? mainlandWording(text) : folded;
      return [{ item: code, field, language, text, folded, ...(mainland === folded ? {} : { mainland }) }];
    };
    const { zh, cn, en } = keywords[code];
    const groupTitle = getGroup(group).title;
    return [
      term('title', 'zh', title.zh),
      term('title', 'en', title.en),
      ...zh.map((word) => term('keyword', 'zh', word)),
      ...cn.map((word) => term('keyword', 'cn', word)),
      ...en.map((word) => term('keyword', 'en', word)),
      term('group', 'zh', groupTitle.zh),
      term('group', 'en', groupTitle.en),
    ].flat();
  });
}

export interface SearchIndex {
  readonly terms: readonly Term[];
  /** For each two neighbouring characters, and each Chinese character alone: the terms that hold them, by position. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

export function buildIndex(): SearchIndex {
  const terms = allTerms();
  const holders = new Map<string, number[]>();
  terms.forEach(({ folded, mainland }, position) => {
    for (const gram of new Set([...grams(folded), ...grams(mainland ?? '')])) {
      const positions = holders.get(gram);
      if (positions) positions.push(position);
      else holders.set(gram, [position]);
    }
  });
  return { terms, holders };
}

export function grams(text: string): string[] {
  return [...pairs(text), ...(text.match(/\p{Script=Han}/gu) ?? [])];
}

export function pairs(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2));
}
