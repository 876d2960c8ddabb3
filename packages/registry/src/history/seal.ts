import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * The digest that seals an import: SHA-256 over the seal before it, what was recorded of the import, and every row that it
 * wrote or closed. Whoever changes a row, an import or their order must change every seal after it, and a seal that was
 * written down elsewhere shows that.
 */
type Db = Kysely<Tables>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The same text for the same row on both databases: columns by name. */
const rowText = (kind: string, row: object) =>
  JSON.stringify([kind, Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** What a row says when it is written; when it is closed is said by the import that closes it. */
function written(row: { readonly rev_to: number | null }): object {
  const { rev_to: _, ...rest } = row;
  return rest;
}

/** Digests of the rows an import wrote and closed, in an order of their own, for databases sort texts differently. */
async function rowDigests(db: Db, revision: number): Promise<string[]> {
  const digests: string[] = [];
  for (const table of ['provider_version', 'certificate_version'] as const) {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where((eb) => eb.or([eb('rev_from', '=', revision), eb('rev_to', '=', revision)]))
      .execute();
    for (const row of rows) {
      if (row.rev_from === revision) digests.push(sha256(rowText(`${table} written`, written(row))));
      const { rev_from, true_from } = row;
      const id = (row as { readonly certificate?: string }).certificate ?? row.ubn;
      if (row.rev_to === revision) digests.push(sha256(rowText(`${table} closed`, { id, rev_from, true_from })));
    }
  }
  return digests.sort();
}

/** What an import is sealed with; `previous` is the seal before it, empty for the first. */
export async function sealOf(db: Db, revision: number, previous: string): Promise<string> {
  const run = await db.selectFrom('import_run').selectAll().where('revision', '=', revision).executeTakeFirstOrThrow();
  const lists = await db.selectFrom('scheme_list').selectAll().where('revision', '=', revision).execute();
  const withdrawn = await db.selectFrom('withdrawal').selectAll().where('revision', '=', revision).execute();
  const about = [
    ...lists.map((list) => rowText('list', list)),
    ...withdrawn.map((one) => rowText('withdrawal', one)),
  ].sort();
  return sha256(JSON.stringify([previous, rowText('import', run), about, await rowDigests(db, revision)]));
}

/** Seals an import, last of all that is written of it, inside its transaction. */
export async function sealRevision(db: Db, revision: number): Promise<void> {
  const before = await db
    .selectFrom('import_seal')
    .select('digest')
    .where('revision', '=', revision - 1)
    .executeTakeFirst();
  const digest = await sealOf(db, revision, before?.digest ?? '');
  await db.insertInto('import_seal').values({ revision, digest }).execute();
}
