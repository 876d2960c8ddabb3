import { forgetOldSessions, sendDueNotices, tickAll } from '@aipower/applications/storage';
import type { Deps } from '../deps.ts';
import { noticeSender } from '../mail/sender.ts';
import { publishLogHead } from './log-head.ts';
import { checkParts } from './parts.ts';
import { sessionClock } from './sessions.ts';

const EVERY_MS = 60_000;

/** Marks what time has made true, queues reminders, sends what is due. It never refuses, cancels or punishes. */
export async function tickDesk(deps: Deps): Promise<void> {
  const { database } = deps.desk;
  const now = deps.clock.now().toISOString();
  await tickAll(database, deps.programmes, now);
  const send = noticeSender(deps);
  if (send) await sendDueNotices(database, send, now);
  await forgetOldSessions(database, sessionClock(deps).now().toISOString());
  await checkParts(deps);
  await publishLogHead(deps);
}

/** Ticks now and every minute. @returns stops it */
export function keepTicking(deps: Deps): () => void {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      await tickDesk(deps);
    } catch (error) {
      deps.log.error({ err: error }, 'the desk could not mark what is due');
    } finally {
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
