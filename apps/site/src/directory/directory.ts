import type { Day, Provider, RegisterFacts } from '@aipower/registry';
import { type Facets, sift } from './facets.ts';
import { everything, type Filter } from './filter.ts';
import { type Entry, entryOn } from './holding.ts';
import { findByWords, type NameHit, type NearNames, nameList } from './names.ts';
import { orderBy } from './order.ts';
import { recent } from './recent.ts';

/** One state of the register, as the directory needs it. */
export interface RegisterState extends RegisterFacts {
  readonly revision: number;
  readonly providers: readonly Provider[];
}

/** The answer to a filter: everything that passes, in order. Pages, counts and exports are all cut from it. */
export interface Found {
  readonly entries: readonly Entry[];
  readonly facets: Facets;
  /** By 統一編號; empty without words. */
  readonly hits: ReadonlyMap<string, NameHit>;
  readonly day: Day;
}

export interface Directory {
  readonly register: RegisterState;
  find(filter: Filter, today: Day): Found;
  /** A provider as it stands on a day; `null` when it is not in the register. */
  entry(ubn: string, day: Day): Entry | null;
}

/** What a register looks like on one day; worked out once per day asked for. */
interface DayView {
  readonly entries: readonly Entry[];
  readonly order: (sort: Exclude<Filter['sort'], 'relevance' | null>) => readonly number[];
}

/**
 * The register as people look through it: search, facets and order over every provider, for any day.
 *
 * Held in memory beside the register's own snapshot; answers are kept for the last addresses asked, so that paging
 * through a list, its export and its counts are one answer and cannot disagree.
 */
export function createDirectory(register: RegisterState, near: NearNames): Directory {
  const { providers } = register;
  const names = nameList(providers);
  const days = recent<DayView>(4);
  const answers = recent<Found>(64);

  const view = (day: Day): DayView =>
    days(day, () => {
      const entries = providers.map((provider) => entryOn(provider, day));
      const orders = new Map<string, readonly number[]>();
      const order: DayView['order'] = (sort) => {
        let kept = orders.get(sort);
        if (!kept) {
          kept = orderBy(entries, sort, sort === 'name' || sort === 'ubn' ? undefined : order('name'));
          orders.set(sort, kept);
        }
        return kept;
      };
      return { entries, order };
    });

  function answer(filter: Filter, day: Day): Found {
    const { entries, order } = view(day);
    const byRelevance = filter.sort === 'relevance' || (filter.sort === null && filter.q !== '');
    const base = order(filter.sort === null || filter.sort === 'relevance' ? 'name' : filter.sort);
    if (filter.q === '') {
      const { found, facets } = sift(entries, base, filter);
      return { entries: found.map((index) => entries[index]!), facets, hits: new Map(), day };
    }
    const hits = findByWords(filter.q, providers, names, near);
    const chosen = base.filter((index) => hits.has(index));
    if (byRelevance) chosen.sort((a, b) => hits.get(b)!.score - hits.get(a)!.score);
    const { found, facets } = sift(entries, chosen, filter);
    const byUbn = new Map(found.map((index) => [providers[index]!.ubn, hits.get(index)!]));
    return { entries: found.map((index) => entries[index]!), facets, hits: byUbn, day };
  }

  return {
    register,
    find(filter, today) {
      const day = filter.on ?? today;
      const key = JSON.stringify({ ...filter, on: day });
      return answers(key, () => answer(filter, day));
    },
    entry(ubn, day) {
      const provider = register.provider(ubn);
      return provider && entryOn(provider, day);
    },
  };
}

/** How many providers hold each item today, validly: the same count that the list of the item shows. */
export function validPerItem(directory: Directory, today: Day): ReadonlyMap<string, number> {
  return directory.find({ ...everything, state: 'valid' }, today).facets.scope;
}
