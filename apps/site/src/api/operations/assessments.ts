import { taipeiDay } from '@aipower/taiwan/dates';
import { z } from 'zod';
import { assess } from '../../applicant/assess.ts';
import { projectFields } from '../../applicant/project-fields.ts';
import { askedCategory, askedProgramme } from '../asked-programme.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { capabilityShape, partnerShape } from '../match-shapes.ts';
import { defineOperation } from '../operation.ts';
import { applicantFacts, bonusClaims, category, linkFindings, programmeYear } from '../schemas/applicant.ts';
import { assessment } from '../schemas/assessment.ts';
import { plainText } from '../schemas/basics.ts';
import { MAX_TEXT } from '../schemas/matching.ts';
import { registerShape } from '../shapes.ts';
import { verdictShape } from '../verdict-shape.ts';
import { refuseUnknownItems, refuseUnknownKeys } from './bonus.ts';

const model = z
  .strictObject({
    name: plainText(200).optional(),
    base: plainText(200)
      .optional()
      .meta(describe({ zh: '基礎模型。', en: 'The model it was made from.' })),
    teacher: plainText(200)
      .optional()
      .meta(describe({ zh: '蒸餾來源模型。', en: 'The model it was distilled from.' })),
    component: z
      .boolean()
      .optional()
      .meta(describe({ zh: '是否為嵌入、重排、OCR 或 TTS 元件。', en: 'An embedding, reranker, OCR or TTS part.' })),
  })
  .refine(({ name, base }) => Boolean(name?.trim() || base?.trim()), {
    params: { zh: 'name 與 base 至少提供一個。', en: 'Give name, base, or both.' },
  });

const request = named(
  'AssessmentRequest',
  z.strictObject({
    programme: programmeYear,
    category,
    submittedAt: z.iso
      .datetime({ offset: true })
      .optional()
      .meta(
        describe({ zh: '送件時間；省略時為現在。', en: 'When it was, or would be, submitted; now when left out.' }),
      ),
    facts: applicantFacts.default({}),
    text: plainText(MAX_TEXT)
      .optional()
      .meta(describe({ zh: '專案內容。', en: 'The project in words.' })),
    application: z
      .record(z.string().max(80), plainText(MAX_TEXT))
      .optional()
      .meta(
        describe({
          zh: '申請書中說明專案的欄位（topic、importance、scenario 等），以欄位代號為鍵；逐欄判讀，優先於 text。',
          en: 'The answers of the form that tell of the project (topic, importance, scenario …), by field id: read by their fields, before the text.',
        }),
      ),
    models: z.array(model).max(60).default([]),
    claims: bonusClaims.default({}),
    links: linkFindings.default({}),
    city: plainText(40)
      .optional()
      .meta(describe({ zh: '夥伴偏好縣市。', en: 'Preferred city of partners.' })),
    partners: z
      .int()
      .min(1)
      .max(100)
      .default(10)
      .meta(describe({ zh: '最多幾家夥伴。', en: 'Partners at most.' })),
  }),
);

export const assessApplicantOperation = defineOperation({
  id: 'assessApplicant',
  method: 'post',
  path: '/assessments',
  tag: 'precheck',
  summary: { en: 'Full pre-check', zh: '完整的申請前檢核' },
  description: {
    en: 'One call, the same as the pre-check page: eligibility and missing facts, priority status, round, levels, model origin, items the project needs, items registered, possible partners and bonus items.',
    zh: '一次檢核資格與待補事實、優先資格、梯次、級別、模型來源、專案所需項目、已登錄項目、可合作業者與加分項目，與申請前檢核頁相同。',
  },
  body: {
    schema: request,
    limit: 256 * 1024,
    example: {
      category: 'inference',
      submittedAt: '2026-07-15T10:00:00+08:00',
      facts: { ubn: '00000254', prcInvestment: false },
      text: '以 Llama 3 建置客服問答系統，協助銀行行員即時查詢內部規章並回覆客戶。',
      models: [{ name: 'TAIDE', base: 'Llama 3.1 8B' }],
      claims: { '5.4': '示範-AI-0001' },
      partners: 3,
    },
  },
  response: assessment,
  problems: ['busy', 'register-unavailable'],
  async handle({ deps, body, today, language }) {
    const submittedAt = body.submittedAt ?? deps.clock.now().toISOString();
    const day = taipeiDay(submittedAt);
    const programme = askedProgramme(deps.programmes, body.programme, day, language);
    askedCategory(programme, body.category, language);
    const told = projectFields(programme).map(({ id }) => id);
    refuseUnknownKeys(told, { application: body.application ?? {} }, language);
    refuseUnknownItems(programme, { claims: body.claims, links: body.links }, language);
    const { partners: most, links, programme: _year, ...applicant } = body;
    const { assessment: result, lookUp } = await assess(
      deps,
      programme,
      { ...applicant, submittedAt },
      { today, partners: most, links },
    );
    const { priority: _stated, bonus, capabilities, partners, ...rest } = result;
    return {
      register: registerShape(deps, today),
      taxRegister: lookUp,
      ...rest,
      bonus: {
        ...bonus,
        items: bonus.items.map((item) => ({
          ...item,
          verdict: item.verdict && verdictShape(item.verdict as never, deps.origin),
        })),
      },
      capabilities: { ...capabilities, needed: capabilities.needed.map((one) => capabilityShape(one, deps.origin)) },
      partners: partners.map((one) => partnerShape(one, deps.origin)),
    };
  },
});
