import { conceptUri, skosTurtle } from '@aipower/taxonomy/skos';
import { Parser, Store } from 'n3';
import { describe, expect, test } from 'vitest';

// The quality issues that qSKOS looks for (https://github.com/cmader/qSKOS/wiki/Quality-Issues), where SHACL cannot say them.
const base = 'https://example.org/ai-service/';
const skos = (name: string) => `http://www.w3.org/2004/02/skos/core#${name}`;
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const store = new Store(new Parser().parse(skosTurtle({ base })));
const concepts = store.getSubjects(type, skos('Concept'), null).map(({ value }) => value);
const linked = (from: string, ...names: string[]) =>
  names.flatMap((name) => store.getObjects(from, skos(name), null).map(({ value }) => value));

describe('the vocabulary', () => {
  test('overlapping labels: no two concepts of one level are called the same in a language', () => {
    const names = concepts.flatMap((concept) =>
      store.getQuads(concept, skos('prefLabel'), null, null).map(({ object }) => {
        const { value, language } = object as { value: string; language: string };
        return `${concept.split('.').length} ${language} ${value.trim().toLowerCase()}`;
      }),
    );
    expect(names.length).toBe(concepts.length * 2);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('empty labels, and missing definitions of what can be registered', () => {
    const texts = ['prefLabel', 'altLabel', 'definition'].flatMap((name) => store.getObjects(null, skos(name), null));
    expect(texts.filter(({ value }) => value.trim() === '')).toEqual([]);
    const items = concepts.filter((concept) => linked(concept, 'narrower').length === 0);
    expect(items).toHaveLength(87);
    expect(items.filter((concept) => linked(concept, 'definition').length !== 2)).toEqual([]);
  });

  test('hierarchical cycles and orphans: every concept is under a top concept, and none under itself', () => {
    for (const concept of concepts) {
      const way: string[] = [];
      for (let at: string | undefined = concept; at; [at] = linked(at, 'broader')) {
        expect(way, concept).not.toContain(at);
        way.push(at);
      }
      expect(linked(way.at(-1)!, 'topConceptOf'), concept).toHaveLength(1);
    }
  });

  test('unidirectional, reflexive and hierarchical relations: related goes both ways, and never up or down', () => {
    const related = concepts.flatMap((concept) => linked(concept, 'related').map((other) => [concept, other] as const));
    expect(related.length).toBeGreaterThan(20);
    for (const [concept, other] of related) {
      expect(other).not.toBe(concept);
      expect(concepts).toContain(other);
      expect(linked(other, 'related')).toContain(concept);
      expect(linked(concept, 'broader', 'narrower')).not.toContain(other);
    }
  });

  test('undefined resources: everything of SKOS that is used is in SKOS, and every concept that is named is described', () => {
    const known =
      /^(Concept|ConceptScheme|prefLabel|altLabel|hiddenLabel|definition|scopeNote|changeNote|editorialNote|note|example|notation|broader|narrower|related|inScheme|hasTopConcept|topConceptOf|exactMatch|closeMatch|broadMatch|narrowMatch)$/;
    const used = store.getPredicates(null, null, null).map(({ value }) => value);
    const ofSkos = used.filter((one) => one.startsWith(skos(''))).map((one) => one.slice(skos('').length));
    expect(ofSkos.filter((one) => !known.test(one))).toEqual([]);
    const named = concepts.flatMap((concept) => linked(concept, 'broader', 'narrower', 'related'));
    expect(named.filter((one) => !concepts.includes(one))).toEqual([]);
    expect(concepts).toContain(conceptUri(base, '112', '4.6.1'));
  });
});
