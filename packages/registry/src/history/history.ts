import { readTogether } from '@aipower/database';
import type { CompiledQuery, Selectable } from 'kysely';
import type { Database, OpenDatabase } from '../database/open.ts';
import type { Tables } from '../database/tables.ts';
import { fieldChanges } from '../import/diff.ts';
import type { SchemeId } from '../scheme.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Draft, HistoryEntry } from './entry.ts';
import { entryOf, runsOf } from './runs.ts';
import { historyToldOnce } from './told-once.ts';

/** Which part of the history is asked for. */
export interface HistoryQuery {
  /** Only of this provider. */
  readonly ubn?: string | undefined;
  /** Only of this scheme. */
  readonly scheme?: SchemeId | undefined;
  /** Comparable number, see {@link readNumber}. */
  readonly key?: string | undefined;
  /** Newest first; default 100, at most 1,000. */
  readonly limit?: number | undefined;
  /** Only changes of revisions before this one: the cursor of the next page. */
  readonly before?: number | undefined;
}

type ProviderRow = Selectable<Tables['provider_version']>;
type CertificateRow = Selectable<Tables['certificate_version']>;

/** Columns that say when a row held, not what it says. */
const versionColumns = ['rev_from', 'rev_to', 'true_from', 'true_to', 'seen_after', 'source'];

function facts(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !versionColumns.includes(column)));
}

/** A change: a statement and the one it followed, or one that a withdrawal took back and put nothing in place of. */
interface Step<R> {
  readonly revision: number;
  readonly row: R;
  readonly before: R | null;
  readonly withdrawn: boolean;
}

/** Rows that only shorten an old statement are no change. */
function* succession<R extends ProviderRow | CertificateRow>(
  rows: readonly R[],
  id: (row: R) => string,
  withdrawals: ReadonlySet<number>,
): Generator<Step<R>> {
  const last = new Map<string, R>();
  const spoken = rows.filter(({ true_to }) => true_to === null);
  const written = new Set(spoken.map((row) => `${row.rev_from} ${id(row)}`));
  for (const row of spoken) {
    const before = last.get(id(row)) ?? null;
    const lapsed = before && isTakenBack(before);
    yield { revision: row.rev_from, row, before: lapsed ? null : before, withdrawn: false };
    last.set(id(row), row);
    if (isTakenBack(row)) yield { revision: row.rev_to!, row, before: row, withdrawn: true };
  }

  function isTakenBack(row: R): boolean {
    return row.rev_to !== null && withdrawals.has(row.rev_to) && !written.has(`${row.rev_to} ${id(row)}`);
  }
}

function kindOf(row: { listed: number }, before: { listed: number } | null): HistoryEntry['kind'] {
  if (!before) return 'new';
  if (row.listed === before.listed) return 'changed';
  return row.listed ? 'back' : 'gone';
}

/** The revisions a page of the whole history spans, newest first: as many as hold `limit` changes. */
async function changedUbns(db: Database, before: number, limit: number): Promise<string[]> {
  const pick = (table: 'provider_version' | 'certificate_version') =>
    db
      .selectFrom(table)
      .select(['ubn', 'rev_from'])
      .where('rev_from', '<', before)
      .where('true_to', 'is', null)
      .orderBy('rev_from', 'desc')
      .limit(limit)
      .execute();
  const [providers, certificates] = [await pick('provider_version'), await pick('certificate_version')];
  return [...new Set([...providers, ...certificates].map(({ ubn }) => ubn))];
}

interface Versions {
  readonly certificateRows: readonly CertificateRow[];
  readonly providerRows: readonly ProviderRow[];
}

const certificateVersions = (db: Database) =>
  db.selectFrom('certificate_version').selectAll().orderBy('rev_from').orderBy('certificate');
const providerVersions = (db: Database) => db.selectFrom('provider_version').selectAll().orderBy('rev_from');

interface OfOne {
  readonly certificates: CompiledQuery<CertificateRow>;
  readonly providers: CompiledQuery<ProviderRow>;
}

/**
 * Every provider's page asks these two, and composing them takes longer than answering them. With `in` and not `=`:
 * SQLite plans a statement anew when the value of its `=` changes (better-sqlite3 is built with STAT4).
 */
const composed = new WeakMap<Database, OfOne>();

async function versionsOfOne(open: OpenDatabase, ubn: string): Promise<Versions> {
  const { db } = open;
  let queries = composed.get(db);
  if (!queries) {
    queries = {
      certificates: certificateVersions(db).where('ubn', 'in', [ubn]).compile(),
      providers: providerVersions(db).where('ubn', 'in', [ubn]).compile(),
    };
    composed.set(db, queries);
  }
  const { certificates, providers } = queries;
  const rows = await readTogether(
    open,
    [certificates, providers].map((query) => ({ ...query, parameters: [ubn] })),
  );
  return { certificateRows: rows[0] as CertificateRow[], providerRows: rows[1] as ProviderRow[] };
}

