import { type Kysely, type Migration, Migrator } from 'kysely';
import { takeLock } from './exclusive.ts';
import { asDatabaseError, DatabaseError } from './fault.ts';
import type { OpenDatabase } from './open-database.ts';
import { retryWhileLocked } from './retry.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** What an owner's part of a database is made by. Several owners may share one database. */
export interface Migrations {
  /** The table that remembers which of them ran, such as `register_migration`. One owner, one table, for ever. */
  readonly table: string;
  /** Name → migration, the same on both databases. They run in the order of their names, which are kept for ever. */
  readonly steps: Readonly<Record<string, Migration>>;
}

/**
 * Brings an owner's part of the schema up to its newest migration, all or nothing. Any number of processes may start on
 * one empty database at once: one migrates, the others wait and find it done. A schema that is up to date is only read.
 *
 * @throws DatabaseError `schema-too-new` when the database knows a migration this program does not; `database-locked` when
 *   the turn did not come within about 15 seconds.
 */
export async function migrate<Tables>(
  open: OpenDatabase<Tables>,
  migrations: Migrations,
  doing = 'opening the database',
): Promise<void> {
  await retryWhileLocked(doing, async () => {
    if (await isUpToDate(open, migrations, doing)) return;
    if (open.dialect === 'sqlite') return insideOneTransaction(open, migrations, doing);
    const { release } = await takeLock(open, `migrate-${migrations.table.replaceAll('_', '-')}`, doing);
    try {
      await run(open.db, migrations, doing);
    } finally {
      release();
    }
  });
}

/** Read without a lock, so that a start does not wait for a write that is going on. */
async function isUpToDate<Tables>(
  open: OpenDatabase<Tables>,
  { table, steps }: Migrations,
  doing: string,
): Promise<boolean> {
  const tables = await open.db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === table)) return false;
  const db = open.db as unknown as Kysely<Record<string, { name: string }>>;
  const ran = (await db.selectFrom(table).select('name').execute()).map(({ name }) => name);
  const unknown = ran.find((name) => !Object.hasOwn(steps, name));
  if (unknown !== undefined) throw new DatabaseError('schema-too-new', doing, new Error(`migration ${unknown}`));
  return ran.length === Object.keys(steps).length;
}

/** Kysely runs SQLite's migrations one statement at a time and without a lock. Here the one connection holds the write lock throughout. */
async function insideOneTransaction<Tables>(
  { raw, db }: SqliteDatabase<Tables>,
  migrations: Migrations,
  doing: string,
): Promise<void> {
  raw.exec('begin immediate');
  try {
    await run(db, migrations, doing);
    raw.exec('commit');
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback');
    throw error;
  }
}

async function run<Tables>(db: Kysely<Tables>, { table, steps }: Migrations, doing: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => steps },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /corrupted migrations|previously executed migration/.test(error.message))
    throw new DatabaseError('schema-too-new', doing, error);
  throw asDatabaseError(error, doing);
}
