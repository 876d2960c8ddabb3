import type { CaseFile } from '@aipower/applications';
import { casesOfRound, pointsOffered } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import { memoOf } from '../../memo.ts';
import type { Member } from '../member.ts';
import { type AskedRound, hasSteppedAside } from './asked-round.ts';
import { type RoundRanking, rankRound } from './ranking.ts';

/** A round with its ranking, and the parts of it that this person may not see taken out. */
export interface ReadRound {
  readonly asked: AskedRound;
  readonly cases: readonly CaseFile[];
  readonly ranking: RoundRanking;
  readonly offered: number | null;
  /** Applications that are not shown to this person, who stepped aside from them. */
  readonly hidden: number;
}

/** A ranking with all its "what if", made again only when an application of the round has changed. */
export const rankingOf = memoOf((cases: readonly CaseFile[]) => rankRound(cases));

export async function readRound(deps: Deps, asked: AskedRound, member: Member): Promise<ReadRound> {
  const { database } = deps.desk;
  const [cases, offered] = [await casesOfRound(database, asked.key), await pointsOffered(database, asked.key)];
  const whole = rankingOf(cases);
  const ranking = withoutAside(whole, member);
  return { asked, cases, offered, ranking, hidden: whole.ranked.length - ranking.ranked.length };
}

/** Whoever stepped aside from an application reads the table without it. */
function withoutAside(ranking: RoundRanking, { id }: Member): RoundRanking {
  const { ranked, unranked, whatIfs, ...rest } = ranking;
  const places = ranked.flatMap(({ state }, place) => (hasSteppedAside(state, id) ? [] : [place]));
  const others = unranked.filter((state) => !hasSteppedAside(state, id));
  if (places.length === ranked.length && others.length === unranked.length) return ranking;
  return {
    ...rest,
    ranked: places.map((place) => ranked[place]!),
    unranked: others,
    whatIfs: whatIfs.map((one) => ({ ...one, would: Int32Array.from(places, (place) => one.would[place]!) })),
  };
}
