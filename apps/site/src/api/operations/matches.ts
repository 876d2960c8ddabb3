import { matchCapabilities, matchCompany, rankPartners } from '@aipower/matcher';
import { getItem, isItemCode, itemCodes } from '@aipower/taxonomy';
import { z } from 'zod';
import { registeredProviders } from '../../applicant/registered-providers.ts';
import { pathsFor } from '../../page/paths.ts';
import { itemSchemes } from '../../presenters/item-schemes.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { capabilityShape, partnerShape } from '../match-shapes.ts';
import { defineOperation } from '../operation.ts';
import { day, plainText, words } from '../schemas/basics.ts';
import { capabilityAnswer, companyAnswer, matchDecision, partner, projectText } from '../schemas/matching.ts';
import { registerAge } from '../schemas/register.ts';
import { registerShape } from '../shapes.ts';

const paths = pathsFor('zh');
/** Texts longer than this take turns with other large computations. */
const LONG_TEXT = 2000;
const BODY = 128 * 1024;

export const matchCapabilitiesOperation = defineOperation({
  id: 'matchCapabilities',
  method: 'post',
  path: '/matches/capabilities',
  tag: 'matching',
  summary: { en: 'Match text to service items', zh: '文字對應服務項目' },
  description: {
    en: 'With the words that matched, and requirements and exclusions that may apply. If not certain, the answer is none or unsure.',
    zh: '附對應的字詞，以及可能涉及的要件與不予認列條款。不確定時回應 none 或 unsure。',
  },
  body: {
    schema: named(
      'CapabilityRequest',
      z.strictObject({
        text: projectText,
        limit: z
          .int()
          .min(1)
          .max(itemCodes.length)
          .default(10)
          .meta(describe({ zh: '最多幾項。', en: 'Matches at most.' })),
      }),
    ),
    limit: BODY,
    example: { text: '用相機自動找出面板上的刮傷與污點', limit: 3 },
  },
  response: capabilityAnswer,
  problems: ['busy'],
  async handle({ deps, body: { text, limit } }) {
    const match = () => matchCapabilities(text, { limit });
    const { decision, certainty, language, truncated, matches } =
      text.length <= LONG_TEXT ? match() : await deps.workQueue.run(match);
    const shaped = matches.map((one) => capabilityShape(one, deps.origin));
    return { decision, certainty, language, truncated, matches: shaped };
  },
});

export const matchCompanies = defineOperation({
  id: 'matchCompanies',
  method: 'post',
  path: '/matches/companies',
  tag: 'matching',
  summary: { en: 'Match a name to a provider', zh: '名稱對應業者' },
  description: {
    en: 'By name, UBN or both. Links one provider at most. If not certain, it links none and lists candidates for a manual check.',
    zh: '以名稱、統一編號或兩者找登錄業者，至多連結一家。不確定時不連結，只列候選供人工核對。',
  },
  body: {
    schema: named(
      'CompanyRequest',
      z
        .strictObject({
          name: plainText(500)
            .optional()
            .meta(
              describe({
                zh: '名稱原文，表單上的一行亦可；已提供 ubn 時可省略。',
                en: 'As written; a line of a form will do. May be left out where ubn is given.',
              }),
            ),
          ubn: plainText(20)
            .optional()
            .meta(describe({ zh: '統一編號，可單獨或與名稱一併提供。', en: '統一編號, alone or beside the name.' })),
          limit: z
            .int()
            .min(1)
            .max(50)
            .default(5)
            .meta(describe({ zh: '最多幾個候選。', en: 'Candidates at most.' })),
        })
        .refine(({ name, ubn }) => name !== undefined || ubn !== undefined, {
          params: { zh: 'name 與 ubn 至少須提供一項。', en: 'Give name, ubn, or both.' },
        })
        .meta({ anyOf: [{ required: ['name'] }, { required: ['ubn'] }] }),
    ),
    limit: 16 * 1024,
    example: { name: '示範標註工坊（股）公司' },
  },
  response: companyAnswer,
  problems: ['register-unavailable'],
  async handle({ deps, body: { name = '', ubn, limit } }) {
    const index = await deps.companies();
    const { link, candidates, ...answer } = matchCompany(index, { name, ubn }, { limit });
    const url = (of: { ubn: string }) => deps.origin + paths.provider(of.ubn);
    return {
      ...answer,
      link: link && { ...link, url: url(link) },
      candidates: candidates.map((one) => ({ ...one, url: url(one) })),
    };
  },
});

