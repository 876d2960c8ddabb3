import { findMissingParts, type MissingPart } from '@aipower/applications/storage';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Deps } from '../deps.ts';
import { sessionClock } from './sessions.ts';

interface PartsCheck {
  /** The day it was made on. */
  readonly day: string;
  readonly missing: readonly MissingPart[];
}

const checks = new WeakMap<object, PartsCheck>();

/**
 * Nothing accepted and lost: once a day, and at every start, the parts that were receipted are counted against those that are
 * stored. What is missing is one line of the log for the whole desk, a figure for Prometheus, and stands before the queue.
 */
export async function checkParts(deps: Deps): Promise<void> {
  const { database } = deps.desk;
  const day = taipeiDay(sessionClock(deps).now());
  if (checks.get(database)?.day === day) return;
  const missing = await findMissingParts(database);
  checks.set(database, { day, missing });
  if (missing.length === 0) return;
  deps.log.error(
    { missing: missing.slice(0, 100), count: missing.length },
    'parts of applications that were receipted are not stored',
  );
}

/** What was missing when it was last counted; null before the first count. */
export function missingParts({ desk }: Pick<Deps, 'desk'>): readonly MissingPart[] | null {
  return checks.get(desk.database)?.missing ?? null;
}
