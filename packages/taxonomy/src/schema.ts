/** `@aipower/taxonomy/schema`: zod schemas for codes in other people's data, for editions and for catalogue.json. */
import * as z from 'zod';
import { compareCodes, groupCodes, itemCodes, parentOf, tierCodes } from './code.ts';
import { codesEdition } from './generated/codes.ts';
import { nearestCodes } from './nearest.ts';

const explained = (what: string) => (issue: { readonly input?: unknown }) => {
  const nearest = typeof issue.input === 'string' ? nearestCodes(issue.input) : [];
  return `not ${what} of edition ${codesEdition}${nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : ''}`;
};

/** An exact code of the shipped edition; the issue's message names the nearest codes. */
export const tierCodeSchema = z.enum(tierCodes, { error: explained('a tier code') });
/** zod: the code of a group, such as `4.6`. */
export const groupCodeSchema = z.enum(groupCodes, { error: explained('a group code') });
/** zod: the code of an item, such as `4.6.1`. */
export const itemCodeSchema = z.enum(itemCodes, { error: explained('an item code') });

/** zod: a text in both languages. */
export const bilingualSchema = z.strictObject({ zh: z.string().min(1), en: z.string() }).readonly();

const tierCode = z.string().regex(/^[1-9]$/);
const groupCode = z.string().regex(/^[1-9]\.[1-9]\d?$/);
const itemCode = z.string().regex(/^[1-9]\.[1-9]\d?\.[1-9]\d?$/);
const day = z.iso.date().nullable();

/** zod: a marked stretch of an official text. */
export const spanSchema = z
  .strictObject({ start: z.int().min(0), end: z.int().min(1), text: z.string().min(1) })
  .readonly();
/** zod: a tier. */
export const tierSchema = z.strictObject({ level: z.literal('tier'), code: tierCode, title: bilingualSchema });
/** zod: a group. */
export const groupSchema = z.strictObject({
  level: z.literal('group'),
  code: groupCode,
  tier: tierCode,
  title: bilingualSchema,
});
/** zod: an item. */
export const itemSchema = z.strictObject({
  level: z.literal('item'),
  code: itemCode,
  tier: tierCode,
  group: groupCode,
  title: bilingualSchema,
  definition: bilingualSchema,
  requirements: z.array(spanSchema).readonly(),
  exclusions: z.array(spanSchema).readonly(),
});

const languageSchema = z.strictObject({ tag: z.string(), official: z.boolean() });

/** What is known of an edition, without its entries. */
export const editionFactsSchema = z.strictObject({
  id: z.string().min(1),
  rocYear: z.int().min(1),
  year: z.int(),
  title: bilingualSchema,
  issuer: bilingualSchema,
  published: day,
  inForce: day,
  source: z.strictObject({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), note: z.string() }),
  languages: z.strictObject({ zh: languageSchema, en: languageSchema }),
  previous: z.string().nullable(),
  changes: z.array(
    z.strictObject({ from: z.array(itemCode), to: z.array(itemCode), note: bilingualSchema.optional() }),
  ),
});

const entries = {
  tiers: z.array(tierSchema),
  groups: z.array(groupSchema),
  items: z.array(itemSchema),
};

/** A whole edition. Beyond the shape: order, parents, unique codes, and every span to the letter of its definition. */
export const editionSchema = z.strictObject({ ...editionFactsSchema.shape, ...entries }).superRefine(consistent);

/** The file `catalogue.json`: the edition, and per item what this project adds to it. */
export const catalogueSchema = z
  .strictObject({
    ...editionFactsSchema.shape,
    ...entries,
    items: z.array(
      itemSchema.extend({
        keywords: z.strictObject({ zh: z.array(z.string()), cn: z.array(z.string()), en: z.array(z.string()) }),
        examples: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
        neighbours: z.array(z.strictObject({ code: itemCode, when: bilingualSchema })),
      }),
    ),
  })
  .superRefine(consistent);

type Entries = Pick<z.infer<typeof editionSchema>, keyof typeof entries>;

function consistent({ tiers, groups, items }: Entries, context: z.RefinementCtx): void {
  const report = (message: string, ...path: (string | number)[]) => context.addIssue({ code: 'custom', message, path });
  for (const [name, list] of Object.entries({ tiers, groups, items })) {
    list.forEach(({ code }, i) => {
      const before = list[i - 1]?.code;
      if (before !== undefined && compareCodes(before, code) >= 0) report(`${code} must not follow ${before}`, name, i);
    });
  }
  const upper = new Set([...tiers, ...groups].map(({ code }) => code));
  for (const [name, list] of Object.entries({ groups, items })) {
    list.forEach((entry, i) => {
      const parent = entry.level === 'group' ? entry.tier : entry.group;
      if (parent !== parentOf(entry.code) || !upper.has(parent))
        report(`${entry.code} cannot stand under ${parent}`, name, i);
    });
  }
  items.forEach(({ code, tier, definition, requirements, exclusions }, i) => {
    if (!code.startsWith(`${tier}.`)) report(`${code} cannot stand in tier ${tier}`, 'items', i);
    for (const { start, end, text } of [...requirements, ...exclusions]) {
      if (definition.zh.slice(start, end) !== text)
        report(`${code}: not in definition.zh at ${start}: ${text}`, 'items', i);
    }
  });
}
