import type { Kysely } from 'kysely';
import type { CaseFile } from '../case-file.ts';
import type { CaseEvent } from '../event.ts';
import { evolve } from '../evolve.ts';
import { canonicalText } from '../text-hash.ts';
import { CHAIN_START, lineHash } from './chain.ts';
import type { DeskTables, EventRow } from './tables.ts';

const BATCH = 2000;

/** A head of the log as it was published: the number of its last line, and that line's hash. */
export type PublishedHead = { readonly seq: number; readonly hash: string };
/** A line of the log, or a case file, that does not hold, and why. */
export type LogProblem = {
  /** Line of the log. */
  readonly seq: number;
  /**
   * `gap`: a number is missing; `broken-link`: it does not follow the line before; the others name what was changed.
   */
  readonly code: 'gap' | 'broken-link' | 'changed-text' | 'changed-column' | 'changed-case' | 'missing-head';
  /** A sentence for whoever looks into it. */
  readonly detail: string;
};
/** What was read of the log, where it ends, and every problem that was found. */
export type LogVerification = {
  /** How many lines were read. */
  readonly lines: number;
  /** The last line: its number and hash; of an empty log 0 and the hash that the first line would follow. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** The first problem of the chain, and every case file that is not the sum of its events. Empty: proven. */
  readonly problems: readonly LogProblem[];
};

/**
 * Prove the log: every line follows the one before, says what its hash says, and the case files are the sum of their events.
 * @param known heads that were published earlier: the log must still contain them, or its end was cut off or written anew.
 */
export async function verifyLog(
  db: Kysely<DeskTables>,
  known: PublishedHead | readonly PublishedHead[] = [],
): Promise<LogVerification> {
  let head = { seq: 0, hash: CHAIN_START };
  const cases = new Map<string, CaseFile>();
  const published = [known].flat().filter(({ seq }) => seq > 0);
  const wanted = new Set(published.map(({ seq }) => seq));
  const seen = new Map<number, string>();
  for (;;) {
    const rows = await db
      .selectFrom('desk_event')
      .selectAll()
      .where('seq', '>', head.seq)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const line = hashesAsWritten(row) ? (JSON.parse(row.payload) as Line) : null;
      const problem = lineProblem(row, line, head);
      if (problem) return { lines: head.seq, head, problems: [problem] };
      head = { seq: row.seq, hash: row.hash };
      if (wanted.has(row.seq)) seen.set(row.seq, row.hash);
      if (line?.kind === 'event') follow(cases, line);
    }
    if (rows.length < BATCH) break;
  }
  const problems = published
    .filter(({ seq, hash }) => seen.get(seq) !== hash)
    .map(({ seq }): LogProblem => ({ seq, code: 'missing-head', detail: 'a published head is not in the log' }));
  problems.push(...(await caseProblems(db, cases, head.seq)));
  return { lines: head.seq, head, problems };
}

type Line = {
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly application: string | null;
  readonly type: string;
  readonly by: { readonly kind: string; readonly id: string };
  readonly body: object;
};

function hashesAsWritten({ prev_hash, payload, hash }: EventRow): boolean {
  return lineHash(prev_hash, payload) === hash;
}

function lineProblem(
  row: EventRow,
  line: Line | null,
  before: { readonly seq: number; readonly hash: string },
): LogProblem | null {
  const problem = (code: LogProblem['code'], detail: string) => ({ seq: row.seq, code, detail });
  if (row.seq !== before.seq + 1) return problem('gap', `line ${before.seq + 1} is missing`);
  if (row.prev_hash !== before.hash) return problem('broken-link', 'does not follow the line before');
  if (!line) return problem('changed-text', 'the text is not what was hashed');
  const { seq, at, kind, application, type, by } = line;
  const said = [seq, at, kind, application, type, by.kind, by.id];
  const shown = [row.seq, row.at, row.kind, row.application, row.type, row.actor_kind, row.actor_id];
  const differs = said.findIndex((value, i) => value !== shown[i]);
  return differs < 0 ? null : problem('changed-column', `${shown[differs]} stands where ${said[differs]} was hashed`);
}

function follow(cases: Map<string, CaseFile>, { body, ...head }: Line): void {
  const event = { ...head, ...body } as unknown as CaseEvent;
  cases.set(event.application, evolve(cases.get(event.application) ?? null, event));
}

async function caseProblems(
  db: Kysely<DeskTables>,
  cases: ReadonlyMap<string, CaseFile>,
  seq: number,
): Promise<LogProblem[]> {
  const rows = await db.selectFrom('desk_application').select(['id', 'case_file']).execute();
  const stored = new Map(rows.map(({ id, case_file }) => [id, case_file]));
  const ids = new Set([...stored.keys(), ...cases.keys()]);
  return [...ids].flatMap((id): LogProblem[] => {
    const state = cases.get(id);
    if (state && canonicalText(state) === stored.get(id)) return [];
    return [{ seq, code: 'changed-case', detail: `case file ${id} is not the sum of its events` }];
  });
}
