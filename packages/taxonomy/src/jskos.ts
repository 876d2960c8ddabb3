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
  readonly '@context': string;
  readonly uri: string;
  readonly type: readonly string[];
  readonly prefLabel: JskosText<string>;
  readonly notation: readonly string[];
  /** What every concept's address begins with, and what every notation looks like. */
  readonly namespace: string;
  readonly notationPattern: string;
  readonly issued: string;
  readonly languages: readonly string[];
  readonly publisher: readonly { readonly prefLabel: JskosText<string> }[];
  readonly topConcepts: readonly JskosReference[];
}

/** An entry of the catalogue as a JSKOS concept. */
export interface JskosConcept {
  readonly '@context': string;
  readonly uri: string;
  readonly type: readonly string[];
  readonly notation: readonly string[];
  readonly prefLabel: JskosText<string>;
  readonly definition?: JskosText<readonly string[]>;
  readonly inScheme: readonly JskosReference[];
  readonly topConceptOf?: readonly JskosReference[];
  readonly broader: readonly JskosReference[];
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
