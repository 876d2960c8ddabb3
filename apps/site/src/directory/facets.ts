import type { ItemCode } from '@aipower/taxonomy';
import { isItemCode } from '@aipower/taxonomy';
import { type Filter, noCity } from './filter.ts';
import type { Entry, Holding } from './holding.ts';

/** How many providers a list would hold if this value were chosen instead of the one chosen now. */
export interface Facets {
  readonly state: ReadonlyMap<string, number>;
  readonly scheme: ReadonlyMap<string, number>;
  /** Tiers, groups and items together: choosing one replaces the others. */
  readonly scope: ReadonlyMap<string, number>;
  readonly city: ReadonlyMap<string, number>;
}

/** The code of every item, its group and its tier, for a set of items; without repeats. */
function scopeOf(items: readonly string[]): readonly string[] {
  const codes = new Set<string>();
  for (const item of items) {
    if (!isItemCode(item)) continue;
    const [tier, group] = branchOf(item);
    codes.add(tier).add(group).add(item);
  }
  return [...codes];
}

function branchOf(item: ItemCode): [tier: string, group: string] {
  const [tier, group] = item.split('.');
  return [tier!, `${tier}.${group}`];
}

// Lists share their item arrays between certificates (the register keeps each once), so this is done once per list.
const scopes = new WeakMap<readonly string[], ReadonlySet<string>>();

function scopeSet(items: readonly string[]): ReadonlySet<string> {
  let set = scopes.get(items);
  if (!set) {
    set = new Set(scopeOf(items));
    scopes.set(items, set);
  }
  return set;
}

/** Counts each provider at most once per value. */
class Tally {
  readonly counts = new Map<string, number>();
  readonly #last = new Map<string, number>();

  add(value: string, provider: number): void {
    if (this.#last.get(value) === provider) return;
    this.#last.set(value, provider);
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }
}

/**
 * Which entries pass, and what each facet would give, in one pass. A certificate that fails in one facet only is what
 * that facet would add; one that fails in two adds nothing anywhere.
 *
 * @param order indexes into `entries`, in the order of the answer
 */
export function sift(
  entries: readonly Entry[],
  order: Iterable<number>,
  filter: Filter,
): { found: number[]; facets: Facets } {
  const found: number[] = [];
  const tally = { state: new Tally(), scheme: new Tally(), scope: new Tally(), city: new Tally() };
  const wanted = [filter.tier, filter.group, filter.item].filter((code) => code !== null);
  const open = filter.state === null && filter.scheme === null && wanted.length === 0;

  for (const index of order) {
    const { provider, holdings } = entries[index]!;
    const city = provider.city ?? noCity;
    const cityFails = filter.city !== null && filter.city !== city;
    let passes = open && !cityFails;
    if (open) tally.city.add(city, index);
    for (const holding of holdings) {
      const scope = scopeSet(holding.state.items);
      const fails = {
        state: filter.state !== null && filter.state !== holding.judgement.verdict,
        scheme: filter.scheme !== null && filter.scheme !== holding.certificate.scheme,
        scope: wanted.length > 0 && !wanted.every((code) => scope.has(code)),
      };
      const count = Number(fails.state) + Number(fails.scheme) + Number(fails.scope) + Number(cityFails);
      if (count > 1) continue;
      if (count === 0) passes = true;
      if (count === 0 || fails.state) tally.state.add(holding.judgement.verdict, index);
      if (count === 0 || fails.scheme) tally.scheme.add(holding.certificate.scheme, index);
      if (count === 0 || fails.scope) for (const code of scope) tally.scope.add(code, index);
      if (count === 0 || cityFails) tally.city.add(city, index);
    }
    if (passes) found.push(index);
  }
  return {
    found,
    facets: {
      state: tally.state.counts,
      scheme: tally.scheme.counts,
      scope: tally.scope.counts,
      city: tally.city.counts,
    },
  };
}

/** The certificate of an entry that a filter is about: the best one that passes, for the line of a list. */
export function passing(entry: Entry, filter: Filter): readonly Holding[] {
  const wanted = [filter.tier, filter.group, filter.item].filter((code) => code !== null);
  return entry.holdings.filter(
    (holding) =>
      (filter.state === null || filter.state === holding.judgement.verdict) &&
      (filter.scheme === null || filter.scheme === holding.certificate.scheme) &&
      wanted.every((code) => scopeSet(holding.state.items).has(code)),
  );
}
