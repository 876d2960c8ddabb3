import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { day } from './basics.ts';
import { schemeId } from './register.ts';

export const change = named(
  'Change',
  z
    .strictObject({
      sequence: z
        .int()
        .min(1)
        .meta(
          describe({
            zh: '異動的序號，依記錄先後由 1 起連續編號，永不變更。',
            en: 'Its number, from 1 in the order of recording, without gaps; never changes.',
          }),
        ),
      revision: z
        .int()
        .min(1)
        .meta(describe({ zh: '資料版次；同一次匯入的異動相同。', en: 'The import it came with.' })),
      recordedAt: z.iso.datetime().meta(describe({ zh: '記錄時間（UTC）。', en: 'When it was recorded, UTC.' })),
      seenOn: day.meta(describe({ zh: '清單日期。', en: 'Day of the list that says so.' })),
      source: z.string().meta(describe({ zh: '來源清單。', en: 'The list it was read from.' })),
      subject: z.enum(['provider', 'certificate']),
      kind: z.enum(['new', 'changed', 'gone', 'back']).meta(
        describe({
          zh: 'gone 表示清單不再列出或匯入被撤回；不等於廢止。',
          en: 'gone: no longer on the list, or an import was withdrawn; not the same as revoked.',
        }),
      ),
      ubn: z.string(),
      name: z
        .string()
        .nullable()
        .meta(describe({ zh: '異動當時的名稱。', en: 'The name at the time of the change.' })),
      scheme: schemeId.nullable(),
      number: z.string().nullable(),
      fields: z.array(
        z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
      url: z.string().meta(describe({ zh: '業者網頁。', en: 'The page of the provider.' })),
    })
    .meta(describe({ zh: '登錄資料的一次異動。', en: 'One thing that changed in the register.' })),
);
