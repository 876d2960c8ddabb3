import { childrenOf, isItemCode, tiers } from '@aipower/taxonomy';

/** The catalogue as a tree, laid out once: pages walk it for every certificate they show. */
export const catalogueByTier = tiers.map((tier) => ({
  tier,
  groups: childrenOf(tier.code).map((group) => ({ group, items: childrenOf(group.code) })),
}));

type Branch = (typeof catalogueByTier)[number];
type Tier = Branch['tier'];
type Group = Branch['groups'][number]['group'];
type Item = Branch['groups'][number]['items'][number];

/** Where an item stands in official order, so that a handful is not looked for in all of them. */
const placeOf = new Map<string, { at: number; tier: Tier; group: Group; item: Item }>();
for (const { tier, groups } of catalogueByTier)
  for (const { group, items } of groups)
    for (const item of items) placeOf.set(item.code, { at: placeOf.size, tier, group, item });

/**
 * Item codes under their tiers and groups, in official order. Codes that the present edition does not have are kept
 * apart and never dropped.
 */
export function itemsByTier(codes: readonly string[]) {
  const held = new Set(codes);
  const places = [...held].flatMap((code) => placeOf.get(code) ?? []).sort((a, b) => a.at - b.at);
  const known: { tier: Tier; groups: { group: Group; items: Item[] }[]; count: number }[] = [];
  for (const { tier, group, item } of places) {
    let last = known.at(-1);
    if (last?.tier !== tier) {
      last = { tier, groups: [], count: 0 };
      known.push(last);
    }
    const lastGroup = last.groups.at(-1);
    if (lastGroup?.group === group) lastGroup.items.push(item);
    else last.groups.push({ group, items: [item] });
    last.count++;
  }
  return { tiers: known, unknown: codes.filter((code) => !isItemCode(code)) };
}
