import { eventKinds, listedStatuses, listStates } from '@aipower/registry';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { day } from './basics.ts';
import { dayVerdict, schemeId } from './register.ts';

export const period = named(
  'Period',
  z
    .strictObject({
      from: day.meta(describe({ zh: '起日。', en: 'First day.' })),
      until: z.union([day, z.literal('open')]).meta(
        describe({
          zh: '最後有效日（當日仍有效）；清單註明無期限時為 open。',
          en: 'Last day, on which it is still valid; open when the list says there is none.',
        }),
      ),
    })
    .meta(describe({ zh: '期間，含首尾兩日。', en: 'A stretch of days, both ends included.' })),
);

export const certificateEvent = named(
  'CertificateEvent',
  z
    .strictObject({
      kind: z.enum(eventKinds),
      on: day
        .nullable()
        .meta(describe({ zh: '發生日；清單未載明時為 null。', en: 'The day it happened, where printed.' })),
      after: day.nullable().meta(describe({ zh: '否則：在此日之後…', en: 'Otherwise: after this day …' })),
      by: day.meta(describe({ zh: '…且不晚於此日。', en: '… and no later than this one.' })),
      source: z.string(),
      added: z
        .array(z.string())
        .optional()
        .meta(describe({ zh: '新增的服務項目。', en: 'Item codes that came.' })),
      removed: z
        .array(z.string())
        .optional()
        .meta(describe({ zh: '減少的服務項目。', en: 'Item codes that went.' })),
    })
    .meta(describe({ zh: '證書的一次變動。', en: 'One thing that happened to a certificate.' })),
);

export const certificate = named(
  'Certificate',
  z
    .strictObject({
      scheme: schemeId,
      number: z
        .string()
        .nullable()
        .meta(describe({ zh: '編號原文；該類無編號時為 null。', en: 'As printed; null where the scheme gives none.' })),
      extended: z
        .boolean()
        .meta(describe({ zh: '編號是否註記展延。', en: 'Whether the number carries the mark 展延.' })),
      ubn: z.string().meta(describe({ zh: '登錄業者統一編號。', en: '統一編號 of the holder.' })),
      period: period.meta(describe({ zh: '最新名單所載期間。', en: 'As the newest list prints it.' })),
      status: z.enum(listedStatuses).meta(describe({ zh: '最新名單所載狀態。', en: 'As the newest list states it.' })),
      statusOn: day
        .nullable()
        .meta(describe({ zh: '狀態生效日；未載明時為 null。', en: 'Day the status took effect, where printed.' })),
      listed: z
        .boolean()
        .meta(describe({ zh: '最新名單是否仍列有此證書。', en: 'Whether the newest list still holds it.' })),
      items: z.array(z.string()).meta(
        describe({
          zh: '登錄的服務項目代碼；清單未載明時為空。',
          en: 'Codes of the catalogue it covers; empty where the list prints none.',
        }),
      ),
      edition: z
        .string()
        .nullable()
        .meta(describe({ zh: '代碼的版本。', en: 'Edition of those codes.' })),
      evidenceUrl: z
        .string()
        .nullable()
        .meta(describe({ zh: '可供查證的網址。', en: 'Where anyone can look it up.' })),
      source: z.string().meta(describe({ zh: '資料來源清單。', en: 'The list it was read from.' })),
      url: z.string().meta(describe({ zh: '固定網頁。', en: 'Its permanent page.' })),
      onDay: dayVerdict.meta(describe({ zh: '基準日的結果。', en: 'How it stands on the day asked for.' })),
      today: dayVerdict.meta(describe({ zh: '今日的結果。', en: 'How it stands today.' })),
      timeline: z
        .array(certificateEvent)
        .meta(describe({ zh: '歷程，由舊到新。', en: 'What happened to it, oldest first.' })),
    })
    .meta(describe({ zh: '一張證書的全部資料。', en: 'One certificate with all that is known of it.' })),
);

export const listState = z.enum(listStates).meta(
  describe({
    zh: '當日狀態；expiring 為有效但 90 天內到期。',
    en: 'State on the day; expiring is valid with at most 90 days to go.',
  }),
);

export const certificateSummary = named(
  'CertificateSummary',
  z
    .strictObject({
      scheme: schemeId,
      number: z
        .string()
        .nullable()
        .meta(describe({ zh: '編號原文。', en: 'As printed.' })),
      period,
      states: z.array(listState).meta(
        describe({
          zh: '當日狀態；將到期者同時有 valid 與 expiring。',
          en: 'How it stands on the day; a valid one close to its end is also expiring.',
        }),
      ),
      items: z.array(z.string()).meta(describe({ zh: '服務項目代碼。', en: 'Codes of the catalogue.' })),
      url: z.string().meta(describe({ zh: '網頁。', en: 'Its page.' })),
    })
    .meta(describe({ zh: '證書摘要。', en: 'One line of a certificate.' })),
);
