import type { OpenDatabase } from '@aipower/database';
import type { Programme } from '@aipower/programme';
import type { CaseFile } from '../case-file.ts';
import { programmeHash } from '../rules.ts';
import { canonicalText } from '../text-hash.ts';
import type { Trx } from './chain.ts';
import type { DeskTables } from './tables.ts';

/**
 * The programme that an application is under: the copy it was submitted with, whatever became of the file since. A draft is
 * written to today's file of its year, and to its kept copy where that year's file is gone.
 *
 * @param programmes today's files by id, as `programmesFrom` of `@aipower/programme` gives them.
 * @throws DatabaseError when the database cannot be read.
 */
export async function programmeOfCase(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  { rules, programme }: Pick<CaseFile, 'rules' | 'programme'>,
  programmes: ReadonlyMap<string, Programme>,
): Promise<Programme> {
  const current = rules ? undefined : programmes.get(programme.id);
  return current ?? loadProgramme(db, programme.hash);
}

/** Keep the programme's file under its hash, once. */
export async function keepProgramme(trx: Trx, programme: Programme): Promise<void> {
  await trx
    .insertInto('desk_programme')
    .values({ hash: programmeHash(programme), id: programme.id, body: canonicalText(programme) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

// A file of a year is asked for at every command; parsed once per process, since what has a hash does not change.
const parsed = new Map<string, Programme>();

/** A kept copy by its hash. */
export async function loadProgramme(db: Pick<Trx, 'selectFrom'>, hash: string): Promise<Programme> {
  const known = parsed.get(hash);
  if (known) return known;
  const { body } = await db
    .selectFrom('desk_programme')
    .select('body')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  const programme = JSON.parse(body) as Programme;
  parsed.set(hash, programme);
  return programme;
}
