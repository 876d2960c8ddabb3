import type { Provider, Snapshot } from '@aipower/registry';
import { memoOf } from '../../memo.ts';

/** Who points at whom, over the whole register; worked out once per state of it. */
interface Relations {
  readonly branches: ReadonlyMap<string, readonly Provider[]>;
  readonly successors: ReadonlyMap<string, readonly Provider[]>;
  readonly predecessors: ReadonlyMap<string, readonly Provider[]>;
}

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

const relationsOf = memoOf(
  ({ providers }: Snapshot): Relations => ({
    branches: by(providers, ({ headOfficeUbn }) => headOfficeUbn),
    // A list may tell either of the two, or both.
    successors: by(providers, ({ predecessorUbn }) => predecessorUbn),
    predecessors: by(providers, ({ successorUbn }) => successorUbn),
  }),
);

/** One related party. The name is `null` when the register holds the 統一編號 only, as somebody else's related party. */
export interface RelatedParty {
  readonly ubn: string;
  readonly name: string | null;
}

/** The head office, branches, predecessors and successors of a provider, said by itself or by the other side. */
export function relatedPartiesOf(provider: Provider, snapshot: Snapshot) {
  const relations = relationsOf(snapshot);
  const merge = (own: string | null, others: readonly Provider[] = []): RelatedParty[] => {
    const ubns = [...new Set([...(own === null ? [] : [own]), ...others.map(({ ubn }) => ubn)])];
    return ubns.map((ubn) => ({ ubn, name: snapshot.provider(ubn)?.name ?? null }));
  };
  return {
    headOffice: merge(provider.headOfficeUbn),
    branches: merge(null, relations.branches.get(provider.ubn)),
    predecessors: merge(provider.predecessorUbn, relations.predecessors.get(provider.ubn)),
    successors: merge(provider.successorUbn, relations.successors.get(provider.ubn)),
  };
}
