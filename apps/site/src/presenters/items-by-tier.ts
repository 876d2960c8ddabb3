import { childrenOf, isItemCode, tiers } from '@aipower/taxonomy';

/** The catalogue as a tree, laid out once: pages walk it for every certificate they show. */
export const catalogueByTier = tiers.map((tier) => ({
  tier,
  groups: childrenOf(tier.code).map((group) => ({ group, items: childrenOf(group.code) })),
}));

/**
 * Item codes under their tiers and groups, in official order. Codes that the present edition does not have are kept
 * apart and never dropped.
 */
export function itemsByTier(codes: readonly string[]) {
  if (codes.length === 0) return { tiers: [], unknown: [] };
  const held = new Set(codes);
  const known = catalogueByTier.flatMap(({ tier, groups: all }) => {
    const groups = all.flatMap(({ group, items }) => {
      const own = items.filter(({ code }) => held.has(code));
      return own.length > 0 ? [{ group, items: own }] : [];
    });
    return groups.length > 0 ? [{ tier, groups, count: groups.reduce((sum, { items }) => sum + items.length, 0) }] : [];
  });
  return { tiers: known, unknown: codes.filter((code) => !isItemCode(code)) };
}
