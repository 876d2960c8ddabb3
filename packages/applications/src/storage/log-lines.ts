import type { OpenDatabase } from '@aipower/database';
import type { DeskTables, EventRow } from './tables.ts';

/** Which lines of the log are wanted: all that is said must hold. */
export type LogQuery = {
  /** `event`, `refused`, `read`, or `act` for what staff did beside the applications. */
  readonly kind?: string;
  /** Name of the event or command. */
  readonly type?: string;
  /** Id of who acted. */
  readonly actor?: string;
  /** One of `actorKinds`. */
  readonly actorKind?: string;
  /** Id of the application. */
  readonly application?: string;
  /** ISO instants: not before, and before. */
  readonly from?: string;
  /** ISO instant, exclusive. */
  readonly until?: string;
  /** Only lines before this one. */
  readonly before?: number;
  /** How many lines at most, the newest first. */
  readonly most: number;
};

/** Lines of the log, the newest first. */
export async function logLines({ db }: OpenDatabase<DeskTables>, query: LogQuery): Promise<readonly EventRow[]> {
  const { kind, type, actor, actorKind, application, from, until, before, most } = query;
  let rows = db.selectFrom('desk_event').selectAll().orderBy('seq', 'desc').limit(most);
  if (kind !== undefined) rows = rows.where('kind', '=', kind);
  if (type !== undefined) rows = rows.where('type', '=', type);
  if (actor !== undefined) rows = rows.where('actor_id', '=', actor);
  if (actorKind !== undefined) rows = rows.where('actor_kind', '=', actorKind);
  if (application !== undefined) rows = rows.where('application', '=', application);
  if (from !== undefined) rows = rows.where('at', '>=', from);
  if (until !== undefined) rows = rows.where('at', '<', until);
  if (before !== undefined) rows = rows.where('seq', '<', before);
  return rows.execute();
}

/** Every type of line there is, in the order of the letters. */
export async function logTypes({ db }: OpenDatabase<DeskTables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('desk_event').select('type').distinct().orderBy('type').execute();
  return rows.map(({ type }) => type);
}

/** The id of the application with a number such as `115-training-0001`; null for none. */
export async function applicationNumbered({ db }: OpenDatabase<DeskTables>, number: string): Promise<string | null> {
  const row = await db.selectFrom('desk_application').select('id').where('receipt_no', '=', number).executeTakeFirst();
  return row?.id ?? null;
}
