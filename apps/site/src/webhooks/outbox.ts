import { randomUUID } from 'node:crypto';
import { inTransaction, type OpenDatabase } from '@aipower/database';
import { changeShape } from '../api/change-shape.ts';
import type { Deps } from '../deps.ts';
import { idOf, type WebhookEndpoint } from '../webhook-endpoints.ts';
import { deliver, EndpointGone } from './deliver.ts';
import type { MessageRow, WebhookTables } from './tables.ts';

type Outbox = OpenDatabase<WebhookTables>;

/** Changes in one message. */
const PER_MESSAGE = 100;
/** The pauses that Standard Webhooks proposes, in seconds; after the last one a message has failed. */
const PAUSES = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
/** While one process sends, another leaves the message alone for so long. */
const SENDING_SECONDS = 60;

const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000).toISOString();

/**
 * Writes what an endpoint has not been told yet into the outbox, message and progress together: nothing is left out and
 * nothing is written twice, whatever ends in between. An endpoint that is new is told of what comes from now on.
 */
export async function queueChanges(deps: Deps, { db }: Outbox, endpoint: WebhookEndpoint): Promise<void> {
  const id = idOf(endpoint);
  const filters = { ubn: endpoint.provider, scheme: endpoint.scheme, item: endpoint.item };
  for (;;) {
    const known = await db.selectFrom('webhook_endpoint').selectAll().where('id', '=', id).executeTakeFirst();
    if (!known) {
      const { newest } = await deps.register.changes({ after: 0, limit: 1 });
      const row = { id, told_until: newest, gone: 0 };
      await db
        .insertInto('webhook_endpoint')
        .values(row)
        .onConflict((c) => c.doNothing())
        .execute();
      return;
    }
    const since = Number(known.told_until);
    const { changes, more, newest } = await deps.register.changes({ after: since, limit: PER_MESSAGE, ...filters });
    const until = more ? changes.at(-1)!.sequence : Math.max(newest, since);
    if (until === since || known.gone === 1) return;
    const at = deps.clock.now();
    const body = JSON.stringify({
      type: 'register.changed',
      timestamp: at.toISOString(),
      data: {
        sample: deps.isSample(),
        since,
        next: until,
        changes: changes.map((one) => changeShape(one, deps.origin)),
      },
    });
    await inTransaction(db, 'queueing a webhook', async (step) => {
      const moved = await step
        .updateTable('webhook_endpoint')
        .set({ told_until: until })
        .where('id', '=', id)
        .where('told_until', '=', since)
        .executeTakeFirst();
      // Another process was first, or nothing of it concerns this endpoint.
      if (moved.numUpdatedRows !== 1n || changes.length === 0) return;
      const created = at.toISOString();
      const message = { id: `msg_${randomUUID()}`, endpoint: id, body, created_at: created, next_at: created };
      await step
        .insertInto('webhook_message')
        .values({ ...message, state: 'waiting', tries: 0, last_error: null })
        .execute();
    });
    if (!more) return;
  }
}

/** Sends what is due, oldest first. @returns how many were taken, and how many were not */
export async function sendDue(
  deps: Deps,
  { db }: Outbox,
  endpoints: readonly WebhookEndpoint[],
): Promise<{ readonly sent: number; readonly failed: number }> {
  const byId = new Map(endpoints.map((one) => [idOf(one), one]));
  const due = await db
    .selectFrom('webhook_message')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('next_at', '<=', deps.clock.now().toISOString())
    .where('endpoint', 'in', ['', ...byId.keys()])
    .orderBy('created_at')
    .limit(PER_MESSAGE)
    .execute();
  let [sent, failed] = [0, 0];
  for (const row of due) {
    const claimed = await db
      .updateTable('webhook_message')
      .set({ tries: row.tries + 1, next_at: later(deps.clock.now(), SENDING_SECONDS) })
      .where('id', '=', row.id)
      .where('tries', '=', row.tries)
      .executeTakeFirst();
    if (claimed.numUpdatedRows !== 1n) continue;
    const outcome = await attempt(deps, byId.get(row.endpoint)!, row);
    await db.updateTable('webhook_message').set(outcome.change).where('id', '=', row.id).execute();
    if (outcome.gone)
      await db.updateTable('webhook_endpoint').set({ gone: 1 }).where('id', '=', row.endpoint).execute();
    if (outcome.change.state === 'sent') sent++;
    else failed++;
  }
  return { sent, failed };
}

async function attempt(
  deps: Deps,
  endpoint: WebhookEndpoint,
  row: MessageRow,
): Promise<{ change: Partial<MessageRow>; gone: boolean }> {
  try {
    await deliver(endpoint, row, deps.clock.now());
    return { change: { state: 'sent', last_error: null }, gone: false };
  } catch (error) {
    const gone = error instanceof EndpointGone;
    const pause = PAUSES[row.tries];
    const last_error = String((error as Error).message).slice(0, 300);
    const host = new URL(endpoint.url).host;
    if (pause !== undefined && !gone)
      return { change: { state: 'waiting', next_at: later(deps.clock.now(), pause), last_error }, gone };
    deps.log.error({ host, message: row.id, tries: row.tries + 1, reason: last_error }, 'a webhook was given up');
    return { change: { state: 'failed', last_error }, gone };
  }
}
