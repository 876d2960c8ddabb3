import type { CaseFile } from '@aipower/applications';
import { heldDecision, publishedDecision } from '@aipower/applications';
import { eventsOf, meetingsOf, openProposals, textOf } from '@aipower/applications/storage';
import { formFields } from '@aipower/programme';
import { momentOf } from '../../apply/case/moment.ts';
import type { Deps } from '../../deps.ts';
import type { Entries } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import { outcomeMarks } from '../../results/outcomes.ts';
import { peopleWith } from '../assign/reviewers.ts';
import { companyNames } from '../company-names.ts';
import type { Member } from '../member.ts';
import { pagingOf, partOf } from '../paging.ts';
import { accountOf } from '../round/account.ts';
import { hasSteppedAside, roundAddress, roundName } from '../round/asked-round.ts';
import { pointsAsked } from '../round/line.ts';
import type { ReadRound } from '../round/read-round.ts';
import { namesOf } from '../screening/history.ts';
import { isDecision, outcomes } from './decisions.ts';

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
  const { t, show, paths } = visit;
  const { database } = deps.desk;
  const address = roundAddress(asked.key);
  const rules = cases.find(({ rules: own }) => own)?.rules;
  const hasMeeting = rules?.meeting ?? false;
  const isChair = member.roles.includes('chair');
  const own = cases.filter((state) => onAgenda.includes(state.main) && !hasSteppedAside(state, member.id));
  const byId = new Map(own.map((state) => [state.id, state]));
  const [meetings, proposals] = await Promise.all([meetingsOf(database, asked.key), openProposals(database)]);
  const [last] = meetings;
  const rankOf = new Map(ranking.ranked.map((one) => [one.state.id, one]));
  const place = new Map((last?.agenda ?? []).map((number, i) => [number, i]));
  const inOrder = own
    .map((state, i) => ({
      state,
      at: place.get(state.receiptNo ?? '') ?? place.size + (rankOf.get(state.id)?.rank ?? i),
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ state }) => state);
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
  const names = await namesOf(deps, [...waiting.map(({ madeBy }) => madeBy), ...(last?.attendance ?? [])], visit);
  const mayDecide = (state: CaseFile) => state.main === (hasMeeting ? 'in-meeting' : 'scored');
  const items = shown.map((state) => {
    const ranked = rankOf.get(state.id);
    const decision = decisionOf(state);
    return {
      id: state.id,
      number: state.receiptNo ?? '',
      name: company(state),
      href: paths.staffMeeting(...address, { open: state.receiptNo ?? undefined }),
      current: state.receiptNo === query.open,
      rank: ranked ? String(ranked.rank) : '',
      mean: ranked?.mean ?? '',
      deviation: ranked ? ranked.deviation.toFixed(1) : '',
      state: t.staff.states[state.main],
      isWaiting: isWaiting.has(state.id),
      decided: decision
        ? [
            t.staff.meeting.outcomes[decision.outcome],
            decision.level,
            decision.outcome === 'approved' ? t.staff.meeting.pointsOf(show.number(decision.points)) : null,
          ]
            .filter(Boolean)
            .join(' ')
        : '',
      mark: decision ? outcomeMarks[decision.outcome] : ('unsure' as const),
      mayDecide: isChair && mayDecide(state),
    };
  });
  const people = await sittingPeople(deps, visit, own);
  const account = accountOf(cases, offered, 0);
  return {
    title: roundName(asked, visit),
    address,
    problem: query.problem,
    hasMeeting,
    isChair,
    isSecond: isChair || member.roles.includes('officer'),
    meeting: last && { on: show.day(last.on), attendance: show.names(last.attendance.map(names)) },
    toConvene: hasMeeting && isChair ? own.filter(({ main }) => main === 'scored').length : 0,
    people,
    typed: (name: string) => String([query.typed?.[name] ?? ''].flat()[0] ?? ''),
    items,
    paging,
    undecided: own.filter((state) => decisionOf(state) === null && !isWaiting.has(state.id)).length,
    waitingCount: allWaiting.length,
    left: account.left === null ? '' : show.number(account.left),
    waiting: waiting.map(({ id, application, command, madeBy, at }) => {
      const state = byId.get(application)!;
      const { outcome, level, points } = command as { outcome?: string; level?: string; points?: number };
      return {
        id,
        number: state.receiptNo ?? '',
        name: company(state),
        what: t.staff.proposals[command.type as 'decide'],
        outcome: t.staff.meeting.outcomes[(outcome ?? 'approved') as 'approved'],
        level: [level, points === undefined ? null : t.staff.meeting.pointsOf(show.number(points))]
          .filter(Boolean)
          .join(' '),
        by: names(madeBy),
        at: momentOf(at, show),
        reason: command.reason ?? '',
        isOwn: madeBy === member.id,
      };
    }),
    openName: chosen ? company(chosen) : '',
    open: chosen ? await openItem(deps, read, chosen, query, isChair && mayDecide(chosen), visit) : null,
  };
}

