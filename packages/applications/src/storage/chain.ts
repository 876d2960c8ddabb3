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

/**
 * The turn of one writer. The first statement of a transaction that appends: SQLite gives it the write lock, PostgreSQL the
 * lock of the one row, and whoever comes second waits here and then reads what the first has written.
 */
export async function takeTurn(trx: Trx): Promise<void> {
  await trx
    .updateTable('desk_chain')
    .set((eb) => ({ turns: eb('turns', '+', 1) }))
    .where('id', '=', 1)
    .execute();
}

/** Append lines to the log, each carrying the hash of the one before. Only after `takeTurn`. */
export async function append(trx: Trx, entries: readonly LogEntry[]): Promise<readonly EventRow[]> {
  const last = await trx
    .selectFrom('desk_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  let [seq, prev] = [last?.seq ?? 0, last?.hash ?? CHAIN_START];
  const rows = entries.map((entry): EventRow => {
    const row = rowOf(++seq, prev, entry);
    prev = row.hash;
    return row;
  });
  if (rows.length > 0) await trx.insertInto('desk_event').values(rows).execute();
  return rows;
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
