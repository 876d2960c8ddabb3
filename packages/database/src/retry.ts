import { setTimeout } from 'node:timers/promises';
import { asDatabaseError, DatabaseError } from './fault.ts';

/** How long to wait for others, and how often to look whether they are done. */
export interface Patience {
  /** Milliseconds in all. */
  readonly inAll: number;
  /** Milliseconds between two tries, on average; apart by chance, so that many who wait do not come back together. */
  readonly between: number;
}

const forAStep: Patience = { inAll: 15_000, between: 50 };

/**
 * Runs a step that another process may be in the way of, again and again for about 15 seconds. SQLite's own waiting would
 * stop the whole process meanwhile; this lets other work through.
 *
 * @param doing what is done, such as `importing a list`; begins the message of an error.
 * @throws DatabaseError `database-locked` when it stayed locked, or whatever else the step throws, named.
 */
export async function retryWhileLocked<T>(
  doing: string,
  step: () => Promise<T>,
  { inAll, between }: Patience = forAStep,
): Promise<T> {
  const start = process.hrtime.bigint();
  for (;;) {
    try {
      return await step();
    } catch (error) {
      const named = asDatabaseError(error, doing);
      const locked = named instanceof DatabaseError && named.code === 'database-locked';
      if (!locked || process.hrtime.bigint() - start > BigInt(inAll) * 1_000_000n) throw named;
      await setTimeout(between * (0.4 + Math.random() * 1.2));
    }
  }
}
