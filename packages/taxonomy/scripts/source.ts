import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1), en: z.string() });
const words = z.array(z.string().min(1));

const itemFile = z.strictObject({
  code: z.string().regex(/^[1-9]\.[1-9]\d?\.[1-9]\d?$/),
  title: text,
  definition: text,
  requirements: words,
  exclusions: words,
  keywords: z.strictObject({ zh: words, cn: words, en: words }),
  examples: z.strictObject({ zh: words, en: words }),
  neighbours: z.array(z.strictObject({ code: z.string(), when: text })),
});
const groupFile = z.strictObject({
  group: z.string().regex(/^[1-9]\.[1-9]\d?$/),
  title: text,
  items: z.array(itemFile).min(1),
});
const day = z.iso.date().nullable();
const editionFile = z.strictObject({
  id: z.string(),
  rocYear: z.int(),
  year: z.int(),
  title: text,
  issuer: text,
  published: day,
  inForce: day,
  source: z.strictObject({ file: z.string(), sha256: z.string().length(64), note: z.string() }),
  languages: z.record(z.enum(['zh', 'en']), z.strictObject({ tag: z.string(), official: z.boolean() })),
  previous: z.string().nullable(),
  changes: z.array(z.strictObject({ from: z.array(z.string()), to: z.array(z.string()), note: text.optional() })),
  tiers: z.array(z.strictObject({ code: z.string().regex(/^[1-9]$/), title: text })),
});

const searchFile = z.strictObject({
  schemaVersion: z.literal(1),
  source: z.string().min(1),
  mainland: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
  kept: words,
  codeLabels: words.min(1),
  joined: words.min(1),
});
/** Words of the search and of codes, of every edition. */
export type SearchWords = z.infer<typeof searchFile>;

/** What data/catalogue/search.yml says. */
export const readSearchWords = (file: string): SearchWords => searchFile.parse(parse(readFileSync(file, 'utf8')));

export type SourceItem = z.infer<typeof itemFile>;
export interface Source {
  edition: z.infer<typeof editionFile>;
  groups: z.infer<typeof groupFile>[];
}

const numeric = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/**
 * What do the catalogue files of one edition say? Reads every `*.yml` of the folder, checks shape and order.
 * Content may still be missing (an empty English text, no keywords): whether it is complete is a test's question.
 * @throws Error listing every issue as `file: path: message`; then nothing is generated.
 */
export function readSource(folder: string): Source {
  const issues: string[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    const result = schema.safeParse(parse(readFileSync(join(folder, file), 'utf8')));
    if (result.success) return result.data;
    for (const issue of result.error.issues) issues.push(`${file}: ${issue.path.join('.')}: ${issue.message}`);
    return undefined;
  };
  const edition = read('edition.yml', editionFile);
  const groups = readdirSync(folder)
    .filter((file) => file.endsWith('.yml') && file !== 'edition.yml')
    .sort(numeric)
    .flatMap((file) => {
      const group = read(file, groupFile);
      if (group) issues.push(...inconsistencies(group).map((issue) => `${file}: ${issue}`));
      return group ?? [];
    });
  const codes = new Set(groups.flatMap((group) => group.items.map((item) => item.code)));
  for (const item of groups.flatMap((group) => group.items)) {
    for (const { code } of item.neighbours) {
      if (!codes.has(code) || code === item.code) issues.push(`${item.code}: neighbour ${code} is not another item`);
    }
  }
  if (issues.length > 0 || !edition) throw new Error(`${issues.length} issues in ${folder}:\n${issues.join('\n')}`);
  return { edition, groups };
}

/**
 * Every edition of a folder of editions, oldest first: each names the one before it as `previous`.
 * @throws Error when they are not one line.
 */
export function readEditions(folder: string): readonly Source[] {
  const sources = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'edition.yml')))
    .map((name) => {
      const source = readSource(join(folder, name));
      if (source.edition.id !== name) throw new Error(`${folder}/${name}: edition.yml says id ${source.edition.id}`);
      return source;
    });
  const line: Source[] = [];
  for (let before: string | null = null; ; before = line.at(-1)!.edition.id) {
    const next = sources.filter(({ edition }) => edition.previous === before);
    if (next.length === 0) break;
    if (next.length > 1)
      throw new Error(`${folder}: ${next.map(({ edition }) => edition.id).join(' and ')} both follow ${before}`);
    line.push(next[0]!);
  }
  const left = sources.filter((source) => !line.includes(source)).map(({ edition }) => edition.id);
  if (left.length > 0 || line.length === 0)
    throw new Error(`${folder}: ${left.join(', ') || 'no edition'}: \`previous\` leads to no edition of this folder`);
  return line;
}

function inconsistencies(group: z.infer<typeof groupFile>): string[] {
  return group.items.flatMap((item, index) => {
    const expected = `${group.group}.${index + 1}`;
    const spans = [...item.requirements, ...item.exclusions];
    return [
      ...(item.code === expected ? [] : [`${item.code}: expected ${expected}`]),
      ...spans
        .filter((span) => item.definition.zh.split(span).length !== 2)
        .map((span) => `${item.code}: not exactly once in definition.zh: ${span}`),
    ];
  });
}
