/** `@aipower/taxonomy/skos`: the catalogue as linked data. */
import { type SkosOptions, skosGraph } from './skos/graph.ts';
import { prefixes, type Term } from './skos/statement.ts';

export { conceptUri } from './skos/address.ts';
export type { SkosOptions } from './skos/graph.ts';

/**
 * The catalogue as SKOS in Turtle: a concept scheme per edition, tiers, groups and items as concepts.
 * Requirements, exclusions and the notes on neighbours are scope notes; the English is marked as not official.
 * @throws TypeError when `base` is no http(s) address ending in `/` or `#`
 * @example skosTurtle({ base: 'https://example.org/ai-service/' })
 */
export function skosTurtle(options: SkosOptions): string {
  const head = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const resources = skosGraph(options).map(({ uri, type, statements }) =>
    [`<${uri}> a ${type}`, ...statements.map(([predicate, object]) => `  ${predicate} ${turtle(object)}`)].join(' ;\n'),
  );
  return `${head.join('\n')}\n\n${resources.join(' .\n\n')} .\n`;
}

/** A JSON string is a valid Turtle string: JSON's escapes are a part of Turtle's. */
function turtle(term: Term): string {
  if ('iri' in term) return `<${term.iri}>`;
  const text = JSON.stringify(term.text);
  return term.language ? `${text}@${term.language}` : term.datatype ? `${text}^^${term.datatype}` : text;
}

/** A JSON-LD document. */
export interface JsonLdDocument {
  /** Prefix → namespace. */
  readonly '@context': Readonly<Record<string, string>>;
  /** Nodes: the edition, then its entries in the order of the document. */
  readonly '@graph': readonly Readonly<Record<string, unknown>>[];
}

/** The same graph as {@link skosTurtle}, in JSON-LD 1.1. */
export function skosJsonLd(options: SkosOptions): JsonLdDocument {
  const graph = skosGraph(options).map(({ uri, type, statements }) => {
    const predicates = [...new Set(statements.map(([predicate]) => predicate))];
    const objects = (wanted: string) => statements.flatMap(([p, object]) => (p === wanted ? jsonLd(object) : []));
    return { '@id': uri, '@type': type, ...Object.fromEntries(predicates.map((p) => [p, objects(p)])) };
  });
  return { '@context': prefixes, '@graph': graph };
}

function jsonLd(term: Term): object {
  if ('iri' in term) return { '@id': term.iri };
  if (term.language) return { '@value': term.text, '@language': term.language };
  return term.datatype ? { '@value': term.text, '@type': term.datatype } : { '@value': term.text };
}
