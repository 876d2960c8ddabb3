import type { CaseFile, Command, Facts, Outcome } from '@aipower/applications';
import { casesOfRound, eventsOf, pointsOffered } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import { type Entries, entry } from '../../desk/posting.ts';
import { accountOf } from '../round/account.ts';
import type { AskedRound } from '../round/asked-round.ts';
import { rankRound } from '../round/ranking.ts';

/** What is known of a decision before it is confirmed: who stepped aside at the meeting, and the points that are left. */
export async function decisionFacts({ desk }: Deps, { key, programme }: AskedRound, { id }: CaseFile): Promise<Facts> {
  const { database } = desk;
  const convened = (await eventsOf(database, id)).findLast(({ type }) => type === 'meeting.convene');
  const { left } = accountOf(await casesOfRound(database, key), await pointsOffered(database, key), 0);
  return {
    programme,
    ...(convened && 'recusals' in convened.data && { recused: convened.data.recusals }),
    ...(left !== null && { pointsLeft: left }),
  };
}

/** What most reviewers propose; a decision that differs says why. */
function proposedOf(state: CaseFile): { readonly outcome: Outcome; readonly level?: string } | undefined {
  const [ranked] = rankRound([state]).ranked;
  if (!ranked) return undefined;
  const { proposed } = ranked;
  return proposed === null ? { outcome: 'declined' } : { outcome: 'approved', level: proposed };
}

/** A first decision, the promotion from a wait list, or the correction of what was told. */
export function decisionCommand(state: CaseFile, outcome: Outcome, body: Entries, by: Command['by']): Command {
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
