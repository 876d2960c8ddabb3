import { setTimeout } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { asRegisterError, RegisterError } from './fault.ts';
import type { Database } from './open.ts';
import type { Tables } from './tables.ts';

const PAUSE_MS = 50;
const TRIES = 120;

/**
 * Runs a write that another process may be in the way of, again and again for about six seconds. SQLite's own waiting
 * would stop the whole process meanwhile; this lets other work through.
 */
export async function patiently<T>(doing: string, step: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await step();
    } catch (error) {
      const named = asRegisterError(error, doing);
      if (!(named instanceof RegisterError) || named.code !== 'database-locked' || tried === TRIES) throw named;
      await setTimeout(PAUSE_MS);
    }
  }
}

/**
 * Writes in one transaction, waiting patiently for its turn: all or nothing.
 *
 * A full disk makes SQLite roll back by itself, and rolling back once more then fails too: what is told is the failure
 * that came first.
 */
export function write<T>(db: Database, doing: string, step: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return patiently(doing, async () => {
    const trx = await db.startTransaction().execute();
    try {
      const result = await step(trx);
      await trx.commit().execute();
      return result;
    } catch (error) {
      // Gives the connection back whether or not there is still something to roll back.
      await trx
        .rollback()
        .execute()
        .catch(() => {});
      throw error;
    }
  });
}
