import { dayEnd, isDay } from '@aipower/taiwan/dates';
import type { Database } from '../database/open.ts';

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The revision that was the newest at a moment.
 *
 * @param moment a day (its end in Taiwan) or an instant with offset
 * @param newest the newest revision there is
 * @throws TypeError for anything looser, which Date.parse would guess at: 115/11/01 would be a day of the year 115
 * @internal
 */
export async function revisionKnownAt(db: Database, moment: string, newest: number): Promise<number> {
  const instant = isDay(moment)
    ? dayEnd(moment).getTime()
    : instantShape.test(moment)
      ? Date.parse(moment)
      : Number.NaN;
  if (Number.isNaN(instant))
    throw new TypeError(
      `asKnownAt(moment): ${JSON.stringify(moment)} is neither a day (2026-11-21) nor an instant with offset (2026-11-21T10:00:00+08:00)`,
    );
  // The first that came later, and not the last that came before: where a clock was set back, the latter would tell
  // what was not known yet.
  const later = await db
    .selectFrom('import_run')
    .select((eb) => eb.fn.min('revision').as('revision'))
    .where('recorded_at', '>', new Date(instant).toISOString())
    .executeTakeFirst();
  return later?.revision ? later.revision - 1 : newest;
}
