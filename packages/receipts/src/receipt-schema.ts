import * as z from 'zod';
import { isShortId } from './short-id.ts';

/** yes and no are answers; unknown says that it could not be checked, and is never printed as either. */
export const outcomes = ['yes', 'no', 'unknown'] as const;

/** Why a day was asked for. */
export const dayRoles = ['application', 'review', 'today', 'other'] as const;

const code = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a code in lower case with hyphens')
  .max(80);
const line = z.string().min(1).max(300);
const ubn = z.string().regex(/^[0-9]{8}$/, 'eight digits');
const day = z.iso.date();
const instant = z.iso.datetime({ precision: 3 });
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hexadecimal digits');
const outcome = z.enum(outcomes);
const reasons = z.array(code).max(20);
const days = z
  .array(z.strictObject({ day, role: z.enum(dayRoles) }))
  .min(1)
  .max(8);

/** What the answer was made from, so that it can be made again. */
const dataSchema = z.strictObject({
  /** Revision of the register and the hash of its data; null when no register was asked. */
  revision: z.int().nonnegative().nullable(),
  hash: hash.nullable(),
  /** The day of the list, or of the oldest of several; null when it is not known. */
  listDate: day.nullable(),
  /** Version of the rules: package and version, such as `@aipower/registry 0.1.0`. */
  rules: line,
  /** Programme edition such as `115`; null where no programme was asked. */
  edition: line.nullable(),
  /** Invented data: such a receipt proves nothing about real firms, and says so wherever it is shown. */
  fictional: z.boolean(),
});

/** The application, and the version of its form, that a receipt speaks of. */
const aboutSchema = z.strictObject({
  application: line,
  version: z.int().positive().nullable(),
  hash: hash.nullable(),
});

const common = {
  v: z.literal(1),
  id: z.string().refine(isShortId, 'a receipt id with its check character'),
  /** Who answers: the address of the site. */
  issuer: z.url({ protocol: /^https?$/ }).max(300),
  at: instant,
  /** Who asked, when they said so. */
  by: line.optional(),
  about: aboutSchema.optional(),
  data: dataSchema,
};

const holder = z.strictObject({ ubn: ubn.optional(), name: line.optional() });
/** As it was given, which need not be eight digits. */
const askedHolder = z.strictObject({ ubn: z.string().min(1).max(40).optional(), name: line.optional() });
const verifyAsked = z.strictObject({
  claims: z
    .array(z.strictObject({ scheme: code, number: line.nullable() }))
    .min(1)
    .max(20),
  /** Whose the registrations are claimed to be; left out when the holder was not asked for. */
  holder: askedHolder.optional(),
  days,
});
const verifyAnswer = z.strictObject({
  claims: z.array(
    z.strictObject({
      days: z.array(z.strictObject({ day, outcome, verdict: code, reasons })),
      /** The registration that was found, if one was; `null` for one of a list without numbers. */
      found: z
        .strictObject({ number: line.nullable(), holder, from: day.nullable(), until: day.nullable() })
        .optional(),
    }),
  ),
});

const eligibilityAsked = z.strictObject({
  ubn: ubn.optional(),
  category: code.optional(),
  days,
  /** The facts as they were given, by fact id. */
  facts: z.record(z.string(), z.json()),
});
const eligibilityAnswer = z.strictObject({
  days: z.array(
    z.strictObject({
      day,
      outcome,
      conditions: z.array(z.strictObject({ id: code, outcome, reasons })).min(1),
    }),
  ),
});

const submissionAsked = z.strictObject({
  action: z.enum(['submit', 'revise', 'supplement']),
  ubn,
  category: code,
  /** Every part that arrived, with its hash: what is not named here was not received. */
  parts: z.array(z.strictObject({ name: line, hash })).min(1),
});
const submissionAnswer = z.strictObject({
  outcome,
  receiptNo: line,
  /** Round of review, null after the last one. */
  round: z.int().positive().nullable(),
});

const publicationAsked = z.strictObject({
  action: z.enum(['publish', 'correct']),
  category: code,
  round: z.int().positive(),
});
const publicationAnswer = z.strictObject({
  outcome,
  publicationNo: line,
  listHash: hash,
  count: z.int().nonnegative(),
});

/** The end of an event log on a day: the log must contain it for ever. */
const logHeadAsked = z.strictObject({ day });
const logHeadAnswer = z.strictObject({ seq: z.int().positive(), hash });

const verifySchema = z
  .strictObject({ ...common, kind: z.literal('verify'), asked: verifyAsked, answer: verifyAnswer })
  .superRefine(({ asked, answer }, context) => {
    if (answer.claims.length !== asked.claims.length) {
      context.addIssue({ code: 'custom', path: ['answer', 'claims'], message: 'one answer for each claim asked' });
    }
    for (const [i, claim] of answer.claims.entries()) {
      if (!sameDays(asked.days, claim.days)) {
        context.addIssue({
          code: 'custom',
          path: ['answer', 'claims', i, 'days'],
          message: 'the days asked, in order',
        });
      }
    }
  });
const eligibilitySchema = z
  .strictObject({ ...common, kind: z.literal('eligibility'), asked: eligibilityAsked, answer: eligibilityAnswer })
  .superRefine(({ asked, answer }, context) => {
    if (!sameDays(asked.days, answer.days)) {
      context.addIssue({ code: 'custom', path: ['answer', 'days'], message: 'the days asked, in order' });
    }
  });
const submissionSchema = z.strictObject({
  ...common,
  about: aboutSchema,
  kind: z.literal('submission'),
  asked: submissionAsked,
  answer: submissionAnswer,
});
const publicationSchema = z.strictObject({
  ...common,
  kind: z.literal('publication'),
  asked: publicationAsked,
  answer: publicationAnswer,
});

const logHeadSchema = z.strictObject({
  ...common,
  kind: z.literal('log-head'),
  asked: logHeadAsked,
  answer: logHeadAnswer,
});

/** What a receipt says. Strict throughout: a field that is not known here makes the receipt invalid. */
export const receiptSchema = z.discriminatedUnion('kind', [
  verifySchema,
  eligibilitySchema,
  submissionSchema,
  publicationSchema,
  logHeadSchema,
]);

/** What was asked, what was answered, by which data, when. */
export type Receipt = z.infer<typeof receiptSchema>;
/** What kind of answer a receipt is for. */
export type ReceiptKind = Receipt['kind'];

/** A receipt of any kind without its version and id. */
export type WithoutId<T> = T extends Receipt ? Omit<T, 'v' | 'id'> : never;
/** A receipt before it has its id. */
export type ReceiptContent = WithoutId<Receipt>;

function sameDays(asked: readonly { day: string }[], answered: readonly { day: string }[]): boolean {
  return asked.length === answered.length && asked.every(({ day: wanted }, i) => answered[i]?.day === wanted);
}
