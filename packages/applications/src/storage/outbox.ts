import type { OpenDatabase } from '@aipower/database';
import type { NoticeKind } from '../notice.ts';
import type { DeskTables } from './tables.ts';

/** A notice that waits to be sent, or was sent; `id` is meant as the Message-ID. */
export type OutboxNotice = {
  /** Also the Message-ID of the mail: a crash between sending and recording cannot make a second, other mail. */
  readonly id: string;
  readonly application: string;
  readonly kind: NoticeKind;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly tries: number;
};

/** Sends one notice; what it throws is kept and tried again later. */
export type SendNotice = (notice: OutboxNotice) => Promise<void>;

const MAX_TRIES = 10;
const FIRST_PAUSE_SECONDS = 60;
/** While one process sends, another leaves the notice alone for so long. */
const SENDING_SECONDS = 300;

const later = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** Send what is due, the oldest first, with a growing pause after each failure. @returns how many went out and how many failed. */
export async function sendDueNotices(
  { db }: OpenDatabase<DeskTables>,
  send: SendNotice,
  now: string,
  most = 100,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const at = new Date(now).toISOString();
  const due = await db
    .selectFrom('desk_outbox')
    .selectAll()
    .where('state', 'in', ['waiting', 'sending'])
    .where('next_at', '<=', at)
    .orderBy('created_at')
    .limit(most)
    .execute();
  let [sent, failed] = [0, 0];
  for (const row of due) {
    const claimed = await db
      .updateTable('desk_outbox')
      .set({ state: 'sending', next_at: later(at, SENDING_SECONDS), tries: row.tries + 1 })
      .where('id', '=', row.id)
      .where('tries', '=', row.tries)
      .executeTakeFirst();
    if (claimed.numUpdatedRows !== 1n) continue;
    const { id, application, kind, detail, created_at, tries } = row;
    const notice = {
      id,
      application,
      kind: kind as NoticeKind,
      detail: JSON.parse(detail),
      createdAt: created_at,
      tries: tries + 1,
    };
    const change = await attempt(send, notice, at);
    await db.updateTable('desk_outbox').set(change).where('id', '=', id).execute();
    if (change.state === 'sent') sent++;
    else failed++;
  }
  return { sent, failed };
}

async function attempt(send: SendNotice, notice: OutboxNotice, at: string) {
  try {
    await send(notice);
    return { state: 'sent', sent_at: at, last_error: null };
  } catch (error) {
    const given = notice.tries >= MAX_TRIES;
    const pause = FIRST_PAUSE_SECONDS * 2 ** (notice.tries - 1);
    return {
      state: given ? 'failed' : 'waiting',
      next_at: later(at, pause),
      last_error: String((error as Error).message).slice(0, 300),
    };
  }
}

/** An officer told the company by another way, or wants it sent again. */
export async function settleNotice(
  { db }: OpenDatabase<DeskTables>,
  id: string,
  how: 'told-by-phone' | 'sent-by-hand' | 'send-again',
  now: string,
): Promise<boolean> {
  const at = new Date(now).toISOString();
  const change = how === 'send-again' ? { state: 'waiting', next_at: at, tries: 0 } : { state: how, sent_at: at };
  const { numUpdatedRows } = await db.updateTable('desk_outbox').set(change).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows === 1n;
}
