import { randomUUID } from 'node:crypto';
import { inTransaction } from '@aipower/database';
import type { Transaction } from 'kysely';
import type { Database } from '../database/open.ts';
import type { Tables } from '../database/tables.ts';
import { withoutUnseen } from '../text-border.ts';
import { sealRevision } from './seal.ts';

/** Who takes an import back, when, and why. */
export interface WithdrawOptions {
  /** The instant, ISO 8601 with offset or Z. */
  readonly recordedAt: string;
  /** Who withdraws; kept in the history. */
  readonly by: string;
  /** Reason; kept in the history. */
  readonly why: string;
}

/** What the withdrawal of an import took back. */
export interface Withdrawal {
  /** The revision that the withdrawal made. */
  readonly revision: number;
  /** The imports that were taken back, oldest first. */
  readonly withdrawn: readonly number[];
}

const versions = ['provider_version', 'certificate_version'] as const;

/** Which imports count for a revision: those that no withdrawal up to it took back. */
export async function standingLists(db: Database | Transaction<Tables>, revision: number) {
  const all = await db
    .selectFrom('withdrawal')
    .selectAll()
    .where('revision', '<=', revision)
    .orderBy('revision', 'desc')
    .execute();
  // A withdrawal may have been withdrawn itself; the newest one stands.
  const standing: typeof all = [];
  const stands = (one: number) => !standing.some(({ back_to, revision: by }) => back_to < one && one < by);
  for (const one of all) if (stands(one.revision)) standing.push(one);
  return stands;
}

/**
 * Takes back an import and every one after it, as a revision of its own: the register is then what it was before, with the
 * lists and ages it had then, and later lists can be imported anew. Nothing is removed: what was known in between stays
 * known as what was known in between.
 *
 * @throws TypeError when there is no such import, or who and why are not said.
 * @internal
 */
export async function withdraw(db: Database, first: number, options: WithdrawOptions): Promise<Withdrawal> {
  if (!options.by?.trim() || !options.why?.trim())
    throw new TypeError('withdraw(…, { by, why }): who withdraws and why are part of the history and may not be empty');
  const backTo = first - 1;
  return inTransaction(db, 'withdrawing an import', async (trx) => {
    // The first statement writes, so that an import that comes between waits and then sees this one.
    await trx.updateTable('register_meta').set({ state: randomUUID() }).where('id', '=', 1).execute();
    const { revision: newest } = await trx.selectFrom('register_meta').select('revision').executeTakeFirstOrThrow();
    if (!Number.isInteger(first) || first < 1 || first > newest)
      throw new TypeError(`withdraw(revision): the register has imports 1 to ${newest}, not ${first}`);
    const revision = newest + 1;
    await trx.updateTable('register_meta').set({ revision }).where('id', '=', 1).execute();
    const { fictional, seen_on } = await trx
      .selectFrom('import_run')
      .select(['fictional', 'seen_on'])
      .where('revision', '=', first)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('import_run')
      .values({
        revision,
        recorded_at: new Date(options.recordedAt).toISOString(),
        recorded_by: withoutUnseen(options.by),
        reason: withoutUnseen(options.why),
        source: `withdrawal of ${first}${first < newest ? `–${newest}` : ''}`,
        file_name: '',
        sha256: '',
        seen_on,
        fictional,
        counts: '{}',
      })
      .execute();
    await trx.insertInto('withdrawal').values({ revision, back_to: backTo }).execute();
    for (const table of versions) await restoreRows(trx, table, backTo, revision);
    await sealRevision(trx, revision);
    return { revision, withdrawn: Array.from({ length: newest - backTo }, (_, index) => first + index) };
  });
}

/** Closes what was written since, and writes again what was closed since. */
async function restoreRows(
  trx: Transaction<Tables>,
  table: (typeof versions)[number],
  backTo: number,
  revision: number,
): Promise<void> {
  await trx
    .updateTable(table)
    .set({ rev_to: revision })
    .where('rev_to', 'is', null)
    .where('rev_from', '>', backTo)
    .execute();
  const rows = await trx
    .selectFrom(table)
    .selectAll()
    .where('rev_from', '<=', backTo)
    .where('rev_to', '>', backTo)
    .where('rev_to', '<', revision)
    .execute();
  for (let i = 0; i < rows.length; i += 400) {
    const again = rows.slice(i, i + 400).map((row) => ({ ...row, rev_from: revision, rev_to: null }));
    await trx
      .insertInto(table)
      .values(again as never)
      .execute();
  }
}