/** The rows a history is told from, in the order of revisions. */
async function versionsOf(open: OpenDatabase, query: HistoryQuery, before: number, limit: number): Promise<Versions> {
  const { db } = open;
  const { ubn, scheme, key } = query;
  const ofCertificates = scheme !== undefined || key !== undefined;
  if (ubn !== undefined && !ofCertificates) return versionsOfOne(open, ubn);
  const ubns =
    ubn !== undefined ? [ubn] : ofCertificates ? null : await changedUbns(db, Math.min(before, 2_147_483_647), limit);
  let certificates = certificateVersions(db);
  if (ubns) certificates = certificates.where('ubn', 'in', ubns.length > 0 ? ubns : ['']);
  if (scheme !== undefined) certificates = certificates.where('scheme', '=', scheme);
  if (key !== undefined) certificates = certificates.where('cert_key', '=', key);
  const certificateRows = await certificates.execute();
  const holders = ubns ?? [...new Set(certificateRows.map((row) => row.ubn))];
  const providerRows = await providerVersions(db)
    .where('ubn', 'in', holders.length > 0 ? holders : [''])
    .execute();
  return { certificateRows, providerRows };
}

/**
 * What changed in the register, newest first?
 *
 * @param query by provider, by certificate, or everything.
 * @param snapshot the register in memory, which answers for whom nothing was ever changed.
 * @returns empty when nothing is known of them. A provider's and its certificates' changes of one import share the
 *   revision. Values are as stored: days ISO, lists JSON.
 * @internal
 */
export async function readHistory(
  open: OpenDatabase,
  query: HistoryQuery,
  snapshot: Snapshot,
): Promise<HistoryEntry[]> {
  const { db } = open;
  const limit = query.limit ?? 100;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new TypeError(`history({ limit }): a whole number from 1 to 1000, not ${limit}`);
  const before = query.before ?? Number.MAX_SAFE_INTEGER;
  const ofCertificates = query.scheme !== undefined || query.key !== undefined;
  const known = query.ubn !== undefined && !ofCertificates ? historyToldOnce(snapshot, query.ubn) : null;
  const drafts = known ?? (await readDrafts(open, query, before, limit));
  const told = ofCertificates ? drafts.filter(isOfCertificate) : drafts;
  const newest = told.filter(({ revision }) => revision < before).sort((a, b) => b.revision - a.revision);
  const shown = newest.slice(0, limit);
  const runs = await runsOf(db, [...new Set(shown.map(({ revision }) => revision))]);
  return shown.map((draft) => entryOf(draft, runs.get(draft.revision)!));
}

async function readDrafts(open: OpenDatabase, query: HistoryQuery, before: number, limit: number): Promise<Draft[]> {
  const versions = await versionsOf(open, query, before, limit);
  return draftsOf(versions, await withdrawalsAmong(open.db, versions));
}

const isOfCertificate = ({ subject }: Draft) => subject === 'certificate';

/** The revisions that took imports back. */
export async function withdrawalsOf(db: Database): Promise<ReadonlySet<number>> {
  const taken = await db.selectFrom('withdrawal').select('revision').execute();
  return new Set(taken.map(({ revision }) => revision));
}

const NONE: ReadonlySet<number> = new Set();

/** Only what was closed can have been taken back: most providers' pages ask no more. */
async function withdrawalsAmong(db: Database, { certificateRows, providerRows }: Versions) {
  const isClosed = ({ rev_to }: { readonly rev_to: number | null }) => rev_to !== null;
  return certificateRows.some(isClosed) || providerRows.some(isClosed) ? withdrawalsOf(db) : NONE;
}

/** Everything that happened to some providers and their certificates, each in the order of revisions. */
export async function changesOf(db: Database, ubns: readonly string[]): Promise<Draft[]> {
  const certificateRows = await certificateVersions(db).where('ubn', 'in', ubns).execute();
  const providerRows = await providerVersions(db).where('ubn', 'in', ubns).execute();
  return draftsOf({ certificateRows, providerRows }, await withdrawalsOf(db));
}

function draftsOf({ certificateRows, providerRows }: Versions, withdrawals: ReadonlySet<number>): Draft[] {
  const named = new Map<string, ProviderRow[]>();
  for (const row of providerRows) {
    if (row.true_to === null) named.set(row.ubn, [...(named.get(row.ubn) ?? []), row]);
  }
  // The name the holder had when the change was made, not the one it has now.
  const nameAt = (ubn: string, revision: number) =>
    named.get(ubn)?.findLast(({ rev_from }) => rev_from <= revision)?.name ?? null;
  const drafts: Draft[] = [];
  for (const { revision, row, before: old, withdrawn } of succession(providerRows, ({ ubn }) => ubn, withdrawals)) {
    const fields = old ? fieldChanges(facts(old), facts(row)) : [];
    const { ubn, name } = row;
    const kind = withdrawn ? 'gone' : old ? 'changed' : 'new';
    drafts.push({
      revision,
      subject: 'provider',
      kind,
      ubn,
      name,
      scheme: null,
      number: null,
      fields,
      certificate: null,
    });
  }
  const ofCertificates = succession(certificateRows, ({ certificate }) => certificate, withdrawals);
  for (const { revision, row, before: old, withdrawn } of ofCertificates) {
    const fields = old ? fieldChanges(facts(old), facts(row)).filter(({ field }) => field !== 'listed') : [];
    const { ubn, number, certificate } = row;
    drafts.push({
      revision,
      subject: 'certificate',
      kind: withdrawn ? 'gone' : kindOf(row, old),
      ubn,
      name: nameAt(ubn, revision),
      scheme: row.scheme as SchemeId,
      number,
      fields,
      certificate,
    });
  }
  return drafts;
}
