import { type CaseFile, type Command, isRefusal, refusalWords } from '@aipower/applications';
import { type Proposal, type ProposalAct, propose } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import { dutiesView } from '../apply/award/duties-view.ts';
import { momentOf } from '../apply/case/moment.ts';
import type { Deps } from '../deps.ts';
import type { Entries } from '../desk/posting.ts';
import type { Visit } from '../page/page.ts';
import { isDecision } from './meeting/decisions.ts';
import type { Member } from './member.ts';
import { hasSteppedAside } from './round/asked-round.ts';
import { detailOf, proposalName } from './screening/detail.ts';
import { namesOf } from './screening/history.ts';
import { seenBy } from './seen.ts';

/** What it is about, where an application has several of a kind. */
type About = { readonly obligation?: string; readonly item?: string; readonly reviewer?: string };

/** The duty, the promise or the reviewer that a proposal is about. */
function aboutOf(about: object, state: CaseFile, programme: Programme, names: (id: string) => string, visit: Visit) {
  const { obligation, item, reviewer } = about as About;
  if (reviewer !== undefined) return names(reviewer);
  if (obligation === undefined && item === undefined) return '';
  const { duties, promises } = dutiesView(state, programme, [], visit);
  return (
    duties.find(({ id }) => id === obligation)?.label ?? promises.find((one) => one.item === item)?.label ?? item ?? ''
  );
}

/** Whoever stepped aside from an application reads nothing of its decision. */
export function mayReadProposal(state: CaseFile, { id }: Member, { type }: { readonly type: ProposalAct['command'] }) {
  return !(isDecision(type) && hasSteppedAside(state, id));
}

/** Proposals about an application as its pages show them: what, by whom, since when, why. */
export async function proposalsView(
  deps: Deps,
  state: CaseFile,
  programme: Programme,
  open: readonly Proposal[],
  member: Member,
  visit: Visit,
) {
  const shown = open.filter(({ command }) => mayReadProposal(state, member, command));
  const names = await namesOf(
    deps,
    shown.flatMap(({ madeBy, command }) => [madeBy, ...('reviewer' in command ? [command.reviewer] : [])]),
    visit,
  );
  return shown.map(({ id, command, madeBy, at }) => ({
    id,
    what: proposalName(command.type, visit),
    detail: visit.show.clauses([aboutOf(command, state, programme, names, visit), detailOf(command, visit)]),
    by: names(madeBy),
    at: momentOf(at, visit.show),
    reason: command.reason ?? '',
    isOwn: madeBy === member.id,
  }));
}

/**
 * Lays a command before a second person.
 * @param body the form that it comes from, with what its page showed
 * @returns null where it waits now; else the sentence that says what stands in its way
 */
export async function layBefore(
  deps: Deps,
  application: string,
  command: Command,
  body: Entries,
  visit: Visit,
): Promise<string | null> {
  const laid = await propose(deps.desk.database, application, command, deps.clock.now().toISOString(), seenBy(body));
  if ('standing' in laid) return standingWords(deps, laid.standing, visit);
  return isRefusal(laid) ? refusalWords[laid.refused][visit.language] : null;
}

/** What is said to whoever proposes something that a colleague has proposed already: by whom, when, and what. */
async function standingWords(deps: Deps, { command, madeBy, at }: Proposal, visit: Visit): Promise<string> {
  const { t, show } = visit;
  const names = await namesOf(deps, [madeBy], visit);
  const what = show.clauses([proposalName(command.type, visit), detailOf(command, visit), command.reason ?? '']);
  return t.staff.standing(names(madeBy), momentOf(at, show), what);
}
