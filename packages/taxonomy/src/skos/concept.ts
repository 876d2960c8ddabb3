import type { Group, Item, Tier } from '../catalogue.ts';
import { type ItemCode, isItemCode, parentOf } from '../code.ts';
import { itemCodes } from '../codes.ts';
import type { Edition } from '../edition.ts';
import { codesEdition } from '../generated/codes.ts';
import { neighbours } from '../neighbours.ts';
import { conceptUri } from './address.ts';
import { link, type Resource, type Statement, translated } from './statement.ts';

type Entry = Tier<string> | Group<string> | Item<string>;

export function concept(base: string, edition: Edition, entry: Entry): Resource {
  const scheme = conceptUri(base, edition.id);
  const uri = (code: string) => conceptUri(base, edition.id, code);
  const parent = parentOf(entry.code);
  const children = [...edition.groups, ...edition.items].filter((other) => parentOf(other.code) === entry.code);
  const source = `${edition.issuer.zh}${edition.rocYear}年 ${edition.title.zh} ${entry.code}.`;
  return {
    uri: uri(entry.code),
    type: 'skos:Concept',
    statements: [
      ['skos:notation', { text: entry.code }],
      ...translated(edition, 'skos:prefLabel', entry.title),
      link('skos:inScheme', scheme),
      parent === undefined ? link('skos:topConceptOf', scheme) : link('skos:broader', uri(parent)),
      ...children.map(({ code }) => link('skos:narrower', uri(code))),
      ...(entry.level === 'item' ? definition(base, edition, entry) : []),
      ['dct:source', { text: source, language: edition.languages.zh.tag }],
    ],
  };
}

/** Scope notes say where the item ends: what the definition demands and rules out, and when a neighbour fits better. */
function definition(base: string, edition: Edition, item: Item<string>): Statement[] {
  const language = edition.languages.zh.tag;
  const spans = [...item.requirements, ...item.exclusions];
  const isCurrent = edition.id === codesEdition && isItemCode(item.code);
  const near = isCurrent ? neighbours[item.code] : [];
  return [
    ...translated(edition, 'skos:definition', item.definition),
    ...spans.map(({ text }): Statement => ['skos:scopeNote', { text, language }]),
    ...near.flatMap(({ when }) => translated(edition, 'skos:scopeNote', when)),
    ...(isCurrent ? related(item.code) : []).map((code) => link('skos:related', conceptUri(base, edition.id, code))),
  ];
}

/** The neighbours both ways: skos:related is symmetric, and a note may stand on one side only. */
function related(code: ItemCode): ItemCode[] {
  const ours = neighbours[code].map((near) => near.code);
  const theirs = itemCodes.filter((other) => neighbours[other].some((near) => near.code === code));
  return [...new Set([...ours, ...theirs])].filter((other) => other !== code).sort();
}
