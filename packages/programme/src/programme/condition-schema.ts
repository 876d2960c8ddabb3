import * as z from 'zod';
import { daySchema, idSchema, officialSchema, wordsSchema } from './official.ts';

/** What can be known of an applicant. A programme file names them; their meaning is fixed here. */
export const factIds = [
  'industryCodes',
  'organisationType',
  'headOfficeUbn',
  'businessApprovedOn',
  'taxRegisteredOn',
  'prcInvestment',
  'governmentProjectBreach',
  'seriousLawViolation',
] as const;

const eventFact = z.enum(['governmentProjectBreach', 'seriousLawViolation']);
const dateFact = z.enum(['businessApprovedOn', 'taxRegisteredOn']);

const industryTest = z.strictObject({
  kind: z.literal('industry-code'),
  fact: z.literal('industryCodes'),
  classes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z]\d+$/),
        prefix: z.string().regex(/^\d{2,6}$/),
        name: officialSchema,
        printed: officialSchema,
        /** A hit in this class alone is met and flagged for a person to check. */
        check: z.boolean(),
      }),
    )
    .min(1),
});

export const testSchema = z.discriminatedUnion('kind', [
  industryTest,
  z.strictObject({
    kind: z.literal('legal-form'),
    fact: z.literal('organisationType'),
    accepted: z.array(z.string()).min(1),
    refused: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('not-branch'),
    organisationFact: z.literal('organisationType'),
    headOfficeFact: z.literal('headOfficeUbn'),
    branchWord: z.string().min(1),
    /** Forms with one of these words have their head office abroad: it cannot apply in their stead. */
    foreignWords: z.array(z.string().min(1)),
  }),
  z.strictObject({
    kind: z.literal('none-within-years'),
    fact: eventFact,
    years: z.int().positive(),
    /** The declaration also excludes a suspension that followed and still runs, however old the event. */
    suspension: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('must-be-false'), fact: z.literal('prcInvestment') }),
  z.strictObject({ kind: z.literal('on-or-after'), fact: dateFact, date: daySchema, mistakenFor: dateFact.optional() }),
]);

export const forceSchema = z.strictObject({ from: daySchema.nullable(), until: daySchema.nullable() });

export const conditionSchema = z.strictObject({
  id: idSchema,
  letter: z.string().nullable(),
  text: officialSchema,
  more: z.array(officialSchema),
  inForce: forceSchema.optional(),
  test: testSchema,
});

export const factSchema = z.strictObject({
  id: z.enum(factIds),
  from: z.enum(['tax-register', 'business-register', 'applicant']),
  name: wordsSchema,
  place: wordsSchema.nullable(),
});
