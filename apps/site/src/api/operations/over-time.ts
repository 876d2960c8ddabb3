import { getScheme } from '@aipower/registry';
import { z } from 'zod';
import { registerOverTime } from '../../statistics/over-time.ts';
import { overTimeRecords } from '../../statistics/over-time-records.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { day, words } from '../schemas/basics.ts';
import { schemeId } from '../schemas/register.ts';

const count = z.int().min(0);

const stretch = named(
  'CertificateCount',
  z.strictObject({
    day: day.meta(describe({ zh: '計數之日。', en: 'The day that is counted.' })),
    until: day.meta(
      describe({
        zh: '此數適用的最後一日。其後若無下一筆，為名單久未更新，張數不明，不是 0。',
        en: 'Last day it stands for. Days between it and the next entry have no recent list: unknown, not 0.',
      }),
    ),
    basis: z.enum(['list', 'before']).meta(
      describe({
        zh: 'list 為該日有名單；before 早於首份名單，只計該名單所列，實際至少此數。',
        en: 'list: a list of that day; before: earlier than the first list, counting only what it names, so at least as many.',
      }),
    ),
    complete: z
      .boolean()
      .meta(
        describe({ zh: '名單是否完整；before 一律為 false。', en: 'Whether the list is whole; never for before.' }),
      ),
    valid: count.meta(describe({ zh: '當日有效的證書張數。', en: 'Certificates valid on that day.' })),
    unverifiable: count.meta(
      describe({
        zh: '依名單無法查驗的張數，未計入 valid。',
        en: 'Certificates the lists cannot tell about; not in valid.',
      }),
    ),
  }),
);

export const getRegisterOverTime = defineOperation({
  id: 'getRegisterOverTime',
  method: 'get',
  path: '/register/over-time',
  tag: 'register',
  summary: { en: 'Valid certificates over time', zh: '歷次名單的有效證書' },
  description: {
    en: 'For each registration, how many certificates were valid on the day of each of its lists. Counted with what is known now, as verification answers for that day. Withdrawn lists are not counted. Of more than 24 lists, the last of each month, quarter or year.',
    zh: '各類登錄在歷次名單當日有效的證書張數，依目前所知計算，與查驗當日的結果相同；已撤回的名單不計。超過 24 份時，只列各月、各季或各年的最後一份。',
  },
  response: named(
    'RegisterOverTime',
    z.strictObject({
      sample: z
        .boolean()
        .meta(describe({ zh: '是否為虛構示範資料。', en: 'True while the register holds the fictional sample.' })),
      today: day,
      withdrawnLists: count.meta(describe({ zh: '已撤回而不計的名單。', en: 'Lists withdrawn, and not counted.' })),
      schemes: z.array(
        z.strictObject({
          scheme: schemeId,
          name: words,
          counts: z.array(stretch).meta(
            describe({
              zh: '由舊到新；名單未載入時為空，張數不明。',
              en: 'The oldest first; empty while no list is loaded: unknown.',
            }),
          ),
        }),
      ),
    }),
  ),
  example: '/register/over-time',
  problems: ['register-unavailable'],
  async handle({ deps, today }) {
    const { schemes, withdrawn } = await registerOverTime(deps.register, today);
    return {
      sample: deps.isSample(),
      today,
      withdrawnLists: withdrawn,
      schemes: schemes.map(({ scheme, stretches }) => ({
        scheme,
        name: getScheme(scheme).name,
        counts: overTimeRecords(stretches),
      })),
    };
  },
});
