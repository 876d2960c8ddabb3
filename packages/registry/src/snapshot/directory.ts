import type { Day } from '@aipower/taiwan/dates';
import { currentState } from '../certificate.ts';
import { readNumber } from '../certificate-number.ts';
import type { Provider } from '../provider.ts';
import { getScheme, schemes } from '../scheme.ts';
import { typeName } from '../type-name.ts';
import { listStates, viewDay } from './day-view.ts';
import { countFacets, type FacetCounts, type FacetDay, type Filters, facetDay, prepareFacets } from './facets.ts';
import type { Snapshot } from './snapshot.ts';
import { buildTextIndex, type TextHit, type TextIndex } from './text-index.ts';

/** The orders a list of providers can have. */
export type ProviderSort = 'relevance' | 'ubn' | 'name' | 'newest' | 'expiring';

/**
 * Which providers to list. Each filter takes any of its values; different filters must all hold, those of certificates
 * (`tier`, `group`, `item`, `scheme`, `state`) for one and the same certificate.
 */
export interface ProviderQuery extends Filters {
  /** The day states are judged on. */
  readonly on: Day;
  /** Words of a present, former or English name, a 統一編號 or its beginning, or a certificate number. */
  readonly q?: string | undefined;
  /** Default: `relevance` with `q`, else `ubn`. */
  readonly sort?: ProviderSort | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  /** 1 to 1,000, default 20; `all` for exports. */
  readonly perPage?: number | 'all' | undefined;
}

/** A page of providers, with counts over all that were found. */
export interface ProviderPage {
  /** Revision of the register that answered. */
  readonly revision: number;
  /** The day the states are of. */
  readonly on: Day;
  /** How many providers match: the length of the whole list and of an export. */
  readonly total: number;
  /** From 1. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  /** Those of this page, in the order asked for. */
  readonly providers: readonly Provider[];
  /** `similar`: no name holds the words, these come close. */
  readonly match: 'all' | 'exact' | 'similar';
  /** For each value, the total the list would have with that value in place of the filter's own. */
  readonly facets: FacetCounts;
}

interface Found {
  /** Positions of providers. A tenth of a megabyte for a whole list, and many are kept: numbers, not objects. */
  readonly order: Int32Array;
  readonly match: ProviderPage['match'];
  readonly facets: FacetCounts;
}

const MAX_KEPT = 200;
/** Whole lists in one order of one day. */
const MAX_ORDERS = 8;

