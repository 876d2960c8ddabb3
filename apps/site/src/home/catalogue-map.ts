import type { Language } from '../page/language.ts';
import type { Paths } from '../page/paths.ts';
import { catalogueByTier } from '../presenters/items-by-tier.ts';

/** The widest group, of eleven items, still fits a phone 375 px wide. */
const CELL = 28;
const STEP = 31;

/**
 * The catalogue as a picture: per tier a run of groups, per group one cell for each item, in official order, darker
 * where more providers are registered. Every item keeps its place, so two pictures of different days can be compared
 * by eye; a group is a picture of its own under its name, so that the run wraps on a phone instead of shrinking.
 */
export function catalogueMap(counts: ReadonlyMap<string, number>, language: Language, paths: Paths) {
  const most = Math.max(1, ...counts.values());
  return catalogueByTier.map(({ tier, groups }) => ({
    code: tier.code,
    title: tier.title[language],
    href: paths.catalogueEntry(tier.code),
    groups: groups.map(({ group, items }) => {
      const cells = items.map((item, index) => {
        const count = counts.get(item.code) ?? 0;
        return {
          x: index * STEP,
          size: CELL,
          heat: heat(count, most),
          count,
          code: item.code,
          title: item.title[language],
          href: paths.catalogueEntry(item.code),
        };
      });
      return {
        code: group.code,
        title: group.title[language],
        href: paths.catalogueEntry(group.code),
        width: cells.length * STEP - (STEP - CELL),
        height: CELL,
        cells,
      };
    }),
  }));
}

/** Five steps: none, then quarters of the largest count. */
function heat(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count === 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((4 * count) / most))) as 1 | 2 | 3 | 4;
}
