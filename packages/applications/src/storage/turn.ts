import { asDatabaseError, DatabaseError, inTransaction, type OpenDatabase } from '@aipower/database';
import type { Kysely } from 'kysely';
import { closeLog, openLog, type Trx } from './chain.ts';
import type { DeskTables } from './tables.ts';

/** Longest queue served by one commit: whoever reads on the same connection waits for no more than this. */
const MAX_TOGETHER = 40;
const DOING = 'writing to the log of applications';

type Step<T> = (trx: Trx) => Promise<T>;
type Waiting = {
  readonly doing: string;
  readonly step: Step<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
};
type Queue = { readonly waiting: Waiting[]; serving: boolean };

const queues = new WeakMap<Kysely<DeskTables>, Queue>();

/**
 * Write in the log's turn. The log has one end, so writers go one after the other; those of this process that wait at the same
 * time share the turn, one transaction and one commit to disk, and nobody is answered before that commit. Other processes on the
 * same database take their turns between.
 *
 * A step that throws undoes the transaction; each of them is then carried out alone, so that no one fails for another's fault.
 *
 * @param doing begins the message of an error.
 * @param step writes through `trx` and does nothing else, for it may run more than once; never waits for another turn.
 * @throws DatabaseError, or what the step throws.
 */
export function inTurn<T>({ db }: OpenDatabase<DeskTables>, doing: string, step: Step<T>): Promise<T> {
  const queue = queues.get(db) ?? { waiting: [], serving: false };
  queues.set(db, queue);
  const result = new Promise<T>((resolve, reject) => queue.waiting.push({ doing, step, resolve, reject }));
  if (!queue.serving) void serve(db, queue);
  return result;
}

async function serve(db: Kysely<DeskTables>, queue: Queue): Promise<void> {
  queue.serving = true;
  while (queue.waiting.length > 0) await serveTogether(db, queue.waiting.splice(0, MAX_TOGETHER), queue);
  queue.serving = false;
}

async function serveTogether(db: Kysely<DeskTables>, together: readonly Waiting[], queue: Queue): Promise<void> {
  try {
    const results = await carryOut(
      db,
      together.map(({ step }) => step),
    );
    for (const [i, { resolve }] of together.entries()) resolve(results[i] as never);
  } catch (error) {
    if (isOutage(error)) {
      // Those behind came while the database did not answer: each would wait as long again to hear the same.
      for (const one of [...together, ...queue.waiting.splice(0)]) one.reject(named(error, one));
    } else if (together.length === 1) together[0]!.reject(named(error, together[0]!));
    else for (const one of together) await serveTogether(db, [one], queue);
  }
}

function carryOut(db: Kysely<DeskTables>, steps: readonly Step<unknown>[]): Promise<readonly unknown[]> {
  return inTransaction(db, DOING, async (trx) => {
    await openLog(trx);
    const results: unknown[] = [];
    for (const step of steps) results.push(await step(trx));
    await closeLog(trx);
    return results;
  });
}

/** The world failed for all of them; what the database refused may be the fault of one. */
function isOutage(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && error.code !== 'database-failed';
}

function named(error: unknown, { doing }: Waiting): unknown {
  const named = asDatabaseError(error, doing);
  return named instanceof DatabaseError ? new DatabaseError(named.code, doing, named.cause) : named;
}
