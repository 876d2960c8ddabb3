import { sql } from 'kysely';
import type { CaseFile } from '../case-file.ts';
import type { Content } from '../context.ts';
import type { CaseEvent } from '../event.ts';
import { evolve } from '../evolve.ts';
import { noticeOf } from '../notice.ts';
import { canonicalText } from '../text-hash.ts';
import { append, type Trx } from './chain.ts';
import { newId } from './ids.ts';
import { applicationRow, project } from './projection.ts';

/** A case file and how many events made it. */
export type StoredCase = { readonly state: CaseFile; readonly version: number };

export async function loadCase(trx: Trx, id: string): Promise<StoredCase | null> {
  const row = await trx
    .selectFrom('desk_application')
    .select(['case_file', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { state: JSON.parse(row.case_file) as CaseFile, version: row.version } : null;
}

/** Write what was decided: log, case file, forms and texts, notices to send. One transaction, in the writer's turn. */
export async function record(
  trx: Trx,
  before: StoredCase | null,
  events: readonly CaseEvent[],
  contents: readonly Content[],
): Promise<StoredCase> {
  const lines = append(
    trx,
    events.map(({ application, type, at, by, ...body }) => ({
      kind: 'event' as const,
      application,
      type,
      at,
      by,
      body,
    })),
  );
  let state = before?.state ?? null;
  for (const event of events) state = evolve(state, event);
  const version = (before?.version ?? 0) + events.length;
  const row = applicationRow(state!, version);
  if (before) {
    const { numUpdatedRows } = await trx
      .updateTable('desk_application')
      .set(row)
      .where('id', '=', row.id)
      .where('version', '=', before.version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`application ${row.id} was changed out of turn`);
  } else await trx.insertInto('desk_application').values(row).execute();
  await keepContents(trx, state!, events, contents);
  await project(trx, before?.state ?? null, state!);
  for (const [i, event] of events.entries()) {
    const notice = noticeOf(event);
    const { seq } = lines[i]!;
    if (notice) await queueNotice(trx, { ...notice, key: `event/${seq}`, seq, application: row.id, at: event.at });
  }
  return { state: state!, version };
}

async function keepContents(
  trx: Trx,
  state: CaseFile,
  events: readonly CaseEvent[],
  contents: readonly Content[],
): Promise<void> {
  const application = state.id;
  for (const { kind, hash, body } of contents) {
    if (kind === 'form' || kind === 'section') continue;
    await trx
      .insertInto('desk_text')
      .values({ application, hash, kind, body: canonicalText(body) })
      .onConflict((conflict) => conflict.columns(['application', 'hash']).doNothing())
      .execute();
  }
  for (const event of events) {
    if (event.type === 'submit' || event.type === 'revise' || event.type === 'supplement.submit') {
      const body = canonicalText(contents.find(({ hash }) => hash === event.data.hash)!.body);
      const { n, hash, at } = state.forms.at(-1)!;
      await trx.insertInto('desk_form_version').values({ application, n, hash, body, submitted_at: at }).execute();
    }
    const section = sectionOf(event, contents);
    if (section) {
      await trx
        .insertInto('desk_draft_section')
        .values({ application, ...section, saved_at: event.at })
        .onConflict((conflict) =>
          conflict.columns(['application', 'section']).doUpdateSet({
            version: section.version,
            body: section.body,
            saved_at: event.at,
          }),
        )
        .execute();
    }
  }
}

function sectionOf(
  event: CaseEvent,
  contents: readonly Content[],
): { section: string; version: number; body: string } | null {
  if (event.type !== 'section.save' && event.type !== 'supplement.save') return null;
  const body = canonicalText(contents.find(({ hash }) => hash === event.data.hash)!.body);
  return event.type === 'section.save'
    ? { section: event.data.section, version: event.data.version, body }
    : { section: 'supplement', version: 0, body };
}

export type QueuedNotice = {
  readonly key: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly seq: number | null;
  readonly application: string;
  readonly at: string;
};

/** A row of the outbox; the same key a second time changes nothing. @returns the id of the notice */
export async function queueNotice(
  trx: Trx,
  { key, kind, detail, seq, application, at }: QueuedNotice,
): Promise<string> {
  const id = newId(at);
  await trx
    .insertInto('desk_outbox')
    .values({
      id,
      key,
      seq,
      application,
      kind,
      detail: canonicalText(detail),
      state: 'waiting',
      tries: 0,
      next_at: at,
      last_error: null,
      created_at: at,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return id;
}

/** The next number of a row of numbers, such as the receipts of a programme. */
export async function nextNumber(trx: Trx, name: string): Promise<number> {
  const { value } = await trx
    .insertInto('desk_counter')
    .values({ name, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sql<number>`desk_counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
