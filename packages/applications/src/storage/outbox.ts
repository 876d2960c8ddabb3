import type { OpenDatabase } from '@aipower/database';
import type { Actor } from '../actor.ts';
import type { NoticeKind } from '../notice.ts';
import { append } from './chain.ts';
import { type Delivery, deliveriesOf, type KeptDelivery, keepDeliveries, recipientHash } from './deliveries.ts';
import type { DeskTables, OutboxRow } from './tables.ts';
import { inTurn } from './turn.ts';

/** A notice that waits to be sent, or was sent; `id` is meant as the Message-ID. */
export type OutboxNotice = {
  /** Also the Message-ID of the mail: a crash between sending and recording cannot make a second, other mail. */
  readonly id: string;
  /** Id of the application it tells of. */
  readonly application: string;
  /** Which letter. */
  readonly kind: NoticeKind;
  /** What the letter fills in, by name. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** ISO instant. */
  readonly createdAt: string;
  /** How often it was handed to the mail server. */
  readonly tries: number;
};

/**
 * Sends one notice to its recipients, without those for whom a server answered for good before, and says what the server answered for each; what it
 * throws is kept and tried again later.
 *
 * @throws NothingCanBeSent
 */
export type SendNotice = (
  notice: OutboxNotice,
  isSettled: (address: string) => boolean,
) => Promise<readonly Delivery[]>;

/**
 * Thrown by a {@link SendNotice} where no notice at all can be sent at present, because the mail server is away or takes nobody:
 * that is no try of this one, and the others are not tried.
 */
export class NothingCanBeSent extends Error {
  override name = 'NothingCanBeSent';
}

const MAX_TRIES = 10;
const FIRST_PAUSE_SECONDS = 60;
/** While one process sends, another leaves the notice alone for so long. */
const SENDING_SECONDS = 300;

const later = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

/**
 * Send what is due, the oldest first, with a growing pause after each failure. Ends early where {@link NothingCanBeSent}.
 * @returns how many went out and how many failed.
 */
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
    const change = await attempt({ db }, send, notice, at);
    await db.updateTable('desk_outbox').set(change).where('id', '=', id).execute();
    if (change.state === 'sent' || change.state === 'partly-sent') sent++;
    else failed++;
    if (change.tries < notice.tries) break;
  }
  return { sent, failed };
}

async function attempt(open: Pick<OpenDatabase<DeskTables>, 'db'>, send: SendNotice, notice: OutboxNotice, at: string) {
  const { id, tries } = notice;
  const waiting = (last_error: string) => {
    const pause = FIRST_PAUSE_SECONDS * 2 ** (tries - 1);
    return { state: tries >= MAX_TRIES ? 'failed' : 'waiting', tries, next_at: later(at, pause), last_error };
  };
  try {
    const before = (await deliveriesOf(open, [id])).get(id)!.filter((one) => one.state !== 'deferred');
    const settled = new Set(before.map(({ recipient }) => recipient));
    const now = await send(notice, (address) => settled.has(recipientHash(address)));
    await keepDeliveries(open, id, now, at);
    const deferred = now.find((one) => one.state === 'deferred');
    if (deferred && tries < MAX_TRIES) return waiting(deferred.answer ?? '');
    const all = [...before, ...now];
    const refused = all.find((one) => one.state !== 'taken');
    if (!refused) return { state: 'sent', tries, sent_at: at, last_error: null };
    const isPartly = all.some((one) => one.state === 'taken');
    return { state: isPartly ? 'partly-sent' : 'failed', tries, last_error: refused.answer };
  } catch (error) {
    const last_error = String((error as Error).message).slice(0, 300);
    if (error instanceof NothingCanBeSent)
      return { state: 'waiting', tries: tries - 1, next_at: later(at, FIRST_PAUSE_SECONDS), last_error };
    return waiting(last_error);
  }
}

/** What an officer may do about a notice that did not go out, in the words of the log. */
export const settlements = ['told-by-phone', 'sent-by-hand', 'send-again'] as const;
/** One of {@link settlements}. */
export type Settlement = (typeof settlements)[number];

