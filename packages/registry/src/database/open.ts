import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { RegisterError } from './fault.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** An open database: Kysely over it, and what only the dialect itself can do. */
export type OpenDatabase =
  | { readonly dialect: 'sqlite'; readonly db: Database; readonly raw: Sqlite.Database; readonly path: string }
  | { readonly dialect: 'postgres'; readonly db: Database; readonly pool: pg.Pool };

/**
 * Which database does a `DATABASE_URL` name? `postgres://…` or `postgresql://…`; anything else is a SQLite file, as a
 * path, a `file:` or `sqlite:` URL, or `:memory:`.
 * @throws TypeError for an empty text or a URL of another database.
 */
export function readDatabaseUrl(
  url: string,
): { dialect: 'postgres'; url: string } | { dialect: 'sqlite'; path: string } {
  if (typeof url !== 'string' || url.trim() === '') {
    throw new TypeError('openRegister(databaseUrl): databaseUrl is empty; give a file path or postgres://…');
  }
  if (/^postgres(ql)?:\/\//.test(url)) return { dialect: 'postgres', url };
  if (/^file:\/\//.test(url)) return { dialect: 'sqlite', path: fileURLToPath(url) };
  const path = url.replace(/^(?:sqlite|file):(?:\/\/)?/, '');
  const other = /^([a-z][a-z0-9+]+):\/\//i.exec(path);
  if (other)
    throw new TypeError(`openRegister(databaseUrl): ${other[1]}:// is not supported; give a file path or postgres://…`);
  return { dialect: 'sqlite', path };
}

/** better-sqlite3 prepares a statement anew for each call; kept, a small query costs a third. */
function keepStatements(raw: Sqlite.Database): Pick<Sqlite.Database, 'prepare' | 'close'> {
  const kept = new Map<string, Sqlite.Statement>();
  return {
    prepare: ((sql: string) => {
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
  throw new Error(`@aipower/registry opens SQLite with Node 22.18 or newer; this is Node ${process.versions.node}.`);
}

function openSqlite(path: string, readOnly: boolean, create: boolean): OpenDatabase {
  assertNode();
  if (path !== ':memory:' && !readOnly) {
    if (create) makeFolder(dirname(path));
    else if (!existsSync(path))
      throw new RegisterError(
        'database-unreachable',
        `opening the register ${path}`,
        new Error('there is no such file'),
      );
  }
  // A short wait, for it stops the process; longer ones are `patiently`'s.
  const raw = new Sqlite(path, { timeout: 20, readonly: readOnly });
  try {
    if (!readOnly) raw.pragma('journal_mode = WAL');
    // NORMAL loses no committed import to a crash of the program; a power cut may lose the last one, never the file.
    // An import is worth an fsync: FULL.
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cache_size = -16000');
  } catch (error) {
    raw.close();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepStatements(raw) as never }) });
  return { dialect: 'sqlite', db, raw, path };
}

// Counts (int8) come as text by default; all of ours fit a number.
const types = new pg.TypeOverrides();
types.setTypeParser(20, Number);

function openPostgres(url: string): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 5, connectionTimeoutMillis: 5000, types });
  // A connection that dies idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return { dialect: 'postgres', pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}

/** Opens the database without touching its schema. A missing SQLite file is made, its folder too, unless told not to. */
export function openDatabase(url: string, options: { readOnly?: boolean; create?: boolean } = {}): OpenDatabase {
  const where = readDatabaseUrl(url);
  if (where.dialect === 'postgres') return openPostgres(where.url);
  if (where.path === '') throw new RegisterError('database-unreachable', 'opening the register');
  return openSqlite(where.path, options.readOnly ?? false, options.create ?? true);
}
