import type { OpenDatabase } from '@aipower/database';
import type { Actor } from '../actor.ts';
import type { CaseFile } from '../case-file.ts';
import type { CaseEvent } from '../event.ts';
import { append, closeLog } from './chain.ts';
import { EMPTY_LOG, type LogEnd } from './log-heads.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** The case file, or null for an id that is none. */
export async function readCase({ db }: OpenDatabase<DeskTables>, id: string): Promise<CaseFile | null> {
  const row = await db.selectFrom('desk_application').select('case_file').where('id', '=', id).executeTakeFirst();
  return row ? (JSON.parse(row.case_file) as CaseFile) : null;
}

/** Every application of a company, newest first. */
export async function casesOfCompany({ db }: OpenDatabase<DeskTables>, ubn: string): Promise<readonly CaseFile[]> {
  const rows = await db
    .selectFrom('desk_application')
    .select('case_file')
    .where('ubn', '=', ubn)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ case_file }) => JSON.parse(case_file) as CaseFile);
}

/** The last event of any application; as long as it stays, no case file has changed. */
export async function lastEvent({ db }: OpenDatabase<DeskTables>): Promise<LogEnd> {
  const row = await db
    .selectFrom('desk_event')
    .select(['seq', 'hash'])
    .where('kind', '=', 'event')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? EMPTY_LOG;
}

/** The events of an application in their order. */
export async function eventsOf(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  application: string,
): Promise<readonly CaseEvent[]> {
  const rows = await db
    .selectFrom('desk_event')
    .select('payload')
    .where('application', '=', application)
    .where('kind', '=', 'event')
    .orderBy('seq')
    .execute();
  return rows.map(({ payload }) => {
    const { seq: _seq, kind: _kind, body, ...head } = JSON.parse(payload) as Record<string, unknown> & { body: object };
    return { ...head, ...body } as unknown as CaseEvent;
  });
}

/** A version of the form as it was sent; null when there is none, or when a person's data had to be deleted. */
export async function formVersion(
  { db }: OpenDatabase<DeskTables>,
  application: string,
  n: number,
): Promise<{ readonly hash: string; readonly form: Readonly<Record<string, unknown>> } | null> {
  const row = await db
    .selectFrom('desk_form_version')
    .select(['hash', 'body'])
    .where('application', '=', application)
    .where('n', '=', n)
    .executeTakeFirst();
  return row ? { hash: row.hash, form: JSON.parse(row.body) as Record<string, unknown> } : null;
}

/** The form as it was sent last; null as for {@link formVersion}. */
export const lastFormVersion = (
  database: OpenDatabase<DeskTables>,
  { id, forms }: Pick<CaseFile, 'id' | 'forms'>,
): ReturnType<typeof formVersion> => formVersion(database, id, forms.length);

const BATCH = 200;

/** The last form of each of some applications, by id; none where there is none, or where a person's data had to be deleted. */
export async function formsOf(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  cases: readonly Pick<CaseFile, 'id' | 'forms'>[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  for (let at = 0; at < cases.length; at += BATCH) {
    const part = new Map(cases.slice(at, at + BATCH).map(({ id, forms }) => [id, forms.length]));
    const rows = await db
      .selectFrom('desk_form_version')
      .select(['application', 'n', 'body'])
      .where('application', 'in', [...part.keys()])
      .where('n', 'in', [...new Set(part.values())])
      .execute();
    for (const { application, n, body } of rows) {
      if (part.get(application) === n) found.set(application, JSON.parse(body) as Record<string, unknown>);
    }
  }
  return found;
}

/** The sections of a draft: section → its version and what was typed. */
export async function draftSections(
  { db }: OpenDatabase<DeskTables>,
  application: string,
): Promise<Readonly<Record<string, { readonly version: number; readonly body: unknown }>>> {
  const rows = await db.selectFrom('desk_draft_section').selectAll().where('application', '=', application).execute();
  return Object.fromEntries(
    rows.map(({ section, version, body }) => [section, { version, body: JSON.parse(body) as unknown }]),
  );
}

/** The text that stands behind a hash of an event: a reason, a note, a comment. */
export async function textOf({ db }: OpenDatabase<DeskTables>, application: string, hash: string): Promise<unknown> {
  const row = await db
    .selectFrom('desk_text')
    .select('body')
    .where('application', '=', application)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row ? (JSON.parse(row.body) as unknown) : null;
}

/** Somebody of staff opened something: one line for a session, a page and an application. */
export async function recordRead(
  open: OpenDatabase<DeskTables>,
  read: { readonly by: Actor; readonly application: string; readonly what: string; readonly session: string },
  now: string,
): Promise<void> {
  const { by, application, what, session } = read;
  await inTurn(open, 'recording what was read', async (trx) => {
    await closeLog(trx);
    const same = await trx
      .selectFrom('desk_event')
      .select('payload')
      .where('application', '=', application)
      .where('kind', '=', 'read')
      .where('type', '=', what)
      .where('actor_id', '=', by.id)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (same && (JSON.parse(same.payload) as { body: { session: string } }).body.session === session) return;
    const at = new Date(now).toISOString();
    append(trx, [{ kind: 'read', at, application, type: what, by, body: { session } }]);
  });
}
