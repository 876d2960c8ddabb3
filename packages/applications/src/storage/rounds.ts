import type { OpenDatabase } from '@aipower/database';
import type { Actor } from '../actor.ts';
import { append } from './chain.ts';
import { offeredPoints as offeredIn, type RoundKey } from './facts.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** The points that are offered in a programme's rounds, by `category/round`; a round of which nobody said is not in it. */
export async function offeredPoints(
  { db }: OpenDatabase<DeskTables>,
  programme: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('desk_round').selectAll().where('programme', '=', programme).execute();
  return new Map(rows.map(({ category, round, points_offered }) => [`${category}/${round}`, points_offered]));
}

/**
 * How many points the organiser offers in a round; without it nothing is said about what is left.
 *
 * @param deed who says so at the desk, having seen `before`: the log tells both figures.
 * @returns false when another figure stands there by now: nothing is overwritten.
 */
export async function offerPoints(
  open: OpenDatabase<DeskTables>,
  { programme, category, round }: RoundKey,
  points: number,
  deed?: { readonly by: Actor; readonly before: number | null; readonly now: string },
): Promise<boolean> {
  return inTurn(open, 'saying how many points a round has', async (trx) => {
    const key = { programme, category, round };
    const stands = await offeredIn(trx, key);
    if (deed && deed.before !== stands) return false;
    await trx
      .insertInto('desk_round')
      .values({ ...key, points_offered: points })
      .onConflict((conflict) =>
        conflict.columns(['programme', 'category', 'round']).doUpdateSet({ points_offered: points }),
      )
      .execute();
    if (!deed) return true;
    const body = { ...key, before: stands, points };
    const at = new Date(deed.now).toISOString();
    append(trx, [{ kind: 'act', at, application: null, type: 'round.points', by: deed.by, body }]);
    return true;
  });
}
