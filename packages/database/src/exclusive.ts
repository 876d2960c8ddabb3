import { asDatabaseError, DatabaseError } from './fault.ts';
import type { OpenDatabase } from './open-database.ts';
import { retryWhileLocked } from './retry.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** A lock that is held; `release` gives it back, and so does the system when the process dies. */
export interface HeldLock {
  readonly release: () => void;
}

/**
 * Takes a named lock that every process on this database shares, at once or not at all.
 *
 * SQLite: a small file beside the database, `<path>-<name>.lock`, so that the database itself stays readable and writable.
 * PostgreSQL: an advisory lock of a session of its own.
 *
 * @param name letters, digits and hyphens.
 * @param doing what is done; begins the message of an error.
 * @throws DatabaseError `database-locked` when another process holds it.
 */
export async function takeLock<Tables>(open: OpenDatabase<Tables>, name: string, doing: string): Promise<HeldLock> {
  if (!/^[a-z0-9-]{1,40}$/.test(name)) throw new TypeError(`takeLock(name): letters, digits and hyphens, not ${name}`);
  if (open.dialect === 'sqlite') return takeFileLock(open, name, doing);
  const { client, release } = await open.connectForLongWork();
  try {
    const text = 'select pg_try_advisory_lock(hashtext($1)) as locked';
    const { rows } = await client.query<{ locked: boolean }>(text, [`aipower ${name}`]);
    if (!rows[0]!.locked)
      throw new DatabaseError('database-locked', doing, new Error(`another process holds the lock ${name}`));
    return { release };
  } catch (error) {
    release();
    throw error;
  }
}

function takeFileLock<Tables>(open: SqliteDatabase<Tables>, name: string, doing: string): HeldLock {
  if (open.path === ':memory:') return { release: () => {} };
  const lock = open.openFile(`${open.path}-${name}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    throw asDatabaseError(error, doing);
  }
}

/**
 * Runs a step while holding a named lock: of several processes that start at once, one seeds, and the others then see what
 * it left. Waits up to about two minutes for its turn: whoever is at it may be importing, on a machine where all start at once.
 * @throws DatabaseError `database-locked` when the turn does not come; what the step throws.
 */
export async function exclusively<Tables, T>(
  open: OpenDatabase<Tables>,
  name: string,
  doing: string,
  step: () => Promise<T>,
): Promise<T> {
  // Each look is a connection of its own: many who look often would slow down the one they wait for.
  const { release } = await retryWhileLocked(doing, () => takeLock(open, name, doing), {
    inAll: 120_000,
    between: 400,
  });
  try {
    return await step();
  } finally {
    release();
  }
}
