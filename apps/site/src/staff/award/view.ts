import { type CaseEvent, type CaseFile, decide, isRefusal } from '@aipower/applications';
import { eventsOf, openProposals, proposalActs, textOf } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import { addDays, addMonths } from '@aipower/taiwan/dates';
import { awardFacts } from '../../apply/award/award-facts.ts';
import { changesView } from '../../apply/award/change-view.ts';
import { dutiesView } from '../../apply/award/duties-view.ts';
import type { Deps } from '../../deps.ts';
import { type Entries, entry } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import { actorAs, type Member } from '../member.ts';
import { proposalsView } from '../proposals.ts';
import { companyName } from '../queue/row.ts';
import { historyView } from '../screening/history.ts';
import { seenOn, sinceView } from '../seen.ts';
import { type awardActs, awardCommands } from './acts.ts';

type AwardAct = keyof typeof awardActs;

/** The duty, promise, bar or request that a form was about. */
const aboutOf = (typed: Entries) =>
  ['obligation', 'item', 'bar', 'change'].map((name) => entry(typed, name)).find((value) => value !== '') ?? '';

interface Shown {
  readonly state: CaseFile;
  readonly programme: Programme;
  readonly member: Member;
  /** What was sent and not done: it stands in its fields again. */
  readonly typed: Entries;
  readonly problem: string | undefined;
}

/** Everything an officer or the organiser needs to act on one award. */
export async function staffAwardView(deps: Deps, shown: Shown, visit: Visit) {
  const { state, programme, member, typed, problem } = shown;
  const { paths, today, language } = visit;
  const { database } = deps.desk;
  const [events, open, acts] = await Promise.all([
    eventsOf(database, state.id),
    openProposals(database, state.id),
    proposalActs(database, state.id),
  ]);
  const own = open.filter(({ command }) => awardCommands.includes(command.type));
  const award = state.award!;
  const isRunning = ['active', 'idle-noticed', 'suspended'].includes(award.state);
  const start = award.readyFrom !== undefined && award.readyFrom > today ? award.readyFrom : today;
  return {
    id: state.id,
    problem,
    since: problem === undefined ? [] : await sinceView(deps, state.id, events, typed, visit),
    seen: seenOn(events, own),
    name: await companyName(deps, state),
    number: state.receiptNo ?? '',
    caseHref: paths.staffCase(state.id),
    facts: awardFacts(state, programme, visit)!,
    isOfficer: member.roles.includes('officer'),
    isChair: member.roles.includes('chair'),
    may: {
      start: award.state === 'awarded' && (state.rules!.acceptWithinDays === null || award.acceptedOn !== null),
      lapse: award.state === 'awarded',
      notify: couldNotify(deps, shown),
      confirmIdle: award.state === 'idle-noticed',
      suspend: state.breaches.length > 0 && ['active', 'idle-noticed'].includes(award.state),
      resume: ['suspended', 'idle-noticed'].includes(award.state),
      bar: state.breaches.length > 0,
      terminate: isRunning,
      clear: award.state === 'ended' && !award.storageCleared,
      change: isRunning && state.rules!.changeRequests,
      watch: award.state === 'ended',
    },
    // The printed length of the period from the first possible day: a proposal, to be changed by whoever starts it.
    proposed: { start, lastDay: addDays(addMonths(start, programme.usePeriod.months), -1) },
    noticeId: `${state.receiptNo}-${events.filter(({ type }) => type === 'idle.notify').length + 1}`,
    current: { lastDay: award.lastDay ?? '', points: String(award.points) },
    changes: await changesView(deps, state, programme, events, visit),
    ...dutiesView(state, programme, events, visit),
    ...(await breachesView(deps, state, programme, events, visit)),
    consequences: Object.values(programme.forbiddenUse.consequences).map((text) => text[language]),
    proposals: await proposalsView(deps, state, programme, own, member, visit),
    history: await historyView(
      deps,
      state.id,
      events.filter(({ type }) =>
        /^(?:award|change|usage|idle|breach|bar|obligation|publication|storage)\./.test(type),
      ),
      acts.filter(({ command }) => awardCommands.includes(command)),
      visit,
    ),
    /** The forbidden use that was chosen in a form of a breach; blank for none. */
    brokenItem: entry(typed, 'act') === 'breach' ? entry(typed, 'item') : '',
    /** What was typed into the form of one act, about one thing where there are several; blank in all the others. */
    typedIn:
      (act: AwardAct, about = '') =>
      (name: string) =>
        entry(typed, 'act') === act && aboutOf(typed) === about ? entry(typed, name) : '',
  };
}

/** Asked of the case file itself: the rule is written in one place. */
function couldNotify({ clock }: Deps, { state, programme, member }: Shown): boolean {
  const by = actorAs(member, ['officer']);
  if (!by) return false;
  return !isRefusal(decide(state, { type: 'idle.notify', by, noticeId: '' }, { programme }, clock.now().toISOString()));
}

async function breachesView(
  deps: Deps,
  { id, breaches, bars }: CaseFile,
  programme: Programme,
  events: readonly CaseEvent[],
  { t, show, language }: Visit,
) {
  const recorded = events.filter(({ type }) => type === 'breach.record' || type === 'idle.confirm');
  const textFor = async (hash: string | null) =>
    hash === null ? '' : String((await textOf(deps.desk.database, id, hash)) ?? '');
  const items = programme.forbiddenUse.items;
  return {
    breaches: await Promise.all(
      breaches.map(async ({ n, item, on }, i) => {
        const event = recorded[i];
        return {
          n,
          item: items.find((one) => one.id === item)?.text[language] ?? item,
          on: show.day(on),
          evidence: event?.type === 'breach.record' ? await textFor(event.data.evidence) : '',
          reason: await textFor(event?.reason ?? null),
        };
      }),
    ),
    bars: bars.map(({ n, state, until }) => ({
      n,
      isOpen: state === 'open',
      status: state === 'open' ? ('bad' as const) : ('open' as const),
      word: t.staff.award.barStates[state],
      until: until === null ? t.staff.award.barNext : t.staff.award.barUntil(show.day(until)),
    })),
    // Not using is a breach only by the notice and its three days.
    items: items.filter(({ idle }) => !idle).map((one) => ({ id: one.id, text: one.text[language] })),
  };
}
