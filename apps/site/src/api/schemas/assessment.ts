import { modelOriginReasons, roundCautions } from '@aipower/programme';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { eligibilityPlan, eligibilityResult, officialText, taxLookUp } from './applicant.ts';
import { day } from './basics.ts';
import { bonusResult } from './bonus.ts';
import { capabilityMatch, partner } from './matching.ts';
import { registerAge } from './register.ts';

const round = z.strictObject({ number: z.int(), name: officialText, reviewOn: day, printed: officialText });
const roundBase = { programme: z.string(), category: z.string(), submittedAt: z.string() };

const roundAnswer = named(
  'RoundAnswer',
  z
    .discriminatedUnion('state', [
      z.strictObject({
        ...roundBase,
        state: z.literal('open'),
        closesAt: z.string(),
        round,
        next: round.nullable(),
        daysToReview: z.int(),
        cautions: z.array(z.enum(roundCautions)),
      }),
      z.strictObject({ ...roundBase, state: z.literal('closed'), closesAt: z.string(), closedSince: z.string() }),
      z.strictObject({ ...roundBase, state: z.literal('not-open'), closesAt: z.string(), opensOn: day }),
    ])
    .meta(describe({ zh: '送件時點所屬的審查梯次。', en: 'The review round an application submitted then joins.' })),
);

const fit = z.strictObject({
  category: z.string(),
  level: z.string(),
  points: z.number(),
  unit: z.enum(['gpu-hour', 'token']),
  amount: z.number(),
  perMonth: z.number(),
  months: z.int(),
  smallest: z.number().nullable(),
});

const modelAnswer = named(
  'ModelOrigin',
  z
    .strictObject({
      answer: z.enum(['listed', 'forbidden', 'ask-organiser']).meta(
        describe({
          zh: '只有計畫清單算允許；不明者請洽主辦單位。',
          en: 'Only the programme’s list allows; what nobody knows is for the organiser.',
        }),
      ),
      reason: z.enum(modelOriginReasons),
      listed: z.string().nullable(),
      environments: z.array(z.strictObject({ category: z.string(), environment: z.string() })),
      listedBase: z.string().nullable(),
      parts: z.array(
        z.strictObject({
          part: z.enum(['name', 'base', 'teacher']),
          text: z.string(),
          listed: z.string().nullable(),
          recognised: z.array(
            z.strictObject({
              id: z.string(),
              name: z.string(),
              origin: z.string(),
              by: z.string(),
              how: z.enum(['publisher', 'family']),
            }),
          ),
          unread: z.array(z.string()).meta(
            describe({
              zh: '名稱中無法辨識的部分，請洽主辦單位。',
              en: 'Words of the name that say nothing known: what to ask the organiser about.',
            }),
          ),
        }),
      ),
      source: z.strictObject({ rule: z.string(), origins: z.string() }),
    })
    .meta(describe({ zh: '模型來源是否可用。', en: 'Whether a model may be used, as far as its origin goes.' })),
);

export const assessment = named(
  'Assessment',
  z.strictObject({
    register: registerAge,
    taxRegister: taxLookUp,
    programme: z.string(),
    category: z.string(),
    on: day.meta(
      describe({ zh: '臺灣送件日，全部以此日為準。', en: 'Day of submission in Taiwan, by which all is judged.' }),
    ),
    eligibility: eligibilityResult,
    plan: eligibilityPlan,
    round: roundAnswer,
    levels: z
      .array(fit)
      .meta(
        describe({ zh: '各級別內容；級別由審查決定。', en: 'What each level gives; the reviewers decide the level.' }),
      ),
    models: z.array(modelAnswer),
    bonus: bonusResult,
    capabilities: z.strictObject({
      decision: z.enum(['matched', 'unsure', 'none', 'no-text']),
      needed: z.array(capabilityMatch).meta(describe({ zh: '專案所需項目。', en: 'Items the project needs.' })),
      held: z
        .array(z.string())
        .meta(describe({ zh: '申請者自己有效登錄的項目。', en: 'Items the applicant itself holds validly.' })),
      overlap: z.array(z.string()),
      gap: z.array(z.string()).meta(describe({ zh: '需要而未登錄的項目。', en: 'Needed and not held.' })),
    }),
    partners: z
      .array(partner)
      .meta(describe({ zh: '可補足缺口的其他登錄業者。', en: 'Other registered providers for the gap.' })),
  }),
);
