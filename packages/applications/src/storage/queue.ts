import type { OpenDatabase } from '@aipower/database';
import type { Programme } from '@aipower/programme';
import type { CaseFile } from '../case-file.ts';
import type { MainState } from '../states.ts';
import { loadProgramme } from './programmes.ts';
import type { DeskTables } from './tables.ts';

/** Which applications are wanted: all that is said must hold, and what is not said is not asked. */
export type QueueQuery = {
  /** Any of these main states. */
  readonly mains: readonly MainState[];
  /** Of the applications that wait for the company, only those whose last day has passed. */
  readonly overdueOnly?: boolean;
  /** Id of the year's programme. */
  readonly programme?: string;
  /** Id of the category. */
  readonly category?: string;
  /** Number of the round within its category. */
  readonly round?: number;
  /** Those of one company, by its 統一編號. */
  readonly ubn?: string;
  /** The one with this number, such as `115-training-0001`. */
  readonly receiptNo?: string;
  /** How many to leave out, and how many to give. */
  readonly skip: number;
  /** At most this many. */
  readonly most: number;
};
/** A part of a queue, with how many there are in all. */
export type QueuePage = { readonly total: number; readonly cases: readonly CaseFile[] };

/** Applications in these states, what waits longest first. */
export async function queue({ db }: OpenDatabase<DeskTables>, query: QueueQuery): Promise<QueuePage> {
  let rows = db.selectFrom('desk_application').where('main', 'in', [...query.mains]);
  if (query.programme !== undefined) rows = rows.where('programme', '=', query.programme);
  if (query.category !== undefined) rows = rows.where('category', '=', query.category);
  if (query.round !== undefined) rows = rows.where('round', '=', query.round);
  if (query.ubn !== undefined) rows = rows.where('ubn', '=', query.ubn);
  if (query.receiptNo !== undefined) rows = rows.where('receipt_no', '=', query.receiptNo);
  if (query.overdueOnly) {
    rows = rows.where((eb) =>
      eb.or([
        eb('main', '<>', 'supplement-requested'),
        eb.exists(
          eb
            .selectFrom('desk_supplement')
            .select('n')
            .whereRef('desk_supplement.application', '=', 'desk_application.id')
            .where('desk_supplement.state', '=', 'overdue'),
        ),
      ]),
    );
  }
  const { total } = await rows.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
  const found = await rows
    .select('case_file')
    .orderBy('since')
    .orderBy('id')
    .limit(query.most)
    .offset(query.skip)
    .execute();
  return { total: Number(total), cases: found.map(({ case_file }) => JSON.parse(case_file) as CaseFile) };
}

/** How many applications stand in each main state. */
export async function countByState({ db }: OpenDatabase<DeskTables>): Promise<ReadonlyMap<MainState, number>> {
  const rows = await db
    .selectFrom('desk_application')
    .select(({ fn }) => ['main', fn.countAll().as('n')])
    .groupBy('main')
    .execute();
  return new Map(rows.map(({ main, n }) => [main as MainState, Number(n)]));
}

/**
 * The last version of every form, of applications that were sent and not withdrawn; only those whose hash is not known yet,
 * each with the programme whose form it is.
 */
export async function lastForms(
  { db }: OpenDatabase<DeskTables>,
  known: (application: string, hash: string) => boolean,
): Promise<{
  readonly current: ReadonlyMap<string, { readonly hash: string; readonly ubn: string; readonly receiptNo: string }>;
  readonly fresh: readonly {
    readonly application: string;
    readonly hash: string;
    readonly programme: Programme;
    readonly form: Readonly<Record<string, unknown>>;
  }[];
}> {
  const heads = await db
    .selectFrom('desk_form_version')
    .innerJoin('desk_application', 'desk_application.id', 'desk_form_version.application')
    .select(['application', 'n', 'hash', 'ubn', 'receipt_no', 'programme_hash'])
    .where('main', 'not in', ['draft', 'withdrawn', 'lapsed'])
    .orderBy('application')
    .orderBy('n')
    .execute();
  const current = new Map<string, { n: number; hash: string; ubn: string; receiptNo: string; of: string }>();
  for (const { application, n, hash, ubn, receipt_no, programme_hash } of heads) {
    current.set(application, { n, hash, ubn, receiptNo: receipt_no ?? application, of: programme_hash });
  }
  const wanted = [...current].filter(([application, { hash }]) => !known(application, hash));
  const fresh = [];
  for (let at = 0; at < wanted.length; at += BATCH) {
    const part = wanted.slice(at, at + BATCH);
    const rows = await db
      .selectFrom('desk_form_version')
      .select(['application', 'hash', 'body'])
      .where(
        'application',
        'in',
        part.map(([application]) => application),
      )
      .where(
        'hash',
        'in',
        part.map(([, { hash }]) => hash),
      )
      .execute();
    for (const { application, hash, body } of rows) {
      const head = current.get(application);
      if (head?.hash !== hash) continue;
      fresh.push({
        application,
        hash,
        programme: await loadProgramme(db, head.of),
        form: JSON.parse(body) as Record<string, unknown>,
      });
    }
  }
  return { current, fresh };
}

const BATCH = 200;
