import type { Command } from '@aipower/applications';
import { eventsOf, textOf } from '@aipower/applications/storage';
import type { Deps } from '../deps.ts';

/** Longer than a second click takes on a slow line, shorter than a change of mind. */
const SAME_ACT_MS = 15_000;

/**
 * Whether a company has done just now what it asks for again, in the same words. The second click of one
 * act is refused, because the first one did it, and a browser shows the answer to the second: it must not say that nothing was
 * done.
 */
export async function wasJustDone(deps: Deps, application: string, command: Command): Promise<boolean> {
  const { database } = deps.desk;
  const since = deps.clock.now().getTime() - SAME_ACT_MS;
  const last = (await eventsOf(database, application)).findLast(
    ({ type, by }) => type === command.type && by.id === command.by.id,
  );
  if (!last || Date.parse(last.at) <= since) return false;
  const data = last.data as Readonly<Record<string, unknown>>;
  const isSame = ([name, value]: [string, unknown]) =>
    name === 'people' || !Object.hasOwn(data, name) || JSON.stringify(data[name]) === JSON.stringify(value);
  if (!Object.entries(command).every(isSame)) return false;
  if (command.type !== 'change.request') return true;
  return last.reason !== null && (await textOf(database, application, last.reason)) === command.reason;
}