/** The list of providers of one snapshot. Indexes are built when first needed; answers to the same filters are kept. */
export function createDirectory(snapshot: Snapshot): (query: ProviderQuery) => ProviderPage {
  const { providers } = snapshot;
  const days = new Map<Day, FacetDay>();
  const kept = new Map<string, Found>();
  const facets = prepareFacets(snapshot);
  let text: TextIndex | null = null;
  const orders = new Map<string, Int32Array>();

  function facetsOn(day: Day): FacetDay {
    let view = days.get(day);
    if (!view) {
      view = facetDay(facets, viewDay(snapshot, day));
      if (days.size >= 4) days.delete(days.keys().next().value!);
      days.set(day, view);
    }
    return view;
  }

  /** Providers a typed text can mean; `null` when nothing was typed. */
  function typed(q: string): TextHit[] | null {
    const bare = q.normalize('NFKC').trim();
    if (bare === '') return null;
    text ??= buildTextIndex(providers);
    const hits = new Map<number, number>();
    const { key } = readNumber(bare);
    for (const { id } of schemes) {
      for (const { ubn } of snapshot.certificatesByKey(id, key)) hits.set(positionOf(ubn), 0);
    }
    if (/^\d{2,8}$/.test(bare)) {
      for (let at = lowerBound(bare); providers[at]?.ubn.startsWith(bare); at++)
        hits.set(at, bare.length === 8 ? 0 : 1);
    }
    const words = text.search(bare);
    const close = words.length > 0 && words[0]!.rank >= 5;
    if (!(close && hits.size > 0)) for (const { at, rank } of words) if (!hits.has(at)) hits.set(at, rank);
    return [...hits].map(([at, rank]) => ({ at, rank })).sort((a, b) => a.rank - b.rank || a.at - b.at);
  }

  function lowerBound(ubn: string): number {
    let [low, high] = [0, providers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (providers[middle]!.ubn < ubn) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const positionOf = lowerBound;

  /** All providers in an order, made once: sorting what each filter leaves would take longer than finding it. */
  function wholeOrder(sort: 'name' | 'newest' | 'expiring', on: Day): Int32Array {
    const key = sort === 'expiring' ? `${sort} ${on}` : sort;
    let order = orders.get(key);
    if (!order) {
      if (sort === 'name') order = byName(providers);
      else order = byNumber(providers, sort === 'newest' ? (one) => -newestDay(one) : (one) => soonestEnd(one, on));
      if (orders.size >= MAX_ORDERS) orders.delete(orders.keys().next().value!);
      orders.set(key, order);
    }
    return order;
  }

  function find(query: ProviderQuery): Found {
    const view = facetsOn(query.on);
    const filters: Filters = query;
    const hits = typed(query.q ?? '');
    const match = hits === null ? 'all' : hits.length > 0 && hits[0]!.rank >= 5 ? 'similar' : 'exact';
    const counted = countFacets(facets, view, filters, hits === null ? null : hits.map(({ at }) => at));
    const sort = query.sort ?? (hits ? 'relevance' : 'ubn');
    let order = Int32Array.from(counted.matching);
    if (sort === 'ubn') order.sort();
    else if (sort !== 'relevance') {
      const isFound = new Uint8Array(providers.length);
      for (const at of order) isFound[at] = 1;
      order = wholeOrder(sort, query.on).filter((at) => isFound[at] === 1);
    }
    return { order, match, facets: counted.facets };
  }

  return (query) => {
    assertQuery(query);
    const { page = 1, perPage = 20, ...rest } = query;
    const asked = JSON.stringify([
      rest.on,
      rest.q ?? '',
      rest.tier,
      rest.group,
      rest.item,
      rest.scheme,
      rest.city,
      rest.state,
      rest.sort,
    ]);
    let found = kept.get(asked);
    if (found) kept.delete(asked);
    else found = find(query);
    kept.set(asked, found);
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value!);
    const total = found.order.length;
    const size = perPage === 'all' ? Math.max(total, 1) : perPage;
    const shown = Array.from(found.order.subarray((page - 1) * size, page * size), (at) => providers[at]!);
    const { match, facets: counts } = found;
    return {
      revision: snapshot.revision,
      on: query.on,
      total,
      page,
      pages: Math.ceil(total / size),
      providers: shown,
      match,
      facets: counts,
    };
  };
}

function byName(providers: readonly Provider[]): Int32Array {
  const collator = new Intl.Collator('zh-Hant-TW');
  const positions = Int32Array.from(providers.keys());
  return positions.sort((a, b) => collator.compare(providers[a]!.name, providers[b]!.name) || a - b);
}

/** The lowest number first, equals in the order of the list. @param numberOf a whole number below 10⁸ */
function byNumber(providers: readonly Provider[], numberOf: (provider: Provider) => number): Int32Array {
  const { length } = providers;
  // Number and position as one number: sorted without a function of ours.
  const keyed = Float64Array.from(providers, (one, at) => numberOf(one) * length + at).sort();
  return Int32Array.from(keyed, (key) => ((key % length) + length) % length);
}

const dayNumber = (day: string) => Number(day.replaceAll('-', ''));

/** When the newest certificate began; 0 without one. */
const newestDay = ({ certificates }: Provider): number =>
  certificates.reduce((latest, one) => Math.max(latest, dayNumber(currentState(one).period.from)), 0);

/** Soonest last day among what is still in force; providers without one stand last. */
function soonestEnd({ certificates }: Provider, on: Day): number {
  let soonest: string = '9999-99-99';
  for (const certificate of certificates) {
    const { until } = currentState(certificate).period;
    if (until !== 'open' && until >= on && until < soonest) soonest = until;
  }
  return dayNumber(soonest);
}

const lists = ['tier', 'group', 'item', 'scheme', 'city', 'state'] as const;
const sorts = ['relevance', 'ubn', 'name', 'newest', 'expiring'] as const satisfies readonly ProviderQuery['sort'][];

function assertQuery(query: ProviderQuery): void {
  if (typeof query !== 'object' || query === null)
    throw new TypeError(`providers(query): expected { on, … }, got ${typeName(query)}`);
  for (const name of lists) {
    const values: unknown = query[name];
    // A text would be read letter by letter, and find nobody.
    if (values !== undefined && !(Array.isArray(values) && values.every((value) => typeof value === 'string')))
      throw new TypeError(`providers({ ${name} }): expected an array of texts, got ${JSON.stringify(values)}`);
  }
  if (query.q !== undefined && typeof query.q !== 'string')
    throw new TypeError(`providers({ q }): expected text, got ${typeof query.q}`);
  for (const scheme of query.scheme ?? []) getScheme(scheme);
  if (query.sort !== undefined && !sorts.includes(query.sort))
    throw new TypeError(`providers({ sort }): ${JSON.stringify(query.sort)} is none of ${sorts.join(', ')}`);
  const { page = 1, perPage = 20 } = query;
  if (!Number.isInteger(page) || page < 1)
    throw new TypeError(`providers({ page }): a whole number from 1, not ${page}`);
  if (perPage !== 'all' && (!Number.isInteger(perPage) || perPage < 1 || perPage > 1000)) {
    throw new TypeError(`providers({ perPage }): a whole number from 1 to 1000 or 'all', not ${perPage}`);
  }
  for (const state of query.state ?? []) {
    if (!listStates.includes(state))
      throw new TypeError(`providers({ state }): ${JSON.stringify(state)} is none of ${listStates.join(', ')}`);
  }
}
