import { schemes } from '@aipower/registry';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { day, words } from './basics.ts';

const schemeIds = schemes.map(({ id }) => id) as [(typeof schemes)[number]['id'], ...(typeof schemes)[number]['id'][]];

export const schemeId = named(
  'SchemeId',
  z.enum(schemeIds).meta(describe({ zh: '六類能量登錄之一。', en: 'One of the six registrations (能量登錄).' })),
);

export const verdictCodes = [
  'valid',
  'not-yet-valid',
  'expired',
  'suspended',
  'revoked',
  'holder-mismatch',
  'not-found',
  'not-claimed',
  'unverifiable',
] as const;

export const verdictReasons = [
  'within-period',
  'before-first-day',
  'after-last-day',
  'between-terms',
  'listed-as-expired',
  'suspended-since',
  'revoked-since',
  'gone-from-list',
  'suspension-day-unknown',
  'revocation-day-unknown',
  'reinstatement-day-unknown',
  'expiry-day-unknown',
  'gone-day-unknown',
  'holder-unrelated',
  'holder-is-kin',
  'claimant-unknown',
  'field-says-none',
  'field-blank',
  'nothing-to-check-by',
  'number-not-in-list',
  'holder-not-in-list',
  'list-not-loaded',
  'list-incomplete',
  'list-stale',
] as const;

export const dayVerdict = named(
  'DayVerdict',
  z
    .strictObject({
      day: day.meta(describe({ zh: '判斷日。', en: 'The day judged.' })),
      verdict: z.enum(verdictCodes).meta(
        describe({
          zh: 'unverifiable 表示無法查，既不是有效也不是無效。',
          en: 'unverifiable means that it could not be checked; it is neither yes nor no.',
        }),
      ),
      reason: z.enum(verdictReasons).meta(describe({ zh: '原因代碼。', en: 'Why; never changes its meaning.' })),
      since: day
        .nullable()
        .meta(describe({ zh: '原因所指的日期；不明時為 null。', en: 'The day the reason names, where known.' })),
    })
    .meta(describe({ zh: '某一天的判斷。', en: 'How it stands on one day.' })),
);

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
      stale: z.boolean().meta(describe({ zh: '是否超過新鮮度期限。', en: 'Older than the freshness limit.' })),
      complete: z.boolean().meta(describe({ zh: '是否為完整清單。', en: 'Whether it is the whole list.' })),
      source: z
        .string()
        .nullable()
        .meta(describe({ zh: '來源。', en: 'Where it was read.' })),
    })
    .meta(describe({ zh: '清單的新舊與完整程度。', en: 'How old and how whole the list of a scheme is.' })),
);

export const certificateEvent = named(
  'CertificateEvent',
  z
    .strictObject({
      kind: z.enum([
        'registered',
        'renewed',
        'period-changed',
        'scope-changed',
        'suspended',
        'reinstated',
        'revoked',
        'expired',
        'gone-from-list',
        'back-on-list',
      ]),
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
      ubn: z.string().meta(describe({ zh: '持有者統一編號。', en: '統一編號 of the holder.' })),
      period: period.meta(describe({ zh: '最新清單所載期間。', en: 'As the newest list prints it.' })),
      status: z
        .enum(['in-force', 'renewed', 'suspended', 'revoked', 'expired'])
        .meta(describe({ zh: '最新清單所載狀態。', en: 'As the newest list states it.' })),
      statusOn: day
        .nullable()
        .meta(describe({ zh: '狀態生效日；未載明時為 null。', en: 'Day the status took effect, where printed.' })),
      listed: z
        .boolean()
        .meta(describe({ zh: '最新清單是否仍列有此證書。', en: 'Whether the newest list still holds it.' })),
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
      onDay: dayVerdict.meta(describe({ zh: '所問日期的判斷。', en: 'How it stands on the day asked for.' })),
      today: dayVerdict.meta(describe({ zh: '今日的判斷。', en: 'How it stands today.' })),
      timeline: z
        .array(certificateEvent)
        .meta(describe({ zh: '歷程，由舊到新。', en: 'What happened to it, oldest first.' })),
    })
    .meta(describe({ zh: '一張證書的全部資料。', en: 'One certificate with all that is known of it.' })),
);

export const listState = z
  .enum(['valid', 'expiring', 'not-yet-valid', 'expired', 'suspended', 'revoked', 'gone', 'unverifiable'])
  .meta(
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

const providerFields = {
  ubn: z.string().meta(describe({ zh: '統一編號。', en: '統一編號.' })),
  name: z.string().meta(describe({ zh: '現名。', en: 'Present name.' })),
  nameEn: z
    .string()
    .nullable()
    .meta(describe({ zh: '英文名稱；清單未載明時為 null。', en: 'English name, where the list prints one.' })),
  formerNames: z.array(z.string()).meta(describe({ zh: '曾用名稱，由舊到新。', en: 'Earlier names, oldest first.' })),
  city: z
    .string()
    .nullable()
    .meta(describe({ zh: '縣市；未載明時為 null。', en: 'City or county, where printed.' })),
  url: z.string().meta(describe({ zh: '業者網頁。', en: 'The provider’s page.' })),
};

export const providerSummary = named(
  'ProviderSummary',
  z
    .strictObject({ ...providerFields, certificates: z.array(certificateSummary) })
    .meta(describe({ zh: '清單中的業者。', en: 'A provider as a list shows it.' })),
);

export const provider = named(
  'Provider',
  z
    .strictObject({
      ...providerFields,
      headOfficeUbn: z
        .string()
        .nullable()
        .meta(describe({ zh: '總機構統一編號；分支機構才有。', en: 'Set when this is a branch.' })),
      predecessorUbn: z
        .string()
        .nullable()
        .meta(describe({ zh: '前手統一編號。', en: 'The firm it took over from.' })),
      successorUbn: z
        .string()
        .nullable()
        .meta(describe({ zh: '後手統一編號。', en: 'The firm that took over.' })),
      warnings: z.array(z.string()).meta(
        describe({
          zh: '清單原文有疑義但仍保留之處，例如 ubn-checksum。',
          en: 'What the official row got wrong and the register kept, such as ubn-checksum.',
        }),
      ),
      certificates: z.array(certificate),
    })
    .meta(describe({ zh: '業者與其全部證書。', en: 'A provider with every certificate it holds or held.' })),
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
          zh: '是否為虛構示範資料；為 true 時不得據以判斷。',
          en: 'True while the register holds the fictional sample: decide nothing on it.',
        }),
      ),
      lists: z.array(listAge).meta(describe({ zh: '這個回應所依據的清單。', en: 'The lists this answer rests on.' })),
    })
    .meta(describe({ zh: '回應所依據的資料。', en: 'What the answer rests on.' })),
);
