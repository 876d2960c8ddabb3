import {
  applicantFactsSchema,
  eligibilityCautions,
  eligibilityReasons,
  factIds,
  linkFindings as linkCodes,
  outcomes,
  programmes,
} from '@aipower/programme';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { day, plainText } from './basics.ts';

export const officialText = named(
  'OfficialText',
  z
    .strictObject({
      zh: z.string().meta(describe({ zh: '來源原文。', en: 'To the letter of the source.' })),
      en: z.string().meta(describe({ zh: '非官方譯文。', en: 'Unofficial translation.' })),
      lines: z.string().meta(describe({ zh: '來源文件的行號。', en: 'Lines of the source document.' })),
    })
    .meta(describe({ zh: '計畫原文與出處。', en: 'Words of the programme, with their place in it.' })),
);

const wordsWithSource = z.strictObject({ zh: z.string(), en: z.string(), lines: z.string().optional() });

export const applicantFacts = named(
  'ApplicantFacts',
  applicantFactsSchema.meta(
    describe({
      zh: '申請者的已知事實。不知道的請省略，省略不會當成「否」。',
      en: 'What is known of the applicant. Leave out what is not known: a fact left out is never read as a no.',
    }),
  ),
);

const known = [...programmes.values()];

// Which years and categories there are is the site's to say (`Deps.programmes`), not the schema's: the document names those
// that ship, and `askedProgramme` and `askedCategory` check what was sent.
export const programmeYear = z
  .string()
  .optional()
  .meta({
    enum: known.map(({ id }) => id),
    ...describe({
      zh: '計畫年度（民國）；省略時依基準日：受理中者，或下一個年度。',
      en: 'ROC year of the programme; when left out, the one in force on the day judged by, or the next.',
    }),
  });

export const category = z.string().meta({
  enum: [...new Set(known.flatMap(({ categories }) => categories.map(({ id }) => id)))],
  ...describe({ zh: '申請類別，依計畫年度而定。', en: 'Category of the application: one of the programme’s.' }),
});

export const factId = z.enum(factIds);

export const taxLookUp = named(
  'TaxLookUp',
  z
    .strictObject({
      status: z
        .enum(['not-asked', 'not-loaded', 'not-found', 'found'])
        .meta(describe({ zh: 'not-loaded 不是 not-found。', en: 'not-loaded is not not-found.' })),
      snapshotOn: day.nullable().meta(describe({ zh: '稅籍資料日期。', en: 'Day of the tax register’s data.' })),
      name: z.string().nullable(),
      used: z
        .array(factId)
        .meta(describe({ zh: '因省略而取自稅籍的事實。', en: 'Facts taken from it because they were left out.' })),
      differs: z.array(factId).meta(
        describe({
          zh: '與稅籍不同的事實；採用所提供者。',
          en: 'Given facts that it states otherwise; the given ones were used.',
        }),
      ),
    })
    .meta(describe({ zh: '以統一編號查稅籍的結果。', en: 'What the tax register said under the 統一編號.' })),
);

export const outcome = z
  .enum(outcomes)
  .meta(
    describe({ zh: 'unknown 會指出缺什麼，不代表不符合。', en: 'unknown names what is missing; it is never a no.' }),
  );

const conditionResult = named(
  'ConditionResult',
  z
    .strictObject({
      rule: z.string().meta(describe({ zh: '條件代碼。', en: 'Id of the rule.' })),
      letter: z.string().nullable(),
      text: officialText,
      outcome,
      reason: z.enum(eligibilityReasons).meta(describe({ zh: '原因代碼。', en: 'Reason code.' })),
      used: z
        .array(
          z.strictObject({
            fact: factId,
            value: z.union([z.string(), z.boolean(), z.null(), z.array(z.string())]),
            source: z.strictObject({ source: z.string(), seenOn: day.optional() }).nullable(),
          }),
        )
        .meta(describe({ zh: '所依據的事實。', en: 'The evidence.' })),
      missing: z.array(factId).meta(describe({ zh: '補上即可檢核的事實。', en: 'Facts that would settle it.' })),
      cautions: z
        .array(z.enum(eligibilityCautions))
        .meta(describe({ zh: '需要人工留意之處。', en: 'What a person should look at.' })),
      codes: z
        .array(
          z.strictObject({
            kind: z.enum(['tax-code', 'class', 'business-item', 'ambiguous', 'unreadable']),
            code: z.string(),
            rank: z.int(),
            class: z
              .strictObject({
                id: z.string(),
                prefix: z.string(),
                name: officialText,
                printed: officialText,
                check: z.boolean(),
              })
              .nullable()
              .optional(),
          }),
        )
        .meta(describe({ zh: '各行業代碼的讀法。', en: 'How each industry code was read.' })),
      metFrom: day
        .nullable()
        .meta(describe({ zh: '只要等待即符合的首日。', en: 'First day on which it is met by waiting alone.' })),
    })
    .meta(describe({ zh: '一項條件的結果。', en: 'The answer to one condition.' })),
);

