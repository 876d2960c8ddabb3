import { schemes } from '@aipower/registry';
import { z } from 'zod';
import { named } from '../components.ts';
import { said } from '../said.ts';
import { day, words } from './basics.ts';

const schemeIds = schemes.map(({ id }) => id) as [(typeof schemes)[number]['id'], ...(typeof schemes)[number]['id'][]];

export const schemeId = named(
  'SchemeId',
  z.enum(schemeIds).meta(said('One of the six registrations (能量登錄).', '六類能量登錄之一。')),
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
  'holder-name-unsure',
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
      day: day.meta(said('The day judged.', '判斷日。')),
      verdict: z
        .enum(verdictCodes)
        .meta(
          said(
            'unverifiable means that it could not be checked; it is neither yes nor no.',
            'unverifiable 表示無法查，既不是有效也不是無效。',
          ),
        ),
      reason: z.enum(verdictReasons).meta(said('Why; never changes its meaning.', '原因代碼。')),
      since: day.nullable().meta(said('The day the reason names, where known.', '原因所指的日期；不明時為 null。')),
    })
    .meta(said('How it stands on one day.', '某一天的判斷。')),
);

export const period = named(
  'Period',
  z
    .strictObject({
      from: day.meta(said('First day.', '起日。')),
      until: z
        .union([day, z.literal('open')])
        .meta(
          said(
            'Last day, on which it is still valid; open when the list says there is none.',
            '最後有效日（當日仍有效）；清單註明無期限時為 open。',
          ),
        ),
    })
    .meta(said('A stretch of days, both ends included.', '期間，含首尾兩日。')),
);

export const listAge = named(
  'ListAge',
  z
    .strictObject({
      scheme: schemeId,
      loaded: z.boolean().meta(said('Whether a list of the scheme is loaded at all.', '是否已載入此類清單。')),
      seenOn: day.nullable().meta(said('Day of the newest list.', '最新清單的日期。')),
      ageDays: z.int().nullable().meta(said('Its age in days.', '清單距今天數。')),
      stale: z.boolean().meta(said('Older than the freshness limit.', '是否超過新鮮度期限。')),
      complete: z.boolean().meta(said('Whether it is the whole list.', '是否為完整清單。')),
      source: z.string().nullable().meta(said('Where it was read.', '來源。')),
    })
    .meta(said('How old and how whole the list of a scheme is.', '清單的新舊與完整程度。')),
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
      on: day.nullable().meta(said('The day it happened, where printed.', '發生日；清單未載明時為 null。')),
      after: day.nullable().meta(said('Otherwise: after this day …', '否則：在此日之後…')),
      by: day.meta(said('… and no later than this one.', '…且不晚於此日。')),
      source: z.string(),
      added: z.array(z.string()).optional().meta(said('Item codes that came.', '新增的服務項目。')),
      removed: z.array(z.string()).optional().meta(said('Item codes that went.', '減少的服務項目。')),
    })
    .meta(said('One thing that happened to a certificate.', '證書的一次變動。')),
);

export const certificate = named(
  'Certificate',
  z
    .strictObject({
      scheme: schemeId,
      number: z
        .string()
        .nullable()
        .meta(said('As printed; null where the scheme gives none.', '編號原文；該類無編號時為 null。')),
      extended: z.boolean().meta(said('Whether the number carries the mark 展延.', '編號是否註記展延。')),
      ubn: z.string().meta(said('統一編號 of the holder.', '持有者統一編號。')),
      period: period.meta(said('As the newest list prints it.', '最新清單所載期間。')),
      status: z
        .enum(['in-force', 'renewed', 'suspended', 'revoked', 'expired'])
        .meta(said('As the newest list states it.', '最新清單所載狀態。')),
      statusOn: day
        .nullable()
        .meta(said('Day the status took effect, where printed.', '狀態生效日；未載明時為 null。')),
      listed: z.boolean().meta(said('Whether the newest list still holds it.', '最新清單是否仍列有此證書。')),
      items: z
        .array(z.string())
        .meta(
          said(
            'Codes of the catalogue it covers; empty where the list prints none.',
            '登錄的服務項目代碼；清單未載明時為空。',
          ),
        ),
      edition: z.string().nullable().meta(said('Edition of those codes.', '代碼的版本。')),
      evidenceUrl: z.string().nullable().meta(said('Where anyone can look it up.', '可供查證的網址。')),
      source: z.string().meta(said('The list it was read from.', '資料來源清單。')),
      url: z.string().meta(said('Its permanent page.', '固定網頁。')),
      onDay: dayVerdict.meta(said('How it stands on the day asked for.', '所問日期的判斷。')),
      today: dayVerdict.meta(said('How it stands today.', '今日的判斷。')),
      timeline: z.array(certificateEvent).meta(said('What happened to it, oldest first.', '歷程，由舊到新。')),
    })
    .meta(said('One certificate with all that is known of it.', '一張證書的全部資料。')),
);

