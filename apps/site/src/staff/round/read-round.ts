import type { CaseFile } from '@aipower/applications';
import { casesOfRound, lastEvent, pointsOffered } from '@aipower/applications/storage';
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

interface Kept {
  readonly seq: number;
  readonly cases: readonly CaseFile[];
  readonly ranking: RoundRanking;
}

/** The last reading of each round: a ranking with all its "what if" is made again only when something has happened. */
const keptRounds = memoOf((_deps: Deps) => new Map<string, Kept>());

export async function readRound(deps: Deps, asked: AskedRound, member: Member): Promise<ReadRound> {
  const { database } = deps.desk;
  const kept = keptRounds(deps);
  const key = Object.values(asked.key).join('/');
  // Asked before the cases are read: what happens in between is read again next time.
  const [seq, offered] = [await lastEvent(database), await pointsOffered(database, asked.key)];
  let found = kept.get(key);
  if (found?.seq !== seq) {
    const cases = await casesOfRound(database, asked.key);
    found = { seq, cases, ranking: rankRound(cases, asked.key.round) };
    kept.set(key, found);
  }
  const { cases, ranking } = found;
  const shown = (state: CaseFile) => !hasSteppedAside(state, member.id);
  const ranked = ranking.ranked.filter(({ state }) => shown(state));
  const hidden = ranking.ranked.length - ranked.length;
  return { asked, cases, offered, hidden, ranking: { ...ranking, ranked, unranked: ranking.unranked.filter(shown) } };
}
