/** `@aipower/taxonomy/jskos`: the catalogue for vocabulary servers such as BARTOC and Cocoda. */

import type { Bilingual } from './bilingual.ts';
import { parentOf } from './code.ts';
import { currentEdition, type Edition } from './edition.ts';
import { conceptUri } from './skos/address.ts';

/** JSKOS wants lower-case language tags. */
export type JskosText<T> = { readonly 'zh-hant': T; readonly en: T };
/** A concept or scheme named by its URI. */
export type JskosReference = { readonly uri: string };

/** The catalogue as a JSKOS concept scheme. */
export interface JskosScheme {
  /** Address of the JSON-LD context of JSKOS. */
  readonly '@context': string;
  /** Address of the edition. */
  readonly uri: string;
  /** `skos:ConceptScheme`, written out. */
  readonly type: readonly string[];
  /** Title of the edition. */
  readonly prefLabel: JskosText<string>;
  /** Id of the edition, the only element. */
  readonly notation: readonly string[];
  /** What every concept's address begins with, and what every notation looks like. */
  readonly namespace: string;
  /** Regular expression that every code matches. */
  readonly notationPattern: string;
  /** Day or year, ISO 8601. */
  readonly issued: string;
  /** Tags of the languages of the labels. */
  readonly languages: readonly string[];
  /** Who announced the edition. */
  readonly publisher: readonly { readonly prefLabel: JskosText<string> }[];
  /** The tiers, in the order of the document. */
  readonly topConcepts: readonly JskosReference[];
}

/** An entry of the catalogue as a JSKOS concept. */
export interface JskosConcept {
  /** Address of the JSON-LD context of JSKOS. */
  readonly '@context': string;
  /** Address of the entry: that of its SKOS concept. */
  readonly uri: string;
  /** `skos:Concept`, written out. */
  readonly type: readonly string[];
  /** Its code, the only element. */
  readonly notation: readonly string[];
  /** Its title. */
  readonly prefLabel: JskosText<string>;
  /** Left out for tiers and groups, which have none. */
  readonly definition?: JskosText<readonly string[]>;
  /** The edition it belongs to. */
  readonly inScheme: readonly JskosReference[];
  /** The edition; of tiers only. */
  readonly topConceptOf?: readonly JskosReference[];
  /** The entry above; empty for tiers. */
  readonly broader: readonly JskosReference[];
  /** The entries below; empty for items. */
  readonly narrower: readonly JskosReference[];
}

const context = 'https://gbv.github.io/jskos/context.json';
const skos = 'http://www.w3.org/2004/02/skos/core#';

/**
 * The catalogue as JSKOS: one scheme and its concepts, in official order.
 * @param options.base as for SKOS: an http(s) address ending in `/` or `#`, else a TypeError
 */
export function jskos(options: { readonly base: string; readonly edition?: Edition }): {
  readonly scheme: JskosScheme;
  readonly concepts: readonly JskosConcept[];
} {
  const { base, edition = currentEdition } = options;
  const reference = (code?: string): JskosReference => ({ uri: conceptUri(base, edition.id, code) });
  const entries = [...edition.tiers, ...edition.groups, ...edition.items];
  const scheme: JskosScheme = {
    '@context': context,
    ...reference(),
    type: [`${skos}ConceptScheme`],
    prefLabel: label(edition.title),
    notation: [edition.id],
    namespace: `${conceptUri(base, edition.id)}/`,
    notationPattern: '[1-9](\\.[1-9][0-9]?){0,2}',
    issued: edition.published ?? `${edition.year}`,
    languages: ['zh-hant', 'en'],
    publisher: [{ prefLabel: label(edition.issuer) }],
    topConcepts: edition.tiers.map(({ code }) => reference(code)),
  };
  const concepts = entries.map((entry): JskosConcept => {
    const parent = parentOf(entry.code);
    return {
      '@context': context,
      ...reference(entry.code),
      type: [`${skos}Concept`],
      notation: [entry.code],
      prefLabel: label(entry.title),
      ...(entry.level === 'item' && {
        definition: { 'zh-hant': [entry.definition.zh], en: [entry.definition.en] },
      }),
      inScheme: [reference()],
      ...(parent === undefined && { topConceptOf: [reference()] }),
      broader: parent === undefined ? [] : [reference(parent)],
      narrower: entries.filter((other) => parentOf(other.code) === entry.code).map(({ code }) => reference(code)),
    };
  });
  return { scheme, concepts };
}

function label({ zh, en }: Bilingual): JskosText<string> {
  return { 'zh-hant': zh, en };
}
