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

/** Where the log ends now. */
export async function currentHead({ db }: OpenDatabase<DeskTables>): Promise<Pick<LogHead, 'seq' | 'hash'>> {
  const last = await db
    .selectFrom('desk_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { seq: 0, hash: CHAIN_START };
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
