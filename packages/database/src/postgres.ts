import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { PoolClient } from 'pg';
import { type BoundedClient, boundedClient } from './bounded-client.ts';
import { loadPostgres } from './driver.ts';
import { DatabaseError } from './fault.ts';

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

/** How long PostgreSQL is waited for, in milliseconds. Nothing waits without bound. */
export interface Timeouts {
  /** A connection, or a free place in the pool. Default 5,000. */
  readonly connect: number;
  /** One statement, counted by the server. Default 20,000. */
  readonly statement: number;
  /** A row or table that another transaction holds. Default 5,000; then the write is tried again. */
  readonly lock: number;
  /** Any answer at all, counted here: a server or network that froze. Default 25,000; longer than `statement`. */
  readonly answer: number;
  /** A transaction in which nothing happens. Default 60,000. */
  readonly idleTransaction: number;
  /** One statement of work that is known to take long, such as building an index: `connectForLongWork`. Default two hours. */
  readonly longStatement: number;
}

const defaults: Timeouts = {
  connect: 5000,
  statement: 20_000,
  lock: 5000,
  answer: 25_000,
  idleTransaction: 60_000,
  longStatement: 7_200_000,
};

/** How long a closing pool waits for connections to say goodbye. */
const GOODBYE_MS = 1000;

/** @internal */
export async function openPostgres<Tables>(
  url: string,
  given: Partial<Timeouts> = {},
): Promise<PostgresDatabase<Tables>> {
  const pg = await loadPostgres();
  const wait = { ...defaults, ...given };
  // Counts (int8) come as text by default; all of ours fit a number.
  const types = new pg.TypeOverrides();
  types.setTypeParser(20, Number);
  const living = new Set<BoundedClient>();
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    types,
    Client: boundedClient(pg, wait.answer, living),
    connectionTimeoutMillis: wait.connect,
    statement_timeout: wait.statement,
    lock_timeout: wait.lock,
    idle_in_transaction_session_timeout: wait.idleTransaction,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  // A connection that dies idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: 'postgres',
    db,
    pool,
    connectForLongWork: () => connectForLongWork(() => pool.connect(), wait.longStatement),
    async close() {
      setTimeout(() => {
        for (const client of living) client.cut(new DatabaseError('database-closed', 'asking the database'));
      }, GOODBYE_MS).unref();
      // `destroy` of Kysely waits for its pool only when something was asked before.
      await db.destroy();
      if (!pool.ending) await pool.end();
    },
  };
}

/** The session is thrown away with its settings and locks, so nobody else inherits its patience. */
async function connectForLongWork(
  connect: () => Promise<PoolClient>,
  limit: number,
): Promise<{ client: PoolClient; release: () => void }> {
  const client = await connect();
  try {
    await client.query(`set statement_timeout = ${Math.trunc(limit)}`);
    await client.query('set idle_in_transaction_session_timeout = 0');
    (client as unknown as BoundedClient).limit = limit + 5000;
    return { client, release: () => client.release(true) };
  } catch (error) {
    client.release(true);
    throw error;
  }
}
