import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { CaseFile } from '../case-file.ts';
import type { Content } from '../context.ts';
import type { CaseEvent } from '../event.ts';
import { evolve } from '../evolve.ts';
import { noticeOf } from '../notice.ts';
import { canonicalText } from '../text-hash.ts';
import { append, type Trx } from './chain.ts';
import { keepContents } from './contents.ts';
import { newId } from './ids.ts';
import type { Prepared, StoredCase } from './prepared.ts';
import { applicationRow, project } from './projection.ts';

export async function loadCase(trx: Trx, id: string): Promise<StoredCase | null> {
  const row = await trx
    .selectFrom('desk_application')
    .select(['case_file', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { state: JSON.parse(row.case_file) as CaseFile, version: row.version } : null;
}

/** The case file after some events, and its row. Pure. */
export function prepare(
  before: StoredCase | null,
  events: readonly CaseEvent[],
  contents: readonly Content[],
): Prepared {
  let state = before?.state ?? null;
  for (const event of events) state = evolve(state, event);
  const after = { state: state!, version: (before?.version ?? 0) + events.length };
  return { before, events, contents, after, row: applicationRow(after.state, after.version) };
}

/** Write what was decided: log, case file, forms and texts, notices to send. One transaction, in the writer's turn. */
export async function record(
  trx: Trx,
  before: StoredCase | null,
  events: readonly CaseEvent[],
  contents: readonly Content[],
): Promise<StoredCase> {
  const prepared = prepare(before, events, contents);
  await recordAll(trx, [prepared]);
  return prepared.after;
}

/** Applications written with one statement for each table: SQLite takes 32,766 values in one, and keeps short ones prepared. */
const TOGETHER = 100;

/** The same for many applications, each once: a few statements for a hundred of them. */
export async function recordAll(trx: Trx, all: readonly Prepared[]): Promise<void> {
  for (let at = 0; at < all.length; at += TOGETHER) {
    // Between the parts the process answers what needs no turn.
    if (at > 0) await setImmediate();
    const part = all.slice(at, at + TOGETHER);
    const lines = append(
      trx,
      part.flatMap(({ events }) =>
        events.map(({ application, type, at: moment, by, ...body }) => {
          return { kind: 'event' as const, application, type, at: moment, by, body };
        }),
      ),
    );
    await writeRows(trx, part);
    await keepContents(trx, part);
    await project(
      trx,
      part.map(({ before, after }) => ({ before: before?.state ?? null, after: after.state })),
    );
    const events = part.flatMap((one) => one.events);
    const notices = events.flatMap((event, i): QueuedNotice[] => {
      const notice = noticeOf(event);
      const { seq } = lines[i]!;
      return notice ? [{ ...notice, key: `event/${seq}`, seq, application: event.application, at: event.at }] : [];
    });
    await queueNotices(trx, notices);
  }
}

async function writeRows(trx: Trx, part: readonly Prepared[]): Promise<void> {
  const [first, ...others] = part;
  if (!first) return;
  if (!first.before || others.length === 0) {
    for (const one of part) await writeRow(trx, one);
    return;
  }
  const { id: _, ...columns } = first.row;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('desk_application')
    .values(part.map(({ row }) => row))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => {
          const names = Object.keys(columns) as (keyof typeof columns)[];
          return Object.fromEntries(names.map((name) => [name, eb.ref(`excluded.${name}`)]));
        })
        .whereRef('desk_application.version', '<', 'excluded.version'),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== BigInt(part.length)) throw new Error('applications were changed out of turn');
}

async function writeRow(trx: Trx, { before, row }: Prepared): Promise<void> {
  if (!before) {
    await trx.insertInto('desk_application').values(row).execute();
    return;
  }
  const { numUpdatedRows } = await trx
    .updateTable('desk_application')
    .set(row)
    .where('id', '=', row.id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`application ${row.id} was changed out of turn`);
}

export type QueuedNotice = {
  readonly key: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly seq: number | null;
  readonly application: string;
  readonly at: string;
};

/** Rows of the outbox; the same key a second time changes nothing. @returns the ids of the notices */
export async function queueNotices(trx: Trx, notices: readonly QueuedNotice[]): Promise<readonly string[]> {
  if (notices.length === 0) return [];
  const waiting = { state: 'waiting', tries: 0, last_error: null, sent_at: null };
  const rows = notices.map(({ key, kind, detail, seq, application, at }) => {
    const id = newId(at);
    return { id, key, seq, application, kind, detail: canonicalText(detail), ...waiting, next_at: at, created_at: at };
  });
  await trx
    .insertInto('desk_outbox')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return rows.map(({ id }) => id);
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