export const listState = z
  .enum(['valid', 'expiring', 'not-yet-valid', 'expired', 'suspended', 'revoked', 'gone', 'unverifiable'])
  .meta(
    said(
      'State on the day; expiring is valid with at most 90 days to go.',
      '當日狀態；expiring 為有效但 90 天內到期。',
    ),
  );

export const certificateSummary = named(
  'CertificateSummary',
  z
    .strictObject({
      scheme: schemeId,
      number: z.string().nullable().meta(said('As printed.', '編號原文。')),
      period,
      states: z
        .array(listState)
        .meta(
          said(
            'How it stands on the day; a valid one close to its end is also expiring.',
            '當日狀態；將到期者同時有 valid 與 expiring。',
          ),
        ),
      items: z.array(z.string()).meta(said('Codes of the catalogue.', '服務項目代碼。')),
      url: z.string().meta(said('Its page.', '網頁。')),
    })
    .meta(said('One line of a certificate.', '證書摘要。')),
);

const providerFields = {
  ubn: z.string().meta(said('統一編號.', '統一編號。')),
  name: z.string().meta(said('Present name.', '現名。')),
  nameEn: z
    .string()
    .nullable()
    .meta(said('English name, where the list prints one.', '英文名稱；清單未載明時為 null。')),
  formerNames: z.array(z.string()).meta(said('Earlier names, oldest first.', '曾用名稱，由舊到新。')),
  city: z.string().nullable().meta(said('City or county, where printed.', '縣市；未載明時為 null。')),
  url: z.string().meta(said('The provider’s page.', '業者網頁。')),
};

export const providerSummary = named(
  'ProviderSummary',
  z
    .strictObject({ ...providerFields, certificates: z.array(certificateSummary) })
    .meta(said('A provider as a list shows it.', '清單中的業者。')),
);

export const provider = named(
  'Provider',
  z
    .strictObject({
      ...providerFields,
      headOfficeUbn: z.string().nullable().meta(said('Set when this is a branch.', '總機構統一編號；分支機構才有。')),
      predecessorUbn: z.string().nullable().meta(said('The firm it took over from.', '前手統一編號。')),
      successorUbn: z.string().nullable().meta(said('The firm that took over.', '後手統一編號。')),
      warnings: z
        .array(z.string())
        .meta(
          said(
            'What the official row got wrong and the register kept, such as ubn-checksum.',
            '清單原文有疑義但仍保留之處，例如 ubn-checksum。',
          ),
        ),
      certificates: z.array(certificate),
    })
    .meta(said('A provider with every certificate it holds or held.', '業者與其全部證書。')),
);

const counts = z.record(z.string(), z.int().min(0));

export const facets = named(
  'ProviderFacets',
  z
    .strictObject({ tier: counts, group: counts, item: counts, scheme: counts, city: counts, state: counts })
    .meta(said('For each value, how many providers the list would have with it.', '改選各值時清單會有的業者數。')),
);

export const schemeStatus = named(
  'SchemeStatus',
  z
    .strictObject({
      scheme: schemeId,
      name: words,
      list: listAge,
      certificates: z.int().min(0).meta(said('Certificates of the scheme.', '證書張數。')),
      providers: z.int().min(0).meta(said('Their holders.', '業者家數。')),
      states: z
        .record(z.string(), z.int().min(0))
        .meta(
          said(
            'Certificates per state today; expiring ones count as valid too.',
            '今日各狀態的證書張數；將到期者同時計入有效。',
          ),
        ),
    })
    .meta(said('What the register holds of a scheme.', '某類登錄的現況。')),
);

export const registerAge = named(
  'RegisterAge',
  z
    .strictObject({
      revision: z.int().min(0).meta(said('Version of the data; grows with every import.', '資料版次，每次匯入加一。')),
      sample: z
        .boolean()
        .meta(
          said(
            'True while the register holds the fictional sample: decide nothing on it.',
            '是否為虛構示範資料；為 true 時不得據以判斷。',
          ),
        ),
      lists: z.array(listAge).meta(said('The lists this answer rests on.', '這個回應所依據的清單。')),
    })
    .meta(said('What the answer rests on.', '回應所依據的資料。')),
);
