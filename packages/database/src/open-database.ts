import { readDatabaseUrl } from './database-url.ts';
import { asDatabaseError } from './fault.ts';
import { openPostgres, type PostgresDatabase, type Timeouts } from './postgres.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';

/** An open database: Kysely over it, and what only the dialect itself can do. */
export type OpenDatabase<Tables> = SqliteDatabase<Tables> | PostgresDatabase<Tables>;

/** How to open a database. */
export interface OpenOptions {
  /** Begins the message of every error; default `opening the database`. */
  readonly doing?: string | undefined;
  /** Open an existing SQLite file without writing to it. For PostgreSQL, give a user who may only read. */
  readonly readOnly?: boolean | undefined;
  /** Make a SQLite file that is missing, and its folder (default true). */
  readonly create?: boolean | undefined;
  /** Milliseconds PostgreSQL is waited for. */
  readonly timeouts?: Partial<Timeouts> | undefined;
}

/**
 * Opens a database without touching its schema. A PostgreSQL server is not asked until the first query.
 *
 * @param url a SQLite file as path, `file:` or `sqlite:` URL, `:memory:`, or `postgres://…`.
 * @throws TypeError for another address; DatabaseError with a code of {@link DatabaseFault}.
 */
export async function openDatabase<Tables>(url: string, options: OpenOptions = {}): Promise<OpenDatabase<Tables>> {
  const { doing = 'opening the database', readOnly = false, create = true } = options;
  const where = readDatabaseUrl(url);
  try {
    return where.dialect === 'postgres'
      ? await openPostgres<Tables>(where.url, options.timeouts)
      : await openSqlite<Tables>(where.path, { doing, readOnly, create });
  } catch (error) {
    throw asDatabaseError(error, doing);
  }
}
