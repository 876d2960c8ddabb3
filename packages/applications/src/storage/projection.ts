import { type CaseFile, isLive } from '../case-file.ts';
import { pointsOf } from '../ledger.ts';
import { canonicalText } from '../text-hash.ts';
import type { Trx } from './chain.ts';
import type { ApplicationRow } from './tables.ts';

/** SQLite takes 32,766 values in a statement. */
const MAX_ROWS = 500;

/** The row of an application, from its case file. */
export function applicationRow(state: CaseFile, version: number): ApplicationRow {
  const { held, given } = pointsOf(state);
  return {
    id: state.id,
    ubn: state.ubn,
    category: state.category,
    main: state.main,
    since: state.since,
    live: isLive(state) ? 1 : 0,
    round: state.round,
    receipt_no: state.receiptNo,
    programme: state.programme.id,
    programme_hash: state.programme.hash,
    version,
    points_held: held,
    points_given: Math.round(given),
    case_file: canonicalText(state),
  };
}

/** The tables that lists and jobs read, by the part of the case file that they show. */
const tables = {
  supplements: 'desk_supplement',
  reviews: 'desk_review',
  decisions: 'desk_decision',
  obligations: 'desk_obligation',
  breaches: 'desk_breach',
  bars: 'desk_bar',
  publications: 'desk_promise',
  award: 'desk_award',
} as const;

const rowsOf: { readonly [Part in keyof typeof tables]: (state: CaseFile) => readonly object[] } = {
  supplements: ({ supplements }) =>
    supplements.map(({ requestedAt, fields, n, due, state }) => {
      return { n, due, state, fields: canonicalText(fields), requested_at: requestedAt };
    }),
  reviews: ({ reviews }) =>
    reviews.map(({ reviewer, state, scores, level }) => {
      return { reviewer, state, scores: scores ? canonicalText(scores) : null, level };
    }),
  decisions: ({ decisions }) =>
    decisions.map(({ formHash, publishedIn, reopened, because: _, told: __, ...rest }) => {
      return { ...rest, form_hash: formHash, published_in: publishedIn, reopened: reopened ? 1 : 0 };
    }),
  obligations: ({ obligations }) => obligations,
  breaches: ({ breaches }) => breaches.map(({ on, ...rest }) => ({ ...rest, on_day: on })),
  bars: ({ bars }) => bars,
  publications: ({ publications }) => publications,
  award: ({ award }) => {
    if (!award) return [];
    const { state, level, points, start, lastDay, weeks } = award;
    return [{ state, level, points, start, last_day: lastDay, weeks }];
  },
};

/** An application before and after some events. */
export type Step = { readonly before: CaseFile | null; readonly after: CaseFile };

/** Bring the tables that lists and jobs read to what the case files say; only parts that changed are written. */
export async function project(trx: Trx, steps: readonly Step[]): Promise<void> {
  for (const part of Object.keys(tables) as (keyof typeof tables)[]) {
    const changed = steps.filter(({ before, after }) => before?.[part] !== after[part]);
    await replace(trx, tables[part], changed, rowsOf[part]);
  }
  const used = steps.filter(({ before, after }) => after.award && before?.award?.usage !== after.award.usage);
  await replace(trx, 'desk_usage', used, ({ award }) =>
    Object.entries(award!.usage).map(([day, points]) => ({ day, points })),
  );
}

async function replace(
  trx: Trx,
  table: (typeof tables)[keyof typeof tables] | 'desk_usage',
  steps: readonly Step[],
  rowsFrom: (state: CaseFile) => readonly object[],
): Promise<void> {
  if (steps.length === 0) return;
  const had = steps.flatMap(({ before, after }) => (before ? [after.id] : []));
  if (had.length > 0) await trx.deleteFrom(table).where('application', 'in', had).execute();
  const rows = steps.flatMap(({ after }) => rowsFrom(after).map((row) => ({ application: after.id, ...row })));
  for (let at = 0; at < rows.length; at += MAX_ROWS) {
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + MAX_ROWS) as never)
      .execute();
  }
}
