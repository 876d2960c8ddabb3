/**
 * Writes the typed modules of this package from `data/`: `schemes.ts` from `data/schemes.yml`, `column-maps.ts` from
 * `data/column-maps.yml`, and those of `word-modules.ts`. `--check` writes nothing and exits 1 when a module is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { wordModules } from './word-modules.ts';

const here = new URL('.', import.meta.url);
const data = new URL('../../../data/', here);
const out = new URL('../src/generated/', here);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const Schemes = z.strictObject({
  documents: z.string(),
  nameEndings: z.array(z.string().min(1)).min(1),
  schemes: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z-]*$/),
      name: words,
      shortName: words,
      aliases: z.array(z.string().min(1)),
      numberLabel: z.string().nullable(),
      numberLabelVariants: z.array(z.string()),
      numberKnown: z.enum(['no', 'partly']),
      hints: z.array(
        z.strictObject({
          pattern: z.string().refine((p) => new RegExp(p, 'u') instanceof RegExp),
          shape: z.string(),
          example: z.string().nullable(),
          source: z.string(),
        }),
      ),
      lists: z.array(z.string()),
      scope: z.literal('catalogue-items').optional(),
      verifiedBy: z.array(z.enum(['number', 'ubn', 'name'])),
      listedOn: day,
      source: z.string(),
    }),
  ),
  sharedNames: z.array(
    z.strictObject({ names: z.array(z.string().min(1)).min(1), schemes: z.array(z.string()).min(2) }),
  ),
});

const ColumnMaps = z.strictObject({
  maps: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      title: words,
      source: z.string(),
      constants: z.record(z.string(), z.string()).default({}),
      sheets: z.array(z.strictObject({ names: z.array(z.string()), status: z.string() })).default([]),
      columns: z.record(z.string(), z.array(z.string()).min(1)),
      required: z.array(z.string()),
    }),
  ),
});

/** A module whose exports are frozen data, with the file it came from named at its head. */
function moduleText(source: string, exports: Readonly<Record<string, unknown>>): string {
  return [
    `// Generated from data/${source} by scripts/generate.ts. Do not edit: change the data and run \`npm run generate\`.`,
    ...Object.entries(exports).map(
      ([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const;`,
    ),
    '',
  ].join('\n');
}

function read(source: string): unknown {
  return parse(readFileSync(new URL(source, data), 'utf8'));
}

const { schemes, sharedNames, nameEndings } = Schemes.parse(read('schemes.yml'));
const { maps } = ColumnMaps.parse(read('column-maps.yml'));
const modules = [
  {
    file: 'schemes.ts',
    text: moduleText('schemes.yml', { SCHEME_DATA: schemes, SHARED_NAME_DATA: sharedNames, nameEndings }),
  },
  { file: 'column-maps.ts', text: moduleText('column-maps.yml', { COLUMN_MAP_DATA: maps }) },
  ...Object.entries(wordModules()).map(([file, { source, exports }]) => ({ file, text: moduleText(source, exports) })),
];

const check = process.argv.includes('--check');
for (const { file, text } of modules) {
  const target = new URL(file, out);
  if (!check) {
    writeFileSync(target, text);
    continue;
  }
  let present = '';
  try {
    present = readFileSync(target, 'utf8');
  } catch {
    // A missing module is as stale as an old one.
  }
  if (present !== text) {
    console.error(`packages/registry/src/generated/${file} is stale: run npm run generate`);
    process.exitCode = 1;
  }
}
