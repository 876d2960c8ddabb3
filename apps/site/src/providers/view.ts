import { getScheme, nameKey, type Provider, type ProviderPage, readNumber } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import { type Holding, holdingsOf, isValid, markOf, validItems } from '../presenters/holding.ts';
import { chosen, facets } from './facets.ts';
import {
  addressOf,
  type FilterFault,
  type ListParameter,
  type ProviderFilter,
  pageSizes,
  sortOf,
  sorts,
} from './form.ts';
import type { ListParts } from './list-parts.ts';

/** Most certificates shown in one line of the list; the rest are counted. */
const certificatesShown = 3;

/** The address of a page of the list, with its filter; the first has no number in it. */
export function pageAddress(filter: ProviderFilter, perPage: number, { paths }: Visit): (page: number) => string {
  const size = perPage === pageSizes[0] ? {} : { per_page: perPage };
  return (page) => paths.providers({ ...addressOf(filter), ...size, page: page > 1 ? page : undefined });
}

/** Everything the list of providers shows for one address. Pages, counts and exports come from the same answer. */
export function providerList(parts: ListParts, found: ProviderPage) {
  const { visit, filter, perPage } = parts;
  const { paths, show } = visit;
  const address = addressOf(filter);
  const at = pageAddress(filter, perPage, visit);
  const first = (found.page - 1) * perPage + 1;
  const met = foundBy(filter.q);
  return {
    isFaulty: false as const,
    filter,
    ...formChoices(filter.q, filter.sort ?? '', String(perPage)),
    isTuned: filter.on !== null || (filter.sort ?? sortOf(filter.q)) !== sortOf(filter.q) || perPage !== pageSizes[0],
    total: found.total,
    isLoaded: parts.isLoaded,
    on: found.on,
    similar: found.match === 'similar',
    from: show.number(first),
    to: show.number(first + found.providers.length - 1),
    rows: found.providers.map((provider) => row(provider, filter, found.on, met)),
    active: chosen(filter, visit),
    // Counts of what no list tells of would all be nought.
    facets: parts.isLoaded || found.total > 0 ? facets(parts, found) : [],
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
    feed: filter.state === 'expiring' ? paths.expiringFeed({ scheme: filter.scheme ?? undefined }) : null,
  };
}

/** The form as it was filled in, with every fault said beside its field; no list, because it would answer something else. */
export function faultyList(
  typed: Readonly<Record<ListParameter, string>>,
  faults: readonly FilterFault[],
  { t, paths }: Visit,
) {
  const inDetails: readonly ListParameter[] = ['on', 'sort', 'per_page'];
  const inForm: readonly ListParameter[] = ['q', ...inDetails];
  return {
    isFaulty: true as const,
    typed,
    faults: faults.map(({ parameter, found }) => ({
      message: t.providers.fault[parameter](found),
      field: inForm.includes(parameter) ? parameter : null,
    })),
    clear: paths.providers(),
    ...formChoices(typed.q, typed.sort, typed.per_page),
    isTuned: inDetails.some((name) => typed[name] !== ''),
    // What cannot be understood and has no field would only lead back here.
    hidden: Object.entries(typed).filter(
      ([name, value]) =>
        value !== '' &&
        name !== 'page' &&
        !inForm.includes(name as ListParameter) &&
        !faults.some(({ parameter }) => parameter === name),
    ),
  };
}

/**
 * What the form offers. The order and the size that hold when none is asked for have an empty value, so that words typed
 * into a list by name are answered by relevance.
 */
function formChoices(q: string, sort: string, size: string) {
  const usual = sortOf(q);
  return {
    sorts: sorts
      .filter((one) => one !== 'relevance' || q !== '')
      .map((one) => ({ sort: one, value: one === usual ? '' : one, selected: one === (sort || usual) })),
    sizes: pageSizes.map((one, index) => ({
      size: one,
      value: index === 0 ? '' : one,
      selected: String(one) === size,
    })),
  };
}

function row(provider: Provider, filter: ProviderFilter, day: string, met: ReturnType<typeof foundBy>) {
  const holdings = holdingsOf(provider, day);
  const asked = holdings.filter((holding) => isAsked(holding, filter));
  // On an earlier day a certificate may have had another scope than the one it is found by now.
  const shown = (asked.length > 0 ? asked : holdings).slice(0, certificatesShown);
  return {
    ...provider,
    certificates: shown.map((holding) => ({
      ...holding,
      scheme: getScheme(holding.certificate.scheme),
      mark: markOf[holding.state],
    })),
    more: holdings.length - shown.length,
    items: validItems(holdings).length,
    foundBy: met(provider),
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
function foundBy(q: string) {
  const { key } = readNumber(q);
  const typed = nameKey(q);
  return (provider: Provider): { readonly by: 'number' | 'former-name'; readonly text: string } | null => {
    if (q === '') return null;
    const certificate = provider.certificates.find((one) => one.key !== '' && one.key === key);
    if (certificate) return { by: 'number', text: certificate.number ?? certificate.key };
    if (nameKey(provider.name).includes(typed)) return null;
    const former = provider.formerNames.find((name) => nameKey(name).includes(typed));
    return former === undefined ? null : { by: 'former-name', text: former };
  };
}