const missingFact = named(
  'MissingFact',
  z
    .strictObject({
      fact: factId,
      from: z.enum(['tax-register', 'business-register', 'applicant']),
      name: wordsWithSource,
      place: wordsWithSource.nullable(),
      rules: z.array(z.string()),
      onlyForPriority: z.boolean(),
    })
    .meta(describe({ zh: '尚待補充的事實。', en: 'A fact still to supply.' })),
);

export const eligibilityResult = named(
  'EligibilityResult',
  z
    .strictObject({
      programme: z.string(),
      on: day,
      outcome,
      inForce: z.strictObject({ from: day, until: day }),
      conditions: z.array(conditionResult),
      blocking: z.array(z.string()).meta(describe({ zh: '不符合的條件。', en: 'Rules that say no.' })),
      missing: z
        .array(missingFact)
        .meta(describe({ zh: '尚待補充的事實，容易取得者在前。', en: 'Facts still to supply, the cheapest first.' })),
      priority: z
        .array(conditionResult)
        .meta(describe({ zh: '優先條件，不影響資格。', en: 'Priority is not eligibility.' })),
    })
    .meta(describe({ zh: '逐項條件的資格檢核結果。', en: 'Eligibility, condition by condition.' })),
);

const stepBase = { rule: z.string().nullable() };
export const eligibilityPlan = named(
  'EligibilityPlan',
  z
    .strictObject({
      outcome,
      steps: z.array(
        z.discriminatedUnion('action', [
          z.strictObject({ ...stepBase, action: z.literal('supply-facts'), facts: z.array(missingFact) }),
          z.strictObject({
            ...stepBase,
            action: z.literal('register-industry'),
            classes: z.array(
              z.strictObject({
                id: z.string(),
                prefix: z.string(),
                name: officialText,
                printed: officialText,
                check: z.boolean(),
              }),
            ),
          }),
          z.strictObject({
            ...stepBase,
            action: z.literal('apply-as-head-office'),
            headOfficeUbn: z.string().nullable(),
          }),
          z.strictObject({ ...stepBase, action: z.literal('use-accepted-form'), accepted: z.array(z.string()) }),
          z.strictObject({ ...stepBase, action: z.literal('wait-until'), day, beforeClose: z.boolean() }),
          z.strictObject({ ...stepBase, action: z.literal('date-the-event') }),
          z.strictObject({ ...stepBase, action: z.literal('no-step-known') }),
          z.strictObject({ ...stepBase, action: z.literal('outside-window'), from: day, until: day }),
        ]),
      ),
    })
    .meta(describe({ zh: '申請者還需要做的事。', en: 'What the applicant would have to do or show.' })),
);

export const bonusClaims = z.record(z.string(), z.union([plainText(2000), z.boolean(), z.null()])).meta(
  describe({
    zh: '依加分項目代碼（1 至 5.6）填寫：編號、網址、無、是或否；省略表示未填報。',
    en: 'Entries by bonus item id (1 to 5.6): a number or address, 無, yes or no. What is left out is not claimed.',
  }),
);

export const linkFindings = z.record(z.string(), z.enum(linkCodes)).meta(
  describe({
    zh: '您實際開啟各網址的結果；本站不代為連線。',
    en: 'What you found when you tried each address; nothing is fetched here.',
  }),
);
