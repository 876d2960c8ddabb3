import { forgetOldSessions, tickAll } from '@aipower/applications/storage';
import type { Deps } from '../deps.ts';
import { sendMail } from '../mail/sender.ts';
import { repeat } from '../repeat.ts';
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
    repeat(deps, EVERY_MS, tickDesk, 'the desk could not mark what is due'),
    repeat(deps, EVERY_MS, sendMail, 'the mail could not be sent'),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
