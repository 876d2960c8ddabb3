import type { Deps } from '../deps.ts';
import { repeat } from '../repeat.ts';
import { queueChanges, sendDue } from './outbox.ts';
import { webhookDatabase } from './tables.ts';

const EVERY_MS = 5000;

/** Queues what has changed since for every endpoint, and sends what is due. */
export async function tellEndpoints(deps: Deps): Promise<{ readonly sent: number; readonly failed: number }> {
  if (deps.webhooks.length === 0) return { sent: 0, failed: 0 };
  const outbox = await webhookDatabase(deps.desk.database);
  for (const endpoint of deps.webhooks) await queueChanges(deps, outbox, endpoint);
  return sendDue(deps, outbox, deps.webhooks);
}

/** Looks now and every few seconds, where endpoints are configured. @returns stops it */
export function keepTelling(deps: Deps): () => void {
  if (deps.webhooks.length === 0) return () => undefined;
  return repeat(deps, EVERY_MS, tellEndpoints, 'the webhooks could not be served');
}
