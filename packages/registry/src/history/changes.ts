import { sql } from 'kysely';
import type { Database } from '../database/open.ts';
import type { SchemeId } from '../scheme.ts';
import type { HistoryEntry } from './entry.ts';
import { changesOf } from './history.ts';
import { withRuns } from './runs.ts';

/** Which changes to tell, and from where on. */
export interface ChangesQuery {
  /** Only those after this number, oldest first: 0 for all. The number of the last one told is the next cursor. */
  readonly after?: number | undefined;
  /** In place of `after`: only those before this number, newest first. `Infinity` for the newest. */
  readonly before?: number | undefined;
  /** 1 to 1,000; default 100. */
  readonly limit?: number | undefined;
  /** Of one provider, or of any of these. */
  readonly ubn?: string | readonly string[] | undefined;
  /** Only changes of certificates of the scheme. */
  readonly scheme?: SchemeId | undefined;
  /** Only changes of certificates that name the item of the catalogue, or once did. */
  readonly item?: string | undefined;
}

/**
 * A change with its number. Changes are numbered from 1 as they were recorded, without gaps; nothing is ever put before
 * one that has a number, so that who remembers the last one misses none.
 */
export interface NumberedChange extends HistoryEntry {
  /** Grows by one with each change of the register; the cursor of {@link Changes}. */
  readonly sequence: number;
}

/** A page of changes, in the direction that was asked for. */
export interface Changes {
  /** In the order they were recorded. */
  readonly changes: readonly NumberedChange[];
  /** Whether there are more in this direction. */
  readonly more: boolean;
  /** The number of the newest change of all, with or without filter; 0 of an empty register. */
  readonly newest: number;
}

interface Place {
  readonly revision: number;
  readonly ubn: string;
  readonly certificate: string | null;
  readonly sequence: number | string;
}

/**
 * A page of all changes.
 *
 * @throws TypeError for a limit out of range or a cursor that is none
 * @internal
 */
export async function readChanges(db: Database, query: ChangesQuery): Promise<Changes> {
  const { limit = 100, after, before } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new TypeError(`changes({ limit }): a whole number from 1 to 1000, not ${limit}`);
  if ((after === undefined) === (before === undefined))
    throw new TypeError('changes({ after, before }): exactly one of the two cursors is needed');
  const { newest } = (await sql<{ newest: number | string }>`select count(*) as newest from (${recorded}) as recorded`
    .execute(db)
    .then(({ rows }) => rows[0]))!;
  const places = await placesOf(db, query, limit + 1);
  const shown = places.slice(0, limit);
  return { changes: await tell(db, shown), more: places.length > limit, newest: Number(newest) };
}

/** One row for each change: a statement of a list, or one that a withdrawal took back and put nothing in place of. */
const recorded = sql`
  select rev_from as revision, ubn, 0 as kind, null as certificate, null as scheme
  from provider_version where true_to is null
  union all
  select rev_from, ubn, 1, certificate, scheme from certificate_version where true_to is null
  union all
  select v.rev_to, v.ubn, 0, null, null from provider_version v
  where v.true_to is null and v.rev_to in (select revision from withdrawal) and not exists (
    select 1 from provider_version w where w.ubn = v.ubn and w.rev_from = v.rev_to and w.true_to is null)
  union all
  select v.rev_to, v.ubn, 1, v.certificate, v.scheme from certificate_version v
  where v.true_to is null and v.rev_to in (select revision from withdrawal) and not exists (
    select 1 from certificate_version w
    where w.certificate = v.certificate and w.rev_from = v.rev_to and w.true_to is null)`;

async function placesOf(db: Database, query: ChangesQuery, limit: number): Promise<Place[]> {
  const { after, before, ubn, scheme, item } = query;
  const wanted = [
    ...(after === undefined ? [] : [sql`sequence > ${after}`]),
    ...(before === undefined || before === Number.POSITIVE_INFINITY ? [] : [sql`sequence < ${before}`]),
    ...(ubn === undefined ? [] : [sql`ubn in (${sql.join([ubn, ''].flat())})`]),
    ...(scheme === undefined ? [] : [sql`scheme = ${scheme}`]),
    ...(item === undefined
      ? []
      : [sql`certificate in (select certificate from certificate_version where items like ${`%"${item}"%`})`]),
  ];
  const where = wanted.length === 0 ? sql`` : sql`where ${sql.join(wanted, sql` and `)}`;
  const direction = after === undefined ? sql`desc` : sql`asc`;
  const { rows } = await sql<Place>`
    select revision, ubn, certificate, sequence from (
      select recorded.*, row_number() over (order by revision, ubn, kind, certificate) as sequence
      from (${recorded}) as recorded
    ) as numbered ${where} order by sequence ${direction} limit ${limit}`.execute(db);
  return rows;
}

async function tell(db: Database, places: readonly Place[]): Promise<NumberedChange[]> {
  if (places.length === 0) return [];
  const key = (revision: number, ubn: string, certificate: string | null) => `${revision} ${ubn} ${certificate ?? ''}`;
  const drafts = await changesOf(db, [...new Set(places.map(({ ubn }) => ubn))]);
  const byPlace = new Map(drafts.map((one) => [key(one.revision, one.ubn, one.certificate), one]));
  const found = places.map(({ revision, ubn, certificate, sequence }) => ({
    ...byPlace.get(key(revision, ubn, certificate))!,
    sequence: Number(sequence),
  }));
  const told = await withRuns(db, found);
  return told.map(({ certificate: _, ...change }) => change);
}
