import { forgetOldSessions, tickAll } from '@aipower/applications/storage';
import type { Deps } from '../deps.ts';
import { sendMail } from '../mail/sender.ts';
import { publishLogHead } from './log-head.ts';
import { checkParts } from './parts.ts';
import { sessionClock } from './sessions.ts';

const EVERY_MS = 60_000;

/** Marks what time has made true and queues reminders. It never refuses, cancels or punishes. */
export async function tickDesk(deps: Deps): Promise<void> {
  const { database } = deps.desk;
  const now = deps.clock.now().toISOString();
  await tickAll(database, deps.programmes, now);
  await forgetOldSessions(database, sessionClock(deps).now().toISOString());
  await checkParts(deps);
  await publishLogHead(deps);
}

/** Ticks and sends mail now and every minute, apart: a mail server that hangs holds up no deadline. @returns stops it */
export function keepTicking(deps: Deps): () => void {
  const stops = [
    everyMinute(deps, tickDesk, 'the desk could not mark what is due'),
    everyMinute(deps, sendMail, 'the mail could not be sent'),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function everyMinute(deps: Deps, step: (deps: Deps) => Promise<void>, failed: string): () => void {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      await step(deps);
    } catch (error) {
      deps.log.error({ err: error }, failed);
    } finally {
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
