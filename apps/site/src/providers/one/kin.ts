import type { Provider, Snapshot } from '@aipower/registry';

/** Who points at whom, over the whole register; worked out once per state of it. */
interface Kin {
  readonly branches: ReadonlyMap<string, readonly Provider[]>;
  readonly successors: ReadonlyMap<string, readonly Provider[]>;
  readonly predecessors: ReadonlyMap<string, readonly Provider[]>;
}

const known = new WeakMap<Snapshot, Kin>();

function by(providers: readonly Provider[], key: (provider: Provider) => string | null): Map<string, Provider[]> {
  const groups = new Map<string, Provider[]>();
  for (const provider of providers) {
    const ubn = key(provider);
    if (ubn === null) continue;
    const group = groups.get(ubn);
    if (group) group.push(provider);
    else groups.set(ubn, [provider]);
  }
  return groups;
}

function kinOf(snapshot: Snapshot): Kin {
  let kin = known.get(snapshot);
  if (!kin) {
    const { providers } = snapshot;
    kin = {
      branches: by(providers, ({ headOfficeUbn }) => headOfficeUbn),
      // A list may tell either of the two, or both.
      successors: by(providers, ({ predecessorUbn }) => predecessorUbn),
      predecessors: by(providers, ({ successorUbn }) => successorUbn),
    };
    known.set(snapshot, kin);
  }
  return kin;
}

/** One relative. The name is `null` when the register holds the 統一編號 only, as somebody else's relative. */
export interface Relative {
  readonly ubn: string;
  readonly name: string | null;
}

/** The head office, branches, predecessors and successors of a provider, said by itself or by the other side. */
export function relativesOf(provider: Provider, snapshot: Snapshot) {
  const kin = kinOf(snapshot);
  const merge = (own: string | null, others: readonly Provider[] = []): Relative[] => {
    const ubns = [...new Set([...(own === null ? [] : [own]), ...others.map(({ ubn }) => ubn)])];
    return ubns.map((ubn) => ({ ubn, name: snapshot.provider(ubn)?.name ?? null }));
  };
  return {
    headOffice: merge(provider.headOfficeUbn),
    branches: merge(null, kin.branches.get(provider.ubn)),
    predecessors: merge(provider.predecessorUbn, kin.predecessors.get(provider.ubn)),
    successors: merge(provider.successorUbn, kin.successors.get(provider.ubn)),
  };
}
