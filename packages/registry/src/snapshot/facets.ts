import { counties, findCounty, officialPlaceName, shortNames } from '@aipower/taiwan/counties';
import type { Day } from '@aipower/taiwan/dates';
import { type CertificateState, currentState, saidOn } from '../certificate.ts';
import { type SchemeId, schemes } from '../scheme.ts';
import { type DayView, type ListState, listStates } from './day-view.ts';
import type { Snapshot } from './snapshot.ts';

/** The values a list of providers is narrowed to, by facet. */
export interface Filters {
  /** Codes such as `4`; any of them. */
  readonly tier?: readonly string[] | undefined;
  /** Codes such as `4.6`; any of them. */
  readonly group?: readonly string[] | undefined;
  /** Codes such as `4.6.1`; any of them. */
  readonly item?: readonly string[] | undefined;
  /** Any of them. */
  readonly scheme?: readonly SchemeId[] | undefined;
  /** Counties and cities, such as `臺北市`, by any name that means them (台北, Taipei City); any of them. */
  readonly city?: readonly string[] | undefined;
  /** Any of them, on the day asked for. */
  readonly state?: readonly ListState[] | undefined;
}

/** What a list of providers can be narrowed by. */
export type FacetName = keyof Filters;

/** Providers per value. A value nobody has is left out. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

// Facets of a certificate; the city belongs to the provider.
const certificateFacets = ['tier', 'group', 'item', 'scheme', 'state'] as const;
type CertificateFacet = (typeof certificateFacets)[number];

type Values = Readonly<Record<'tier' | 'group' | 'item', readonly number[]>>;

/** Numbers the values of one facet. */
interface Dictionary {
  readonly values: string[];
  readonly numbers: Map<string, number>;
}

interface Turn {
  readonly from: Day;
  readonly scope: Values;
}

/** The values that depend on the day, one per certificate. */
export interface FacetDay {
  readonly states: Uint8Array;
  readonly scopes: readonly Values[];
}

export interface FacetTable {
  readonly owners: Int32Array;
  /** First certificate of each provider; one more at the end. */
  readonly starts: Int32Array;
  /** By the newest list. */
  readonly scopes: readonly Values[];
  /** The certificates whose items changed: what each list said, oldest first. */
  readonly turns: readonly { readonly certificate: number; readonly said: readonly Turn[] }[];
  readonly schemes: Uint8Array;
  readonly cities: Int32Array;
  readonly dictionaries: Readonly<Record<FacetName, Dictionary>>;
}

const dictionary = (values: readonly string[] = []): Dictionary => ({
  values: [...values],
  numbers: new Map(values.map((value, i) => [value, i])),
});

function numberOf({ values, numbers }: Dictionary, value: string): number {
  let number = numbers.get(value);
  if (number === undefined) {
    number = values.push(value) - 1;
    numbers.set(value, number);
  }
  return number;
}

/** Lays the facets of a snapshot's certificates out in arrays. Tier and group are the beginnings of an item's code. */
export function prepareFacets(snapshot: Snapshot): FacetTable {
  const dictionaries = {
    tier: dictionary(),
    group: dictionary(),
    item: dictionary(),
    scheme: dictionary(schemes.map(({ id }) => id)),
    city: dictionary(),
    state: dictionary(listStates),
  };
  const known = new Map<readonly string[], Values>();
  const scope = (items: readonly string[]): Values => {
    let values = known.get(items);
    if (!values) {
      const groups = new Set(items.map((code) => code.split('.').slice(0, 2).join('.')));
      const tiers = new Set(items.map((code) => code.split('.')[0]!));
      values = {
        item: items.map((code) => numberOf(dictionaries.item, code)),
        group: [...groups].map((code) => numberOf(dictionaries.group, code)),
        tier: [...tiers].map((code) => numberOf(dictionaries.tier, code)),
      };
      known.set(items, values);
    }
    return values;
  };
  const owners: number[] = [];
  const starts: number[] = [];
  const scopes: Values[] = [];
  const turns: FacetTable['turns'][number][] = [];
  const schemeNumbers: number[] = [];
  const cities: number[] = [];
  for (const [at, provider] of snapshot.providers.entries()) {
    starts.push(owners.length);
    cities.push(provider.city === null ? -1 : numberOf(dictionaries.city, officialPlaceName(provider.city)));
    for (const certificate of provider.certificates) {
      if (certificate.states.length > 1 && scopeChanged(certificate.states)) {
        const said = certificate.states.map(({ from, items }) => ({ from, scope: scope(items) }));
        turns.push({ certificate: owners.length, said });
      }
      owners.push(at);
      scopes.push(scope(currentState(certificate).items));
      schemeNumbers.push(numberOf(dictionaries.scheme, certificate.scheme));
    }
  }
  starts.push(owners.length);
  return {
    owners: Int32Array.from(owners),
    starts: Int32Array.from(starts),
    scopes,
    turns,
    schemes: Uint8Array.from(schemeNumbers),
    cities: Int32Array.from(cities),
    dictionaries,
  };
}

function scopeChanged(states: readonly CertificateState[]): boolean {
  const first = states[0]!.items.join();
  return states.some(({ items }) => items.join() !== first);
}

/** States and items as they were on the day of the view. */
export function facetDay(table: FacetTable, { day, states }: DayView): FacetDay {
  if (table.turns.length === 0) return { states, scopes: table.scopes };
  const scopes = [...table.scopes];
  for (const { certificate, said } of table.turns) {
    scopes[certificate] = saidOn(said, day).scope;
  }
  return { states, scopes };
}

const bit = Object.fromEntries(certificateFacets.map((name, i) => [name, 1 << i])) as Record<CertificateFacet, number>;
const allBits = (1 << certificateFacets.length) - 1;

