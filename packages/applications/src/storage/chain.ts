import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Actor } from '../actor.ts';
import { canonicalText } from '../text-hash.ts';
import type { DeskTables, EventRow } from './tables.ts';

export type Trx = Transaction<DeskTables>;
/** `act`: what staff did beside the case files, such as logging in or telling a company by telephone. */
export type LogKind = 'event' | 'refused' | 'read' | 'act';
export type LogEntry = {
  readonly kind: LogKind;
  readonly at: string;
  readonly application: string | null;
  readonly type: string;
  readonly by: Actor;
  /** What the line says beside its head; no name, telephone or address of a person. */
  readonly body: unknown;
};

/** What the first line of a log follows. */
export const CHAIN_START = '0'.repeat(64);

/** The end of the log as a turn sees it, and the lines that it has not written yet. */
type End = { seq: number; hash: string; readonly unwritten: EventRow[] };
const ends = new WeakMap<Trx, End>();

/**
 * Take the turn of the one writer; `inTurn` does so. The first statement of the transaction: SQLite gives it the write lock,
 * PostgreSQL the lock of the one row, and whoever comes second waits here and then reads what the first has written.
 */
export async function openLog(trx: Trx): Promise<void> {
  await trx
    .updateTable('desk_chain')
    .set((eb) => ({ turns: eb('turns', '+', 1) }))
    .where('id', '=', 1)
    .execute();
  // A statement of its own: what PostgreSQL reads beside the update it had read before it waited for the lock.
  const last = await trx
    .selectFrom('desk_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  ends.set(trx, { seq: last?.seq ?? 0, hash: last?.hash ?? CHAIN_START, unwritten: [] });
}

/** Append lines to the log, each carrying the hash of the one before. They are written when the turn ends, or is asked for them. */
export function append(trx: Trx, entries: readonly LogEntry[]): readonly EventRow[] {
  const end = ends.get(trx);
  if (!end) throw new TypeError('append(trx): the log is written in its turn only; use inTurn');
  return entries.map((entry) => {
    const row = rowOf(end.seq + 1, end.hash, entry);
    [end.seq, end.hash] = [row.seq, row.hash];
    end.unwritten.push(row);
    return row;
  });
}

/** Write the lines of this turn so far; before its end for whoever reads the log inside the turn. */
export async function closeLog(trx: Trx): Promise<void> {
  const rows = ends.get(trx)?.unwritten.splice(0) ?? [];
  // SQLite takes 32,766 values in a statement, and keeps short ones prepared.
  for (let at = 0; at < rows.length; at += 100) {
    await trx
      .insertInto('desk_event')
      .values(rows.slice(at, at + 100))
      .execute();
  }
}

function rowOf(seq: number, prev: string, { kind, at, application, type, by, body }: LogEntry): EventRow {
  const payload = canonicalText({ seq, kind, at, application, type, by, body });
  return {
    seq,
    prev_hash: prev,
    hash: lineHash(prev, payload),
    at,
    kind,
    application,
    type,
    actor_kind: by.kind,
    actor_id: by.id,
    payload,
  };
}

/** The hash of a line: of the hash before it and of its text. */
export function lineHash(prev: string, payload: string): string {
  return createHash('sha256').update(`${prev}\n${payload}`).digest('hex');
}