const itemCode = z
  .string()
  .regex(/^[1-9]\.[1-9]\d?\.[1-9]\d?$/, { error: 'item-code', abort: true })
  .refine((text) => isItemCode(text), { params: { code: 'bad-format', format: 'item-code' } })
  .meta(describe({ zh: '服務項目代碼。', en: 'Item of the catalogue.' }));

const wantedItem = z.strictObject({ code: z.string(), title: words, score: z.number().min(0).max(1) });

export const matchProviders = defineOperation({
  id: 'matchProviders',
  method: 'post',
  path: '/matches/providers',
  tag: 'matching',
  summary: { en: 'Match a need to providers', zh: '需求對應登錄業者' },
  description: {
    en: 'Providers with valid registrations for the items in codes, or for those that text needs, ranked by how many they cover, with reasons. Give codes or text.',
    zh: '有效登錄這些項目（或文字所需項目）的業者，依涵蓋程度排序，附理由。codes 與 text 擇一。',
  },
  body: {
    schema: named(
      'ProviderMatchRequest',
      z
        .strictObject({
          codes: z
            .array(itemCode)
            .min(1)
            .max(20)
            .optional()
            .meta(describe({ zh: '所需項目。', en: 'The items wanted.' })),
          text: projectText.optional(),
          on: day.optional().meta(
            describe({
              zh: '證書須有效的日期；省略時為今日。',
              en: 'The day certificates must be valid; today when left out.',
            }),
          ),
          city: plainText(40)
            .optional()
            .meta(describe({ zh: '偏好縣市。', en: 'Preferred city or county.' })),
          except: plainText(20)
            .optional()
            .meta(describe({ zh: '排除的統一編號。', en: '統一編號 left out of the answer.' })),
          limit: z
            .int()
            .min(1)
            .max(100)
            .default(10)
            .meta(describe({ zh: '最多幾家。', en: 'Providers at most.' })),
        })
        .refine(({ codes, text }) => (codes === undefined) !== (text === undefined), {
          params: { zh: 'codes 與 text 必須擇一提供。', en: 'Give exactly one of codes and text.' },
        })
        .meta({ oneOf: [{ required: ['codes'] }, { required: ['text'] }] }),
    ),
    limit: BODY,
    example: { codes: ['4.6.1', '1.1.1'], city: '臺北市', limit: 3 },
  },
  response: named(
    'ProviderMatchAnswer',
    z.strictObject({
      register: registerAge,
      on: day,
      decision: matchDecision,
      wanted: z
        .array(wantedItem)
        .max(itemCodes.length)
        .meta(describe({ zh: '實際尋找的項目。', en: 'What was looked for.' })),
      providers: z.array(partner).max(100),
    }),
  ),
  problems: ['busy', 'register-unavailable'],
  async handle({ deps, body, today }) {
    const { codes, text, on = today, city, except, limit } = body;
    const need = codes
      ? { decision: 'matched' as const, matches: codes.filter(isItemCode).map((code) => ({ code, score: 1 })) }
      : await deps.workQueue.run(() => matchCapabilities(text ?? '', { limit: 5 }));
    const wanted = need.matches.map(({ code, score }) => ({ code, title: getItem(code).title, score }));
    const partners = rankPartners(wanted, registeredProviders(deps.register, on), { city, except, limit });
    const providers = partners.map((one) => partnerShape(one, deps.origin));
    return { register: registerShape(deps, today, itemSchemes), on, decision: need.decision, wanted, providers };
  },
});
