import { z } from 'zod';
import { named } from '../components.ts';
import { said } from '../said.ts';
import { words } from './basics.ts';

const span = named(
  'Span',
  z
    .strictObject({
      start: z
        .int()
        .min(0)
        .meta(said('Offset into definition.zh, in UTF-16 units.', '在 definition.zh 的起點（UTF-16）。')),
      end: z.int().min(1).meta(said('End, exclusive.', '終點（不含）。')),
      text: z.string().meta(said('The words, to the letter.', '原文。')),
    })
    .meta(said('A part of the official definition.', '釋義原文的一段。')),
);

const code = z
  .string()
  .meta(said('Code of the catalogue: text, for 4.10 is not 4.1.', '代碼；是文字，4.10 不是 4.1。'));
const providers = z
  .int()
  .min(0)
  .meta(said('Providers that hold a valid certificate for it today.', '今日有效登錄此項的業者數。'));

const tierFields = { code, title: words, url: z.string().meta(said('Its permanent page.', '固定網頁。')), providers };

export const item = named(
  'Item',
  z
    .strictObject({
      level: z.literal('item'),
      ...tierFields,
      tier: z.string(),
      group: z.string(),
      definition: words.meta(
        said(
          'zh is the official text to the letter, en an unofficial translation.',
          'zh 為公告原文，en 為非官方譯文。',
        ),
      ),
      requirements: z.array(span).meta(said('What the definition demands of the provider.', '釋義對業者的要求。')),
      exclusions: z.array(span).meta(said('What the definition rules out.', '釋義排除的情形。')),
    })
    .meta(said('One thing a provider can be registered for.', '一個服務項目。')),
);

const neighbour = named(
  'Neighbour',
  z
    .strictObject({ code, title: words, when: words.meta(said('When to choose that one instead.', '何時改選該項。')) })
    .meta(said('An item that is easily confused with this one.', '容易混淆的項目。')),
);

export const itemEntry = named(
  'ItemEntry',
  z
    .strictObject({ ...item.shape, neighbours: z.array(neighbour) })
    .meta(said('An item with its neighbours.', '服務項目與容易混淆的項目。')),
);
export const groupEntry = named(
  'GroupEntry',
  z
    .strictObject({ level: z.literal('group'), ...tierFields, tier: z.string(), items: z.array(item) })
    .meta(said('A group with its items.', '一組與其項目。')),
);
export const tierEntry = named(
  'TierEntry',
  z
    .strictObject({ level: z.literal('tier'), ...tierFields, groups: z.array(groupEntry) })
    .meta(said('A tier with its groups.', '一大類與其各組。')),
);

export const catalogue = named(
  'Catalogue',
  z
    .strictObject({
      edition: z.string().meta(said('ROC year of the edition.', '版本（民國年）。')),
      title: words,
      issuer: words,
      official: z.literal('zh').meta(said('Which language is the official one.', '正式文字的語言。')),
      tiers: z.array(tierEntry),
    })
    .meta(said('The whole catalogue: 4 tiers, 23 groups, 87 items.', '全部服務項目：4 大類、23 組、87 項。')),
);

export const entry = named(
  'CatalogueEntry',
  z
    .discriminatedUnion('level', [tierEntry, groupEntry, itemEntry])
    .meta(said('A tier, a group or an item.', '大類、組或項目。')),
);
