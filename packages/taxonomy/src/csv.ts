/** `@aipower/taxonomy/csv`: the items as a table, with its description for Frictionless and for CSVW. */
import type { Item } from './catalogue.ts';
import { csvLine } from './csv-line.ts';
import { currentEdition, type Edition } from './edition.ts';

export { csvLine } from './csv-line.ts';

interface Column {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly language?: 'zh-Hant-TW' | 'en';
  readonly pattern?: string;
  readonly unique?: true;
  /** The parts of a list; they are joined with {@link listSeparator}. */
  readonly list?: (item: Item<string>) => readonly string[];
  readonly text?: (item: Item<string>) => string;
}

/** Stands in no definition, so a list in a cell can be split again. */
export const listSeparator = '|';

const official = 'Official, to the letter.';
const ours = 'Translation by the aipower project; not official.';
const zh = { language: 'zh-Hant-TW' } as const;
const en = { language: 'en' } as const;

const columns: readonly Column[] = [
  {
    name: 'code',
    title: '項目代碼',
    description: 'Item code. Text: 4.10 is not 4.1, and 4.2.10 comes after 4.2.9.',
    pattern: '^[1-9]\\.[1-9][0-9]?\\.[1-9][0-9]?$',
    unique: true,
    text: (item) => item.code,
  },
  {
    name: 'group',
    title: '類別代碼',
    description: 'Code of the group the item stands in. Text.',
    pattern: '^[1-9]\\.[1-9][0-9]?$',
    text: (item) => item.group,
  },
  {
    name: 'tier',
    title: '領域代碼',
    description: 'Code of the tier the item stands in. Text.',
    pattern: '^[1-9]$',
    text: (item) => item.tier,
  },
  { name: 'title_zh', title: '項目名稱', description: official, ...zh, text: (item) => item.title.zh },
  { name: 'title_en', title: 'Title', description: ours, ...en, text: (item) => item.title.en },
  { name: 'definition_zh', title: '釋義', description: official, ...zh, text: (item) => item.definition.zh },
  { name: 'definition_en', title: 'Definition', description: ours, ...en, text: (item) => item.definition.en },
  {
    name: 'requirements_zh',
    title: '要求',
    description: `Parts of definition_zh that demand something, to the letter, joined with ${listSeparator}; may be empty.`,
    ...zh,
    list: (item) => item.requirements.map((span) => span.text),
  },
  {
    name: 'exclusions_zh',
    title: '排除',
    description: `Parts of definition_zh that rule something out, to the letter, joined with ${listSeparator}; may be empty.`,
    ...zh,
    list: (item) => item.exclusions.map((span) => span.text),
  },
];

/** The items of an edition as CSV (RFC 4180: UTF-8 without BOM, comma, CRLF, header row), in official order. */
export function catalogueCsv(edition: Edition = currentEdition): string {
  const rows = edition.items.map((item) =>
    columns.map(({ text, list }) => text?.(item) ?? list?.(item).join(listSeparator)),
  );
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => csvLine(row.map((cell) => cell ?? '')));
  return `${lines.join('\r\n')}\r\n`;
}

/** The description of `catalogue.csv` as a Frictionless tabular data package (v1). */
export function dataPackage(edition: Edition = currentEdition) {
  return {
    profile: 'tabular-data-package',
    name: `ai-service-catalogue-${edition.id}`,
    title: edition.title.en,
    description: `${edition.title.zh}. ${edition.issuer.zh}, ROC ${edition.rocYear} (${edition.year}). Columns in English are not official.`,
    sources: [{ title: `${edition.title.zh} (${edition.issuer.zh})`, path: edition.source.file }],
    resources: [
      {
        name: 'items',
        profile: 'tabular-data-resource',
        path: 'catalogue.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: {
          fields: columns.map(({ name, title, description, pattern, unique, text }) => ({
            name,
            type: 'string',
            title,
            description,
            constraints: { required: text !== undefined, ...(unique && { unique }), ...(pattern && { pattern }) },
          })),
          primaryKey: 'code',
          missingValues: [''],
        },
      },
    ],
  };
}

/** The description of `catalogue.csv` for CSV on the Web (`catalogue.csv-metadata.json`). */
export function csvwMetadata(edition: Edition = currentEdition) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'catalogue.csv',
    'dc:title': edition.title.en,
    'dc:publisher': edition.issuer.zh,
    'dc:source': edition.source.file,
    tableSchema: {
      columns: columns.map(({ name, title, description, language, pattern, list }) => ({
        name,
        titles: [name, title],
        'dc:description': description,
        datatype: pattern ? { base: 'string', format: pattern } : 'string',
        ...(language && { lang: language }),
        ...(list ? { separator: listSeparator } : { required: true }),
      })),
      primaryKey: 'code',
    },
  };
}
