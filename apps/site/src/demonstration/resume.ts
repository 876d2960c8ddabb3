import type { Command } from '@aipower/applications';
import type { Deps } from '../deps.ts';

/** The moment of the newest line of the log in milliseconds; 0 for an empty desk. */
export async function lastMoment({ desk }: Deps): Promise<number> {
  const { db } = desk.database;
  const line = await db.selectFrom('desk_event').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return line ? Date.parse(line.at) : 0;
}

/** The application on which a command of the plan was carried out at a moment; undefined where it was not. */
export async function carriedOutOn(
  { desk }: Deps,
  { type, by }: Pick<Command, 'type' | 'by'>,
  at: number,
): Promise<string | undefined> {
  const line = await desk.database.db
    .selectFrom('desk_event')
    .select('application')
    .where('kind', '=', 'event')
    .where('type', '=', type)
    .where('actor_id', '=', by.id)
    .where('at', '=', new Date(at).toISOString())
    .executeTakeFirst();
  return line?.application ?? undefined;
}
