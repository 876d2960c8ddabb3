import type { CaseFile } from '@aipower/applications';
import { heldDecision, publishedDecision } from '@aipower/applications';
import { eventsOf, meetingsOf, openProposals } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import { type Entries, entry } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import { companyNames } from '../company-names.ts';
import type { Member } from '../member.ts';
import { pagingOf, partOf } from '../paging.ts';
import { proposalsView } from '../proposals.ts';
import { accountOf } from '../round/account.ts';
import { hasSteppedAside, roundAddress, roundName } from '../round/asked-round.ts';
import type { ReadRound } from '../round/read-round.ts';
import { namesOf } from '../screening/history.ts';
import { seenOn, sinceView } from '../seen.ts';
import { type Agenda, agendaRow, inOrderOf, waitingRow } from './agenda-rows.ts';
import { isDecision } from './decisions.ts';
import { openItem } from './open-item.ts';
import { agendaOf, meetingsView, sittingPeople } from './sitting.ts';

/** Where a decision is made, held, or told. */
const onAgenda: readonly CaseFile['main'][] = ['scored', 'in-meeting', 'decided', 'approved', 'waitlisted', 'declined'];

/** Applications of the agenda on a page, and proposals that are confirmed together. */
const PER_PAGE = 100;
const decisionOf = (state: CaseFile) => heldDecision(state) ?? publishedDecision(state);

export interface MeetingQuery {
  /** The receipt number of the one that is open. */
  readonly open: string;
  readonly page: string;
  readonly problem?: string | undefined;
  readonly typed?: Entries;
}

/** The agenda of a round with what was decided, the one that is open, and what waits for a second person. */
export async function meetingView(deps: Deps, read: ReadRound, query: MeetingQuery, member: Member, visit: Visit) {
  const { asked, cases, ranking, offered } = read;
  const { show, paths } = visit;
  const { database } = deps.desk;
  const address = roundAddress(asked.key);
  const rules = cases.find(({ rules: own }) => own)?.rules;
  const hasMeeting = rules?.meeting ?? false;
  const isChair = member.roles.includes('chair');
  const own = cases.filter((state) => onAgenda.includes(state.main) && !hasSteppedAside(state, member.id));
  const byId = new Map(own.map((state) => [state.id, state]));
  const [meetings, proposals] = await Promise.all([meetingsOf(database, asked.key), openProposals(database)]);
  const rankOf = new Map(ranking.ranked.map((one) => [one.state.id, one]));
  const inOrder = inOrderOf(own, agendaOf(meetings), rankOf);
  const allWaiting = proposals.filter(({ application, command }) => isDecision(command.type) && byId.has(application));
  const isWaiting = new Set(allWaiting.map(({ application }) => application));
  const waiting = allWaiting.slice(0, PER_PAGE);
  const chosen = inOrder.find(({ receiptNo }) => receiptNo === query.open);
  // Whoever opens an application stays on its page of the agenda.
  const asking = query.page || (chosen ? String(Math.floor(inOrder.indexOf(chosen) / PER_PAGE) + 1) : '');
  const paging = pagingOf({ total: inOrder.length, perPage: PER_PAGE, asked: asking }, (page) =>
    paths.staffMeeting(...address, { page }),
  );
  const shown = partOf(inOrder, paging, PER_PAGE);
  const company = await companyNames(deps, [
    ...shown,
    ...(chosen ? [chosen] : []),
    ...waiting.map(({ application }) => byId.get(application)!),
  ]);
  const names = await namesOf(
    deps,
    [...waiting.map(({ madeBy }) => madeBy), ...meetings.flatMap(({ attendance }) => attendance)],
    visit,
  );
  const agenda: Agenda = { asked, open: query.open, rankOf, isWaiting, company, names, byId };
  const mayDecide = (state: CaseFile) => isChair && state.main === (hasMeeting ? 'in-meeting' : 'scored');
  const people = await sittingPeople(deps, visit, own);
  const account = accountOf(cases, offered, 0);
  const open = chosen ? await openItem(deps, read, chosen, query.typed, mayDecide(chosen), visit) : null;
  const events = chosen ? await eventsOf(database, chosen.id) : [];
  const standing = allWaiting.filter(({ application }) => application === chosen?.id);
  // Two forms of an application have a reason: what was typed into one stands in that one again.
  const back = entry(query.typed, 'act') !== '';
  const typed = (name: string) => (back ? '' : entry(query.typed, name));
  const hasForm = open !== null && (open.mayDecide || open.correction !== null);
  const said = visit.t.staff.meeting;
  return {
    title: roundName(asked, visit),
    address,
    problem: query.problem,
    since: chosen && query.problem !== undefined ? await sinceView(deps, chosen.id, events, query.typed, visit) : [],
    /** What the page shows of the application that is open. */
    seen: seenOn(events, standing),
    standing: chosen ? await proposalsView(deps, chosen, asked.programme, standing, member, visit) : [],
    backReason: back ? entry(query.typed, 'reason') : '',
    /** What was typed about an application that somebody else has decided in the meantime: its form is gone. */
    unsaved: [
      { label: said.told, text: hasForm ? '' : typed('told').trim() },
      { label: said.reason, text: hasForm ? '' : typed('reason').trim() },
    ].filter(({ text }) => text !== ''),
    hasMeeting,
    isChair,
    isSecond: isChair || member.roles.includes('officer'),
    meetings: meetingsView(meetings, names, visit),
    toConvene: hasMeeting && isChair ? own.filter(({ main }) => main === 'scored').length : 0,
    people,
    typed,
    items: shown.map((state) => ({ ...agendaRow(agenda, state, visit), mayDecide: mayDecide(state) })),
    paging,
    undecided: own.filter((state) => decisionOf(state) === null && !isWaiting.has(state.id)).length,
    waitingCount: allWaiting.length,
    left: account.left === null ? '' : show.number(account.left),
    waiting: waiting.map((proposal) => ({
      ...waitingRow(agenda, proposal, visit),
      isOwn: proposal.madeBy === member.id,
    })),
    openName: chosen ? company(chosen) : '',
    open,
  };
}
