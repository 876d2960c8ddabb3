import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { asDatabaseError, DatabaseError } from './fault.ts';
import type { OpenDatabase } from './open-database.ts';

/**
 * Does the database answer? For a readiness probe: asks one question and waits no longer than told.
 * @param limit milliseconds; default 2,000.
 * @throws DatabaseError: `database-timeout` when the time is over, otherwise what is wrong.
 */
export async function assertAnswers<Tables>(open: OpenDatabase<Tables>, limit = 2000): Promise<void> {
  const doing = 'asking the database';
  const waiting = new AbortController();
  const late = async () => {
    await setTimeout(limit, undefined, { signal: waiting.signal });
    throw new DatabaseError('database-timeout', doing, new Error(`no answer within ${limit / 1000} s`));
  };
  const question = sql`select 1`.execute(open.db);
  try {
    await Promise.race([question, late()]);
  } catch (error) {
    // The question goes on until its own limit; nobody waits for it any more.
    question.catch(() => {});
    throw asDatabaseError(error, doing);
  } finally {
    waiting.abort();
  }
}
