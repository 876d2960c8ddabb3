import type { CaseFile } from '@aipower/applications';
import { casesOfRound, pointsOffered, type RoundKey } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import type { Member } from '../member.ts';
import { type AskedRound, hasSteppedAside, roundAddress } from './asked-round.ts';
import { type Ranked, type RoundRanking, rankRound } from './ranking.ts';

/** A round with its ranking, and the parts of it that this person may not see taken out. */
export interface ReadRound {
  readonly asked: AskedRound;
  readonly cases: readonly CaseFile[];
  readonly ranking: RoundRanking;
  readonly offered: number | null;
  /** Applications that are not shown to this person, who stepped aside from them. */
  readonly hidden: number;
}

type Known = { readonly cases: readonly CaseFile[]; readonly ranking: RoundRanking };
const knownOf = new WeakMap<object, Map<string, Known>>();

/** Every application of a round with their ranking and all its "what if": after a change only what changed is ranked anew. */
export async function rankedRound({ desk: { database } }: Deps, key: RoundKey): Promise<Known> {
  const cases = await casesOfRound(database, key);
  const rounds = knownOf.get(database) ?? new Map<string, Known>();
  knownOf.set(database, rounds);
  const name = roundAddress(key).join(' ');
  const before = rounds.get(name);
  if (before?.cases === cases) return before;
  const now = { cases, ranking: rankRound(cases, before?.ranking) };
  rounds.set(name, now);
  return now;
}

export async function readRound(deps: Deps, asked: AskedRound, member: Member): Promise<ReadRound> {
  const { cases, ranking: whole } = await rankedRound(deps, asked.key);
  const offered = await pointsOffered(deps.desk.database, asked.key);
  const ranking = withoutAside(whole, member);
  return { asked, cases, offered, ranking, hidden: whole.ranked.length - ranking.ranked.length };
}

/** Whoever stepped aside from an application reads the table without it. */
function withoutAside(ranking: RoundRanking, { id }: Member): RoundRanking {
  const { ranked, unranked, whatIfs, ...rest } = ranking;
  const isAside = ({ state, recused }: Ranked) => recused > 0 && hasSteppedAside(state, id);
  if (!ranked.some(isAside) && !unranked.some((state) => hasSteppedAside(state, id))) return ranking;
  const places = ranked.flatMap((one, place) => (isAside(one) ? [] : [place]));
  const others = unranked.filter((state) => !hasSteppedAside(state, id));
  return {
    ...rest,
    ranked: places.map((place) => ranked[place]!),
    unranked: others,
    whatIfs: whatIfs.map((one) => ({ ...one, would: Int32Array.from(places, (place) => one.would[place]!) })),
  };
}
