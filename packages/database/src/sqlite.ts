import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import { loadSqlite } from './driver.ts';
import { DatabaseError } from './fault.ts';
import { retryWhileLocked } from './retry.ts';
import { sameFileCheck } from './same-file.ts';

/** A SQLite file that is open: WAL, foreign keys on, every commit on the disk. */
export interface SqliteDatabase<Tables> {
  readonly dialect: 'sqlite';
  /** Queries. */
  readonly db: Kysely<Tables>;
  /** The one connection, for what only SQLite can do. */
  readonly raw: Sqlite.Database;
  /** Rows of queries that only read, in this turn and of one moment; `null` while the connection is in a transaction, or closed. */
  readonly readNow: (queries: readonly CompiledQuery[]) => unknown[][] | null;
  /** Path of the file, or `:memory:`. */
  readonly path: string;
  /** Opens another SQLite file with the same driver; the caller closes it. */
  readonly openFile: (path: string, options?: Sqlite.Options) => Sqlite.Database;
  /** Safe to call while queries run. */
  readonly close: () => Promise<void>;
}

/**
 * better-sqlite3 prepares a statement anew for each call; kept, a small query costs a third.
 * @param assertSameFile asked before each statement, and in a transaction before it begins and before it is committed
 */
function keepStatements(raw: Sqlite.Database, assertSameFile: () => void): Pick<Sqlite.Database, 'prepare' | 'close'> {
  const kept = new Map<string, Sqlite.Statement>();
  return {
    prepare: ((sql: string) => {
      if (!raw.inTransaction || sql === 'commit') assertSameFile();
      let statement = kept.get(sql);
      if (!statement) {
        statement = raw.prepare(sql);
        if (kept.size < 200 && sql.length < 4000) kept.set(sql, statement);
      }
      return statement;
    }) as Sqlite.Database['prepare'],
    close: () => raw.close(),
  };
}

/** Reads at once, under one lock, with statements of its own: those of Kysely may be in the middle of their rows. */
function readerOf(raw: Sqlite.Database, assertSameFile: () => void): SqliteDatabase<never>['readNow'] {
  const { prepare } = keepStatements(raw, assertSameFile);
  return (queries) => {
    if (!raw.open || raw.inTransaction) return null;
    prepare('begin').run();
    try {
      return queries.map(({ sql, parameters }) => prepare(sql).all(...parameters));
    } finally {
      // A severe failure ends the transaction by itself.
      if (raw.inTransaction) prepare('commit').run();
    }
  };
}

/** Makes a folder and those above it, one by one: where none can be made (/proc), Node's `recursive` never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** better-sqlite3 ends the whole process under an older Node, without a word. */
function assertNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  throw new Error(`SQLite is opened with Node 22.18 or newer; this is Node ${process.versions.node}.`);
}

function connect(Driver: typeof Sqlite, path: string, readOnly: boolean): Sqlite.Database {
  // A short wait, for it stops the process; longer ones are `retryWhileLocked`'s.
  const raw = new Driver(path, { timeout: 20, readonly: readOnly });
  try {
    // Several first starts at once are in each other's way here too.
    if (!readOnly) raw.pragma('journal_mode = WAL');
    // NORMAL loses no committed write to a crash of the program; a power cut may lose the last one, never the file.
    // A write is worth an fsync: FULL.
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cache_size = -16000');
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** @internal */
export async function openSqlite<Tables>(
  path: string,
  options: { doing: string; readOnly: boolean; create: boolean },
): Promise<SqliteDatabase<Tables>> {
  const { doing, readOnly, create } = options;
  const Driver = await loadSqlite();
  assertNode();
  if (path === '') throw new DatabaseError('database-unreachable', doing, new Error('the path is empty'));
  if (path !== ':memory:' && !readOnly) {
    if (create) makeFolder(dirname(path));
    else if (!existsSync(path))
      throw new DatabaseError('database-unreachable', doing, new Error(`there is no file ${path}`));
  }
  const raw = await retryWhileLocked(doing, async () => connect(Driver, path, readOnly));
  const sameFile = sameFileCheck({ dialect: 'sqlite', path }, 'asking the database');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepStatements(raw, sameFile) as never }) });
  return {
    dialect: 'sqlite',
    db,
    raw,
    readNow: readerOf(raw, sameFile),
    path,
    openFile: (file, fileOptions) => new Driver(file, fileOptions),
    close: () => db.destroy(),
  };
}
