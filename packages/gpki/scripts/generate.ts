/**
 * Writes the typed modules of this package from `data/gpki/`. `--check` writes nothing and exits 1 when one is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

const data = new URL('../../../data/gpki/', import.meta.url);
const out = new URL('../src/generated/', import.meta.url);

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const text = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const version = z.string().regex(/^\d+(\.\d+)*$/);

const Component = z.strictObject({
  source: text,
  seenOn: day,
  codes: z.array(z.strictObject({ id, code: z.string().regex(/^0x[0-9A-F]{8}$/), zh: text, en: text, nextStep: id })),
  lastErrors: z.array(
    z.strictObject({
      id,
      code: z.string().regex(/^(0x[0-9A-F]+|-\d+)$/),
      zh: text,
      en: text,
      nextStep: id,
      triesLeft: z.int().min(0).nullable(),
    }),
  ),
  cardNumbers: z.array(z.strictObject({ prefix: z.string().regex(/^[A-Z]{2}$/), issuer: z.enum(['moeaca', 'moica']) })),
  versions: z.strictObject({
    shownByProgramme: version,
    minimum: z.strictObject({ windows: version, mac: version, linux: version }),
  }),
  nextSteps: z.array(z.strictObject({ id, zh: text, en: text })),
});

const Kinds = z.strictObject({
  attribute: text,
  seenOn: day,
  kinds: z.array(
    z.strictObject({
      id,
      oid: z.string().regex(/^\d+(\.\d+)+$/),
      name: z.strictObject({ zh: text, en: text }),
      source: text,
    }),
  ),
});

const read = (name: string): unknown => parse(readFileSync(new URL(name, data), 'utf8'));
const header = (name: string) =>
  `// Generated from data/gpki/${name} by packages/gpki/scripts. Edit the data, then npm run generate.\n`;
const lines = (rows: readonly unknown[]) => rows.map((row) => `  ${JSON.stringify(row)},\n`).join('');

function componentModule(): string {
  const file = Component.parse(read('component-codes.yml'));
  const steps = new Set(file.nextSteps.map((step) => step.id));
  const lost = [...file.codes, ...file.lastErrors].filter((row) => !steps.has(row.nextStep));
  if (lost.length > 0)
    throw new Error(`component-codes.yml: no such nextStep: ${lost.map((row) => row.id).join(', ')}`);
  const codes = file.codes.map((row) => ({ ...row, code: Number(row.code) }));
  const lastErrors = file.lastErrors.map((row) => ({ ...row, code: Number(row.code) }));
  return [
    header('component-codes.yml'),
    `/** \`ret_code\` of the component. ${file.source}, ${file.seenOn}. */`,
    `export const returnCodes = [\n${lines(codes)}] as const;\n`,
    '/** `last_error` of the component, as a signed 32-bit number. */',
    `export const lastErrors = [\n${lines(lastErrors)}] as const;\n`,
    '/** What a person can do next, in both languages. */',
    `export const componentNextSteps = [\n${lines(file.nextSteps)}] as const;\n`,
    '/** Who issued a card, by the start of its number. */',
    `export const cardNumberPrefixes = [\n${lines(file.cardNumbers)}] as const;\n`,
    '/** The oldest and newest versions of the component that are known, by platform. */',
    `export const componentVersions = ${JSON.stringify(file.versions)} as const;\n`,
  ].join('\n');
}

function kindsModule(): string {
  const file = Kinds.parse(read('subject-kinds.yml'));
  const rows = file.kinds.map(({ source: _, ...row }) => row);
  return [
    header('subject-kinds.yml'),
    '/** Kinds of certificate holders by the OID in the subject directory attributes. */',
    `export const subjectKinds = [\n${lines(rows)}] as const;\n`,
  ].join('\n');
}

const modules = { 'component-codes.ts': componentModule(), 'subject-kinds.ts': kindsModule() };
const checkOnly = process.argv.includes('--check');
for (const [name, content] of Object.entries(modules)) {
  const file = new URL(name, out);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
  if (checkOnly) {
    console.error(`packages/gpki/src/generated/${name} is stale: run npm run generate`);
    process.exitCode = 1;
  } else writeFileSync(file, content);
}
if (!checkOnly) console.log(`gpki: ${Object.keys(modules).length} modules`);
