import { itemCodes } from '@aipower/taxonomy';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { plainText, words } from './basics.ts';
import { schemeId } from './register.ts';

export const MAX_TEXT = 20_000;

export const projectText = plainText(MAX_TEXT, 2).meta(
  describe({
    zh: '搜尋詞、專案題目或整份申請內容；繁體、簡體、英文或混用。',
    en: 'Search words, a project topic or a whole application; Traditional or Simplified Chinese, English or mixed.',
  }),
);

const offset = z.int().min(0);

const evidence = named(
  'Evidence',
  z
    .strictObject({
      feature: z.enum(['phrase', 'words', 'typo', 'parts']).meta(
        describe({
          zh: '整個關鍵詞、其中的字詞、音近形近，或英文字的一部分。',
          en: 'A whole keyword, words of it, something that sounds or looks like it, or parts of Latin words.',
        }),
      ),
      field: z
        .string()
        .meta(describe({ zh: '字詞在服務項目中的位置。', en: 'Where in the catalogue those words stand.' })),
      term: z.string().meta(describe({ zh: '文字中的原文。', en: 'The stretch as it stands in the text.' })),
      start: offset.meta(
        describe({ zh: '在所送文字中的起點（UTF-16）。', en: 'UTF-16 offset into the text as sent.' }),
      ),
      end: offset,
      weight: z
        .number()
        .min(0)
        .meta(describe({ zh: 'score = 1 − exp(−各 weight 之和)。', en: 'score = 1 − exp(−sum of the weights).' })),
    })
    .meta(describe({ zh: '文字符合此項目的理由。', en: 'Why the text speaks for an item.' })),
);

const caution = named(
  'Caution',
  z
    .strictObject({
      kind: z.enum(['requirement', 'exclusion']),
      text: z.string().meta(describe({ zh: '釋義原文。', en: 'The official words.' })),
      start: offset,
      end: offset,
      reasonTerm: z.string().meta(describe({ zh: '您的文字中觸及之處。', en: 'Your words that touch it.' })),
    })
    .meta(
      describe({
        zh: '文字可能觸及的要件或不含條款，需人工確認。',
        en: 'A requirement or exclusion that the text seems to touch; a person should look.',
      }),
    ),
);

export const capabilityMatch = named(
  'CapabilityMatch',
  z
    .strictObject({
      code: z.string().meta(describe({ zh: '服務項目代碼。', en: 'Item of the catalogue.' })),
      title: words,
      score: z
        .number()
        .min(0)
        .max(1)
        .meta(describe({ zh: '只能在同一段文字內比較。', en: 'Comparable within one text only.' })),
      evidence: z.array(evidence),
      cautions: z.array(caution),
      url: z.string(),
    })
    .meta(describe({ zh: '文字符合的服務項目。', en: 'An item that a text speaks for.' })),
);

export const matchDecision = z.enum(['matched', 'unsure', 'none']).meta(
  describe({
    zh: 'unsure 僅列候選供人工確認；none 表示沒有符合的項目。',
    en: 'unsure: candidates for a person, no answer; none: it fits nothing.',
  }),
);

export const capabilityAnswer = named(
  'CapabilityAnswer',
  z.strictObject({
    decision: matchDecision,
    certainty: z
      .number()
      .min(0)
      .max(1)
      .meta(
        describe({
          zh: '文字確實在描述服務項目的可能性。',
          en: 'How likely the text asks for anything of the catalogue.',
        }),
      ),
    language: z
      .string()
      .meta(describe({ zh: '文字的語言；無法判斷為 und。', en: 'Language of the text; und when it has none.' })),
    truncated: z
      .boolean()
      .meta(describe({ zh: '文字是否過長而只讀前段。', en: 'Whether the text was longer than what is read of it.' })),
    matches: z
      .array(capabilityMatch)
      .max(itemCodes.length)
      .meta(describe({ zh: '依符合程度排列。', en: 'Best first.' })),
  }),
);

const nameFeature = z.strictObject({
  feature: z.enum(['number', 'special-name', 'business', 'organisation', 'place', 'name-in-force']),
  relation: z.enum([
    'same',
    'glyph',
    'script',
    'unclear',
    'sound',
    'shape',
    'near',
    'different',
    'unstated',
    'former',
    'english',
  ]),
  weight: z.number(),
  value: z.number(),
});

const nameCandidate = named(
  'NameCandidate',
  z
    .strictObject({
      ubn: z.string(),
      name: z.string().meta(describe({ zh: '現名。', en: 'The firm’s name now.' })),
      foundAs: z
        .strictObject({ name: z.string(), role: z.enum(['current', 'former', 'english']) })
        .optional()
        .meta(describe({ zh: '比對到的名稱（非現名時）。', en: 'The name that was met, when it is another.' })),
      city: z.string().optional(),
      score: z
        .number()
        .min(0)
        .max(1)
        .meta(
          describe({
            zh: 'weight × value 之和；用於排序，不用於決定。',
            en: 'Sum of weight × value; it ranks, it does not decide.',
          }),
        ),
      features: z.array(nameFeature),
      url: z.string(),
    })
    .meta(describe({ zh: '供人工選擇的業者。', en: 'A firm for a person to choose.' })),
);

export const companyAnswer = named(
  'CompanyAnswer',
  z.strictObject({
    decision: z
      .enum(['linked', 'unsure', 'none', 'conflict'])
      .meta(
        describe({ zh: 'conflict 表示編號與名稱指向不同業者。', en: 'conflict: number and name say different firms.' }),
      ),
    reason: z.string().meta(describe({ zh: '得出結果的規則。', en: 'The rule that decided.' })),
    link: z
      .strictObject({ ubn: z.string(), name: z.string(), branch: z.string().optional(), url: z.string() })
      .nullable()
      .meta(describe({ zh: '至多一家，僅在 linked 時有值。', en: 'At most one firm, only when linked.' })),
    candidates: z.array(nameCandidate).max(50),
    notes: z.array(z.string()),
    read: z
      .strictObject({ numbers: z.array(z.string()), names: z.array(z.string()) })
      .meta(describe({ zh: '從文字中讀到的編號與名稱。', en: 'What was read in the text.' })),
  }),
);

export const partner = named(
  'Partner',
  z
    .strictObject({
      ubn: z.string(),
      name: z.string(),
      city: z.string().nullable(),
      url: z.string(),
      items: z
        .array(z.string())
        .meta(describe({ zh: '當日有效的全部服務項目。', en: 'Every item it validly holds on the day.' })),
      schemes: z.array(schemeId),
      validUntil: z
        .string()
        .nullable()
        .meta(
          describe({
            zh: '最後有效日；無期限時為 null。',
            en: 'Last valid day of what carries the items, where there is one.',
          }),
        ),
      score: z
        .number()
        .min(0)
        .max(1)
        .meta(describe({ zh: '符合所需的比例。', en: 'Share of the wanted weight it holds.' })),
      reasons: z.array(
        z.discriminatedUnion('code', [
          z.strictObject({ code: z.literal('holds-items'), items: z.array(z.string()) }),
          z.strictObject({ code: z.literal('same-city'), city: z.string() }),
          z.strictObject({ code: z.literal('other-registrations'), schemes: z.array(z.string()) }),
          z.strictObject({ code: z.literal('valid-until'), day: z.string() }),
        ]),
      ),
    })
    .meta(describe({ zh: '登錄業者與推薦理由。', en: 'A registered provider with the reasons it is named for.' })),
);
