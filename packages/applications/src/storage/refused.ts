import type { Command } from '../command.ts';
import { deedsAfter, type Seen } from '../deeds.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { append, closeLog, type Trx } from './chain.ts';
import type { StoredCase } from './prepared.ts';
import { eventsOf } from './reading.ts';

/** Whoever acts on what has changed meanwhile would replace another's deed without having read it. */
export async function refuseOvertaken(
  trx: Trx,
  before: StoredCase | null,
  seen: Seen | undefined,
): Promise<Refusal | null> {
  if (!before || seen === undefined || before.version <= seen.events) return null;
  await closeLog(trx);
  const since = deedsAfter(await eventsOf({ db: trx }, before.state.id), seen.events);
  return since.length > 0 ? refuse('overtaken', { seen: seen.events, deeds: since.map(({ type }) => type) }) : null;
}

export function recordRefusal(
  trx: Trx,
  application: string | null,
  command: Command,
  refusal: Refusal,
  at: string,
): void {
  const { type, by } = command;
  const body = { refused: refusal.refused, detail: refusal.detail };
  append(trx, [{ kind: 'refused', at: new Date(at).toISOString(), application, type, by, body }]);
}
