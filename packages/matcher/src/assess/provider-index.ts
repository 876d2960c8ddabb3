import { cityKey, type RegisteredProvider } from './registered-provider.ts';

/** A list of providers laid out for ranking: whatever is asked of thousands of them is an array of numbers. */
export interface ProviderIndex {
  /** More registrations first, then by 統一編號: among equals, a lower position ranks higher. */
  readonly ordered: readonly RegisteredProvider[];
  /** Positions of those that hold an item, each once, ascending. */
  readonly holders: ReadonlyMap<string, Int32Array>;
  /** Positions of the entries with a 統一編號. */
  readonly entries: ReadonlyMap<string, readonly number[]>;
  /** The number of each one's city, as `cityNumbers` has it by {@link cityKey}; -1 without one. */
  readonly cities: Int32Array;
  readonly cityNumbers: ReadonlyMap<string, number>;
  /** Room to add up what each one holds, so that no question needs room of its own; -1 everywhere between two questions. */
  readonly held: Float64Array;
}

const known = new WeakMap<readonly RegisteredProvider[], ProviderIndex>();

/** Of a frozen list, made once and kept as long as the list; any other may be a different one at the next call. */
function keptIndexOf(providers: readonly RegisteredProvider[]): ProviderIndex | null {
  if (!Object.isFrozen(providers)) return null;
  let index = known.get(providers);
  if (!index) {
    index = makeIndex(providers);
    known.set(providers, index);
  }
  return index;
}

function makeIndex(providers: readonly RegisteredProvider[]): ProviderIndex {
  const registrations = ({ schemes }: RegisteredProvider) => schemes?.length ?? 0;
  const ordered = [...providers].sort(
    (a, b) => registrations(b) - registrations(a) || (a.ubn < b.ubn ? -1 : a.ubn > b.ubn ? 1 : 0),
  );
  const holders = new Map<string, number[]>();
  const entries = new Map<string, number[]>();
  const cities = new Int32Array(ordered.length).fill(-1);
  const cityNumbers = new Map<string, number>();
  // Thousands are in a few dozen cities: each writing of one is read once.
  const writings = new Map<string, number>();
  const numberOf = (city: string): number => {
    let number = writings.get(city);
    if (number === undefined) {
      const key = cityKey(city);
      number = cityNumbers.get(key) ?? cityNumbers.size;
      cityNumbers.set(key, number);
      writings.set(city, number);
    }
    return number;
  };
  for (const [at, { ubn, city, items }] of ordered.entries()) {
    for (const item of new Set(items)) add(holders, item, at);
    add(entries, ubn, at);
    if (!city) continue;
    cities[at] = numberOf(city);
  }
  const packed = new Map([...holders].map(([item, positions]) => [item, Int32Array.from(positions)]));
  const held = new Float64Array(ordered.length).fill(-1);
  return { ordered, holders: packed, entries, cities, cityNumbers, held };
}

function add(groups: Map<string, number[]>, key: string, at: number): void {
  const group = groups.get(key);
  if (group) group.push(at);
  else groups.set(key, [at]);
}

/** An index in which everyone is who holds at least one of the items; others may be in it, too. */
export function indexOfHolders(providers: readonly RegisteredProvider[], codes: readonly string[]): ProviderIndex {
  const kept = keptIndexOf(providers);
  if (kept) return kept;
  return makeIndex(providers.filter(({ items }) => codes.some((code) => items.includes(code))));
}

/** The entries with this 統一編號. */
export function entriesOf(providers: readonly RegisteredProvider[], ubn: string): readonly RegisteredProvider[] {
  const index = keptIndexOf(providers);
  if (!index) return providers.filter((one) => one.ubn === ubn);
  return (index.entries.get(ubn) ?? []).map((at) => index.ordered[at]!);
}
