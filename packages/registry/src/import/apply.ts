import { randomUUID } from 'node:crypto';
import type { Day } from '@aipower/taiwan/dates';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { sealRevision } from '../history/seal.ts';
import type { SchemeId } from '../scheme.ts';
import type { Diff, NextCertificate, NextProvider } from './diff.ts';

const BATCH = 400;

/** Who made a change, when, why, from what. */
export interface ImportRun {
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reason: string;
  readonly source: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly seenOn: Day;
  readonly fictional: boolean;
  readonly counts: Readonly<Record<string, number>>;
}

export interface ListRun {
  readonly scheme: SchemeId;
  readonly rowCount: number;
  readonly complete: boolean;
  /** Day of the list before this one; `null` for the first. */
  readonly before: Day | null;
}

type Version = { true_from: string; rev_from: number; rev_to: number | null; true_to: string | null };

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += BATCH) yield rows.slice(i, i + BATCH);
}

/**
 * The rows that follow from a new statement on `seenOn`: the old one, known from this revision on to have spoken only
 * up to that day, and the new one. An old statement of the same day was a mistake and leaves no such row.
 */
function supersede<V extends Version>(old: V | undefined, fresh: V, revision: number, seenOn: Day): V[] {
  if (!old || old.true_from >= seenOn) return [fresh];
  return [{ ...old, rev_from: revision, rev_to: null, true_to: seenOn }, fresh];
}

async function writeProviders(
  trx: Transaction<Tables>,
  providers: readonly NextProvider[],
  revision: number,
  seenOn: Day,
): Promise<void> {
  for (const batch of batches(providers)) {
    const ubns = batch.map(({ ubn }) => ubn);
    const old = await trx
      .selectFrom('provider_version')
      .selectAll()
      .where('ubn', 'in', ubns)
      .where('rev_to', 'is', null)
      .where('true_to', 'is', null)
      .execute();
    await trx
      .updateTable('provider_version')
      .set({ rev_to: revision })
      .where('ubn', 'in', ubns)
      .where('rev_to', 'is', null)
      .where('true_to', 'is', null)
      .execute();
    const byUbn = new Map(old.map((row) => [row.ubn, row]));
    const rows = batch.flatMap((one) => {
      const before = byUbn.get(one.ubn);
      const fresh: Tables['provider_version'] = {
        ubn: one.ubn,
        name: one.name,
        name_en: one.nameEn,
        former_names: JSON.stringify(one.formerNames),
        city: one.city,
        head_office_ubn: one.headOfficeUbn,
        predecessor_ubn: one.predecessorUbn,
        successor_ubn: one.successorUbn,
        warnings: JSON.stringify(one.warnings),
        rev_from: revision,
        rev_to: null,
        // A list older than the facts known adds to them (a former name) without moving their day back.
        true_from: before && before.true_from > seenOn ? before.true_from : seenOn,
        true_to: null,
      };
      return supersede(before, fresh, revision, seenOn);
    });
    await trx.insertInto('provider_version').values(rows).execute();
  }
}

async function writeCertificates(
  trx: Transaction<Tables>,
  certificates: readonly NextCertificate[],
  lists: ReadonlyMap<SchemeId, ListRun>,
  run: ImportRun,
  revision: number,
): Promise<void> {
  for (const batch of batches(certificates)) {
    const ids = batch.map(({ id }) => id);
    const old = await trx
      .selectFrom('certificate_version')
      .selectAll()
      .where('certificate', 'in', ids)
      .where('rev_to', 'is', null)
      .where('true_to', 'is', null)
      .execute();
    await trx
      .updateTable('certificate_version')
      .set({ rev_to: revision })
      .where('certificate', 'in', ids)
      .where('rev_to', 'is', null)
      .where('true_to', 'is', null)
      .execute();
    const byId = new Map(old.map((row) => [row.certificate, row]));
    const rows = batch.flatMap((one) => {
      const before = byId.get(one.id);
      const sameDay = before !== undefined && before.true_from >= run.seenOn;
      const fresh: Tables['certificate_version'] = {
        certificate: one.id,
        scheme: one.scheme,
        cert_key: one.key,
        extended: Number(one.extended),
        number: one.number,
        ubn: one.ubn,
        listed: Number(one.listed),
        registered_on: one.registeredOn,
        valid_until: one.validUntil,
        status: one.status,
        status_on: one.statusOn,
        items: JSON.stringify(one.items),
        edition: one.edition,
        evidence_url: one.evidenceUrl,
        source: run.source,
        seen_after: sameDay ? before.seen_after : (lists.get(one.scheme)?.before ?? null),
        rev_from: revision,
        rev_to: null,
        true_from: run.seenOn,
        true_to: null,
      };
      return supersede(before, fresh, revision, run.seenOn);
    });
    await trx.insertInto('certificate_version').values(rows).execute();
  }
}

/**
 * Writes a diff as the next revision, inside the caller's transaction.
 * @returns the revision; or `null`, with nothing written, when the register is no longer the one the diff was made from.
 */
export async function applyDiff(
  trx: Transaction<Tables>,
  diff: Diff,
  run: ImportRun,
  lists: ReadonlyMap<SchemeId, ListRun>,
  basis: number,
): Promise<number | null> {
  // The first statement writes, so two imports queue here and the second one sees the first one's revision.
  const moved = await trx
    .updateTable('register_meta')
    .set({ revision: basis + 1, state: randomUUID() })
    .where('id', '=', 1)
    .where('revision', '=', basis)
    .executeTakeFirst();
  if (Number(moved.numUpdatedRows) === 0) return null;
  const revision = basis + 1;
  await trx
    .insertInto('import_run')
    .values({
      revision,
      recorded_at: run.recordedAt,
      recorded_by: run.recordedBy,
      reason: run.reason,
      source: run.source,
      file_name: run.fileName,
      sha256: run.sha256,
      seen_on: run.seenOn,
      fictional: Number(run.fictional),
      counts: JSON.stringify(run.counts),
    })
    .execute();
  for (const list of lists.values()) {
    await trx
      .insertInto('scheme_list')
      .values({
        scheme: list.scheme,
        revision,
        seen_on: run.seenOn,
        complete: Number(list.complete),
        row_count: list.rowCount,
        source: run.source,
      })
      .execute();
  }
  await writeProviders(trx, diff.providers, revision, run.seenOn);
  await writeCertificates(trx, diff.certificates, lists, run, revision);
  await sealRevision(trx, revision);
  return revision;
}