/** Everybody who can sit in a meeting: those who reviewed, and those with an office. */
export async function sittingPeople(deps: Deps, visit: Visit, cases: readonly CaseFile[]) {
  const busy = new Set(cases.flatMap(({ reviews }) => reviews.map(({ reviewer }) => reviewer)));
  const [chairs, reviewers] = [await peopleWith(deps, 'chair', visit), await peopleWith(deps, 'reviewer', visit)];
  return [...chairs, ...reviewers.filter(({ id }) => busy.has(id))];
}

/** One application as the meeting decides it. */
async function openItem(
  deps: Deps,
  { asked, ranking }: ReadRound,
  state: CaseFile,
  { typed }: MeetingQuery,
  mayDecide: boolean,
  visit: Visit,
) {
  const { t, show, language, paths } = visit;
  const ranked = ranking.ranked.find((one) => one.state.id === state.id);
  const rules = state.rules!;
  const value = (name: string) => [typed?.[name] ?? []].flat();
  const fields = formFields(asked.programme, asked.category.id);
  const decision = heldDecision(state) ?? publishedDecision(state);
  const events = await eventsOf(deps.desk.database, state.id);
  const made = events.findLast(({ type }) => isDecision(type as 'decide'));
  const reason = made?.reason ? String((await textOf(deps.desk.database, state.id, made.reason)) ?? '') : '';
  const told = decision?.told ? String((await textOf(deps.desk.database, state.id, decision.told)) ?? '') : '';
  const isPublished = decision?.publishedIn != null && heldDecision(state) === null;
  const canCorrect = isPublished && (state.award === null || state.award.start === null);
  const criterion = (id: string) => asked.category.weights.find((one) => one.id === id)?.name[language] ?? id;
  const proposed = ranked?.proposed ?? null;
  return {
    id: state.id,
    number: state.receiptNo ?? '',
    reviewHref: paths.staffReview(state.id),
    mayDecide,
    mayReopen: state.main === 'decided',
    mayAdjourn: state.main === 'in-meeting',
    correction: state.main === 'waitlisted' ? ('promote' as const) : canCorrect ? ('correct' as const) : null,
    proposal: ranked
      ? t.staff.meeting.proposal(proposed ?? t.staff.review.noLevel, show.number(pointsAsked(ranked)))
      : '',
    criteria: (ranked?.criteria ?? []).map(({ id, mean, deviation }) => ({
      name: criterion(id),
      mean,
      deviation: deviation.toFixed(1),
    })),
    outcomes: outcomes
      .filter((one) => one !== 'waitlisted' || rules.waitList)
      .map((one) => ({
        id: one,
        label: t.staff.meeting.outcomes[one],
        chosen: value('outcome').includes(one) || (!typed?.['outcome'] && one === (proposed ? 'approved' : 'declined')),
      })),
    levels: asked.programme.levels.map(({ id, name, points }) => ({
      id,
      label: `${name[language]} · ${t.apply.case.points(show.number(points))}`,
      chosen: typed?.['level'] ? value('level').includes(id) : id === proposed,
    })),
    codes: [
      ...rules.weights.map(({ id }) => ({
        id,
        label: criterion(id),
        fields: show.list(
          fields.filter((field) => field.criterion === id).map(({ no, label }) => no ?? label[language]),
        ),
        chosen: value('because').includes(id),
      })),
      { id: 'capacity', label: t.staff.meeting.capacity, fields: '', chosen: value('because').includes('capacity') },
    ],
    made: decision
      ? {
          outcome: t.staff.meeting.outcomes[decision.outcome],
          mark: outcomeMarks[decision.outcome],
          level: decision.level ?? '',
          points: decision.outcome === 'approved' ? t.staff.meeting.pointsOf(show.number(decision.points)) : '',
          because: show.names(
            (decision.because ?? []).map((id) => (id === 'capacity' ? t.staff.meeting.capacity : criterion(id))),
          ),
          told,
          reason,
          publication: decision.publishedIn ?? '',
        }
      : null,
  };
}
