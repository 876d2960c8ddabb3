import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { items } from '@aipower/taxonomy';
import { catalogueCsv, csvwMetadata, dataPackage, listSeparator } from '@aipower/taxonomy/csv';
import { Package } from 'datapackage';
import jsonld, { type JsonLdDocument, type Options } from 'jsonld';
import { Parser, Store } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
import { expect, test } from 'vitest';

const files = new URL('../../packages/taxonomy/generated/', import.meta.url);
const texts = (spans: readonly { text: string }[]) => spans.map(({ text }) => text);

test('the files are what the functions write', () => {
  const read = (name: string) => readFileSync(new URL(name, files), 'utf8');
  expect(read('catalogue.csv')).toBe(catalogueCsv());
  expect(JSON.parse(read('datapackage.json'))).toEqual(dataPackage());
  expect(JSON.parse(read('catalogue.csv-metadata.json'))).toEqual(csvwMetadata());
});

test('datapackage accepts the package and reads every item back', async () => {
  const loaded = await Package.load(fileURLToPath(new URL('datapackage.json', files)), { strict: true });
  expect([loaded.valid, loaded.errors, loaded.resources[0]?.errors]).toEqual([true, [], []]);
  const rows = await loaded.resources[0]!.read({ keyed: true });
  expect(rows).toEqual(
    items.map((item) => ({
      code: item.code,
      group: item.group,
      tier: item.tier,
      title_zh: item.title.zh,
      title_en: item.title.en,
      definition_zh: item.definition.zh,
      definition_en: item.definition.en,
      requirements_zh: texts(item.requirements).join(listSeparator) || null,
      exclusions_zh: texts(item.exclusions).join(listSeparator) || null,
    })),
  );
});

test('datapackage does refuse a broken table', async () => {
  const broken = dataPackage();
  const resource = { ...broken.resources[0]!, path: undefined, data: [['code'], ['4.6.x']] };
  const loaded = await Package.load({ ...broken, resources: [JSON.parse(JSON.stringify(resource))] });
  await expect(loaded.resources[0]!.read({ keyed: true })).rejects.toThrow();
});

// rdf-parser-csvw 1.1 does not know `separator` of a cell, so lists come back joined.
test('a CSVW processor reads every item back', async () => {
  const table = 'https://example.org/catalogue.csv';
  const options: Options.ToRdf = {
    base: table,
    format: 'application/n-quads',
    documentLoader: async (documentUrl) => ({ documentUrl, document: csvwContext as never }),
  };
  const nquads = await jsonld.toRDF(csvwMetadata() as unknown as JsonLdDocument, options);
  const metadata = new Store(new Parser({ format: 'N-Quads' }).parse(nquads as unknown as string));
  const rows = new Map<string, Map<string, string[]>>();
  for await (const { subject, predicate, object } of new CsvwParser({ metadata, baseIRI: table }).import(
    Readable.from([catalogueCsv()]),
  )) {
    if (!predicate.value.startsWith(`${table}#`)) continue;
    const row = rows.get(subject.value) ?? new Map<string, string[]>();
    const column = decodeURIComponent(predicate.value.slice(table.length + 1));
    rows.set(subject.value, row.set(column, [...(row.get(column) ?? []), object.value]));
  }
  const read = [...rows.values()];
  expect(read.map((row) => row.get('code'))).toEqual(items.map(({ code }) => [code]));
  expect(read.map((row) => row.get('definition_zh'))).toEqual(items.map(({ definition }) => [definition.zh]));
  const lists = read.map((row) => row.get('exclusions_zh')?.[0]?.split(listSeparator) ?? []);
  expect(lists).toEqual(items.map(({ exclusions }) => texts(exclusions)));
});

/** The terms of http://www.w3.org/ns/csvw that the description uses, as that context defines them. */
const csvwContext = {
  '@context': {
    '@vocab': 'http://www.w3.org/ns/csvw#',
    dc: 'http://purl.org/dc/terms/',
    url: { '@type': 'xsd:anyURI' },
    tableSchema: { '@type': '@id' },
    columns: { '@id': 'column', '@type': '@id', '@container': '@list' },
    titles: { '@id': 'title', '@container': '@language' },
    lang: { '@id': 'lang' },
    required: { '@id': 'required' },
    separator: { '@id': 'separator' },
    primaryKey: { '@id': 'primaryKey' },
    datatype: { '@type': '@vocab' },
  },
};

test('no definition holds the list separator, and no cell starts a formula', () => {
  for (const { definition } of items) expect(definition.zh).not.toContain(listSeparator);
  expect(catalogueCsv()).not.toMatch(/(^|,|\n)"?[=+\-@\t]/);
});
