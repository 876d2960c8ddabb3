import { createHash } from 'node:crypto';
import { inTransaction } from '@aipower/database';
import { assertDay, type Day } from '@aipower/taiwan/dates';
import { guarded } from '../database/fault.ts';
import type { Database } from '../database/open.ts';
import { standingLists } from '../history/withdraw.ts';
import type { SchemeId } from '../scheme.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { withoutUnseen } from '../text-border.ts';
import { typeName } from '../type-name.ts';
import { applyDiff, type ImportRun, type ListRun } from './apply.ts';
import { type Change, type Diff, diffList } from './diff.ts';
import type { ImportOptions } from './import-options.ts';
import type { Incoming } from './incoming.ts';
import { type Problem, RegisterDataError } from './problem.ts';
import type { ReadTable } from './read-file.ts';
import { understandList } from './read-list.ts';
import { sanityProblems, seenOnProblems } from './sanity.ts';
import type { SourceFile } from './table.ts';

/** What an import changed, or would change in a dry run. */
export interface ImportReport {
  /** Whether nothing was written. */
  readonly dryRun: boolean;
  /** The revision the import made; `null` when it changed nothing or was a dry run. */
  readonly revision: number | null;
  /** Name of the file. */
  readonly fileName: string;
  /** Where the list was published, as given. */
  readonly source: string;
  /** Of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Day of the list, as given. */
  readonly seenOn: Day;
  /** Id of the column map that fitted. */
  readonly map: string;
  /** Counts of certificates, and of providers touched. */
  readonly counts: {
    /** Rows of the list that hold a certificate. */
    readonly rows: number;
    /** Certificates that the register did not know. */
    readonly new: number;
    /** Certificates that the list says something else of. */
    readonly changed: number;
    /** Certificates that the list, being complete, no longer names. */
    readonly gone: number;
    /** Certificates of which it says the same. */
    readonly unchanged: number;
    /** Providers that the register did not know. */
    readonly providersNew: number;
    /** Providers of which it says something else. */
    readonly providersChanged: number;
  };
  /** Schemes that the list holds. */
  readonly schemes: readonly SchemeId[];
  /** Every difference: providers and certificates as the list names them, then what is gone. */
  readonly changes: readonly Change[];
  /** Errors (in a dry run only: an import with errors throws) and warnings. */
  readonly problems: readonly Problem[];
}

async function factsFor(
  db: Database,
  seenOn: Day,
): Promise<{ before: Map<string, Day>; providerDays: Map<string, Day> }> {
  const { revision } = await db.selectFrom('register_meta').select('revision').executeTakeFirstOrThrow();
  const stands = await standingLists(db, revision);
  const earlier = await db
    .selectFrom('scheme_list')
    .select(['scheme', 'seen_on', 'revision'])
    .where('seen_on', '<', seenOn)
    .where('complete', '=', 1)
    .orderBy('seen_on')
    .execute();
  const days = await db
    .selectFrom('provider_version')
    .select(['ubn', 'true_from'])
    .where('rev_to', 'is', null)
    .where('true_to', 'is', null)
    .execute();
  return {
    // Of several, the newest day.
    before: new Map(earlier.filter((row) => stands(row.revision)).map((row) => [row.scheme, row.seen_on])),
    providerDays: new Map(days.map((row) => [row.ubn, row.true_from])),
  };
}

function assertOptions(options: ImportOptions): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`import(…, options): expected { seenOn, recordedAt, by }, got ${typeName(options)}`);
  assertDay(options.seenOn, 'import(…, { seenOn })');
  if (
    !/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(options.recordedAt ?? '') ||
    Number.isNaN(Date.parse(options.recordedAt))
  ) {
    throw new TypeError(
      'import(…, { recordedAt }): an instant such as 2026-11-21T10:00:00+08:00 is needed; time is always an argument',
    );
  }
  if (!options.by?.trim())
    throw new TypeError('import(…, { by }): who imports is part of the history and may not be empty');
}

/**
 * Compares a list with the register and, unless it is a dry run, writes the difference as one revision: all or nothing.
 * See {@link Register.importList} for what the caller sees.
 * @internal
 */
export async function importList(
  db: Database,
  latest: () => Promise<Snapshot>,
  file: SourceFile,
  given: ImportOptions,
  read: (file: SourceFile) => Promise<ReadTable>,
): Promise<ImportReport> {
  assertOptions(given);
  const options = { ...given, by: withoutUnseen(given.by), why: given.why && withoutUnseen(given.why) };
  const { incoming, problems, map, rows } = understandList(await read(file), options);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const complete = options.complete ?? true;
  const fileName = withoutUnseen(file.name);
  const source = withoutUnseen(options.source ?? file.name);
  return guarded('importing a list', async () => {
    for (;;) {
      const snapshot = await latest();
      const { before, providerDays } = await factsFor(db, options.seenOn);
      const diff = diffList(snapshot, incoming, { complete, seenOn: options.seenOn, providerDays });
      const all = [
        ...problems,
        ...diff.problems,
        ...seenOnProblems(options),
        ...sanityProblems(snapshot, diff, incoming, source, options),
      ];
      const report = summarise(diff, incoming, rows, all, file, { options, source, sha256, map: map.id });
      if (options.dryRun) return report;
      if (all.some(({ severity }) => severity === 'error')) throw new RegisterDataError(fileName, all);
      if (diff.changes.length === 0 && !isNewerList(snapshot, incoming, options)) return report;
      const run: ImportRun = {
        recordedAt: new Date(options.recordedAt).toISOString(),
        recordedBy: options.by,
        reason: options.why ?? '',
        source,
        fileName,
        sha256,
        seenOn: options.seenOn,
        fictional: options.fictional ?? false,
        counts: report.counts,
      };
      const lists = new Map<SchemeId, ListRun>();
      for (const [scheme, rowCount] of incoming.schemes) {
        lists.set(scheme, { scheme, rowCount, complete, before: before.get(scheme) ?? null });
      }
      const revision = await inTransaction(db, 'importing a list', (trx) =>
        applyDiff(trx, diff, run, lists, snapshot.revision),
      );
      // Another import came between: compare with what it left and try again.
      if (revision !== null) return { ...report, revision };
    }
  });
}

/** Even a list that changes nothing is news when it is newer, or complete where the last one was not. */
function isNewerList(snapshot: Snapshot, incoming: Incoming, options: ImportOptions): boolean {
  return [...incoming.schemes.keys()].some((scheme) => {
    const list = snapshot.lists.get(scheme);
    if (!list || (list.seenOn < options.seenOn && !list.complete)) return true;
    return (options.complete ?? true) && (list.seenOn < options.seenOn || !list.complete);
  });
}

function summarise(
  diff: Diff,
  incoming: Incoming,
  rows: number,
  problems: readonly Problem[],
  file: SourceFile,
  told: { options: ImportOptions; source: string; sha256: string; map: string },
): ImportReport {
  const count = (kind: Change['kind'], subject: Change['subject']) =>
    diff.changes.filter((change) => change.kind === kind && change.subject === subject).length;
  return {
    dryRun: told.options.dryRun ?? false,
    revision: null,
    fileName: file.name,
    source: told.source,
    sha256: told.sha256,
    seenOn: told.options.seenOn,
    map: told.map,
    counts: {
      rows,
      new: count('new', 'certificate'),
      changed: count('changed', 'certificate'),
      gone: count('gone', 'certificate'),
      unchanged: diff.unchanged,
      providersNew: count('new', 'provider'),
      providersChanged: count('changed', 'provider'),
    },
    schemes: [...incoming.schemes.keys()],
    changes: diff.changes,
    problems,
  };
}
