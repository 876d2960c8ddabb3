import type { Bilingual } from '../bilingual.ts';
import type { Edition } from '../edition.ts';

export type Term =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly datatype?: string };

export type Statement = readonly [predicate: string, object: Term];

/** One subject with everything that is said of it; names are prefixed (`skos:prefLabel`). */
export interface Resource {
  readonly uri: string;
  readonly type: string;
  readonly statements: readonly Statement[];
}

export const prefixes: Readonly<Record<string, string>> = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

export const deprecated: Statement = ['owl:deprecated', { text: 'true', datatype: 'xsd:boolean' }];

export function link(predicate: string, iri: string): Statement {
  return [predicate, { iri }];
}

/** One statement per language that has a text. */
export function translated({ languages }: Edition, predicate: string, text: Bilingual): Statement[] {
  return (['zh', 'en'] as const)
    .filter((key) => text[key] !== '')
    .map((key) => [predicate, { text: text[key], language: languages[key].tag }]);
}
