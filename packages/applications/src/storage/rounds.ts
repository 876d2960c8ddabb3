import type { OpenDatabase } from '@aipower/database';
import type { RoundKey } from './facts.ts';
import type { DeskTables } from './tables.ts';

/** The points that are offered in a programme's rounds, by `category/round`; a round of which nobody said is not in it. */
export async function offeredPoints(
  { db }: OpenDatabase<DeskTables>,
  programme: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('desk_round').selectAll().where('programme', '=', programme).execute();
  return new Map(rows.map(({ category, round, points_offered }) => [`${category}/${round}`, points_offered]));
}

/** How many points the organiser offers in a round; without it nothing is said about what is left. */
export async function offerPoints(
  open: OpenDatabase<DeskTables>,
  { programme, category, round }: RoundKey,
  points: number,
): Promise<void> {
  await open.db
    .insertInto('desk_round')
    .values({ programme, category, round, points_offered: points })
    .onConflict((conflict) =>
      conflict.columns(['programme', 'category', 'round']).doUpdateSet({ points_offered: points }),
    )
    .execute();
}