/**
 * An officer told the company by another way, or wants it sent again. Said in the log, under the officer's id.
 *
 * @param seen the states it may stand in: where a colleague has settled it since, nothing is done. Left out: any.
 * @returns whether it was done.
 */
export async function settleNotice(
  open: OpenDatabase<DeskTables>,
  id: string,
  how: Settlement,
  by: Actor,
  now: string,
  seen?: readonly OutboxState[],
): Promise<boolean> {
  const at = new Date(now).toISOString();
  const change = how === 'send-again' ? { state: 'waiting', next_at: at, tries: 0 } : { state: how, sent_at: at };
  return inTurn(open, 'settling a notice', async (trx) => {
    let update = trx.updateTable('desk_outbox').set(change).where('id', '=', id);
    if (seen) update = update.where('state', 'in', [...seen]);
    const row = await update.returning('application').executeTakeFirst();
    if (!row) return false;
    // Once more: to all where all were reached, else to those alone who were not.
    if (how === 'send-again') {
      const kept = trx.deleteFrom('desk_delivery').where('notice', '=', id);
      const open = (await deliveriesOf({ db: trx }, [id])).get(id)!.some(({ state }) => state !== 'taken');
      await (open ? kept.where('state', '<>', 'taken') : kept).execute();
    }
    const { application } = row;
    append(trx, [{ kind: 'act', at, application, type: `notice.${how}`, by, body: { notice: id } }]);
    return true;
  });
}

/** Where a notice stands: on its way, or done by mail or by an officer; `partly-sent`: some address refused it for good. */
export type OutboxState = 'waiting' | 'sending' | 'failed' | 'partly-sent' | 'sent' | Exclude<Settlement, 'send-again'>;
/** A notice with what became of it; moments are ISO instants, `lastError` what the mail server said last. */
export type OutboxEntry = OutboxNotice & {
  /** Where it stands. */
  readonly state: OutboxState;
  /** ISO instant at which it was sent, or told in another way; null before. */
  readonly sentAt: string | null;
  /** Null when nothing failed. */
  readonly lastError: string | null;
  /** What the mail server answered for each recipient so far. */
  readonly deliveries: readonly KeptDelivery[];
};

/** Notices in some states, the oldest first; those that name one application, or all. */
export async function outboxEntries(
  { db }: OpenDatabase<DeskTables>,
  query: {
    readonly states: readonly OutboxState[];
    readonly application?: string;
    readonly skip?: number;
    readonly most: number;
  },
): Promise<{ readonly total: number; readonly entries: readonly OutboxEntry[] }> {
  let rows = db.selectFrom('desk_outbox').where('state', 'in', [...query.states]);
  const { application } = query;
  if (application !== undefined) {
    // A reminder that names several applications of a company is a row of one of them.
    const named = db.selectFrom('desk_reminder').select('notice').where('application', '=', application);
    rows = rows.where((eb) => eb.or([eb('application', '=', application), eb('id', 'in', named)]));
  }
  const { total } = await rows.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
  const found = await rows
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .limit(query.most)
    .offset(query.skip ?? 0)
    .execute();
  const deliveries = await deliveriesOf(
    { db },
    found.map(({ id }) => id),
  );
  return { total: Number(total), entries: found.map((row) => entryOf(row, deliveries.get(row.id)!)) };
}

/** One notice, whatever became of it. */
export async function outboxEntry({ db }: OpenDatabase<DeskTables>, id: string): Promise<OutboxEntry | null> {
  const row = await db.selectFrom('desk_outbox').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? entryOf(row, (await deliveriesOf({ db }, [id])).get(id)!) : null;
}

function entryOf(row: OutboxRow, deliveries: readonly KeptDelivery[]): OutboxEntry {
  const { id, application, kind, detail, created_at, tries, state, sent_at, last_error } = row;
  return {
    id,
    application,
    kind: kind as NoticeKind,
    detail: JSON.parse(detail) as Record<string, unknown>,
    createdAt: created_at,
    tries,
    state: state as OutboxState,
    sentAt: sent_at,
    lastError: last_error,
    deliveries,
  };
}
