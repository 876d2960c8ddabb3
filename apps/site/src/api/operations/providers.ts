import { groupCodes, itemCodes, tierCodes } from '@aipower/taxonomy';
import { z } from 'zod';
import { Problem } from '../../problems/problem.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { onQuery, page, pageQuery, plainText, ubn } from '../schemas/basics.ts';
import { listState } from '../schemas/certificate.ts';
import { provider, providerSummary } from '../schemas/provider.ts';
import { facets, registerAge, schemeId } from '../schemas/register.ts';
import { providerShape, providerSummaryShape, registerShape } from '../shapes.ts';

/** A filter takes any of its values, given by repeating the parameter. */
const anyOf = <T extends z.ZodType>(value: T, en: string, zh: string) =>
  z
    .array(value)
    .min(1)
    .max(100)
    .optional()
    .meta(describe({ zh: `${zh}可重複以取任一。`, en: `${en} Repeat it to take any of several.` }));

/** Codes are checked against the catalogue, and described by their form: a list of 87 values helps no reader. */
const code = (codes: readonly string[], pattern: RegExp) =>
  z
    .string()
    .regex(pattern, { error: 'item-code', abort: true })
    .refine((text) => codes.includes(text), { params: { code: 'bad-format', format: 'item-code' } });

const listQuery = z.strictObject({
  q: plainText(200)
    .optional()
    .meta(
      describe({
        zh: '現名、曾用名或英文名（容許錯字與簡體字）、統一編號或其開頭、證書編號。',
        en: 'Words of a present, former or English name, also mistyped or in Simplified characters; a 統一編號 or its beginning; a certificate number.',
      }),
    ),
  tier: anyOf(code(tierCodes, /^[1-9]$/), 'Tier of the catalogue.', '大類代碼。'),
  group: anyOf(code(groupCodes, /^[1-9]\.[1-9]\d?$/), 'Group of the catalogue.', '組代碼。'),
  item: anyOf(code(itemCodes, /^[1-9]\.[1-9]\d?\.[1-9]\d?$/), 'Item of the catalogue.', '項目代碼。'),
  scheme: anyOf(schemeId, 'Scheme.', '登錄類別。'),
  city: anyOf(
    plainText(40, 1),
    'City or county, such as 臺北市; 台北 and Taipei City mean the same.',
    '縣市，例如臺北市；簡稱、俗寫與英文（Taipei City）也可以。',
  ),
  state: anyOf(listState, 'State of a certificate on the day.', '證書當日狀態。'),
  ...onQuery,
  sort: z
    .enum(['relevance', 'ubn', 'name', 'newest', 'expiring'])
    .optional()
    .meta(describe({ zh: '排序；有 q 時預設 relevance，否則 ubn。', en: 'Order; by relevance with q, else by ubn.' })),
  ...pageQuery,
});

const providerList = named(
  'ProviderList',
  z.strictObject({
    register: registerAge,
    on: z.iso.date(),
    match: z.enum(['all', 'exact', 'similar']).meta(
      describe({
        zh: 'similar 表示沒有名稱含 q 的文字，以下為相近者。',
        en: 'similar: no name holds the words of q; these come close.',
      }),
    ),
    page,
    providers: z.array(providerSummary).max(100),
    facets,
  }),
);

export const listProviders = defineOperation({
  id: 'listProviders',
  method: 'get',
  path: '/providers',
  tag: 'register',
  summary: { en: 'Search registered providers', zh: '搜尋登錄業者' },
  description: {
    en: 'All filters must match. Filters on registrations must match in the same registration.',
    zh: '各條件須同時符合；登錄的條件須由同一筆登錄符合。',
  },
  query: listQuery,
  response: providerList,
  paged: true,
  example: '/providers?item=4.6.1&state=valid&per_page=2',
  problems: ['register-unavailable'],
  handle({ deps, query, today }) {
    const { page: number, per_page: size, on = today, ...filters } = query;
    const found = deps.register.providers({ ...filters, on, page: number, perPage: size });
    return {
      register: registerShape(deps, today),
      on,
      match: found.match,
      page: { number, size, pages: found.pages, total: found.total },
      providers: found.providers.map((one) => providerSummaryShape(one, deps.origin, on)),
      facets: facetShape(found.facets),
    };
  },
});

function facetShape(counts: ReturnType<Parameters<typeof registerShape>[0]['register']['providers']>['facets']) {
  const { tier, group, item, scheme, city, state } = counts;
  const plain = (values: ReadonlyMap<string, number>) => Object.fromEntries(values);
  return {
    tier: plain(tier),
    group: plain(group),
    item: plain(item),
    scheme: plain(scheme),
    city: plain(city),
    state: plain(state),
  };
}

const providerAnswer = named('ProviderAnswer', z.strictObject({ register: registerAge, on: z.iso.date(), provider }));

export const getProvider = defineOperation({
  id: 'getProvider',
  method: 'get',
  path: '/providers/{ubn}',
  tag: 'register',
  summary: { en: 'One provider', zh: '一家業者' },
  description: {
    en: 'Its names, related companies and all registrations, past and present, with results on the reference date and today.',
    zh: '名稱、關係企業與歷來全部登錄，附基準日與今日的結果。',
  },
  params: z.strictObject({ ubn: ubn.meta(describe({ zh: '統一編號，8 碼。', en: '統一編號, eight digits.' })) }),
  query: z.strictObject(onQuery),
  response: providerAnswer,
  example: '/providers/00000254',
  exampleNeedsSample: true,
  problems: ['unknown-provider', 'register-unavailable'],
  handle({ deps, params, query, today }) {
    const on = query.on ?? today;
    const found = deps.register.provider(params.ubn);
    const register = registerShape(deps, today);
    if (!found) throw new Problem('unknown-provider', { members: { register } });
    return { register, on, provider: providerShape(found, { origin: deps.origin, on, today }) };
  },
});
