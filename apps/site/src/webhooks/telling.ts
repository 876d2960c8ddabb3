import type { Deps } from '../deps.ts';
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
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      await tellEndpoints(deps);
    } catch (error) {
      deps.log.error({ err: error }, 'the webhooks could not be served');
    } finally {
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
