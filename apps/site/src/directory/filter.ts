import { type Day, isSchemeId, parseDay, type SchemeId, type Standing } from '@aipower/registry';
import {
  type GroupCode,
  type ItemCode,
  isGroupCode,
  isItemCode,
  isTierCode,
  parseCode,
  type TierCode,
} from '@aipower/taxonomy';

/** The standings a certificate can have on a day, best first: the order in which a list shows them. */
export const standings = [
  'valid',
  'suspended',
  'unverifiable',
  'not-yet-valid',
  'expired',
  'not-found',
  'revoked',
] as const satisfies readonly Standing[];

export const sorts = ['relevance', 'name', 'ubn', 'items', 'newest', 'expiring'] as const;
export type Sort = (typeof sorts)[number];

export const pageSizes = [25, 50, 100] as const;

/** The city of providers whose list prints none. */
export const noCity = '-';

/**
 * Which providers, and in which order. Everything that is set must hold **of one and the same certificate** (scheme,
 * state, scope): "valid for 4.6.1" never mixes a valid certificate with another one's scope.
 */
export interface Filter {
  readonly q: string;
  readonly tier: TierCode | null;
  readonly group: GroupCode | null;
  readonly item: ItemCode | null;
  readonly scheme: SchemeId | null;
  readonly city: string | null;
  readonly state: Standing | null;
  /** The day certificates are judged on; `null`: today. */
  readonly on: Day | null;
  /** `null`: by relevance with words, else by name. */
  readonly sort: Sort | null;
}

export const everything: Filter = {
  q: '',
  tier: null,
  group: null,
  item: null,
  scheme: null,
  city: null,
  state: null,
  on: null,
  sort: null,
};

export const filterParameters = ['q', 'tier', 'group', 'item', 'scheme', 'city', 'state', 'on', 'sort'] as const;
export type FilterParameter = (typeof filterParameters)[number];

/** Longest search text: names are shorter, and a hostile one must stay cheap. */
export const longestText = 200;

export interface FilterFault {
  readonly parameter: FilterParameter | 'page' | 'per_page';
  readonly found: string;
}

/**
 * Understands the parameters of an address. Codes are read as people write them (full width, closing dot), days in
 * both calendars.
 *
 * @param given one text per parameter, empty where it is not there
 * @returns the filter, and a fault for **every** parameter that says something it cannot mean
 */
export function readFilter(given: Readonly<Record<FilterParameter, string>>): {
  filter: Filter;
  faults: readonly FilterFault[];
} {
  const faults: FilterFault[] = [];
  const read = <T>(parameter: FilterParameter, understand: (text: string) => T | null): T | null => {
    const text = given[parameter];
    if (text === '') return null;
    const value = understand(text);
    if (value === null) faults.push({ parameter, found: text.slice(0, 60) });
    return value;
  };
  const oneOf =
    <T extends string>(known: readonly T[]) =>
    (text: string): T | null =>
      known.find((one) => one === text) ?? null;
  const code =
    <T extends string>(is: (value: unknown) => value is T) =>
    (text: string): T | null => {
      const parsed = parseCode(text);
      return parsed.ok && is(parsed.code) ? parsed.code : null;
    };
  const filter: Filter = {
    q: read('q', (text) => (text.length <= longestText ? text : null)) ?? '',
    tier: read('tier', code(isTierCode)),
    group: read('group', code(isGroupCode)),
    item: read('item', code(isItemCode)),
    scheme: read('scheme', (text) => (isSchemeId(text) ? text : null)),
    city: read('city', (text) => (text.length <= 40 ? text : null)),
    state: read('state', oneOf(standings)),
    on: read('on', readDay),
    sort: read('sort', oneOf(sorts)),
  };
  return { filter, faults };
}

/** A day as typed, in either calendar; `null` when it is none. */
export function readDay(text: string): Day | null {
  const reading = parseDay(text);
  return reading.ok ? reading.day : null;
}

/** The filter as parameters of an address, without what is not set; the opposite of {@link readFilter}. */
export function queryOf(filter: Filter): Partial<Record<FilterParameter, string>> {
  return Object.fromEntries(
    filterParameters.map((name) => [name, filter[name]]).filter(([, value]) => value !== null && value !== ''),
  );
}
