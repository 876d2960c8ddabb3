import { nameKey, type Provider, type ProviderPage, type ProviderQuery, readNumber, schemes } from '@aipower/registry';
import { childrenOf, getGroup, getItem, getTier, parentOf, tiers } from '@aipower/taxonomy';
import type { Visit } from '../page.ts';
import { type Holding, holdingsOf, isValid, markOf, statesShown, validItems } from './holding.ts';
import { addressOf, type PageSize, type ProviderFilter, pageSizes, sorts } from './provider-filter.ts';

type Ask = (query: ProviderQuery) => ProviderPage;

/** Most certificates shown in one line of the list; the rest are counted. */
const certificatesShown = 3;

export interface ListParts {
  readonly visit: Visit;
  readonly filter: ProviderFilter;
  readonly query: ProviderQuery;
  readonly perPage: PageSize;
  readonly ask: Ask;
}

/** Everything the list of providers shows for one address. Pages, counts and exports come from the same answer. */
export function providerList(parts: ListParts, found: ProviderPage) {
  const { visit, filter, perPage } = parts;
  const { paths, show } = visit;
  const address = addressOf(filter);
  const size = perPage === pageSizes[0] ? {} : { per_page: perPage };
  const at = (page: number) => paths.providers({ ...address, ...size, page: page === 1 ? undefined : page });
  const first = (found.page - 1) * perPage + 1;
  return {
    filter,
    perPage,
    pageSizes,
    sorts: sorts.filter((sort) => sort !== 'relevance' || filter.q !== ''),
    sort: parts.query.sort,
    total: found.total,
    on: found.on,
    similar: found.match === 'similar',
    from: show.number(first),
    to: show.number(first + found.providers.length - 1),
    rows: found.providers.map((provider) => row(provider, filter, found.on)),
    active: active(filter, visit),
    facets: facets(parts, found),
    hidden: Object.entries(address).filter(([name]) => !['q', 'on', 'sort'].includes(name)),
    page: found.page,
    pages: found.pages,
    pager: {
      first: found.page > 2 ? at(1) : null,
      previous: found.page > 1 ? at(found.page - 1) : null,
      next: found.page < found.pages ? at(found.page + 1) : null,
      last: found.page < found.pages - 1 ? at(found.pages) : null,
    },
    clear: paths.providers(),
    csv: paths.providersCsv(address),
    json: paths.providersJson(address),
  };
}

function row(provider: Provider, filter: ProviderFilter, day: string) {
  const holdings = holdingsOf(provider, day);
  const asked = holdings.filter((holding) => isAsked(holding, filter));
  const shown = asked.slice(0, certificatesShown);
  return {
    ...provider,
    certificates: shown.map((holding) => ({
      ...holding,
      scheme: schemes.find(({ id }) => id === holding.certificate.scheme)!,
      mark: markOf[holding.state],
    })),
    more: holdings.length - shown.length,
    items: validItems(holdings).length,
    foundBy: foundBy(provider, filter.q),
  };
}

/** Whether this certificate is one that the filter asks for: such are shown before the others. */
function isAsked(holding: Holding, { state, scheme, tier, group, item }: ProviderFilter): boolean {
  const under = [tier, group, item].filter((code) => code !== null);
  return (
    (state === null || state === holding.state || (state === 'valid' && isValid(holding))) &&
    (scheme === null || scheme === holding.certificate.scheme) &&
    under.every((code) => holding.said.items.some((one) => `${one}.`.startsWith(`${code}.`)))
  );
}

/** Which of a provider's names or numbers the words met, where it is not the name itself. */
function foundBy(
  provider: Provider,
  q: string,
): { readonly by: 'number' | 'former-name'; readonly text: string } | null {
  if (q === '') return null;
  const { key } = readNumber(q);
  const certificate = provider.certificates.find((one) => one.key !== '' && one.key === key);
  if (certificate) return { by: 'number', text: certificate.number ?? certificate.key };
  const typed = nameKey(q);
  if (nameKey(provider.name).includes(typed)) return null;
  const former = provider.formerNames.find((name) => nameKey(name).includes(typed));
  return former === undefined ? null : { by: 'former-name', text: former };
}

/** The chosen conditions, each with the address of the list without it. */
function active(filter: ProviderFilter, { t, paths, show, language }: Visit) {
  const words = t.providers;
  const title = (code: string, text: { zh: string; en: string }) => `${code} ${text[language]}`;
  const chosen: [keyof ProviderFilter, string][] = [];
  if (filter.q) chosen.push(['q', `「${filter.q}」`]);
  if (filter.state) chosen.push(['state', words.state[filter.state]]);
  if (filter.scheme) chosen.push(['scheme', schemes.find(({ id }) => id === filter.scheme)!.shortName[language]]);
  if (filter.tier) chosen.push(['tier', title(filter.tier, getTier(filter.tier).title)]);
  if (filter.group) chosen.push(['group', title(filter.group, getGroup(filter.group).title)]);
  if (filter.item) chosen.push(['item', title(filter.item, getItem(filter.item).title)]);
  if (filter.city) chosen.push(['city', filter.city]);
  if (filter.on) chosen.push(['on', words.judgedOn(show.day(filter.on))]);
  return chosen.map(([name, label]) => ({
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

/**
 * The facets, each value with the length of the list behind it. Tier, group and item are one facet that opens step by
 * step: choosing one replaces the others, and its count is that of the list it leads to.
 */
function facets(parts: ListParts, found: ProviderPage) {
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
