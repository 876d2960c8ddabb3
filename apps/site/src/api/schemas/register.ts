import { schemes, verdictCodes, verdictReasons } from '@aipower/registry';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { day, words } from './basics.ts';

const schemeIds = schemes.map(({ id }) => id) as [(typeof schemes)[number]['id'], ...(typeof schemes)[number]['id'][]];

export const schemeId = named(
  'SchemeId',
  z.enum(schemeIds).meta(describe({ zh: '能量登錄的一類。', en: 'One of the registrations (能量登錄).' })),
);

export const dayVerdict = named(
  'DayVerdict',
  z
    .strictObject({
      day: day.meta(describe({ zh: '基準日。', en: 'The day judged.' })),
      verdict: z.enum(verdictCodes).meta(
        describe({
          zh: 'unverifiable 表示無法查驗，既不是有效也不是無效。',
          en: 'unverifiable means that it cannot be verified; it is neither yes nor no.',
        }),
      ),
      reason: z.enum(verdictReasons).meta(describe({ zh: '原因代碼。', en: 'Why; never changes its meaning.' })),
      since: day
        .nullable()
        .meta(describe({ zh: '原因所指的日期；不明時為 null。', en: 'The day the reason names, where known.' })),
    })
    .meta(describe({ zh: '某一天的結果。', en: 'How it stands on one day.' })),
);

export const listAge = named(
  'ListAge',
  z
    .strictObject({
      scheme: schemeId,
      loaded: z
        .boolean()
        .meta(describe({ zh: '是否已載入此類清單。', en: 'Whether a list of the scheme is loaded at all.' })),
      seenOn: day.nullable().meta(describe({ zh: '最新清單的日期。', en: 'Day of the newest list.' })),
      ageDays: z
        .int()
        .nullable()
        .meta(describe({ zh: '清單距今天數。', en: 'Its age in days.' })),
      stale: z.boolean().meta(describe({ zh: '是否超過更新期限。', en: 'Older than the freshness limit.' })),
      complete: z.boolean().meta(describe({ zh: '是否為完整清單。', en: 'Whether it is the whole list.' })),
      source: z
        .string()
        .nullable()
        .meta(describe({ zh: '來源。', en: 'Where it was read.' })),
    })
    .meta(describe({ zh: '清單的新舊與完整程度。', en: 'How old and how whole the list of a scheme is.' })),
);

const counts = z.record(z.string(), z.int().min(0));

export const facets = named(
  'ProviderFacets',
  z.strictObject({ tier: counts, group: counts, item: counts, scheme: counts, city: counts, state: counts }).meta(
    describe({
      zh: '改選各值時清單會有的業者數。',
      en: 'For each value, how many providers the list would have with it.',
    }),
  ),
);

export const schemeStatus = named(
  'SchemeStatus',
  z
    .strictObject({
      scheme: schemeId,
      name: words,
      list: listAge,
      certificates: z
        .int()
        .min(0)
        .meta(describe({ zh: '證書張數。', en: 'Certificates of the scheme.' })),
      providers: z
        .int()
        .min(0)
        .meta(describe({ zh: '業者家數。', en: 'Their holders.' })),
      states: z.record(z.string(), z.int().min(0)).meta(
        describe({
          zh: '今日各狀態的證書張數；將到期者同時計入有效。',
          en: 'Certificates per state today; expiring ones count as valid too.',
        }),
      ),
    })
    .meta(describe({ zh: '某類登錄的現況。', en: 'What the register holds of a scheme.' })),
);

export const registerAge = named(
  'RegisterAge',
  z
    .strictObject({
      revision: z
        .int()
        .min(0)
        .meta(describe({ zh: '資料版次，每次匯入加一。', en: 'Version of the data; grows with every import.' })),
      sample: z.boolean().meta(
        describe({
          zh: '是否為虛構示範資料；為 true 時請勿引用。',
          en: 'True while the register holds the fictional sample: decide nothing on it.',
        }),
      ),
      lastConfirmedAt: z.iso
        .datetime({ offset: true })
        .optional()
        .meta(
          describe({
            zh: '僅在資料庫無法連線逾半分鐘時出現：此資料最後一次確認的時間，之後的異動尚未反映。',
            en: 'Only while the database has not answered for half a minute: when these data were last confirmed; later changes are not in them.',
          }),
        ),
      lists: z.array(listAge).meta(describe({ zh: '這個回應所依據的清單。', en: 'The lists this answer rests on.' })),
    })
    .meta(describe({ zh: '回應所依據的資料。', en: 'What the answer rests on.' })),
);
