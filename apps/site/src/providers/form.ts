import { isSchemeId, type ListState, listStates, type ProviderQuery, type SchemeId } from '@aipower/registry';
import { findCounty, officialPlaceName } from '@aipower/taiwan/counties';
import { type Day, parseDay } from '@aipower/taiwan/dates';
import {
  type GroupCode,
  type ItemCode,
  isGroupCode,
  isItemCode,
  isTierCode,
  parseCode,
  type TierCode,
} from '@aipower/taxonomy';

export const sorts = ['relevance', 'name', 'ubn', 'newest', 'expiring'] as const;
export type Sort = (typeof sorts)[number];

export const pageSizes = [25, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];

/** Which providers, in which order; what an address of the list says. `null`: not said. */
export interface ProviderFilter {
  readonly q: string;
  readonly tier: TierCode | null;
  readonly group: GroupCode | null;
  readonly item: ItemCode | null;
  readonly scheme: SchemeId | null;
  readonly city: string | null;
  readonly state: ListState | null;
  /** The day certificates are judged on; `null`: today. */
  readonly on: Day | null;
  readonly sort: Sort | null;
}

export const filterParameters = ['q', 'state', 'scheme', 'tier', 'group', 'item', 'city', 'on', 'sort'] as const;
export const pageParameters = ['page', 'per_page'] as const;
export type FilterParameter = (typeof filterParameters)[number];
export type ListParameter = FilterParameter | (typeof pageParameters)[number];

const longestText = 200;

/** A parameter that says something it cannot mean, and what it said. */
export interface FilterFault {
  readonly parameter: ListParameter;
  readonly found: string;
}

/**
 * Understands the filter in an address. Codes are read as people write them (full width, closing dot), days in both
 * calendars.
 *
 * @param given one text per parameter, empty where it is not there
 * @returns the filter, and a fault for **every** parameter that cannot be understood
 */
export function readFilter(given: Readonly<Record<FilterParameter, string>>) {
  const faults: FilterFault[] = [];
  const read = <T>(parameter: FilterParameter, understand: (text: string) => T | null): T | null => {
    const text = given[parameter];
    if (text === '') return null;
    const value = understand(text);
    if (value === null) faults.push({ parameter, found: text.slice(0, 60) });
    return value;
  };
  const filter: ProviderFilter = {
    q: read('q', (text) => (text.length <= longestText ? text : null)) ?? '',
    tier: read('tier', (text) => codeOf(text, isTierCode)),
    group: read('group', (text) => codeOf(text, isGroupCode)),
    item: read('item', (text) => codeOf(text, isItemCode)),
    scheme: read('scheme', (text) => (isSchemeId(text) ? text : null)),
    // As the register counts it.
    city: read('city', (text) => (text.length <= 40 ? placeNamed(text) : null)),
    state: read('state', (text) => listStates.find((state) => state === text) ?? null),
    on: read('on', dayOf),
    sort: read('sort', (text) => sorts.find((sort) => sort === text) ?? null),
  };
  return { filter, faults };
}

/** 台北 and Taipei City as the list of the form has them. A former name may stand in the register, and stays. */
function placeNamed(text: string): string {
  const found = findCounty(text);
  return found && found.by !== 'former' ? found.county.name : officialPlaceName(text);
}

function codeOf<T extends string>(text: string, is: (value: unknown) => value is T): T | null {
  const parsed = parseCode(text);
  return parsed.ok && is(parsed.code) ? parsed.code : null;
}

/** A day as typed, in either calendar; `null` when it is none. */
export function dayOf(text: string): Day | null {
  const reading = parseDay(text);
  return reading.ok ? reading.day : null;
}

/** Which page of the list; a fault for each of the two that is no whole number it can be. */
export function readPaging(given: Readonly<Record<(typeof pageParameters)[number], string>>) {
  const faults: FilterFault[] = [];
  const page = given.page === '' ? 1 : Number(given.page);
  if (!/^\d{0,6}$/.test(given.page) || page < 1) faults.push({ parameter: 'page', found: given.page.slice(0, 60) });
  const perPage = pageSizes.find((size) => String(size) === (given.per_page || '25'));
  if (!perPage) faults.push({ parameter: 'per_page', found: given.per_page.slice(0, 60) });
  return { page, perPage: perPage ?? pageSizes[0], faults };
}

/** The filter as parameters of an address, without what is not said; what {@link readFilter} reads back. */
export function addressOf(filter: ProviderFilter): Partial<Record<FilterParameter, string>> {
  const address: Partial<Record<FilterParameter, string>> = {};
  for (const name of filterParameters) {
    const value = filter[name];
    if (value !== null && value !== '') address[name] = value;
  }
  return address;
}

/** The order of a list that asks for none. */
export function sortOf(q: string): Sort {
  return q === '' ? 'name' : 'relevance';
}

/** The filter as a question to the register. */
export function registerQuery(filter: ProviderFilter, today: Day): ProviderQuery {
  const list = <T>(value: T | null) => (value === null ? undefined : [value]);
  return {
    on: filter.on ?? today,
    q: filter.q,
    tier: list(filter.tier),
    group: list(filter.group),
    item: list(filter.item),
    scheme: list(filter.scheme),
    city: list(filter.city),
    state: list(filter.state),
    sort: filter.sort ?? sortOf(filter.q),
  };
}
