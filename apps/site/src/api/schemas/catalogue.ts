import { groupCodes, itemCodes, tierCodes } from '@aipower/taxonomy';
import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';
import { words } from './basics.ts';

const span = named(
  'Span',
  z
    .strictObject({
      start: z
        .int()
        .min(0)
        .meta(
          describe({ zh: '在 definition.zh 的起點（UTF-16）。', en: 'Offset into definition.zh, in UTF-16 units.' }),
        ),
      end: z
        .int()
        .min(1)
        .meta(describe({ zh: '終點（不含）。', en: 'End, exclusive.' })),
      text: z.string().meta(describe({ zh: '原文。', en: 'The words, to the letter.' })),
    })
    .meta(describe({ zh: '釋義原文的一段。', en: 'A part of the official definition.' })),
);

const code = z
  .string()
  .meta(describe({ zh: '代碼；是文字，4.10 不是 4.1。', en: 'Code of the catalogue: text, for 4.10 is not 4.1.' }));
const providers = z
  .int()
  .min(0)
  .nullable()
  .meta(
    describe({
      zh: '今日有效登錄此項的業者數；名單未載入而無法得知時為 null，不是 0。',
      en: 'Providers with a valid registration for it today; null, not 0, while no list is loaded that could say.',
    }),
  );

const tierFields = {
  code,
  title: words,
  url: z.string().meta(describe({ zh: '固定網頁。', en: 'Its permanent page.' })),
  providers,
};

export const item = named(
  'Item',
  z
    .strictObject({
      level: z.literal('item'),
      ...tierFields,
      tier: z.string(),
      group: z.string(),
      definition: words.meta(
        describe({
          zh: 'zh 為公告原文，en 為非官方譯文。',
          en: 'zh is the official text to the letter, en an unofficial translation.',
        }),
      ),
      requirements: z
        .array(span)
        .meta(describe({ zh: '釋義對業者的要求。', en: 'What the definition demands of the provider.' })),
      exclusions: z.array(span).meta(describe({ zh: '釋義排除的情形。', en: 'What the definition rules out.' })),
    })
    .meta(describe({ zh: '一個服務項目。', en: 'One thing a provider can be registered for.' })),
);

const neighbour = named(
  'Neighbour',
  z
    .strictObject({
      code,
      title: words,
      when: words.meta(describe({ zh: '何時改選該項。', en: 'When to choose that one instead.' })),
    })
    .meta(describe({ zh: '容易混淆的項目。', en: 'An item that is easily confused with this one.' })),
);

export const itemEntry = named(
  'ItemEntry',
  z
    .strictObject({ ...item.shape, neighbours: z.array(neighbour) })
    .meta(describe({ zh: '服務項目與容易混淆的項目。', en: 'An item with its neighbours.' })),
);
export const groupEntry = named(
  'GroupEntry',
  z
    .strictObject({ level: z.literal('group'), ...tierFields, tier: z.string(), items: z.array(item) })
    .meta(describe({ zh: '一組與其項目。', en: 'A group with its items.' })),
);
export const tierEntry = named(
  'TierEntry',
  z
    .strictObject({ level: z.literal('tier'), ...tierFields, groups: z.array(groupEntry) })
    .meta(describe({ zh: '一大類與其各組。', en: 'A tier with its groups.' })),
);

export const catalogue = named(
  'Catalogue',
  z
    .strictObject({
      edition: z.string().meta(describe({ zh: '版本（民國年）。', en: 'ROC year of the edition.' })),
      title: words,
      issuer: words,
      official: z.literal('zh').meta(describe({ zh: '正式文字的語言。', en: 'Which language is the official one.' })),
      tiers: z.array(tierEntry),
    })
    .meta(
      describe({
        zh: `全部服務項目：${tierCodes.length} 大類、${groupCodes.length} 組、${itemCodes.length} 項。`,
        en: `The whole catalogue: ${tierCodes.length} tiers, ${groupCodes.length} groups, ${itemCodes.length} items.`,
      }),
    ),
);

export const entry = named(
  'CatalogueEntry',
  z
    .discriminatedUnion('level', [tierEntry, groupEntry, itemEntry])
    .meta(describe({ zh: '大類、組或項目。', en: 'A tier, a group or an item.' })),
);
