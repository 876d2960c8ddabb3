import {
  childrenOf,
  currentEdition,
  findItem,
  type Group,
  type GroupCode,
  getGroup,
  getTier,
  type Item,
  parseCode,
  type Tier,
  type TierCode,
  tiers,
} from '@aipower/taxonomy';
import { neighbours } from '@aipower/taxonomy/neighbours';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { pathsFor } from '../../page/paths.ts';
import { knowsItems } from '../../presenters/valid-per-item.ts';
import { Problem } from '../../problems/problem.ts';
import { describe } from '../describe.ts';
import { type Call, defineOperation } from '../operation.ts';
import { catalogue, entry } from '../schemas/catalogue.ts';
import { skosAnswer, skosMedia } from '../skos.ts';

const media = ['application/json', ...skosMedia];
const paths = pathsFor('zh');

type Counts = ReturnType<typeof countsFor>;

/** Providers per code of any level; `null` for every one while no list is loaded that could say. */
function countsFor({ register, origin }: Deps, today: string) {
  const { tier, group, item } = register.providers({ on: today, state: ['valid'], perPage: 1 }).facets;
  const isKnown = knowsItems(register);
  const count = (code: string) => (isKnown ? (item.get(code) ?? group.get(code) ?? tier.get(code) ?? 0) : null);
  return (code: string) => ({ url: origin + paths.catalogueEntry(code), providers: count(code) });
}

const itemShape = (item: Item, counts: Counts) => ({ ...item, ...counts(item.code) });
const groupShape = (group: Group, counts: Counts) => ({
  ...group,
  ...counts(group.code),
  items: childrenOf(group.code).map((item) => itemShape(item, counts)),
});
const tierShape = (tier: Tier, counts: Counts) => ({
  ...tier,
  ...counts(tier.code),
  groups: childrenOf(tier.code).map((group) => groupShape(group, counts)),
});

export const getCatalogue = defineOperation({
  id: 'getCatalogue',
  method: 'get',
  path: '/catalogue',
  tag: 'catalogue',
  summary: { en: 'All service items', zh: '全部服務項目' },
  description: {
    en: 'The current edition, with official definitions and the number of providers for each item. For SKOS, accept text/turtle or application/ld+json.',
    zh: '現行版本，含釋義原文與登錄業者數。Accept 為 text/turtle 或 application/ld+json 時回應 SKOS。',
  },
  response: catalogue,
  media,
  negotiated: true,
  example: '/catalogue',
  handle: ({ deps, today }, req) =>
    skosAnswer(req, media, deps.origin) ?? {
      edition: currentEdition.id,
      title: currentEdition.title,
      issuer: currentEdition.issuer,
      official: 'zh' as const,
      tiers: tiers.map((tier) => tierShape(tier, countsFor(deps, today))),
    },
});

const codePath = z.strictObject({
  code: z
    .string()
    .max(40)
    .meta(
      describe({
        zh: '大類、組或項目代碼，例如 4、4.6、4.6.1。',
        en: 'A tier, group or item code, such as 4, 4.6 or 4.6.1.',
      }),
    ),
});

export const getCatalogueEntry = defineOperation({
  id: 'getCatalogueEntry',
  method: 'get',
  path: '/catalogue/{code}',
  tag: 'catalogue',
  summary: { en: 'One tier, group or item', zh: '一個大類、組或項目' },
  description: {
    en: 'Enter the exact code. If there is no such code, similar ones are listed.',
    zh: '以完整代碼查詢；查無時附相近代碼。',
  },
  params: codePath,
  response: entry,
  media,
  negotiated: true,
  example: '/catalogue/4.6.1',
  problems: ['unknown-code'],
  handle({ deps, today, params }: Call<z.output<typeof codePath>>, req) {
    const parsed = parseCode(params.code);
    // One address per code: other spellings are pointed to it, not answered under their own.
    if (!parsed.ok || parsed.code !== params.code) {
      const nearest = parsed.ok ? [parsed.code] : parsed.nearest;
      throw new Problem('unknown-code', { members: { nearest } });
    }
    return skosAnswer(req, media, deps.origin, parsed.code) ?? entryShape(parsed, countsFor(deps, today));
  },
});

/** One tier, group or item by its code. @throws Problem naming the nearest codes where there is none */
export function catalogueEntry(code: string, deps: Deps, today: string): z.output<typeof entry> {
  const parsed = parseCode(code);
  if (!parsed.ok) throw new Problem('unknown-code', { members: { nearest: parsed.nearest } });
  return entryShape(parsed, countsFor(deps, today)) as z.output<typeof entry>;
}

function entryShape(parsed: Extract<ReturnType<typeof parseCode>, { ok: true }>, counts: Counts) {
  if (parsed.level === 'tier') return tierShape(getTier(parsed.code as TierCode), counts);
  if (parsed.level === 'group') return groupShape(getGroup(parsed.code as GroupCode), counts);
  const item = findItem(parsed.code)!;
  const near = neighbours[item.code].map(({ code, when }) => ({ code, title: findItem(code)!.title, when }));
  return { ...itemShape(item, counts), neighbours: near };
}
