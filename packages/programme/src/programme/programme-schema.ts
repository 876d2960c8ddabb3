import * as z from 'zod';
import { conditionSchema, factSchema, forceSchema } from './condition-schema.ts';
import { deskSchema } from './desk-schema.ts';
import { formsSchema } from './form-schema.ts';
import { daySchema, idSchema, linesSchema, noticeItemSchema, officialSchema } from './official.ts';

const sourced = z.strictObject({ value: z.string(), lines: linesSchema });

const roundSchema = z.strictObject({
  number: z.int().positive(),
  name: officialSchema,
  reviewOn: daySchema,
  printed: officialSchema,
});

const weightSchema = z.strictObject({
  id: idSchema,
  percent: z.number().positive().max(100),
  name: officialSchema,
  printed: officialSchema,
});

const pointSchema = z.strictObject({
  unit: z.enum(['gpu-hour', 'token']),
  perPoint: z.number().positive(),
  /** The smallest amount of the unit that is counted; null where none is printed. */
  smallest: z.number().positive().nullable(),
  printed: officialSchema,
});

const categorySchema = z.strictObject({
  id: idSchema,
  name: officialSchema,
  headline: officialSchema,
  audience: officialSchema.nullable(),
  environments: z
    .array(z.strictObject({ id: idSchema, name: officialSchema, features: z.array(officialSchema) }))
    .min(1),
  benefits: z.array(officialSchema),
  rounds: z.array(roundSchema).min(1),
  weights: z.array(weightSchema).min(1),
  point: pointSchema,
});

const bonusBase = { id: z.string().regex(/^\d+(\.\d+)?$/), field: z.string(), label: officialSchema };
const bonusItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...bonusBase, kind: z.literal('link') }),
  z.strictObject({
    ...bonusBase,
    kind: z.literal('publication'),
    publishes: z.enum(['dataset', 'model']),
    hosts: z.array(z.string()).min(1),
    group: officialSchema,
  }),
  z.strictObject({
    ...bonusBase,
    kind: z.literal('registration'),
    scheme: idSchema,
    claim: z.enum(['number', 'yes-no']),
  }),
]);

const windowSchema = z.strictObject({
  opensOn: daySchema.nullable(),
  seenOpenOn: z.strictObject({ date: daySchema, lines: linesSchema }).nullable(),
  closesAt: z.iso.datetime({ offset: true }),
  closesPrinted: officialSchema,
  timeZone: z.literal('Asia/Taipei'),
  clock: officialSchema,
  provisional: officialSchema,
  filing: officialSchema,
  login: officialSchema,
});

const perCategory = z.array(idSchema).min(1);

/** The shape of a programme file. What must agree between its parts is checked in consistency.ts. */
export const programmeSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^\d{3}$/),
  rocYear: z.int().min(100).max(200),
  catalogueEdition: z.string(),
  source: z.string(),
  title: officialSchema,
  umbrella: officialSchema,
  organiser: officialSchema,
  executor: officialSchema,
  coOrganisers: z.array(officialSchema),
  contact: z.strictObject({ website: sourced, email: sourced, phone: officialSchema, hours: officialSchema }),
  summary: z.array(officialSchema),
  usePeriod: z.strictObject({ months: z.int().positive(), zh: z.string(), en: z.string(), lines: linesSchema }),
  window: windowSchema,
  categories: z.array(categorySchema).min(1),
  levels: z
    .array(
      z.strictObject({ id: z.string(), points: z.int().positive(), name: officialSchema, printed: officialSchema }),
    )
    .min(1),
  pointsNotice: officialSchema,
  facts: z.array(factSchema).min(1),
  eligibility: z.strictObject({
    inForce: forceSchema,
    conditions: z.array(conditionSchema).min(1),
    priority: z.array(conditionSchema),
  }),
  bonus: z.strictObject({
    noneWord: z.string().min(1),
    /** Always null: the source publishes no points, and none may be invented. */
    points: z.null(),
    heading: officialSchema,
    linkRule: officialSchema,
    watchRule: officialSchema,
    lookUp: officialSchema,
    items: z.array(bonusItemSchema),
  }),
  modelLists: z.array(
    z.strictObject({
      id: idSchema,
      category: idSchema,
      environment: idSchema,
      heading: officialSchema,
      models: z.array(z.strictObject({ name: z.string().min(1), lines: linesSchema })).min(1),
    }),
  ),
  forms: formsSchema,
  submitted: z.strictObject({ done: officialSchema, next: officialSchema }),
  process: z.array(
    z.strictObject({ id: idSchema, categories: perCategory, name: officialSchema, steps: z.array(officialSchema) }),
  ),
  desk: deskSchema,
  forbiddenUse: z.strictObject({
    items: z.array(
      z.strictObject({
        id: idSchema,
        text: officialSchema,
        idle: z
          .strictObject({ moreThanShareOfWeeks: z.number().gt(0).lt(1), calendarDaysAfterNotice: z.int().positive() })
          .optional(),
      }),
    ),
    consequences: z.strictObject({ first: officialSchema, second: officialSchema, serious: officialSchema }),
  }),
  afterAward: z.array(
    z.strictObject({
      id: idSchema,
      categories: perCategory,
      calendarDaysAfterUse: z.int().positive().optional(),
      years: z.int().positive().optional(),
      text: officialSchema,
    }),
  ),
  notices: z.array(
    z.strictObject({
      id: idSchema,
      title: officialSchema,
      intro: officialSchema.nullable(),
      items: z.array(noticeItemSchema).min(1),
    }),
  ),
  misprints: z.array(
    z.strictObject({
      id: idSchema,
      lines: linesSchema,
      printed: z.string(),
      meant: z.string().nullable(),
      note: z.string(),
    }),
  ),
});

/** A programme file as it is parsed, before it is frozen. */
export type ProgrammeData = z.infer<typeof programmeSchema>;
