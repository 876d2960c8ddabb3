import { setImmediate } from 'node:timers/promises';
import type { OpenDatabase } from '@aipower/database';
import type { Programme } from '@aipower/programme';
import type { CaseFile } from '../case-file.ts';
import { tick } from '../clock.ts';
import { type Deadline, deadlines, reminderKey } from '../deadlines.ts';
import { dayOf } from '../taipei-day.ts';
import type { Trx } from './chain.ts';
import { keptCases } from './kept-cases.ts';
import { programmeOfCase } from './programmes.ts';
import { readCase } from './reading.ts';
import { loadCase, queueNotices, record } from './record.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** Companies looked at before others are let in. */
const PAUSE_AFTER = 50;

/** Today's programmes by id. */
export type Programmes = ReadonlyMap<string, Programme>;

/** How many marks and reminders a run added; both 0 when it is repeated. */
export type Ticked = { readonly marks: number; readonly reminders: number };

/**
 * Mark what time has made true and queue the reminders that are due, company by company: a process that dies goes on next
 * time, a day that was missed is caught up, a second run adds nothing.
 *
 * @param programmes today's files by id: a draft lapses when the programme of its year closes.
 */
export async function tickAll(open: OpenDatabase<DeskTables>, programmes: Programmes, now: string): Promise<Ticked> {
  const waiting = await open.db
    .selectFrom('desk_application')
    .select(['id', 'ubn', 'programme', 'receipt_no'])
    .where('main', 'in', ['draft', 'supplement-requested', 'approved'])
    .orderBy('ubn')
    .orderBy('id')
    .execute();
  // Asked every minute: those that were sent are kept in memory, and the log says which of them to read again.
  const sent = new Map<string, CaseFile>();
  for (const programme of new Set(waiting.flatMap((one) => (one.receipt_no === null ? [] : [one.programme])))) {
    for (const state of await keptCases(open, { programme })) sent.set(state.id, state);
  }
  const companies = new Map<string, string[]>();
  for (const { id, ubn } of waiting) companies.set(ubn, [...(companies.get(ubn) ?? []), id]);
  let [marks, reminders, looked] = [0, 0, 0];
  for (const ids of companies.values()) {
    if (++looked % PAUSE_AFTER === 0) await setImmediate();
    const closing = new Map<string, string>();
    let hasNews = false;
    for (const id of ids) {
      const found = await newsOf(open, sent.get(id) ?? id, programmes, now);
      if (!found) continue;
      closing.set(id, found.closesAt);
      hasNews ||= found.isNew;
    }
    if (!hasNews) continue;
    const result = await mark(open, closing, now);
    marks += result.marks;
    reminders += result.reminders;
  }
  return { marks, reminders };
}

/**
 * When the programme of an application closes, and whether there is something to mark or to remind of: on most days there is
 * not. Read without taking a turn.
 */
async function newsOf(
  open: OpenDatabase<DeskTables>,
  of: CaseFile | string,
  programmes: Programmes,
  now: string,
): Promise<{ readonly closesAt: string; readonly isNew: boolean } | null> {
  const { db } = open;
  const state = typeof of === 'string' ? await readCase(open, of) : of;
  if (!state) return null;
  const { closesAt } = (await programmeOfCase(open, state, programmes)).window;
  if (tick(state, closesAt, now).length > 0) return { closesAt, isNew: true };
  const keys = dueReminders(state, closesAt, now).map(({ key }) => key);
  if (keys.length === 0) return { closesAt, isNew: false };
  const known = await db.selectFrom('desk_reminder').select('key').where('key', 'in', keys).execute();
  return { closesAt, isNew: known.length < keys.length };
}

/** The applications of one company together. @param closing when the programme of each closes, by its id */
async function mark(
  open: OpenDatabase<DeskTables>,
  closing: ReadonlyMap<string, string>,
  now: string,
): Promise<Ticked> {
  return inTurn(open, 'marking what is due', async (trx) => {
    let marks = 0;
    const due: Due[] = [];
    for (const [id, closesAt] of closing) {
      const before = (await loadCase(trx, id))!;
      const events = tick(before.state, closesAt, now);
      const { state } = events.length > 0 ? await record(trx, before, events, []) : before;
      marks += events.length;
      due.push(...dueReminders(state, closesAt, now));
    }
    return { marks, reminders: await remind(trx, due, new Date(now).toISOString()) };
  });
}

/** One notice for all that is due of a company on this day and was not said yet. @returns how many deadlines it names */
async function remind(trx: Trx, due: readonly Due[], at: string): Promise<number> {
  if (due.length === 0) return 0;
  const keys = due.map(({ key }) => key);
  const known = await trx.selectFrom('desk_reminder').select('key').where('key', 'in', keys).execute();
  const fresh = due
    .filter(({ key }) => !known.some((one) => one.key === key))
    .sort((a, b) => (a.deadline.until < b.deadline.until ? -1 : a.deadline.until > b.deadline.until ? 1 : 0));
  const [first] = fresh;
  if (!first) return 0;
  const [notice] = await queueNotices(trx, [
    {
      key: first.key,
      kind: 'reminder',
      // The nearest one stands in front: its day is that of the calendar entry.
      detail: {
        ...first.deadline,
        deadlines: fresh.map(({ application, deadline }) => ({ ...deadline, application })),
      },
      seq: null,
      application: first.application,
      at,
    },
  ]);
  const rows = fresh.map(({ key, application }) => ({ key, application, notice: notice! }));
  await trx.insertInto('desk_reminder').values(rows).execute();
  return fresh.length;
}

type Due = { readonly application: string; readonly key: string; readonly deadline: Deadline };

function dueReminders(state: CaseFile, closesAt: string, now: string): Due[] {
  if (!state.rules) return [];
  return deadlines(state, closesAt).flatMap((deadline) => {
    const key = reminderKey(state, deadline, dayOf(now));
    return key === null ? [] : [{ application: state.id, key: `${state.id}/${key}`, deadline }];
  });
}
