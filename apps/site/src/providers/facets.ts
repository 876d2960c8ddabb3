import { type ProviderPage, schemes } from '@aipower/registry';
import { childrenOf, getGroup, getItem, getTier, parentOf, tiers } from '@aipower/taxonomy';
import { memoOf } from '../memo.ts';
import type { Visit } from '../page/page.ts';
import { statesShown } from '../presenters/holding.ts';
import { addressOf, type ProviderFilter } from './form.ts';
import type { ListParts } from './list-parts.ts';

/** The chosen conditions, each with the address of the list without it. */
export function chosen(filter: ProviderFilter, { t, paths, show, language }: Visit) {
  const words = t.providers;
  const title = (code: string, text: { zh: string; en: string }) => `${code} ${text[language]}`;
  const set: [keyof ProviderFilter, string][] = [];
  if (filter.q) set.push(['q', `「${filter.q}」`]);
  if (filter.state) set.push(['state', words.state[filter.state]]);
  if (filter.scheme) set.push(['scheme', schemes.find(({ id }) => id === filter.scheme)!.shortName[language]]);
  if (filter.tier) set.push(['tier', title(filter.tier, getTier(filter.tier).title)]);
  if (filter.group) set.push(['group', title(filter.group, getGroup(filter.group).title)]);
  if (filter.item) set.push(['item', title(filter.item, getItem(filter.item).title)]);
  if (filter.city) set.push(['city', filter.city]);
  if (filter.on) set.push(['on', words.judgedOn(show.day(filter.on))]);
  return set.map(([name, label]) => ({
    label,
    href: paths.providers(addressOf({ ...filter, [name]: name === 'q' ? '' : null })),
  }));
}

interface Choice {
  readonly label: string;
  readonly count: number;
  readonly href: string;
  readonly current: boolean;
  readonly depth?: number;
}

type Facets = ReturnType<typeof countedFacets>;

/** By the counts they show: the register counts once for all pages of a list, and forgets lists nobody asks for. */
const drawn = memoOf((_counts: ProviderPage['facets']) => new Map<string, Facets>());

/** The facets of a list, the same on each of its pages. What somebody typed into the search is not kept. */
export function facets(parts: ListParts, found: ProviderPage): Facets {
  const { filter, visit } = parts;
  if (filter.q !== '') return countedFacets(parts, found);
  const byAddress = drawn(found.facets);
  // One count serves several addresses: both languages, and what an address says or leaves to be understood.
  const address = visit.paths.providers(addressOf(filter));
  const shown = byAddress.get(address) ?? countedFacets(parts, found);
  byAddress.set(address, shown);
  return shown;
}

/**
 * The facets, each value with the length of the list behind it. Tier, group and item are one facet that opens step by
 * step: choosing one replaces the others, and its count is that of the list it leads to.
 */
function countedFacets(parts: ListParts, found: ProviderPage) {
  const { visit, filter, query, ask } = parts;
  const { t, language, paths } = visit;
  const link = (change: Partial<ProviderFilter>) => paths.providers(addressOf({ ...filter, ...change }));
  const choices = <K extends 'state' | 'scheme' | 'city'>(
    name: K,
    values: readonly (readonly [NonNullable<ProviderFilter[K]>, string])[],
  ): Choice[] =>
    values.flatMap(([value, label]) => {
      const current = filter[name] === value;
      const count = found.facets[name].get(value) ?? 0;
      if (count === 0 && !current) return [];
      return [{ label, count, current, href: link({ [name]: current ? null : value }) }];
    });

  const anyScope = ask({ ...query, tier: undefined, group: undefined, item: undefined, page: 1, perPage: 1 }).facets;
  const item = filter.item;
  const group = filter.group ?? (item && parentOf(item));
  const tier = filter.tier ?? (group && parentOf(group));
  const scope: Choice[] = [];
  const add = (level: 'tier' | 'group' | 'item', code: string, title: string, depth: number) => {
    const current = filter[level] === code;
    const count = anyScope[level].get(code) ?? 0;
    if (count === 0 && !current && level === 'item') return;
    const chosen = { tier: null, group: null, item: null, [level]: current ? null : code };
    scope.push({ label: `${code} ${title}`, count, current, depth, href: link(chosen) });
  };
  for (const one of tiers) {
    add('tier', one.code, one.title[language], 0);
    if (one.code !== tier) continue;
    for (const two of childrenOf(one.code)) {
      add('group', two.code, two.title[language], 1);
      if (two.code !== group) continue;
      for (const three of childrenOf(two.code)) add('item', three.code, three.title[language], 2);
    }
  }
  const cities = [...found.facets.city.keys()];
  if (filter.city && !cities.includes(filter.city)) cities.push(filter.city);
  const byCount = (a: string, b: string) =>
    (found.facets.city.get(b) ?? 0) - (found.facets.city.get(a) ?? 0) || (a < b ? -1 : 1);
  const facet = t.providers.facet;
  return [
    {
      name: 'state',
      title: facet.state,
      choices: choices(
        'state',
        statesShown.map((one) => [one, t.providers.state[one]]),
      ),
    },
    {
      name: 'scheme',
      title: facet.scheme,
      choices: choices(
        'scheme',
        schemes.map((one) => [one.id, one.shortName[language]]),
      ),
    },
    { name: 'scope', title: facet.scope, choices: scope },
    {
      name: 'city',
      title: facet.city,
      choices: choices(
        'city',
        cities.sort(byCount).map((one) => [one, one]),
      ),
    },
  ].map((one) => ({ ...one, open: one.name !== 'city' || filter.city !== null }));
}
