import type { OpenDatabase } from '@aipower/database';
import { CHAIN_START } from './chain.ts';
import type { DeskTables } from './tables.ts';

/** The end of the log on a day, signed: a log that was cut or written anew no longer contains it. */
export type LogHead = {
  /** The day in Taiwan. */
  readonly day: string;
  /** Number of the last line. */
  readonly seq: number;
  /** That line's hash, hex. */
  readonly hash: string;
  /** ISO instant at which it was read. */
  readonly at: string;
  /** The signed receipt. */
  readonly token: string;
};

/** A line of the log: its number and its hash, hex. The number alone is no name of it: a log that was restored counts on anew. */
export type LogEnd = Pick<LogHead, 'seq' | 'hash'>;

/** The end of a log without a line. */
export const EMPTY_LOG: LogEnd = { seq: 0, hash: CHAIN_START };

/**
 * Does the log go on from what was its end? Not when the database was restored meanwhile, whatever was written since: what is
 * known from the lines up to there is then to be read anew.
 */
export async function goesOnFrom({ db }: OpenDatabase<DeskTables>, { seq, hash }: LogEnd): Promise<boolean> {
  if (seq === 0) return true;
  const line = await db.selectFrom('desk_event').select('hash').where('seq', '=', seq).executeTakeFirst();
  return line?.hash === hash;
}

/** Where the log ends now. */
export async function currentHead({ db }: OpenDatabase<DeskTables>): Promise<LogEnd> {
  const last = await db
    .selectFrom('desk_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? EMPTY_LOG;
}

/** Keep the head of a day; of two processes that come with one, the first is kept. */
export async function keepLogHead({ db }: OpenDatabase<DeskTables>, head: LogHead): Promise<void> {
  await db
    .insertInto('desk_log_head')
    .values(head)
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
}

/** Heads that were signed, the newest first. @param until last day, inclusive */
export async function logHeads(
  { db }: OpenDatabase<DeskTables>,
  { most, until }: { readonly most: number; readonly until?: string },
): Promise<readonly LogHead[]> {
  let rows = db.selectFrom('desk_log_head').selectAll().orderBy('day', 'desc').limit(most);
  if (until !== undefined) rows = rows.where('day', '<=', until);
  return rows.execute();
}
