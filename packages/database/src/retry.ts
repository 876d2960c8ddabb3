import { setTimeout } from 'node:timers/promises';
import { asDatabaseError, DatabaseError } from './fault.ts';

const PATIENCE_MS = 15_000;

/** Apart by chance, so that many who wait do not come back together. */
const pause = () => setTimeout(20 + Math.random() * 60);

/**
 * Runs a step that another process may be in the way of, again and again for about 15 seconds. SQLite's own waiting would
 * stop the whole process meanwhile; this lets other work through.
 *
 * @param doing what is done, such as `importing a list`; begins the message of an error.
 * @throws DatabaseError `database-locked` when it stayed locked, or whatever else the step throws, named.
 */
export async function retryWhileLocked<T>(doing: string, step: () => Promise<T>): Promise<T> {
  const start = process.hrtime.bigint();
  for (;;) {
    try {
      return await step();
    } catch (error) {
      const named = asDatabaseError(error, doing);
      const locked = named instanceof DatabaseError && named.code === 'database-locked';
      if (!locked || process.hrtime.bigint() - start > BigInt(PATIENCE_MS) * 1_000_000n) throw named;
      await pause();
    }
  }
}
