import { nearNumberKinds, relations, verdictCautions } from '@aipower/registry';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { day, plainText } from './basics.ts';
import { certificate } from './certificate.ts';
import { receipt } from './receipt.ts';
import { dayVerdict, registerAge, schemeId } from './register.ts';

export const MAX_CLAIMS = 10_000;
export const MAX_CLAIMS_WITH_RECEIPT = 1_000;

export const claim = named(
  'Claim',
  z
    .strictObject({
      id: plainText(100)
        .optional()
        .meta(describe({ zh: '自訂編號，原樣傳回。', en: 'Your own id, given back untouched.' })),
      scheme: schemeId,
      number: plainText(200)
        .nullable()
        .optional()
        .meta(
          describe({
            zh: '證書編號原文。空白、null、無、N/A 表示未填報；省略此欄表示填報「該企業有登錄」，以統一編號或完整名稱查（資訊安全類只能這樣查）。',
            en: 'As typed. Blank, null, 無, N/A or none: nothing is claimed. Left out: the claim is that the company is registered, checked by ubn or exact name (the only way for info-security).',
          }),
        ),
      ubn: plainText(20)
        .nullable()
        .optional()
        .meta(describe({ zh: '申請者統一編號。', en: '統一編號 of the applicant.' })),
      name: plainText(200)
        .nullable()
        .optional()
        .meta(
          describe({
            zh: '申請者名稱，曾用名或英文名亦可。',
            en: 'Name of the claimant, also a former or English one.',
          }),
        ),
    })
    .meta(describe({ zh: '一筆填報。', en: 'What an applicant claims.' })),
);

export const verificationRequest = named(
  'VerificationRequest',
  z
    .strictObject({
      on: day.optional().meta(
        describe({
          zh: '基準日，例如送件日；省略時為今日。',
          en: 'The day to judge by, such as the day of submission; today when left out.',
        }),
      ),
      claims: z.array(claim).min(1).max(MAX_CLAIMS),
      receipt: z
        .boolean()
        .optional()
        .meta(
          describe({
            zh: `true：附簽章的查驗回條，claims 最多 ${MAX_CLAIMS_WITH_RECEIPT} 筆。`,
            en: `true: with signed receipts; at most ${MAX_CLAIMS_WITH_RECEIPT} claims.`,
          }),
        ),
    })
    .refine(({ claims, receipt }) => !receipt || claims.length <= MAX_CLAIMS_WITH_RECEIPT, {
      path: ['claims'],
      error: `at most ${MAX_CLAIMS_WITH_RECEIPT} claims when receipts are asked for`,
    }),
);

const nearNumber = named(
  'NearNumber',
  z
    .strictObject({
      scheme: schemeId,
      number: z.string(),
      ubn: z.string(),
      name: z.string(),
      distance: z
        .int()
        .min(0)
        .meta(
          describe({
            zh: '相差幾個字；0 表示他類登錄有同一編號。',
            en: 'Edits between the two; 0 for the same number in another scheme.',
          }),
        ),
      kind: z.enum(nearNumberKinds),
    })
    .meta(
      describe({
        zh: '相近的編號，僅供核對，不會自動採用。',
        en: 'A number close to the one claimed: an offer to look at, never accepted by itself.',
      }),
    ),
);

export const relation = z
  .enum(relations)
  .meta(describe({ zh: '申請者與登錄業者的關係。', en: 'How the applicant is related to the registered provider.' }));

export const verdict = named(
  'Verdict',
  z
    .strictObject({
      id: z.string().nullable(),
      claim,
      ...dayVerdict.shape,
      today: dayVerdict.meta(describe({ zh: '以今日為基準日的結果。', en: 'The same judged today.' })),
      relation,
      holder: z
        .strictObject({ ubn: z.string(), name: z.string(), nameEn: z.string().nullable() })
        .nullable()
        .meta(describe({ zh: '登錄業者。', en: 'Who holds the certificate found.' })),
      certificate: certificate.nullable().meta(
        describe({
          zh: '結果所依據的證書；查無時為 null。',
          en: 'The certificate the verdict is about; null when none was found.',
        }),
      ),
      others: z
        .array(certificate)
        .meta(describe({ zh: '同樣符合的其他證書。', en: 'Further certificates the claim fits.' })),
      cautions: z
        .array(z.enum(verdictCautions))
        .meta(describe({ zh: '需要人工留意之處。', en: 'What a person should look at.' })),
      suggestions: z.array(nearNumber),
    })
    .meta(describe({ zh: '一筆填報的查驗結果。', en: 'The answer to one claim.' })),
);

export const verification = named(
  'Verification',
  z.strictObject({
    register: registerAge,
    on: day,
    today: day,
    receipts: z
      .array(receipt.extend({ results: z.array(z.int().min(0)) }))
      .optional()
      .meta(
        describe({
          zh: '要求時附上：每張回條說一個申請者、一個基準日，results 為所含結果的位置。',
          en: 'When asked for: each receipt speaks of one claimant and one day; results names the results it holds by position.',
        }),
      ),
    results: z.array(verdict).meta(describe({ zh: '順序同 claims。', en: 'In the order of the claims.' })),
  }),
);
