import type { OpenDatabase } from '@aipower/database';
import type { Programme } from '@aipower/programme';
import type { CaseFile } from '../case-file.ts';
import { tick } from '../clock.ts';
import { type Deadline, deadlines, reminderKey } from '../deadlines.ts';
import { dayOf } from '../taipei-day.ts';
import type { Trx } from './chain.ts';
import { programmeOfCase } from './programmes.ts';
import { loadCase, queueNotices, record } from './record.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** Today's programmes by id. */
export type Programmes = ReadonlyMap<string, Programme>;

/** How many marks and reminders a run added; both 0 when it is repeated. */
export type Ticked = { readonly marks: number; readonly reminders: number };

/**
 * Mark what time has made true and queue the reminders that are due, application by application: a process that dies goes on
 * next time, a day that was missed is caught up, a second run adds nothing.
 *
 * @param programmes today's files by id: a draft lapses when the programme of its year closes.
 */
export async function tickAll(open: OpenDatabase<DeskTables>, programmes: Programmes, now: string): Promise<Ticked> {
  const waiting = await open.db
    .selectFrom('desk_application')
    .select('id')
    .where('main', 'in', ['draft', 'supplement-requested', 'approved'])
    .orderBy('id')
    .execute();
  let [marks, reminders] = [0, 0];
  for (const { id } of waiting) {
    const closesAt = await newsUntil(open, id, programmes, now);
    if (closesAt === null) continue;
    const result = await mark(open, id, closesAt, now);
    marks += result.marks;
    reminders += result.reminders;
  }
  return { marks, reminders };
}

/**
 * When the programme of an application closes, where there is something to mark; null on most days. Read without taking a turn.
 */
async function newsUntil(
  open: OpenDatabase<DeskTables>,
  id: string,
  programmes: Programmes,
  now: string,
): Promise<string | null> {
  const { db } = open;
  const row = await db.selectFrom('desk_application').select('case_file').where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const state = JSON.parse(row.case_file) as CaseFile;
  const { closesAt } = (await programmeOfCase(open, state, programmes)).window;
  if (tick(state, closesAt, now).length > 0) return closesAt;
  const keys = dueReminders(state, closesAt, now).map(({ key }) => `${id}/${key}`);
  if (keys.length === 0) return null;
  const known = await db.selectFrom('desk_reminder').select('key').where('key', 'in', keys).execute();
  return known.length < keys.length ? closesAt : null;
}

async function mark(open: OpenDatabase<DeskTables>, id: string, closesAt: string, now: string): Promise<Ticked> {
  return inTurn(open, 'marking what is due', async (trx) => {
    const before = (await loadCase(trx, id))!;
    const events = tick(before.state, closesAt, now);
    const after = events.length > 0 ? await record(trx, before, events, []) : before;
    const at = new Date(now).toISOString();
    const reminders = await remind(trx, id, dueReminders(after.state, closesAt, now), at);
    return { marks: events.length, reminders };
  });
}

/** One notice for all that is due on this day and was not said yet. @returns how many deadlines it names */
async function remind(trx: Trx, application: string, due: readonly Due[], at: string): Promise<number> {
  if (due.length === 0) return 0;
  const keys = due.map(({ key }) => `${application}/${key}`);
  const known = await trx.selectFrom('desk_reminder').select('key').where('key', 'in', keys).execute();
  const fresh = due.filter((_one, i) => !known.some(({ key }) => key === keys[i]));
  const [first] = fresh;
  if (!first) return 0;
  const key = `${application}/${first.key}`;
  const [notice] = await queueNotices(trx, [
    {
      key,
      kind: 'reminder',
      // The nearest one stands in front: its day is that of the calendar entry.
      detail: { ...first.deadline, deadlines: fresh.map(({ deadline }) => deadline) },
      seq: null,
      application,
      at,
    },
  ]);
  const rows = fresh.map((one) => ({ key: `${application}/${one.key}`, application, notice: notice! }));
  await trx.insertInto('desk_reminder').values(rows).execute();
  return fresh.length;
}

type Due = { readonly key: string; readonly deadline: Deadline };

function dueReminders(state: CaseFile, closesAt: string, now: string): Due[] {
  if (!state.rules) return [];
  return deadlines(state, closesAt).flatMap((deadline) => {
    const key = reminderKey(state, deadline, dayOf(now));
    return key === null ? [] : [{ key, deadline }];
  });
}
