import { applicantFactsSchema, programmes } from '@aipower/programme';
import { z } from 'zod';
import { named } from '../components.ts';
import { said } from '../said.ts';
import { day, plainText } from './basics.ts';

export const officialText = named(
  'OfficialText',
  z
    .strictObject({
      zh: z.string().meta(said('To the letter of the source.', '來源原文。')),
      en: z.string().meta(said('Unofficial translation.', '非官方譯文。')),
      lines: z.string().meta(said('Lines of the source document.', '來源文件的行號。')),
    })
    .meta(said('Words of the programme, with their place in it.', '計畫原文與出處。')),
);

const wordsWithSource = z.strictObject({ zh: z.string(), en: z.string(), lines: z.string().optional() });

export const applicantFacts = named(
  'ApplicantFacts',
  applicantFactsSchema.meta(
    said(
      'What is known of the applicant. Leave out what is not known: a fact left out is never read as a no.',
      '申請者的已知事實。不知道的請省略，省略不會當成「否」。',
    ),
  ),
);

const years = [...programmes.keys()] as [string, ...string[]];
const newest = years.reduce((a, b) => (Number(a) > Number(b) ? a : b));

export const programmeYear = z
  .enum(years)
  .default(newest)
  .meta(said('ROC year of the programme; the newest when left out.', '計畫年度（民國）；省略時為最新年度。'));

export const category = z.enum(['training', 'inference']).meta(said('Category of the application.', '申請類別。'));

export const factId = z.enum([
  'industryCodes',
  'organisationType',
  'headOfficeUbn',
  'businessApprovedOn',
  'taxRegisteredOn',
  'prcInvestment',
  'governmentProjectBreach',
  'seriousLawViolation',
]);

export const taxLookUp = named(
  'TaxLookUp',
  z
    .strictObject({
      status: z
        .enum(['not-asked', 'not-loaded', 'not-found', 'found'])
        .meta(said('not-loaded is not not-found.', 'not-loaded 不是 not-found。')),
      snapshotOn: day.nullable().meta(said('Day of the tax register’s data.', '稅籍資料日期。')),
      name: z.string().nullable(),
      used: z.array(factId).meta(said('Facts taken from it because they were left out.', '因省略而取自稅籍的事實。')),
      differs: z
        .array(factId)
        .meta(
          said('Given facts that it states otherwise; the given ones were used.', '與稅籍不同的事實；採用所提供者。'),
        ),
    })
    .meta(said('What the tax register said under the 統一編號.', '以統一編號查稅籍的結果。')),
);

export const outcome = z
  .enum(['met', 'not-met', 'unknown', 'not-in-force'])
  .meta(said('unknown names what is missing; it is never a no.', 'unknown 會指出缺什麼，不代表不符合。'));

const conditionResult = named(
  'ConditionResult',
  z
    .strictObject({
      rule: z.string().meta(said('Id of the rule.', '條件代碼。')),
      letter: z.string().nullable(),
      text: officialText,
      outcome,
      reason: z.string().meta(said('Reason code.', '原因代碼。')),
      used: z
        .array(
          z.strictObject({
            fact: factId,
            value: z.union([z.string(), z.boolean(), z.null(), z.array(z.string())]),
            source: z.strictObject({ source: z.string(), seenOn: day.optional() }).nullable(),
          }),
        )
        .meta(said('The evidence.', '所依據的事實。')),
      missing: z.array(factId).meta(said('Facts that would settle it.', '補上即可判斷的事實。')),
      cautions: z.array(z.string()).meta(said('What a person should look at.', '需要人工留意之處。')),
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
        .meta(said('How each industry code was read.', '各行業代碼的讀法。')),
      metFrom: day.nullable().meta(said('First day on which it is met by waiting alone.', '只要等待即符合的首日。')),
    })
    .meta(said('The answer to one condition.', '一項條件的結果。')),
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
    .meta(said('A fact still to supply.', '尚待補充的事實。')),
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
      blocking: z.array(z.string()).meta(said('Rules that say no.', '不符合的條件。')),
      missing: z
        .array(missingFact)
        .meta(said('Facts still to supply, the cheapest first.', '尚待補充的事實，容易取得者在前。')),
      priority: z.array(conditionResult).meta(said('Priority is not eligibility.', '優先條件，不影響資格。')),
    })
    .meta(said('Eligibility, condition by condition.', '逐項條件的資格判斷。')),
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
    .meta(said('What the applicant would have to do or show.', '申請者還需要做的事。')),
);

export const bonusClaims = z
  .record(z.string(), z.union([plainText(2000), z.boolean(), z.null()]))
  .meta(
    said(
      'Entries by bonus item id (1 to 5.6): a number or address, 無, yes or no. What is left out is not claimed.',
      '依加分項目代碼（1 至 5.6）填寫：編號、網址、無、是或否；省略表示未主張。',
    ),
  );

export const linkFindings = z
  .record(z.string(), z.enum(['reachable', 'dead', 'not-tried']))
  .meta(
    said(
      'What you found when you tried each address; nothing is fetched here.',
      '您實際開啟各網址的結果；本站不代為連線。',
    ),
  );
