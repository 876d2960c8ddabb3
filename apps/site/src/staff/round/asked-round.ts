import { type CaseFile, staffKinds } from '@aipower/applications';
import { meetingsOf, programmesOfCases, type RoundKey, type StaffRole } from '@aipower/applications/storage';
import { type Category, findCategory, type Programme, type Round } from '@aipower/programme';
import type { Request } from 'express';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../http/failures.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import type { Member } from '../member.ts';

/** The round of an address. */
export interface AskedRound {
  readonly programme: Programme;
  readonly category: Category;
  readonly round: Round;
  readonly key: RoundKey;
}

/** Below the page of a round. */
export const roundPath = pages.staffRound.path;

/** @throws NotFound */
export async function askedRound(deps: Deps, req: Request): Promise<AskedRound> {
  const [year, id, number] = ['year', 'category', 'round'].map((name) => String(req.params[name]));
  const kept = async () => {
    const all = await programmesOfCases(deps.desk.database, deps.programmes);
    return all.find((one) => one.id === year);
  };
  const programme = deps.programmes.get(year!) ?? (await kept());
  const category = programme && findCategory(programme, id!);
  const round = category?.rounds.find((one) => String(one.number) === number);
  if (!programme || !category || !round) throw new NotFound(visitOf(req, deps.clock).t.staff.rounds.notFound);
  return { programme, category, round, key: { programme: programme.id, category: category.id, round: round.number } };
}

/** What a round is called: 模型訓練類 第二梯次. */
export function roundName({ category, round }: AskedRound, { language }: Visit): string {
  return `${category.name[language]} ${round.name[language]}`;
}

/** The values of a round's address, in their order. */
export const roundAddress = ({ programme, category, round }: RoundKey) => [programme, category, String(round)] as const;

/** Does this person read the table of the round? Staff do; a reviewer does who sits in a meeting on it. */
export async function mayReadTable(deps: Deps, { roles, id }: Member, key: RoundKey): Promise<boolean> {
  if (roles.some((role) => tableReaders.includes(role))) return true;
  const meetings = await meetingsOf(deps.desk.database, key);
  return meetings.some(({ attendance }) => attendance.includes(id));
}

export const tableReaders: readonly StaffRole[] = ['officer', 'chair', 'auditor'];
/** Who may confirm what another proposed: as the state table has it. */
export const seconds = staffKinds as readonly StaffRole[];

/** Did this person step aside from an application as its reviewer? Then nothing of it is shown to them. */
export function hasSteppedAside({ reviews }: CaseFile, person: string): boolean {
  return reviews.some(({ reviewer, state }) => reviewer === person && state === 'recused');
}
