import type { Kysely, Transaction } from 'kysely';
import { retryWhileLocked } from './retry.ts';

/**
 * Writes in one transaction, waiting for its turn: all or nothing. The step may run more than once, so it does nothing
 * but write through `trx`; it should write first and read then, so that its turn comes before what it reads.
 *
 * A full disk makes SQLite roll back by itself, and rolling back once more then fails too: what is thrown is the failure
 * that came first.
 *
 * @throws DatabaseError, or what the step throws.
 */
export function inTransaction<Tables, T>(
  db: Kysely<Tables>,
  doing: string,
  step: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return retryWhileLocked(doing, async () => {
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
