import { z } from 'zod';
import { named } from '../components.ts';
import { said } from '../said.ts';
import { officialText } from './applicant.ts';
import { verdict } from './verification.ts';

const state = z.enum(['not-claimed', 'proven', 'not-proven', 'cannot-check']);

export const bonusResult = named(
  'BonusResult',
  z
    .strictObject({
      programme: z.string(),
      items: z.array(
        z.strictObject({
          id: z.string().meta(said('1 to 5.6.', '1 至 5.6。')),
          kind: z.enum(['link', 'publication', 'registration']),
          label: officialText,
          scheme: z.string().nullable(),
          claim: z.union([z.string(), z.boolean()]).nullable().meta(said('As entered.', '填寫內容。')),
          state: state.meta(said('cannot-check is neither proven nor refused.', 'cannot-check 既非成立也非不成立。')),
          reason: z.string().meta(said('Reason code.', '原因代碼。')),
          wouldProve: z.array(z.string()).meta(said('What would prove it.', '怎樣才能成立。')),
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
      points: z
        .null()
        .meta(
          said('Always null: the programme publishes no points, so none are stated.', '一律為 null：計畫未公布分數。'),
        ),
    })
    .meta(
      said(
        'Every bonus item: claimed, proven, not proven, or not checkable.',
        '各加分項目：未主張、成立、不成立或無法查。',
      ),
    ),
);
