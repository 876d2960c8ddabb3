import { getScheme } from '@aipower/registry';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { day } from '../schemas/basics.ts';
import { schemeStatus } from '../schemas/register.ts';

const count = z.int().min(0);

const registerStatus = named(
  'RegisterStatus',
  z
    .strictObject({
      revision: count.meta(
        describe({ zh: '資料版次，每次匯入加一。', en: 'Version of the data; grows with every import.' }),
      ),
      sample: z
        .boolean()
        .meta(describe({ zh: '是否為虛構示範資料。', en: 'True while it holds the fictional sample.' })),
      today: day,
      providers: count,
      certificates: count,
      schemes: z.array(schemeStatus),
      taxRegister: z
        .strictObject({
          loaded: z.boolean(),
          snapshotOn: day.nullable().meta(describe({ zh: '資料日期。', en: 'Day of its data.' })),
          rows: count,
        })
        .meta(describe({ zh: '用來查事實的稅籍資料。', en: 'The tax register that facts are looked up in.' })),
    })
    .meta(
      describe({ zh: '登錄資料的內容、新舊與完整程度。', en: 'What the register holds, how old and how whole it is.' }),
    ),
);

export const getRegister = defineOperation({
  id: 'getRegister',
  method: 'get',
  path: '/register',
  tag: 'register',
  summary: { en: 'Status of the lists', zh: '登錄資料現況' },
  description: {
    en: 'Counts by scheme and status, and the date, age and completeness of each list. Check it before you rely on “not on the list”.',
    zh: '各類登錄、各狀態的筆數，以及各名單的日期、距今天數與是否完整。依「查無」下結論前，請先看這裡。',
  },
  response: registerStatus,
  example: '/register',
  problems: ['register-unavailable'],
  handle({ deps, today }) {
    const { revision, providers, certificates, schemes } = deps.register.status(today);
    const { loaded, snapshotOn, rows } = deps.register.tax.status();
    return {
      revision,
      sample: deps.isSample(),
      today,
      providers,
      certificates,
      schemes: schemes.map((one) => ({ ...one, name: getScheme(one.scheme).name })),
      taxRegister: { loaded, snapshotOn, rows },
    };
  },
});
