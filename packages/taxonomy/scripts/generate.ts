/**
 * data/catalogue/112/*.yml → src/generated/*.ts. `--check` writes nothing and fails when a module is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSource, type Source, type SourceItem } from './source.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const target = fileURLToPath(new URL('../src/generated/', import.meta.url));

const source = readSource(`${root}data/catalogue/112`);
const modules: Record<string, string> = {
  'codes.ts': codes(source),
  'edition.ts': edition(source),
  'text.ts': text(source),
  'keywords.ts': perItem('keywordsByItem', (item) => item.keywords),
  'examples.ts': perItem('examplesByItem', (item) => item.examples),
  'neighbours.ts': perItem('neighboursByItem', (item) => item.neighbours),
};

const stale = Object.entries(modules).filter(([file, content]) => read(target + file) !== content);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${relative(root, target + file)} is stale: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, content] of stale) writeFileSync(target + file, content);
  console.log(`taxonomy: ${stale.length} of ${Object.keys(modules).length} generated modules written`);
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function header(): string {
  return '// Generated from data/catalogue/112 by packages/taxonomy/scripts/generate.ts. Edit the data, then npm run generate.\n';
}

function edition({ edition: { tiers: _, ...facts } }: Source): string {
  const type = "Omit<Edition, 'tiers' | 'groups' | 'items'>";
  const value = JSON.stringify(facts, null, 2);
  return `${header()}\nimport type { Edition } from '../edition.ts';\n\nexport const editionData: ${type} = ${value};\n`;
}

function codes({ edition, groups }: Source): string {
  const list = (name: string, values: string[]) => `export const ${name} = ${JSON.stringify(values)} as const;\n`;
  return [
    header(),
    list(
      'tierCodes',
      edition.tiers.map((tier) => tier.code),
    ),
    list(
      'groupCodes',
      groups.map((group) => group.group),
    ),
    list(
      'itemCodes',
      groups.flatMap((group) => group.items.map((item) => item.code)),
    ),
  ].join('\n');
}

/** Requirements and exclusions are stored as UTF-16 offsets into definition.zh, so that they cannot drift from it. */
function text({ edition, groups }: Source): string {
  const spans = (definition: string, parts: string[]) =>
    parts
      .map((part) => [definition.indexOf(part), definition.indexOf(part) + part.length])
      .sort(([a = 0], [b = 0]) => a - b);
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
    header(),
    "import type { GroupCode, ItemCode, TierCode } from '../code.ts';\nimport type { Text } from '../edition.ts';\n",
    'export interface Row<Code> { readonly code: Code; readonly title: Text }',
    'export interface ItemRow extends Row<ItemCode> {',
    '  readonly definition: Text;',
    '  readonly requirements: readonly (readonly [start: number, end: number])[];',
    '  readonly exclusions: readonly (readonly [start: number, end: number])[];',
    '}\n',
    `export const tierRows: readonly Row<TierCode>[] = ${lines(edition.tiers)};\n`,
    `export const groupRows: readonly Row<GroupCode>[] = ${lines(groups.map(({ group, title }) => ({ code: group, title })))};\n`,
    `export const itemRows: readonly ItemRow[] = ${lines(rows)};\n`,
  ].join('\n');
}

function perItem(name: string, pick: (item: SourceItem) => unknown): string {
  const types: Record<string, string> = {
    keywordsByItem: 'Keywords',
    examplesByItem: 'Examples',
    neighboursByItem: 'readonly Neighbour[]',
  };
  const type = types[name] ?? 'never';
  const file = name.replace('ByItem', '');
  const entries = source.groups
    .flatMap((group) => group.items)
    .map((item) => `  ${JSON.stringify(item.code)}: ${JSON.stringify(pick(item))},\n`);
  return [
    header(),
    `import type { ItemCode } from '../code.ts';\nimport type { ${type.match(/[A-Z]\w+/)} } from '../${file}.ts';\n`,
    `export const ${name}: Readonly<Record<ItemCode, ${type}>> = {\n${entries.join('')}};\n`,
  ].join('\n');
}

function lines(values: readonly unknown[]): string {
  return `[\n${values.map((value) => `  ${JSON.stringify(value)},\n`).join('')}]`;
}
