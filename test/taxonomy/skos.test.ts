import { readFileSync } from 'node:fs';
import { edition112, getItem } from '@aipower/taxonomy';
import { conceptUri, skosJsonLd, skosTurtle } from '@aipower/taxonomy/skos';
import jsonld, { type JsonLdDocument } from 'jsonld';
import { Parser, type Quad, Store, Writer } from 'n3';
import ShaclValidator from 'rdf-validate-shacl';
import { describe, expect, test } from 'vitest';
import { fictional, later } from './fictional-editions.ts';

const base = 'https://example.org/ai-service/';
const skos = 'http://www.w3.org/2004/02/skos/core#';
const shapes = new Store(
  new Parser().parse(readFileSync(new URL('../cases/taxonomy/skos-shapes.ttl', import.meta.url), 'utf8')),
);

const values = (store: Store, subject: string, predicate: string) =>
  store.getObjects(subject, predicate, null).map((object) => object.value);

describe.each([
  ['the shipped edition', { base }],
  ['three editions', { base, editions: [edition112, fictional, later] }],
])('%s', (_, options) => {
  const quads: Quad[] = new Parser().parse(skosTurtle(options));

  test('Turtle and JSON-LD are the same graph', async () => {
    const nquads = new Writer({ format: 'N-Quads' }).quadsToString(quads);
    const canonize = (input: unknown, inputFormat?: 'application/n-quads') =>
      jsonld.canonize(input as JsonLdDocument, {
        format: 'application/n-quads',
        algorithm: 'RDFC-1.0' as 'URDNA2015', // the standard's name; @types/jsonld knows the draft's only
        ...(inputFormat && { inputFormat }),
      });
    expect(await canonize(skosJsonLd(options))).toBe(await canonize(nquads, 'application/n-quads'));
  });

  test('a SHACL engine finds nothing against SKOS', async () => {
    const report = await new ShaclValidator(shapes).validate(new Store(quads));
    expect(report.results.map((result) => `${result.focusNode?.value} ${result.path?.value}`)).toEqual([]);
    expect(report.conforms).toBe(true);
  });
});

test('the SHACL engine does find a broken vocabulary', async () => {
  const broken = skosTurtle({ base })
    .replace('skos:notation "4.6.1"', 'skos:notation "4.6.x"')
    .replace(`skos:broader <${base}112/4.6> ;`, '');
  const report = await new ShaclValidator(shapes).validate(new Store(new Parser().parse(broken)));
  expect(report.conforms).toBe(false);
});

test('an item is told whole', () => {
  const store = new Store(new Parser().parse(skosTurtle({ base })));
  const uri = conceptUri(base, '112', '4.10.1');
  expect(uri).toBe('https://example.org/ai-service/112/4.10.1');
  expect(store.getSubjects(null, `${skos}Concept`, null)).toHaveLength(4 + 23 + 87);
  expect(values(store, uri, `${skos}notation`)).toEqual(['4.10.1']);
  expect(values(store, uri, `${skos}broader`)).toEqual([`${base}112/4.10`]);
  expect(values(store, uri, `${skos}prefLabel`)).toEqual([getItem('4.10.1').title.zh, getItem('4.10.1').title.en]);
  const notes = values(store, conceptUri(base, '112', '4.15.2'), `${skos}scopeNote`);
  for (const { text } of getItem('4.15.2').exclusions) expect(notes).toContain(text);
});

test('a superseded edition is deprecated, with successors', () => {
  const store = new Store(new Parser().parse(skosTurtle({ base, editions: [edition112, fictional] })));
  const old = (code: string, predicate: string) => values(store, `${base}112/${code}`, predicate);
  const replacedBy = 'http://purl.org/dc/terms/isReplacedBy';
  expect(old('4.2.7', replacedBy)).toEqual([`${base}fictional-a/4.2.7`, `${base}fictional-a/4.2.12`]);
  expect(old('4.2.7', `${skos}narrowMatch`)).toHaveLength(2);
  expect(old('4.6.3', `${skos}exactMatch`)).toEqual([`${base}fictional-a/4.6.2`]);
  expect(old('4.6.2', `${skos}broadMatch`)).toEqual([`${base}fictional-a/4.6.1`]);
  expect(old('4.14.4', replacedBy)).toEqual([]);
  expect(old('4.14.4', `${skos}changeNote`)).toEqual(['刪除（虛構）', '刪除 (fictional)']);
  expect(old('4.14.4', 'http://www.w3.org/2002/07/owl#deprecated')).toEqual(['true']);
  expect(values(store, `${base}fictional-a/4.6.1`, 'http://www.w3.org/2002/07/owl#deprecated')).toEqual([]);
});

test.each([
  '',
  'example.org/',
  'https://example.org',
  'https://example.org/<x>/',
  'https://example.org/\u0001/',
  'javascript:x/',
  null,
])('base %j is misuse', (value) => {
  const options = { base: value as string };
  for (const write of [skosTurtle, skosJsonLd])
    expect(() => write(options)).toThrow(/base: expected an http\(s\) address/);
});

test('a code or an edition that cannot be is misuse, not an empty file', () => {
  expect(() => skosTurtle({ base, codes: ['4.6.1', '4.6.9'] })).toThrow(/codes: "4\.6\.9" is in none of the editions/);
  expect(() => conceptUri(base, '112', 'a b')).toThrow(/conceptUri: expected an edition id and a code, got "a b"/);
  expect(() => conceptUri(base, undefined as unknown as string)).toThrow(TypeError);
});
