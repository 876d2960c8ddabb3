import type { Language } from '../page/language.ts';
import type { Paths } from '../page/paths.ts';
import { catalogueByTier } from '../presenters/items-by-tier.ts';

/** A cell is as large as a finger's target may be at least; seven of them stand in a line, and a longer group takes two. */
const CELL = 24;
const STEP = 27;
const PER_LINE = 7;

/** From how many providers on a cell is drawn a step darker; a cell without a provider is step 0. */
export const cellSteps = [1, 4, 7] as const;
/** A tier of more groups than this is set in two columns. */
const LONG_TIER = 8;

/**
 * The catalogue as a picture: per tier its groups, per group one cell for each item, in official order, darker where more
 * providers are registered. Every item keeps its place, so two pictures of different days can be compared by eye.
 *
 * @param counts `null`: not known, which no cell shows as nobody
 */
export function catalogueMap(counts: ReadonlyMap<string, number> | null, language: Language, paths: Paths) {
  return catalogueByTier.map(({ tier, groups }) => ({
    code: tier.code,
    title: tier.title[language],
    href: paths.catalogueEntry(tier.code),
    long: groups.length > LONG_TIER,
    size: groups.reduce((sum, { items }) => sum + items.length, 0),
    groups: groups.map(({ group, items }) => {
      const cells = items.map((item, index) => {
        const count = counts && (counts.get(item.code) ?? 0);
        return {
          x: (index % PER_LINE) * STEP,
          y: Math.floor(index / PER_LINE) * STEP,
          size: CELL,
          step: cellSteps.filter((from) => count !== null && count >= from).length,
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
        width: Math.min(cells.length, PER_LINE) * STEP - (STEP - CELL),
        height: Math.ceil(cells.length / PER_LINE) * STEP - (STEP - CELL),
        cells,
      };
    }),
  }));
}
