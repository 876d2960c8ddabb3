import type { Certificate } from '../certificate.ts';
import type { Database } from '../database/open.ts';
import type { Provider } from '../provider.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Draft } from './entry.ts';

/** 統一編號 → the revision that told of the provider, then those of its certificates in their order. */
type Revisions = ReadonlyMap<string, readonly number[]>;

/** Beside a snapshot and not in it: no answer but a history's says when a row was written. */
const toldOnce = new WeakMap<Snapshot, Revisions>();

/** Remembers for a snapshot of whom nothing was ever changed. */
export function rememberToldOnce(snapshot: Snapshot, revisions: Revisions): void {
  toldOnce.set(snapshot, revisions);
}

/** Providers of which a row was closed, their own or of a certificate: their history is more than what is in memory. */
export async function changedProviders(db: Database): Promise<ReadonlySet<string>> {
  const closed = (table: 'provider_version' | 'certificate_version') =>
    db.selectFrom(table).select('ubn').distinct().where('rev_to', 'is not', null).execute();
  const [providers, certificates] = [await closed('provider_version'), await closed('certificate_version')];
  return new Set([...providers, ...certificates].map(({ ubn }) => ubn));
}

/**
 * The history of a provider that was listed and never changed, in the order of revisions, out of memory: each statement of
 * it is its first.
 *
 * @returns `null` for every other provider: its history stands in the database alone.
 */
export function historyToldOnce(snapshot: Snapshot, ubn: string): Draft[] | null {
  const revisions = toldOnce.get(snapshot)?.get(ubn);
  const provider = revisions && snapshot.provider(ubn);
  return provider ? draftsOf(provider, revisions) : null;
}

function draftsOf({ ubn, name, certificates }: Provider, [first, ...revisions]: readonly number[]): Draft[] {
  const draft = (revision: number, one: Certificate | null): Draft => ({
    revision,
    subject: one ? 'certificate' : 'provider',
    kind: 'new',
    ubn,
    name: revision < first! ? null : name,
    scheme: one?.scheme ?? null,
    number: one?.number ?? null,
    fields: [],
    certificate: one?.id ?? null,
  });
  const told = certificates.map((certificate, index) => draft(revisions[index]!, certificate));
  return [draft(first!, null), ...told.sort((a, b) => a.revision - b.revision)];
}
