import { type Day, listDecides, type Provider, type Register, schemes } from '@aipower/registry';
import type { Paths } from '../../page/paths.ts';
import { type Holding, holdingsOf, isValid, markOf, validItems } from '../../presenters/holding.ts';
import { catalogueByTier } from '../../presenters/items-by-tier.ts';

export const fewest = 2;
export const most = 4;

/** Two to four providers beside each other: the schemes, and every item that at least one of them validly holds. */
export function comparison(
  register: Pick<Register, 'snapshot'>,
  providers: readonly Provider[],
  day: Day,
  paths: Paths,
) {
  const lists = register.snapshot();
  const ubns = providers.map(({ ubn }) => ubn);
  const columns = providers.map((provider) => {
    const holdings = holdingsOf(provider, day);
    const others = ubns.filter((ubn) => ubn !== provider.ubn);
    return {
      provider,
      holdings,
      items: new Set(validItems(holdings)),
      without: paths.compare(others),
    };
  });
  return {
    columns,
    schemes: schemes.map((scheme) => ({
      scheme,
      // What a list cannot say is not a no.
      decides: listDecides(lists.listAge(scheme.id, day)),
      cells: columns.map(({ holdings }) => {
        const held = holdings.filter(({ certificate }) => certificate.scheme === scheme.id);
        return held.map((holding: Holding) => ({ ...holding, mark: markOf[holding.state], valid: isValid(holding) }));
      }),
    })),
    tiers: catalogueByTier.flatMap(({ tier, groups }) => {
      const items = groups
        .flatMap((group) => group.items)
        .filter(({ code }) => columns.some((column) => column.items.has(code)))
        .map((item) => {
          const cells = columns.map((column) => column.items.has(item.code));
          return { item, cells, shared: cells.every(Boolean) };
        });
      return items.length > 0 ? [{ tier, items }] : [];
    }),
    shared: [...columns[0]!.items].filter((code) => columns.every(({ items }) => items.has(code))).length,
  };
}
