import type { OpenDatabase } from '@aipower/database';
import type { CaseFile } from '../case-file.ts';
import type { Rules } from '../rules.ts';
import type { RoundKey } from './facts.ts';
import { lastEvent } from './reading.ts';
import type { DeskTables } from './tables.ts';

// A list of a round goes through every application of it, for every page that anybody opens. Read from the database each time,
// ten thousand case files are fifty megabytes of JSON. So those that were sent are kept as they were read, and the log says
// which of them have changed: only these are read again.

type Cases = readonly CaseFile[];
type Db = OpenDatabase<DeskTables>;

interface Kept {
  /** The last event of the log when the case files were asked for. */
  seq: number;
  readonly cases: Map<string, CaseFile>;
  /** The same array for as long as nothing in it has changed: what is made of it can be kept by it. */
  readonly lists: Map<string, Cases>;
  /** Copies of the same rules are one object. */
  readonly rules: Map<string, Rules>;
  /** One reader at a time; whoever comes later reads what was written in between. */
  turn: Promise<unknown>;
}

const BATCH = 500;
const keptOf = new WeakMap<object, Kept>();

/**
 * Applications that were sent, in the order of their numbers, as the log stands now.
 *
 * @returns the same array as the last time where none of its applications has changed since.
 */
export function keptCases(open: Db, of: RoundKey | { readonly programme: string }): Promise<Cases> {
  const kept = keptOf.get(open) ?? {
    seq: -1,
    cases: new Map(),
    lists: new Map(),
    rules: new Map(),
    turn: Promise.resolve(),
  };
  keptOf.set(open, kept);
  const read = async () => {
    await refresh(open, kept);
    return listOf(kept, of);
  };
  const answer = kept.turn.then(read);
  kept.turn = answer.catch(() => undefined);
  return answer;
}

async function refresh(open: Db, kept: Kept): Promise<void> {
  // Read before the case files: what is written in between is read again next time.
  const seq = await lastEvent(open);
  if (seq === kept.seq) return;
  if (seq < kept.seq) {
    for (const part of [kept.cases, kept.lists]) part.clear();
    kept.seq = -1;
  }
  const isFirst = kept.seq < 0;
  const ids = isFirst ? await sentIds(open) : await changedIds(open, kept.seq, seq);
  for (let at = 0; at < ids.length; at += BATCH) await readAgain(open, kept, ids.slice(at, at + BATCH));
  kept.seq = seq;
}

async function sentIds({ db }: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('desk_application').select('id').where('receipt_no', 'is not', null).execute();
  return rows.map(({ id }) => id);
}

async function changedIds({ db }: Db, after: number, until: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('desk_event')
    .select('application')
    .distinct()
    .where('seq', '>', after)
    .where('seq', '<=', until)
    .where('kind', '=', 'event')
    .where('application', 'is not', null)
    .execute();
  return rows.map(({ application }) => application!);
}

async function readAgain({ db }: Db, kept: Kept, ids: readonly string[]): Promise<void> {
  const rows = await db
    .selectFrom('desk_application')
    .select('case_file')
    .where('id', 'in', ids)
    .where('receipt_no', 'is not', null)
    .execute();
  const inPlace = new Map<string, CaseFile>();
  for (const { case_file } of rows) {
    const read = JSON.parse(case_file) as CaseFile;
    const state = { ...read, rules: read.rules && sameRules(kept, read.rules) };
    const before = kept.cases.get(state.id);
    kept.cases.set(state.id, state);
    if (before && isWhereItWas(before, state)) inPlace.set(state.id, state);
    // An application can pass from one round to another: both lists have changed.
    else for (const one of [before, state]) if (one) for (const key of keysOf(one)) kept.lists.delete(key);
  }
  const lists = new Map<string, CaseFile[]>();
  for (const state of inPlace.values()) {
    for (const key of keysOf(state)) {
      const before = kept.lists.get(key);
      if (!before) continue;
      const list = lists.get(key) ?? [...before];
      lists.set(key, list);
      list[placeOf(before, state.receiptNo!)] = state;
    }
  }
  for (const [key, list] of lists) kept.lists.set(key, list);
}

/** Where the application with a number stands in a list that has it: lists are in the order of their numbers. */
function placeOf(list: Cases, receiptNo: string): number {
  let [from, to] = [0, list.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (list[middle]!.receiptNo! < receiptNo) from = middle + 1;
    else to = middle;
  }
  return from;
}

const isWhereItWas = (before: CaseFile, { receiptNo, round }: CaseFile) =>
  before.receiptNo === receiptNo && before.round === round;

function sameRules({ rules }: Kept, read: Rules): Rules {
  const text = JSON.stringify(read);
  const known = rules.get(text) ?? read;
  rules.set(text, known);
  return known;
}

const keyOf = ({ programme, category, round }: Partial<RoundKey>) => [programme, category, round].join(' ');
const keysOf = ({ programme, category, round }: CaseFile) => [
  keyOf({ programme: programme.id }),
  ...(round === null ? [] : [keyOf({ programme: programme.id, category, round })]),
];

const isOf = ({ programme, category, round }: CaseFile, of: Partial<RoundKey>) =>
  programme.id === of.programme && (of.category === undefined || (category === of.category && round === of.round));

function listOf(kept: Kept, of: RoundKey | { readonly programme: string }): Cases {
  const key = keyOf(of);
  const known = kept.lists.get(key);
  if (known) return known;
  const found = [...kept.cases.values()].filter((state) => isOf(state, of));
  const list = found.sort((a, b) => (a.receiptNo! < b.receiptNo! ? -1 : 1));
  kept.lists.set(key, list);
  return list;
}
