import { childrenOf, isItemCode, tiers } from '@aipower/taxonomy';

/**
 * Item codes under their tiers and groups, in official order. Codes that the present edition does not have are kept
 * apart and never dropped.
 */
export function itemsByTier(codes: Iterable<string>) {
  const held = new Set(codes);
  const known = tiers.flatMap((tier) => {
    const groups = childrenOf(tier.code).flatMap((group) => {
      const items = childrenOf(group.code).filter(({ code }) => held.has(code));
      return items.length > 0 ? [{ group, items }] : [];
    });
    return groups.length > 0 ? [{ tier, groups, count: groups.reduce((sum, { items }) => sum + items.length, 0) }] : [];
  });
  return { tiers: known, unknown: [...held].filter((code) => !isItemCode(code)) };
}
