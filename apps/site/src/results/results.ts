import type { PublicRow, ReasonCount } from '@aipower/applications';
import { publications, type StoredPublication } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Deps } from '../deps.ts';
import { MIN_TOLD } from '../presenters/small-numbers.ts';

/** A line as everybody reads it: without the id that joins a correction to what it corrects. */
export type ToldRow = Omit<PublicRow, 'application'>;
/** A reason with its count; null where it stood against fewer than five. */
export interface ToldReason {
  readonly code: string;
  readonly count: number | null;
}

/** What has been published of one round: every publication, and the list as it stands after the last. */
export interface RoundResults {
  readonly category: string;
  readonly round: number;
  /** The oldest first; those after it correct or add. */
  readonly publications: readonly StoredPublication[];
  readonly current: readonly (ToldRow & { readonly publication: string; readonly isCorrected: boolean })[];
  readonly reasons: readonly ToldReason[] | null;
}

/** Everything public of a year's results, by category and round. Read by page, CSV, feed and API alike. */
export async function resultsOf(deps: Pick<Deps, 'desk'>, programme: Programme): Promise<readonly RoundResults[]> {
  const all = await publications(deps.desk.database, { programme: programme.id });
  return programme.categories.flatMap(({ id, rounds }) =>
    rounds.flatMap(({ number }): RoundResults[] => {
      const own = all.filter(({ category, round }) => category === id && round === number);
      return own.length > 0 ? [roundResults(id, number, own)] : [];
    }),
  );
}

function roundResults(category: string, round: number, own: readonly StoredPublication[]): RoundResults {
  const rows = new Map<string, { row: PublicRow; publication: string; isCorrected: boolean }>();
  const seen = new Set<string>();
  for (const { publication, told } of own) {
    for (const id of told?.unlisted ?? []) {
      rows.delete(id);
      seen.add(id);
    }
    for (const row of told?.rows ?? []) {
      rows.set(row.application, { row, publication, isCorrected: seen.has(row.application) });
      seen.add(row.application);
    }
  }
  const current = [...rows.values()]
    .sort((a, b) => compare(a.row.outcome, b.row.outcome) || compare(a.row.company, b.row.company))
    .map(({ row, ...rest }) => ({ ...withoutId(row), ...rest }));
  return { category, round, publications: own, current, reasons: toldReasons(own.at(-1)?.told?.reasons ?? null) };
}

const order = ['approved', 'waitlisted', 'declined'];
const compare = (a: string, b: string) => {
  const places = [order.indexOf(a), order.indexOf(b)];
  return places[0] !== places[1] ? places[0]! - places[1]! : a < b ? -1 : a > b ? 1 : 0;
};

/** The lines of one publication as everybody reads them: what its hash is of. */
export const toldRows = ({ told }: StoredPublication): readonly ToldRow[] => (told?.rows ?? []).map(withoutId);

function withoutId({ application: _, ...row }: PublicRow): ToldRow {
  return row;
}

function toldReasons(reasons: readonly ReasonCount[] | null): readonly ToldReason[] | null {
  return reasons === null ? null : reasons.map(({ code, count }) => ({ code, count: count < MIN_TOLD ? null : count }));
}
