import type { CommandType } from '@aipower/applications';
import type { Deps } from '../deps.ts';

/** The moment of the newest line of the log in milliseconds; 0 for an empty desk. */
export async function lastMoment({ desk }: Deps): Promise<number> {
  const { db } = desk.database;
  const line = await db.selectFrom('desk_event').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return line ? Date.parse(line.at) : 0;
}

/** The application that a company began at a moment; undefined where it did not. */
export async function applicationBegunAt({ desk }: Deps, ubn: string, at: number): Promise<string | undefined> {
  const line = await desk.database.db
    .selectFrom('desk_event')
    .select('application')
    .where('kind', '=', 'event')
    .where('type', '=', 'draft.start')
    .where('actor_id', '=', ubn)
    .where('at', '=', new Date(at).toISOString())
    .executeTakeFirst();
  return line?.application ?? undefined;
}

/** Whether a command of the plan was carried out on an application at a moment. */
export async function isCarriedOut({ desk }: Deps, id: string, type: CommandType, at: number): Promise<boolean> {
  const line = await desk.database.db
    .selectFrom('desk_event')
    .select('seq')
    .where('application', '=', id)
    .where('kind', '=', 'event')
    .where('type', '=', type)
    .where('at', '=', new Date(at).toISOString())
    .executeTakeFirst();
  return line !== undefined;
}
