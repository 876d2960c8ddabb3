import type { OpenDatabase } from '@aipower/database';
import type { DeskTables, EventRow } from './tables.ts';

/** Which lines of the log are wanted: all that is said must hold. */
export type LogQuery = {
  readonly kind?: string;
  readonly type?: string;
  readonly actor?: string;
  readonly actorKind?: string;
  readonly application?: string;
  /** ISO instants: not before, and before. */
  readonly from?: string;
  readonly until?: string;
  /** Only lines before this one. */
  readonly before?: number;
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
