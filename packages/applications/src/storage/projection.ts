import { type CaseFile, isLive } from '../case-file.ts';
import { pointsOf } from '../ledger.ts';
import { canonicalText } from '../text-hash.ts';
import type { Trx } from './chain.ts';
import type { ApplicationRow } from './tables.ts';

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

/** Bring the tables that lists and jobs read to what the case file says; only parts that changed are written. */
export async function project(trx: Trx, before: CaseFile | null, after: CaseFile): Promise<void> {
  const application = after.id;
  const changed = (part: keyof CaseFile) => before?.[part] !== after[part];
  const replace = async (
    table:
      | 'desk_supplement'
      | 'desk_review'
      | 'desk_decision'
      | 'desk_obligation'
      | 'desk_breach'
      | 'desk_bar'
      | 'desk_promise'
      | 'desk_award'
      | 'desk_usage',
    rows: readonly object[],
  ) => {
    await trx.deleteFrom(table).where('application', '=', application).execute();
    if (rows.length > 0)
      await trx
        .insertInto(table)
        .values(rows.map((row) => ({ application, ...row })) as never)
        .execute();
  };
  if (changed('supplements')) {
    const rows = after.supplements.map(({ requestedAt, fields, n, due, state }) => {
      return { n, due, state, fields: canonicalText(fields), requested_at: requestedAt };
    });
    await replace('desk_supplement', rows);
  }
  if (changed('reviews')) {
    const rows = after.reviews.map(({ reviewer, state, scores, level }) => {
      return { reviewer, state, scores: scores ? canonicalText(scores) : null, level };
    });
    await replace('desk_review', rows);
  }
  if (changed('decisions')) {
    const rows = after.decisions.map(({ formHash, publishedIn, reopened, because: _, told: __, ...rest }) => {
      return { ...rest, form_hash: formHash, published_in: publishedIn, reopened: reopened ? 1 : 0 };
    });
    await replace('desk_decision', rows);
  }
  if (changed('obligations')) await replace('desk_obligation', after.obligations);
  if (changed('breaches'))
    await replace(
      'desk_breach',
      after.breaches.map(({ on, ...rest }) => ({ ...rest, on_day: on })),
    );
  if (changed('bars')) await replace('desk_bar', after.bars);
  if (changed('publications')) await replace('desk_promise', after.publications);
  if (changed('award') && after.award) {
    const { state, level, points, start, lastDay, weeks, usage } = after.award;
    await replace('desk_award', [{ state, level, points, start, last_day: lastDay, weeks }]);
    if (before?.award?.usage !== usage) {
      await replace(
        'desk_usage',
        Object.entries(usage).map(([day, used]) => ({ day, points: used })),
      );
    }
  }
}
