import { z } from 'zod';
import { named } from '../components.ts';
import { said } from '../said.ts';
import { plainText, words } from './basics.ts';
import { schemeId } from './register.ts';

export const MOST_TEXT = 20_000;

export const projectText = plainText(MOST_TEXT, 2).meta(
  said(
    'Search words, a project topic or a whole application; Traditional or Simplified Chinese, English or mixed.',
    '搜尋詞、專案題目或整份申請內容；繁體、簡體、英文或混用。',
  ),
);

const offset = z.int().min(0);

const evidence = named(
  'Evidence',
  z
    .strictObject({
      feature: z
        .enum(['phrase', 'words', 'slip', 'parts'])
        .meta(
          said(
            'A whole keyword, words of it, something that sounds or looks like it, or parts of Latin words.',
            '整個關鍵詞、其中的字詞、音近形近，或英文字的一部分。',
          ),
        ),
      field: z.string().meta(said('Where in the catalogue those words stand.', '字詞在服務項目中的位置。')),
      term: z.string().meta(said('The stretch as it stands in the text.', '文字中的原文。')),
      start: offset.meta(said('UTF-16 offset into the text as sent.', '在所送文字中的起點（UTF-16）。')),
      end: offset,
      weight: z
        .number()
        .min(0)
        .meta(said('score = 1 − exp(−sum of the weights).', 'score = 1 − exp(−各 weight 之和)。')),
    })
    .meta(said('Why the text speaks for an item.', '文字符合此項目的理由。')),
);

const caution = named(
  'Caution',
  z
    .strictObject({
      kind: z.enum(['requirement', 'exclusion']),
      text: z.string().meta(said('The official words.', '釋義原文。')),
      start: offset,
      end: offset,
      reasonTerm: z.string().meta(said('Your words that touch it.', '您的文字中觸及之處。')),
    })
    .meta(
      said(
        'A requirement or exclusion that the text seems to touch; a person should look.',
        '文字可能觸及的要件或不含條款，需人工確認。',
      ),
    ),
);

export const capabilityMatch = named(
  'CapabilityMatch',
  z
    .strictObject({
      code: z.string().meta(said('Item of the catalogue.', '服務項目代碼。')),
      title: words,
      score: z.number().min(0).max(1).meta(said('Comparable within one text only.', '只能在同一段文字內比較。')),
      evidence: z.array(evidence),
      cautions: z.array(caution),
      url: z.string(),
    })
    .meta(said('An item that a text speaks for.', '文字符合的服務項目。')),
);

export const matchDecision = z
  .enum(['matched', 'unsure', 'none'])
  .meta(
    said(
      'unsure: candidates for a person, no answer; none: it fits nothing.',
      'unsure 僅列候選供人工判斷；none 表示沒有符合的項目。',
    ),
  );

export const capabilityAnswer = named(
  'CapabilityAnswer',
  z.strictObject({
    decision: matchDecision,
    certainty: z
      .number()
      .min(0)
      .max(1)
      .meta(said('How likely the text asks for anything of the catalogue.', '文字確實在描述服務項目的可能性。')),
    language: z.string().meta(said('Language of the text; und when it has none.', '文字的語言；無法判斷為 und。')),
    truncated: z
      .boolean()
      .meta(said('Whether the text was longer than what is read of it.', '文字是否過長而只讀前段。')),
    matches: z.array(capabilityMatch).meta(said('Best first.', '依符合程度排列。')),
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
      name: z.string().meta(said('The firm’s name now.', '現名。')),
      foundAs: z
        .strictObject({ name: z.string(), role: z.enum(['current', 'former', 'english']) })
        .optional()
        .meta(said('The name that was met, when it is another.', '比對到的名稱（非現名時）。')),
      city: z.string().optional(),
      score: z
        .number()
        .min(0)
        .max(1)
        .meta(
          said('Sum of weight × value; it ranks, it does not decide.', 'weight × value 之和；用於排序，不用於決定。'),
        ),
      features: z.array(nameFeature),
      url: z.string(),
    })
    .meta(said('A firm for a person to choose.', '供人工選擇的業者。')),
);

export const companyAnswer = named(
  'CompanyAnswer',
  z.strictObject({
    decision: z
      .enum(['linked', 'unsure', 'none', 'conflict'])
      .meta(said('conflict: number and name say different firms.', 'conflict 表示編號與名稱指向不同業者。')),
    reason: z.string().meta(said('The rule that decided.', '作出判斷的規則。')),
    link: z
      .strictObject({ ubn: z.string(), name: z.string(), branch: z.string().optional(), url: z.string() })
      .nullable()
      .meta(said('At most one firm, only when linked.', '至多一家，僅在 linked 時有值。')),
    candidates: z.array(nameCandidate),
    notes: z.array(z.string()),
    read: z
      .strictObject({ numbers: z.array(z.string()), names: z.array(z.string()) })
      .meta(said('What was read in the text.', '從文字中讀到的編號與名稱。')),
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
      items: z.array(z.string()).meta(said('Every item it validly holds on the day.', '當日有效的全部服務項目。')),
      schemes: z.array(schemeId),
      validUntil: z
        .string()
        .nullable()
        .meta(said('Last valid day of what carries the items, where there is one.', '最後有效日；無期限時為 null。')),
      score: z.number().min(0).max(1).meta(said('Share of the wanted weight it holds.', '符合所需的比例。')),
      reasons: z.array(
        z.discriminatedUnion('code', [
          z.strictObject({ code: z.literal('holds-items'), items: z.array(z.string()) }),
          z.strictObject({ code: z.literal('same-city'), city: z.string() }),
          z.strictObject({ code: z.literal('other-registrations'), schemes: z.array(z.string()) }),
          z.strictObject({ code: z.literal('valid-until'), day: z.string() }),
        ]),
      ),
    })
    .meta(said('A registered provider with the reasons it is named for.', '登錄業者與推薦理由。')),
);
