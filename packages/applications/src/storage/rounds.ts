import type { OpenDatabase } from '@aipower/database';
import type { Programme } from '@aipower/programme';
import type { CaseFile } from '../case-file.ts';
import type { Facts } from '../context.ts';
import { publicListOf } from '../public-list.ts';
import { type PublishedRow, publishRound, type RoundPublication } from '../publish-round.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { canonicalText } from '../text-hash.ts';
import { append, type Trx } from './chain.ts';
import { gatherFacts, type RoundKey } from './facts.ts';
import { nextNumber, record, type StoredCase } from './record.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** What a publication told: its number, the list, and the hash of the list. */
export type Published = {
  /** Its number. */
  readonly publication: string;
  /** In the order of the application's number. */
  readonly list: readonly PublishedRow[];
  /** SHA-256 of the list's canonical text, hex. */
  readonly listHash: string;
};

/**
 * Tell every decision of a round in one transaction: all or none.
 *
 * @param wanted `listHash`: of the list that both people saw; another one is refused as `list-changed`.
 * @param programme whose round it is.
 */
export async function publish(
  open: OpenDatabase<DeskTables>,
  wanted: Omit<RoundPublication, 'publication'> & { readonly listHash?: string },
  programme: Programme,
  now: string,
): Promise<Published | Refusal> {
  return inTurn(open, 'publishing a round', async (trx) => {
    const { category, round } = wanted;
    const cases = await casesOf(trx, { programme: programme.id, category, round });
    const name = `${programme.id}-${category}-${round}`;
    const publication = `${name}-${await nextNumber(trx, `publication ${name}`)}`;
    const facts = new Map<string, Facts>();
    for (const { state } of cases) {
      if (state.main !== 'decided') continue;
      const command = { type: 'round.publish', by: wanted.by, publication, listHash: '' } as const;
      facts.set(state.id, await gatherFacts(trx, state, command, programme, {}));
    }
    const states = cases.map(({ state }) => state);
    const told = publishRound(states, { ...wanted, publication }, ({ id }) => facts.get(id)!, now);
    const isOther = !isRefusal(told) && wanted.listHash !== undefined && wanted.listHash !== told.listHash;
    const result = isOther ? refuse('list-changed') : told;
    if (isRefusal(result)) {
      const body = { refused: result.refused, detail: result.detail };
      append(trx, [
        {
          kind: 'refused',
          at: new Date(now).toISOString(),
          application: null,
          type: 'round.publish',
          by: wanted.by,
          body,
        },
      ]);
      return result;
    }
    const { list, listHash, decisions } = result;
    await trx
      .insertInto('desk_publication')
      .values({
        publication,
        programme: programme.id,
        category,
        round,
        list_hash: listHash,
        list: canonicalText(list),
        public_list: canonicalText(publicListOf(programme, states, ({ id }) => facts.get(id)?.form ?? {})),
        at: new Date(now).toISOString(),
      })
      .execute();
    for (const one of cases) {
      const decision = decisions.get(one.state.id);
      if (decision) await record(trx, one, decision.events, decision.contents);
    }
    return { publication, list, listHash };
  });
}

async function casesOf(trx: Trx, { programme, category, round }: RoundKey): Promise<readonly StoredCase[]> {
  const rows = await trx
    .selectFrom('desk_application')
    .select(['case_file', 'version'])
    .where('programme', '=', programme)
    .where('category', '=', category)
    .where('round', '=', round)
    .orderBy('receipt_no')
    .execute();
  return rows.map(({ case_file, version }) => ({ state: JSON.parse(case_file) as CaseFile, version }));
}

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
