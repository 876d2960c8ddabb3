import type { Database } from '../database/open.ts';
import type { Draft, HistoryEntry, Run } from './entry.ts';

/** What was written of an import stays as it is, so it is read once; there are some hundred imports a year. */
const knownRuns = new WeakMap<Database, Map<number, Run>>();

export async function runsOf(db: Database, revisions: readonly number[]): Promise<ReadonlyMap<number, Run>> {
  let known = knownRuns.get(db);
  if (!known) {
    known = new Map();
    knownRuns.set(db, known);
  }
  const unread = revisions.filter((revision) => !known.has(revision));
  if (unread.length > 0) {
    const rows = await db.selectFrom('import_run').selectAll().where('revision', 'in', unread).execute();
    for (const { revision, recorded_at, recorded_by, reason, source, file_name, seen_on } of rows) {
      const run = {
        recordedAt: recorded_at,
        by: recorded_by,
        why: reason,
        source,
        fileName: file_name,
        seenOn: seen_on,
      };
      known.set(revision, run);
    }
  }
  return known;
}

/** A change with who, when and why; field by field, for a page shows dozens. */
export function entryOf({ revision, subject, kind, ubn, name, scheme, number, fields }: Draft, run: Run): HistoryEntry {
  const { recordedAt, by, why, source, fileName, seenOn } = run;
  return { revision, subject, kind, ubn, name, scheme, number, fields, recordedAt, by, why, source, fileName, seenOn };
}

/** The same with who, when and why. */
export async function withRuns<One extends Draft>(db: Database, drafts: readonly One[]): Promise<(One & Run)[]> {
  const runs = await runsOf(db, [...new Set(drafts.map(({ revision }) => revision))]);
  return drafts.map((draft) => ({ ...draft, ...runs.get(draft.revision)! }));
}
