import { setImmediate } from 'node:timers/promises';
import type { Day } from '@aipower/taiwan/dates';
import type { Selectable } from 'kysely';
import type { Certificate, CertificateState } from '../certificate.ts';
import type { Database } from '../database/open.ts';
import type { Tables } from '../database/tables.ts';
import { changedProviders, rememberToldOnce } from '../history/told-once.ts';
import { standingLists } from '../history/withdraw.ts';
import type { ListedStatus } from '../listed-status.ts';
import type { Provider } from '../provider.ts';
import type { SchemeId } from '../scheme.ts';
import { createSnapshot, type ListDay, type ListFacts, type Snapshot, type SnapshotLists } from './snapshot.ts';

const CHUNK = 4000;

type CertificateRow = Selectable<Tables['certificate_version']>;
type ProviderRow = Selectable<Tables['provider_version']>;

/** Lists repeat their days, cities and scopes thousands of times; kept once, they cost a third of the memory. */
function createPool() {
  const texts = new Map<string, string>();
  const numbered = new Map<string, readonly number[]>();
  const lists = new Map<string, readonly string[]>();
  return {
    text(value: string): string {
      const kept = texts.get(value);
      if (kept !== undefined) return kept;
      texts.set(value, value);
      return value;
    },
    list(json: string): readonly string[] {
      let list = lists.get(json);
      if (!list) {
        list = Object.freeze(JSON.parse(json) as string[]);
        lists.set(json, list);
      }
      return list;
    },
    numbers(values: readonly number[]): readonly number[] {
      const key = values.join();
      const kept = numbered.get(key);
      if (!kept) numbered.set(key, values);
      return kept ?? values;
    },
  };
}

type Pool = ReturnType<typeof createPool>;

function readState(row: CertificateRow, pool: Pool): CertificateState {
  return {
    from: pool.text(row.true_from),
    after: row.seen_after === null ? null : pool.text(row.seen_after),
    listed: row.listed === 1,
    period: { from: pool.text(row.registered_on), until: pool.text(row.valid_until) },
    status: pool.text(row.status) as ListedStatus,
    statusOn: row.status_on,
    items: pool.list(row.items),
    edition: row.edition === null ? null : pool.text(row.edition),
    evidenceUrl: row.evidence_url,
    source: pool.text(row.source),
  };
}

function readProvider(row: ProviderRow, pool: Pool, certificates: readonly Certificate[]): Provider {
  return {
    ubn: row.ubn,
    name: row.name,
    nameEn: row.name_en,
    formerNames: pool.list(row.former_names),
    city: row.city === null ? null : pool.text(row.city),
    headOfficeUbn: row.head_office_ubn,
    predecessorUbn: row.predecessor_ubn,
    successorUbn: row.successor_ubn,
    warnings: pool.list(row.warnings),
    certificates,
  };
}

/** What a provider holds, and the revision that wrote each of it first. */
interface Held {
  readonly certificates: Certificate[];
  readonly revisions: number[];
}

async function readCertificates(db: Database, revision: number, pool: Pool): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  let states: CertificateState[] = [];
  let open: { -readonly [K in keyof Certificate]: Certificate[K] } | null = null;
  let last = { certificate: '', true_from: '', rev_from: 0 };
  for (;;) {
    const rows = await db
      .selectFrom('certificate_version')
      .selectAll()
      .where('rev_from', '<=', revision)
      .where((eb) => eb.or([eb('rev_to', 'is', null), eb('rev_to', '>', revision)]))
      .where((eb) => eb(eb.refTuple('certificate', 'true_from'), '>', eb.tuple(last.certificate, last.true_from)))
      .orderBy('certificate')
      .orderBy('true_from')
      .limit(CHUNK)
      .execute();
    for (const row of rows) {
      if (row.certificate !== last.certificate) {
        states = [];
        const { certificate: id, number, cert_key: key, ubn } = row;
        const scheme = pool.text(row.scheme) as SchemeId;
        open = { id, scheme, number, key, extended: row.extended === 1, ubn, states };
        const same = held.get(ubn);
        if (same) {
          same.certificates.push(open);
          same.revisions.push(row.rev_from);
        } else held.set(ubn, { certificates: [open], revisions: [row.rev_from] });
      }
      // As the newest list prints it: what the next list is compared with.
      open!.number = row.number;
      states.push(readState(row, pool));
      last = row;
    }
    if (rows.length < CHUNK) return held;
    await setImmediate();
  }
}

