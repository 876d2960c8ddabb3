import { getItem } from '@aipower/taxonomy';
import { z } from 'zod';
import { visitIn } from '../../page/page.ts';
import { pathsFor } from '../../page/paths.ts';
import { itemsFor } from '../../search/items-found.ts';
import { suggestionsFor } from '../../search/suggest.ts';
import { wordsAsked } from '../../search/words-asked.ts';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { defineOperation } from '../operation.ts';
import { plainText, words } from '../schemas/basics.ts';

const paths = pathsFor('zh');
const typed = (zh: string, en: string) => plainText(200, 1).meta(describe({ zh, en }));

export const searchCatalogue = defineOperation({
  id: 'searchCatalogue',
  method: 'get',
  path: '/catalogue/search',
  tag: 'catalogue',
  summary: { en: 'Search service items', zh: '搜尋服務項目' },
  description: {
    en: 'Find items by code or words, with the word that matched. Character width, case and Simplified characters make no difference. For a need written in sentences, use POST /matches/capabilities.',
    zh: '以代碼或字詞找項目，不分全半形、大小寫與簡繁，附對應的字詞。需求寫成句子時，請用 POST /matches/capabilities。',
  },
  query: z.strictObject({
    q: typed('代碼或字詞。', 'A code or words.'),
    limit: z
      .int()
      .min(1)
      .max(10)
      .default(10)
      .meta(describe({ zh: '最多幾項。', en: 'Items at most.' })),
  }),
  response: named(
    'CatalogueHits',
    z.strictObject({
      items: z
        .array(
          z.strictObject({
            code: z.string(),
            title: words,
            because: z
              .string()
              .nullable()
              .meta(
                describe({
                  zh: '引向此項的字詞；名稱本身相符時為 null。',
                  en: 'The word that leads to it; null where its title speaks for itself.',
                }),
              ),
            url: z.string(),
          }),
        )
        .max(10),
    }),
  ),
  example: '/catalogue/search?q=%E7%91%95%E7%96%B5%E6%AA%A2%E6%B8%AC&limit=3',
  handle({ deps, query: { q, limit }, language }) {
    const { items } = itemsFor(wordsAsked(q), true, language);
    return {
      items: items.slice(0, limit).map(({ code, because }) => ({
        code,
        title: getItem(code).title,
        because,
        url: deps.origin + paths.catalogueEntry(code),
      })),
    };
  },
});

export const suggest = defineOperation({
  id: 'suggest',
  method: 'get',
  path: '/suggestions',
  tag: 'catalogue',
  summary: { en: 'Suggestions while typing', zh: '輸入時的建議' },
  description: {
    en: 'The same as under the search box: pages, registration numbers, items and providers, about a dozen at most.',
    zh: '與搜尋欄下方相同：頁面、登錄編號、項目與業者，至多十餘筆。',
  },
  query: z.strictObject({ q: typed('目前輸入的文字。', 'What has been typed so far.') }),
  response: named(
    'Suggestions',
    z.strictObject({
      suggestions: z
        .array(
          z.strictObject({
            kind: z.enum(['item', 'provider', 'certificate', 'page']),
            label: z.string(),
            detail: z.string(),
            url: z.string(),
          }),
        )
        .max(13),
    }),
  ),
  example: '/suggestions?q=%E6%A8%99%E8%A8%BB',
  async handle({ deps, query: { q }, today, language }) {
    const found = suggestionsFor(
      q,
      { register: deps.register, programmes: deps.programmes, companies: await deps.companies() },
      visitIn(language, today),
    );
    return {
      suggestions: found.map(({ kind, label, detail, href }) => ({ kind, label, detail, url: deps.origin + href })),
    };
  },
});
