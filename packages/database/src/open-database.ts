import type Sqlite from 'better-sqlite3';
import type { CompiledQuery, Kysely } from 'kysely';
import type pg from 'pg';
import { readDatabaseUrl } from './database-url.ts';
import { asDatabaseError } from './fault.ts';
import { openPostgres, type Timeouts } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** A SQLite file that is open: WAL, foreign keys on, every commit on the disk. */
export interface SqliteDatabase<Tables> {
  readonly dialect: 'sqlite';
  /** Queries. */
  readonly db: Kysely<Tables>;
  /** The one connection, for what only SQLite can do. */
  readonly raw: Sqlite.Database;
  /** Rows of queries that only read, in this turn; `null` while the connection is in a transaction, or closed. */
  readonly readNow: (queries: readonly CompiledQuery[]) => unknown[][] | null;
  /** Path of the file, or `:memory:`. */
  readonly path: string;
  /** Opens another SQLite file with the same driver; the caller closes it. */
  readonly openFile: (path: string, options?: Sqlite.Options) => Sqlite.Database;
  /** Safe to call while queries run. */
  readonly close: () => Promise<void>;
}

/** A pool of connections to a PostgreSQL database. */
export interface PostgresDatabase<Tables> {
  readonly dialect: 'postgres';
  /** Queries. */
  readonly db: Kysely<Tables>;
  /** The pool, for what only PostgreSQL can do. */
  readonly pool: pg.Pool;
  /** A connection whose statements may take up to `longStatement`; `release` also gives back the locks it took. */
  readonly connectForLongWork: () => Promise<{ client: pg.PoolClient; release: () => void }>;
  /** Comes back within about a second, also when the server is frozen: what still waits then is cut off. */
  readonly close: () => Promise<void>;
}

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
