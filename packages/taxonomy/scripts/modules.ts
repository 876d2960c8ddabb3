import { folding } from './folding.ts';
import type { SearchWords, Source, SourceItem } from './source.ts';

const header = '// Generated from data/catalogue by packages/taxonomy/scripts. Edit the data, then npm run generate.\n';

/**
 * The modules of src/generated/, by path: what the package knows, as TypeScript. Codes, their types, texts and words are of the
 * newest edition; the ones before it are whole in one module.
 */
export function modules(editions: readonly Source[], search: SearchWords): Record<string, string> {
  const source = editions.at(-1)!;
  return {
    'src/generated/codes.ts': codes(source),
    'src/generated/edition.ts': edition(source),
    'src/generated/earlier-editions.ts': earlier(editions.slice(0, -1)),
    'src/generated/text.ts': text(source),
    'src/generated/keywords.ts': perItem(source, 'keywords', 'Keywords', (item) => item.keywords),
    'src/generated/examples.ts': perItem(source, 'examples', 'Examples', (item) => item.examples),
    'src/generated/folding.ts': header + folding(source, search),
    'src/generated/code-words.ts': codeWords(search),
    'src/generated/neighbours.ts': perItem(source, 'neighbours', 'readonly Neighbour[]', (item) => item.neighbours),
  };
}

function codeWords({ codeLabels, joined }: SearchWords): string {
  return [
    header,
    `/** What stands before a code that is pasted. */\nexport const codeLabels: readonly string[] = ${JSON.stringify(codeLabels)};\n`,
    `/** What joins two codes. */\nexport const joiningWords: readonly string[] = ${JSON.stringify(joined)};\n`,
  ].join('\n');
}

function codes({ edition, groups }: Source): string {
  const list = (name: string, what: string, values: string[]) =>
    `/** ${what} */\nexport const ${name} = ${JSON.stringify(values)} as const;\n`;
  return [
    header,
    `/** The edition that the codes and their types are of. */\nexport const codesEdition = ${JSON.stringify(edition.id)};\n`,
    list(
      'tierCodes',
      'Codes of the tiers, in official order.',
      edition.tiers.map((tier) => tier.code),
    ),
    list(
      'groupCodes',
      'Codes of the groups, in official order (4.9 before 4.10).',
      groups.map((group) => group.group),
    ),
    list(
      'itemCodes',
      'Codes of the items, in official order.',
      groups.flatMap((group) => group.items.map((item) => item.code)),
    ),
  ].join('\n');
}

function edition({ edition: { tiers: _, ...facts } }: Source): string {
  const type = "Omit<Edition, 'tiers' | 'groups' | 'items'>";
  const value = JSON.stringify(facts, null, 2);
  return `${header}\nimport type { Edition } from '../edition.ts';\n\nexport const editionData: ${type} = ${value};\n`;
}

/** Editions that were current once, with every text: certificates carry theirs. */
function earlier(sources: readonly Source[]): string {
  const whole = sources.map(({ edition: { tiers, ...facts }, groups }) => ({
    ...facts,
    tiers: tiers.map((tier) => ({ level: 'tier', ...tier })),
    groups: groups.map(({ group, title }) => ({ level: 'group', code: group, tier: parent(group), title })),
    items: groups
      .flatMap(({ items }) => items)
      .map(({ code, title, definition, requirements, exclusions }) => ({
        ...{ level: 'item', code, tier: code.split('.')[0], group: parent(code), title, definition },
        requirements: exactSpans(definition.zh, requirements),
        exclusions: exactSpans(definition.zh, exclusions),
      })),
  }));
  const value = JSON.stringify(whole, null, 1);
  return `${header}\nimport type { Edition } from '../edition.ts';\n\nexport const earlierEditions: readonly Edition[] = ${value};\n`;
}

const parent = (code: string) => code.slice(0, code.lastIndexOf('.'));

const exactSpans = (definition: string, parts: readonly string[]) =>
  parts
    .map((text) => ({ start: definition.indexOf(text), end: definition.indexOf(text) + text.length, text }))
    .sort((a, b) => a.start - b.start);

/** Requirements and exclusions are stored as UTF-16 offsets into definition.zh, so that they cannot drift from it. */
function text({ edition, groups }: Source): string {
  const spans = (definition: string, parts: string[]) =>
    exactSpans(definition, parts).map(({ start, end }) => [start, end]);
  const rows = groups
    .flatMap((group) => group.items)
    .map(({ code, title, definition, requirements, exclusions }) => ({
      code,
      title,
      definition,
      requirements: spans(definition.zh, requirements),
      exclusions: spans(definition.zh, exclusions),
    }));
  return [
    header,
    "import type { Bilingual } from '../bilingual.ts';\nimport type { GroupCode, ItemCode, TierCode } from '../code.ts';\n",
    'export interface Row<Code> { readonly code: Code; readonly title: Bilingual }',
    'export interface ItemRow extends Row<ItemCode> {',
    '  readonly definition: Bilingual;',
    '  readonly requirements: readonly (readonly [start: number, end: number])[];',
    '  readonly exclusions: readonly (readonly [start: number, end: number])[];',
    '}\n',
    `export const tierRows: readonly Row<TierCode>[] = ${lines(edition.tiers)};\n`,
    `export const groupRows: readonly Row<GroupCode>[] = ${lines(groups.map(({ group, title }) => ({ code: group, title })))};\n`,
    `export const itemRows: readonly ItemRow[] = ${lines(rows)};\n`,
  ].join('\n');
}

function perItem({ groups }: Source, name: string, type: string, pick: (item: SourceItem) => unknown): string {
  const entries = groups
    .flatMap((group) => group.items)
    .map((item) => `  ${JSON.stringify(item.code)}: ${JSON.stringify(pick(item))},\n`);
  return [
    header,
    `import type { ItemCode } from '../code.ts';\nimport type { ${type.match(/[A-Z]\w+/)} } from '../${name}.ts';\n`,
    `export const ${name}ByItem: Readonly<Record<ItemCode, ${type}>> = {\n${entries.join('')}};\n`,
  ].join('\n');
}

function lines(values: readonly unknown[]): string {
  return `[\n${values.map((value) => `  ${JSON.stringify(value)},\n`).join('')}]`;
}
