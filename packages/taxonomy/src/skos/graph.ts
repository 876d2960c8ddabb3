import { createCrosswalk } from '../crosswalk.ts';
import { type Edition, editions as shipped } from '../edition.ts';
import { show } from '../show.ts';
import { conceptUri } from './address.ts';
import { concept } from './concept.ts';
import { deprecated, link, type Resource, translated } from './statement.ts';
import { succession } from './succession.ts';

/** What the graph names itself and its source. */
export interface SkosOptions {
  /** Under which address do you publish? An http(s) IRI ending in `/` or `#`; there is no official one. */
  readonly base: string;
  /** Default: every shipped edition. Editions before the newest are marked deprecated, with their successors. */
  readonly editions?: readonly Edition[];
  /** Only the concepts of these codes, without the rest and without the concept scheme. Default: everything. */
  readonly codes?: readonly string[];
}

/** The catalogue as SKOS, before it is written down: one concept scheme per edition, then its concepts in order. */
export function skosGraph({ base, editions = shipped, codes }: SkosOptions): Resource[] {
  const crosswalk = createCrosswalk(editions);
  const newest = editions.find(({ id }) => !editions.some(({ previous }) => previous === id))!;
  const codeKnown = new Set(
    editions.flatMap(({ tiers, groups, items }) => [...tiers, ...groups, ...items].map((e) => e.code)),
  );
  for (const code of codes ?? []) {
    if (!codeKnown.has(code)) throw new TypeError(`codes: ${show(code)} is in none of the editions`);
  }
  const graph = editions.flatMap((edition) => {
    const superseded = edition !== newest;
    const items = edition.items.map((item) => {
      const resource = concept(base, edition, item);
      if (!superseded) return resource;
      const answer = crosswalk(item.code, edition.id, newest.id);
      return { ...resource, statements: [...resource.statements, ...succession(base, newest, answer)] };
    });
    const upper = [...edition.tiers, ...edition.groups].map((entry) => concept(base, edition, entry));
    return [scheme(base, edition, superseded ? newest : undefined), ...upper, ...items];
  });
  if (codes === undefined) return graph;
  const wanted = new Set(editions.flatMap(({ id }) => codes.map((code) => conceptUri(base, id, code))));
  return graph.filter(({ uri }) => wanted.has(uri));
}

function scheme(base: string, edition: Edition, successor: Edition | undefined): Resource {
  const { id, title, issuer, published, year, tiers } = edition;
  const notOfficial = 'The English text is a translation by the aipower project and is not official.';
  const issued = published ? { text: published, datatype: 'xsd:date' } : { text: `${year}`, datatype: 'xsd:gYear' };
  return {
    uri: conceptUri(base, id),
    type: 'skos:ConceptScheme',
    statements: [
      ...translated(edition, 'skos:prefLabel', title),
      ...translated(edition, 'dct:title', title),
      ...translated(edition, 'dc:publisher', issuer),
      ['dct:issued', issued],
      ['skos:editorialNote', { text: notOfficial, language: 'en' }],
      ...tiers.map(({ code }) => link('skos:hasTopConcept', conceptUri(base, id, code))),
      ...(successor ? [deprecated, link('dct:isReplacedBy', conceptUri(base, successor.id))] : []),
    ],
  };
}
