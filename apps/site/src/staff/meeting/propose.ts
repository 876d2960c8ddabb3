import type { CaseFile, Command, Facts, Outcome } from '@aipower/applications';
import { casesOfRound, type DeskDatabase, eventsOf, openProposals, pointsOffered } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import { type Entries, entry } from '../../desk/posting.ts';
import { accountOf } from '../round/account.ts';
import type { AskedRound } from '../round/asked-round.ts';
import { rankRound } from '../round/ranking.ts';
import { rankedRound } from '../round/read-round.ts';

/** A first decision, the promotion from a wait list, or the correction of what was told. */
export function commandOf(state: CaseFile, outcome: Outcome, body: Entries, by: Command['by']): Command {
  const proposed = proposedOf(state);
  const level = entry(body, 'level');
  const points = entry(body, 'points').replaceAll(',', '').trim();
  const isApproved = outcome === 'approved';
  const granted = {
    ...(isApproved && level !== '' && { level }),
    // What is no number stays none, and is refused in words.
    ...(isApproved && points !== '' && { points: Number(points) }),
  };
  const told = { because: [body['because'] ?? []].flat(), told: entry(body, 'told').slice(0, 1000) };
  const reason = entry(body, 'reason').slice(0, 4000);
  const common = { by, reason, ...granted };
  if (state.main === 'waitlisted' && isApproved) return { type: 'waitlist.promote', ...common, level };
  if (['approved', 'declined', 'waitlisted'].includes(state.main)) {
    return { type: 'decision.correct', ...common, outcome, ...(isApproved ? {} : told) };
  }
  return { type: 'decide', ...common, outcome, ...(isApproved ? {} : told), ...(proposed && { proposed }) };
}

/** What the ranking proposes for an application; nothing where it is not ranked. */
function proposedOf(state: CaseFile) {
  const [ranked] = rankRound([state]).ranked;
  if (!ranked) return undefined;
  const { proposed } = ranked;
  return proposed === null ? { outcome: 'declined' as const } : { outcome: 'approved' as const, level: proposed };
}

/** What is known of a decision before it is confirmed: who stepped aside at the meeting, and the points that are left. */
export async function factsOf(
  database: DeskDatabase,
  { key, programme }: AskedRound,
  { id }: CaseFile,
): Promise<Facts> {
  const convened = (await eventsOf(database, id)).findLast(({ type }) => type === 'meeting.convene');
  const { left } = accountOf(await casesOfRound(database, key), await pointsOffered(database, key), 0);
  return {
    programme,
    ...(convened && 'recusals' in convened.data && { recused: convened.data.recusals }),
    ...(left !== null && { pointsLeft: left }),
  };
}

/** The receipt number of the next one on the agenda that nobody has proposed anything for. */
export async function nextOf(deps: Deps, asked: AskedRound, state: CaseFile): Promise<string | undefined> {
  const { ranked } = (await rankedRound(deps, asked.key)).ranking;
  const waiting = new Set((await openProposals(deps.desk.database)).map(({ application }) => application));
  const next = ranked.find(({ state: { id, main } }) => main === state.main && id !== state.id && !waiting.has(id));
  return next?.state.receiptNo ?? undefined;
}
