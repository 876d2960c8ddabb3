import type { Day } from '@aipower/taiwan/dates';
import { currentState } from '../certificate.ts';
import { readNumber } from '../certificate-number.ts';
import type { Provider } from '../provider.ts';
import { schemes } from '../scheme.ts';
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
  readonly order: readonly number[];
  readonly match: ProviderPage['match'];
  readonly facets: FacetCounts;
}

const MAX_KEPT = 200;

/** The list of providers of one snapshot. Indexes are built when first needed; answers to the same filters are kept. */
export function createDirectory(snapshot: Snapshot): (query: ProviderQuery) => ProviderPage {
  const { providers } = snapshot;
  const days = new Map<Day, FacetDay>();
  const kept = new Map<string, Found>();
  const facets = prepareFacets(snapshot);
  let text: TextIndex | null = null;
  let names: Int32Array | null = null;

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

  function sortKey(sort: ProviderSort): ((at: number) => string | number) | null {
    if (sort === 'name') {
      names ??= rankNames(providers);
      return (at) => names![at]!;
    }
    const last = (at: number, of: (provider: Provider) => string) => of(providers[at]!);
    if (sort === 'newest')
      return (at) => invert(last(at, (one) => max(one.certificates.map((c) => currentState(c).period.from))));
    return null;
  }

  function find(query: ProviderQuery): Found {
    const view = facetsOn(query.on);
    const filters: Filters = query;
    const hits = typed(query.q ?? '');
    const match = hits === null ? 'all' : hits.length > 0 && hits[0]!.rank >= 5 ? 'similar' : 'exact';
    const counted = countFacets(facets, view, filters, hits === null ? null : hits.map(({ at }) => at));
    const sort = query.sort ?? (hits ? 'relevance' : 'ubn');
    let order: readonly number[] = counted.matching;
    if (sort === 'expiring') order = byEnd(order, query.on);
    else if (sort === 'ubn') order = [...order].sort((a, b) => a - b);
    else if (sort !== 'relevance') {
      const key = sortKey(sort)!;
      const keyed = order.map((at) => ({ at, key: key(at) }));
      order = keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at)).map(({ at }) => at);
    }
    return { order, match, facets: counted.facets };
  }

  /** Soonest last day among what is still in force; providers without one stand last. */
  function byEnd(order: readonly number[], on: Day): number[] {
    const end = (at: number) => {
      const ends = providers[at]!.certificates.map((c) => currentState(c).period.until).filter(
        (until) => until !== 'open' && until >= on,
      );
      return ends.length > 0 ? ends.reduce((a, b) => (a < b ? a : b)) : '9999-99-99';
    };
    const keyed = order.map((at) => ({ at, key: end(at) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at)).map(({ at }) => at);
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
    const shown = found.order.slice((page - 1) * size, page * size).map((at) => providers[at]!);
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

function rankNames(providers: readonly Provider[]): Int32Array {
  const collator = new Intl.Collator('zh-Hant-TW');
  const order = providers
    .map((_, at) => at)
    .sort((a, b) => collator.compare(providers[a]!.name, providers[b]!.name) || a - b);
  const ranks = new Int32Array(providers.length);
  for (const [rank, at] of order.entries()) ranks[at] = rank;
  return ranks;
}

const max = (days: readonly string[]) => days.reduce((a, b) => (a > b ? a : b), '');
/** Turns a day round so that a later one sorts first. */
const invert = (day: string) => 99_999_999 - Number(day.replaceAll('-', '') || 0);

function assertQuery(query: ProviderQuery): void {
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
