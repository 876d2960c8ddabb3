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

/**
 * The programmes that there are applications of, the newest year first: today's file of each, or the kept copy of the last
 * application where that year's file is gone.
 *
 * @throws DatabaseError when the database cannot be read.
 */
export async function programmesOfCases(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  programmes: ReadonlyMap<string, Programme>,
): Promise<readonly Programme[]> {
  const rows = await db
    .selectFrom('desk_application')
    .select(({ fn }) => ['programme', fn.max('id').as('last')])
    .groupBy('programme')
    .execute();
  const found = rows.map(async ({ programme, last }) => {
    const today = programmes.get(programme);
    if (today) return today;
    const { programme_hash } = await db
      .selectFrom('desk_application')
      .select('programme_hash')
      .where('id', '=', last)
      .executeTakeFirstOrThrow();
    return loadProgramme(db, programme_hash);
  });
  return (await Promise.all(found)).sort((a, b) => b.rocYear - a.rocYear);
}

/**
 * Keep the programme's file under its hash, once. A file of a year is a tenth of a megabyte, so it is asked for before it is sent;
 * not remembered from the last time: a database that was restored may no longer hold it.
 */
export async function keepProgramme(trx: Trx, programme: Programme): Promise<void> {
  const hash = programmeHash(programme);
  const kept = await trx.selectFrom('desk_programme').select('hash').where('hash', '=', hash).executeTakeFirst();
  if (kept) return;
  await trx
    .insertInto('desk_programme')
    .values({ hash, id: programme.id, body: canonicalText(programme) })
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