/**
 * Reads the whole register as one revision knew it. Versions are closed, never overwritten, so the rows of a revision
 * stay readable while a later import is being written, and no transaction is held. In steps of a few thousand rows,
 * letting other work through between them.
 */
export async function loadSnapshot(db: Database, revision: number, freshDays: number): Promise<Snapshot> {
  const pool = createPool();
  const held = await readCertificates(db, revision, pool);
  const providers: Provider[] = [];
  const changed = await changedProviders(db);
  const toldOnce = new Map<string, readonly number[]>();
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('provider_version')
      .selectAll()
      .where('rev_from', '<=', revision)
      .where((eb) => eb.or([eb('rev_to', 'is', null), eb('rev_to', '>', revision)]))
      .where('true_to', 'is', null)
      .where('ubn', '>', last)
      .orderBy('ubn')
      .limit(CHUNK)
      .execute();
    for (const row of rows) {
      const { certificates, revisions } = held.get(row.ubn) ?? { certificates: [], revisions: [] };
      providers.push(readProvider(row, pool, certificates));
      if (!changed.has(row.ubn)) toldOnce.set(row.ubn, pool.numbers([row.rev_from, ...revisions]));
    }
    if (rows.length < CHUNK) break;
    last = rows.at(-1)!.ubn;
    await setImmediate();
  }
  const snapshot = createSnapshot(revision, providers, await readLists(db, revision), freshDays);
  rememberToldOnce(snapshot, toldOnce);
  return snapshot;
}

/** The lists of a revision: the newest of each scheme, the days of all that count, and how many do not. */
async function readLists(db: Database, revision: number): Promise<SnapshotLists> {
  const lists = new Map<SchemeId, ListFacts>();
  const listDays = new Map<SchemeId, Map<Day, ListDay>>();
  let withdrawnLists = 0;
  const listed = await db
    .selectFrom('scheme_list')
    .innerJoin('import_run', 'import_run.revision', 'scheme_list.revision')
    .selectAll('scheme_list')
    .select('import_run.fictional')
    .where('scheme_list.revision', '<=', revision)
    .orderBy('scheme_list.revision')
    .execute();
  const stands = await standingLists(db, revision);
  for (const row of listed) {
    if (!stands(row.revision)) {
      withdrawnLists++;
      continue;
    }
    const scheme = row.scheme as SchemeId;
    const before = lists.get(scheme);
    const complete = row.complete === 1;
    const days = listDays.get(scheme) ?? new Map<Day, ListDay>();
    const same = days.get(row.seen_on);
    listDays.set(scheme, days.set(row.seen_on, { seenOn: row.seen_on, complete: complete || same?.complete === true }));
    const newestOn = before && before.newestOn > row.seen_on ? before.newestOn : row.seen_on;
    // A partial list on top of a complete one adds to it; it does not make the rest fresher.
    if (before?.complete && !complete) lists.set(scheme, { ...before, newestOn });
    else
      lists.set(scheme, {
        scheme,
        seenOn: row.seen_on,
        newestOn,
        complete,
        source: row.source,
        fictional: row.fictional === 1,
        revision: row.revision,
      });
  }
  const inOrder = [...listDays].map(([scheme, days]) => {
    return [scheme, [...days.values()].sort((a, b) => (a.seenOn < b.seenOn ? -1 : 1))] as const;
  });
  return { lists, listDays: new Map(inOrder), withdrawnLists };
}