/**
 * Which providers match, and how many would match with each other value of each facet?
 *
 * One pass: a certificate that fails no filter makes its provider match; one that fails only the filter of facet F
 * counts its provider under its values of F.
 * @param candidates positions to look at, in the order wanted; `null` for all.
 */
export function countFacets(
  table: FacetTable,
  view: FacetDay,
  filters: Filters,
  candidates: readonly number[] | null,
): { matching: number[]; facets: FacetCounts } {
  const wanted = readFilters(table, filters);
  const names = Object.keys(table.dictionaries) as FacetName[];
  const counts = Object.fromEntries(
    names.map((name) => [name, new Int32Array(table.dictionaries[name].values.length)]),
  ) as Record<FacetName, Int32Array>;
  // Which provider was counted last under a value: each is counted once.
  const last = Object.fromEntries(
    names.map((name) => [name, new Int32Array(table.dictionaries[name].values.length).fill(-1)]),
  ) as Record<FacetName, Int32Array>;
  const count = (name: FacetName, value: number, provider: number) => {
    if (last[name][value] === provider) return;
    last[name][value] = provider;
    counts[name][value]!++;
  };
  const matching: number[] = [];
  const length = candidates?.length ?? table.starts.length - 1;
  for (let i = 0; i < length; i++) {
    const provider = candidates ? candidates[i]! : i;
    const city = table.cities[provider]!;
    const cityFits = wanted.city === null || (city >= 0 && wanted.city[city] === 1);
    let matches = false;
    for (let c = table.starts[provider]!; c < table.starts[provider + 1]!; c++) {
      const failed = failures(table, view, wanted, c);
      if (failed === 0) {
        matches = true;
        if (city >= 0) count('city', city, provider);
      }
      if (!cityFits || (failed & (failed - 1)) !== 0) continue;
      countCertificate(table, view, c, failed, provider, count);
    }
    if (matches && cityFits) matching.push(provider);
  }
  const facets = Object.fromEntries(
    names.map((name) => [name, named(table.dictionaries[name], counts[name])]),
  ) as unknown as FacetCounts;
  return { matching, facets };
}

function countCertificate(
  table: FacetTable,
  view: FacetDay,
  c: number,
  failed: number,
  provider: number,
  count: (name: FacetName, value: number, provider: number) => void,
): void {
  const scope = view.scopes[c]!;
  if ((failed & (allBits ^ bit.tier)) === 0) for (const value of scope.tier) count('tier', value, provider);
  if ((failed & (allBits ^ bit.group)) === 0) for (const value of scope.group) count('group', value, provider);
  if ((failed & (allBits ^ bit.item)) === 0) for (const value of scope.item) count('item', value, provider);
  if ((failed & (allBits ^ bit.scheme)) === 0) count('scheme', table.schemes[c]!, provider);
  if ((failed & (allBits ^ bit.state)) === 0) {
    for (let s = 0; s < listStates.length; s++) if (view.states[c]! & (1 << s)) count('state', s, provider);
  }
}

interface Wanted {
  readonly tier: Uint8Array | null;
  readonly group: Uint8Array | null;
  readonly item: Uint8Array | null;
  readonly scheme: Uint8Array | null;
  readonly city: Uint8Array | null;
  readonly states: number;
}

function readFilters(table: FacetTable, filters: Filters): Wanted {
  const flags = (name: FacetName) => {
    const values = filters[name];
    if (!values || values.length === 0) return null;
    const { numbers, values: all } = table.dictionaries[name];
    const wanted = new Uint8Array(all.length);
    for (const value of values) {
      for (const meant of name === 'city' ? citiesMeant(value, numbers) : [value]) {
        const number = numbers.get(meant);
        if (number !== undefined) wanted[number] = 1;
      }
    }
    return wanted;
  };
  const states = (filters.state ?? []).reduce((bits, state) => bits | (1 << listStates.indexOf(state)), 0);
  return {
    tier: flags('tier'),
    group: flags('group'),
    item: flags('item'),
    scheme: flags('scheme'),
    city: flags('city'),
    states,
  };
}

/** A place by the name the lists print, else as people say it: 台北, Taipei City; 新竹 is a city and a county. */
function citiesMeant(said: string, printed: ReadonlyMap<string, number>): readonly string[] {
  const name = officialPlaceName(said.normalize('NFKC').trim());
  if (printed.has(name)) return [name];
  const found = findCounty(said);
  if (found) return [found.county.name];
  const english = name.toLowerCase();
  return counties
    .filter((county) => {
      const [short, inEnglish] = shortNames(county);
      return short === name || inEnglish.toLowerCase() === english;
    })
    .map((county) => county.name);
}

/** The filters a certificate fails, one bit each. */
function failures(table: FacetTable, view: FacetDay, wanted: Wanted, c: number): number {
  const scope = view.scopes[c]!;
  let failed = 0;
  if (wanted.tier && !scope.tier.some((value) => wanted.tier![value] === 1)) failed |= bit.tier;
  if (wanted.group && !scope.group.some((value) => wanted.group![value] === 1)) failed |= bit.group;
  if (wanted.item && !scope.item.some((value) => wanted.item![value] === 1)) failed |= bit.item;
  if (wanted.scheme && wanted.scheme[table.schemes[c]!] !== 1) failed |= bit.scheme;
  if (wanted.states !== 0 && (view.states[c]! & wanted.states) === 0) failed |= bit.state;
  return failed;
}

function named({ values }: Dictionary, counts: Int32Array): Map<string, number> {
  const entries = values.map((value, i) => [value, counts[i]!] as [string, number]).filter(([, count]) => count > 0);
  return new Map(entries);
}
