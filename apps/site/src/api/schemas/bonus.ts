import { bonusProofs, bonusReasons, bonusStates } from '@aipower/programme';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { officialText } from './applicant.ts';
import { verdict } from './verification.ts';

const state = z.enum(bonusStates);

export const bonusResult = named(
  'BonusResult',
  z
    .strictObject({
      programme: z.string(),
      items: z.array(
        z.strictObject({
          id: z.string().meta(
            describe({
              zh: '計畫表單中的編號，例如 5.4。',
              en: 'Its number in the form of the programme, such as 5.4.',
            }),
          ),
          kind: z.enum(['link', 'publication', 'registration']),
          label: officialText,
          scheme: z.string().nullable(),
          claim: z
            .union([z.string(), z.boolean()])
            .nullable()
            .meta(describe({ zh: '填寫內容。', en: 'As entered.' })),
          state: state.meta(
            describe({
              zh: 'cannot-check：待人工核對或無法查驗。',
              en: 'cannot-check: needs a manual check, or cannot be verified.',
            }),
          ),
          reason: z.enum(bonusReasons).meta(describe({ zh: '原因代碼。', en: 'Reason code.' })),
          wouldProve: z
            .array(z.enum(bonusProofs))
            .meta(describe({ zh: '可補附的資料。', en: 'What would confirm it.' })),
          notes: z.array(z.enum(['held-not-claimed', 'owed-after-use', 'watch-list'])),
          verdict: verdict.nullable(),
        }),
      ),
      counts: z.strictObject({
        'not-claimed': z.int(),
        proven: z.int(),
        'not-proven': z.int(),
        'cannot-check': z.int(),
      }),
      points: z.null().meta(
        describe({
          zh: '一律為 null：計畫未公布分數。',
          en: 'Always null: the programme publishes no points, so none are stated.',
        }),
      ),
    })
    .meta(
      describe({
        zh: '各加分項目：未填報、符合、不符合，或待人工核對或無法查驗。',
        en: 'Every bonus item: claimed, proven, not proven, or not checkable.',
      }),
    ),
);
