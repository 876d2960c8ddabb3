import type { RegisteredProvider } from './partners.ts';

interface ProviderIndex {
  readonly byUbn: ReadonlyMap<string, readonly RegisteredProvider[]>;
  readonly byItem: ReadonlyMap<string, readonly RegisteredProvider[]>;
}

const known = new WeakMap<readonly RegisteredProvider[], ProviderIndex>();

/** Of a frozen list, made once and kept as long as the list; any other may be a different one at the next call. */
function indexOf(providers: readonly RegisteredProvider[]): ProviderIndex | null {
  if (!Object.isFrozen(providers)) return null;
  let index = known.get(providers);
  if (!index) {
    const byItem = new Map<string, RegisteredProvider[]>();
    for (const provider of providers) for (const item of new Set(provider.items)) add(byItem, item, provider);
    const byUbn = new Map<string, RegisteredProvider[]>();
    for (const provider of providers) add(byUbn, provider.ubn, provider);
    index = { byUbn, byItem };
    known.set(providers, index);
  }
  return index;
}

function add(groups: Map<string, RegisteredProvider[]>, key: string, provider: RegisteredProvider): void {
  const group = groups.get(key);
  if (group) group.push(provider);
  else groups.set(key, [provider]);
}

/** The providers that hold at least one of the items, each once. */
export function holdersOf(
  providers: readonly RegisteredProvider[],
  codes: readonly string[],
): Iterable<RegisteredProvider> {
  const index = indexOf(providers);
  if (!index) return providers.filter(({ items }) => codes.some((code) => items.includes(code)));
  return new Set(codes.flatMap((code) => index.byItem.get(code) ?? []));
}

/** The entries with this 統一編號. */
export function entriesOf(providers: readonly RegisteredProvider[], ubn: string): readonly RegisteredProvider[] {
  const index = indexOf(providers);
  return index ? (index.byUbn.get(ubn) ?? []) : providers.filter((one) => one.ubn === ubn);
}
