import type { OpenDatabase } from '@aipower/database';
import type { CaseFile } from '../case-file.ts';
import type { CaseEvent } from '../event.ts';
import { mainTable } from '../table.ts';
import { keptCases } from './kept-cases.ts';
import type { DeskTables } from './tables.ts';

const BATCH = 5000;

/** Events that can change a main state: the others are most of a log and say nothing here. */
const moving = [...new Set(mainTable.filter(({ to }) => to !== 'same').map(({ event }) => event))];

/** Every application of a programme that was sent, in the order of its number; the same array until one of them changes. */
export async function sentCases(open: OpenDatabase<DeskTables>, programme: string): Promise<readonly CaseFile[]> {
  return keptCases(open, { programme });
}

/** Applications with an award, whose use runs, has ended or has not begun. */
export async function awardedCases(open: OpenDatabase<DeskTables>, programme: string): Promise<readonly CaseFile[]> {
  return (await keptCases(open, { programme })).filter(({ award }) => award !== null);
}

/** When an application passed from one main state to another. */
export type Passage = { readonly application: string; readonly at: string; readonly to: string };

/**
 * Every change of a main state, in the order of the log. What was read once never changes: whoever asks again gives the line
 * after which the log is new to them.
 *
 * @param lines the numbers of the lines: after `after`, up to `until` and with it.
 */
export async function passages(
  { db }: OpenDatabase<DeskTables>,
  lines: { readonly after: number; readonly until: number } = { after: 0, until: Number.MAX_SAFE_INTEGER },
): Promise<readonly Passage[]> {
  const found: Passage[] = [];
  for (let { after } = lines; ; ) {
    const rows = await db
      .selectFrom('desk_event')
      .select(['seq', 'payload'])
      .where('kind', '=', 'event')
      .where('type', 'in', moving)
      .where('seq', '>', after)
      .where('seq', '<=', lines.until)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    for (const { payload } of rows) {
      const { application, at, by, body } = JSON.parse(payload) as Line;
      // A mark of the clock counts from the moment that it marks.
      const moment = by.kind === 'clock' && body.data.on ? body.data.on : at;
      if (body.from !== body.to) found.push({ application, at: moment, to: body.to });
    }
    if (rows.length < BATCH) return found;
    after = rows.at(-1)!.seq;
  }
}

type Line = Pick<CaseEvent, 'application' | 'at' | 'by'> & {
  readonly body: { readonly from: string | null; readonly to: string; readonly data: { readonly on?: string } };
};
