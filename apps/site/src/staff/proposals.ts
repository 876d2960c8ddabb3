import type { CaseFile } from '@aipower/applications';
import type { Proposal, ProposalAct } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import { dutiesView } from '../apply/award/duties-view.ts';
import { momentOf } from '../apply/case/moment.ts';
import type { Deps } from '../deps.ts';
import type { Visit } from '../page/page.ts';
import { isDecision } from './meeting/decisions.ts';
import type { Member } from './member.ts';
import { hasSteppedAside } from './round/asked-round.ts';
import { detailOf } from './screening/detail.ts';
import { namesOf } from './screening/history.ts';

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
    what: visit.t.staff.proposals[command.type as 'reopen'] ?? command.type,
    detail: visit.show.clauses(
      [aboutOf(command, state, programme, names, visit), detailOf(command, visit)].filter((text) => text !== ''),
    ),
    by: names(madeBy),
    at: momentOf(at, visit.show),
    reason: command.reason ?? '',
    isOwn: madeBy === member.id,
  }));
}

/** What is said to whoever proposes something that a colleague has proposed already: by whom, when, and what. */
export async function standingWords(deps: Deps, { command, madeBy, at }: Proposal, visit: Visit): Promise<string> {
  const { t, show } = visit;
  const names = await namesOf(deps, [madeBy], visit);
  const what = show.clauses(
    [
      t.staff.proposals[command.type as 'reopen'] ?? command.type,
      detailOf(command, visit),
      command.reason ?? '',
    ].filter((text) => text !== ''),
  );
  return t.staff.standing(names(madeBy), momentOf(at, show), what);
}
