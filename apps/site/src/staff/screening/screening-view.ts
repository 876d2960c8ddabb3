import { type CaseEvent, type CaseFile, publicWords } from '@aipower/applications';
import {
  checkDraft,
  eventsOf,
  openProposals,
  outboxEntries,
  proposalActs,
  queue,
  textOf,
} from '@aipower/applications/storage';
import { formFields, getCategory, type Programme } from '@aipower/programme';
import { printShortId } from '@aipower/receipts';
import { type ApplicationEvidence, applicationEvidence } from '../../applicant/application-evidence.ts';
import { momentOf } from '../../apply/case/moment.ts';
import { taipeiToday } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { type Entries, entry } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import { changesBetween, type Observation } from '../../watch/observation.ts';
import { observationsOf } from '../../watch/watch.ts';
import type { Member } from '../member.ts';
import { watchListOf } from '../obligations/watch-list.ts';
import { mayReadProposal, proposalsView } from '../proposals.ts';
import { groups } from '../queue/groups.ts';
import { companyName, daysSince, rowOf } from '../queue/row.ts';
import { seenOn, sinceView } from '../seen.ts';
import { linkRows, registrationRows } from './bonus.ts';
import { dueView, isNextOf, nextView, peopleView } from './case-aside.ts';
import { type Answers, conditionsView } from './conditions.ts';
import { historyView, namesOf } from './history.ts';
import type { SignalIndex } from './signal-index.ts';
import { signalsView } from './signals.ts';

/** Applications beside the one that is open. */
const BESIDE = 8;

interface Shown {
  readonly state: CaseFile;
  /** The one the application is under. */
  readonly programme: Programme;
  readonly form: Readonly<Record<string, unknown>>;
  readonly member: Member;
  /** What was sent and not done: it stands in its fields again. */
  readonly typed: Entries;
  readonly answers?: Answers | undefined;
  readonly problem?: string | undefined;
}

/** Everything an officer needs to screen one application, on one page. */
export async function screeningView(deps: Deps, index: SignalIndex, shown: Shown, visit: Visit) {
  const { state, programme, form, member, typed } = shown;
  const { t, show, language, paths } = visit;
  const { database } = deps.desk;
  const sent = state.forms.at(-1)!;
  const [evidence, events, draft, observations, open, acts] = await Promise.all([
    applicationEvidence(deps, programme, form, sent.at),
    eventsOf(database, state.id),
    checkDraft(database, state.id),
    observationsOf(database, state.id),
    openProposals(database, state.id),
    proposalActs(database, state.id),
  ]);
  const start = events.find(({ type }) => type === 'draft.start');
  const category = getCategory(programme, state.category);
  const round = category.rounds.find(({ number }) => number === state.round);
  const isOfficer = member.roles.includes('officer');
  const next = nextView(state, programme, visit);
  const waited = daysSince(state.since, taipeiToday(deps.clock));
  const names = await namesOf(deps, draft.savedBy === null ? [] : [draft.savedBy], visit);
  return {
    id: state.id,
    problem: shown.problem,
    since: shown.problem === undefined ? [] : await sinceView(deps, state.id, events, typed, visit),
    seen: seenOn(events, open),
    unsaved: shown.problem === undefined ? [] : unsavedView(programme, shown, visit),
    name: await companyName(deps, state),
    ubn: state.ubn,
    number: state.receiptNo ?? '',
    category: category.name[language],
    round: round ? t.staff.queue.round(round.name[language], show.shortDay(round.reviewOn)) : '',
    version: t.staff.screening.version(sent.n, momentOf(sent.at, show)),
    main: state.main,
    state: t.staff.states[state.main],
    told: publicWords(state).label[language],
    waited: waited === 0 ? t.staff.queue.today : t.staff.queue.waited(waited),
    isOfficer,
    mayDecide: isOfficer && state.main === 'screening',
    checks: conditionsView(
      programme,
      evidence,
      form,
      {
        answers: shown.answers ?? draft.answers,
        saved: draft,
        savedBy: draft.savedBy === null ? '' : names(draft.savedBy),
        start,
      },
      visit,
    ),
    saved: draft.savedAt === null ? '' : t.staff.checks.savedBy(names(draft.savedBy!), momentOf(draft.savedAt, show)),
    registrations: registrationRows(programme, evidence, visit),
    links: linkRows(programme, form, visit),
    signals: await signalsView(deps, index, shown, visit),
    watched: watchedView(programme, observations, evidence, visit),
    supplement: await supplementView(deps, programme, state, visit),
    refusedFor: refusedView(programme, state, visit),
    proposals: await proposalsView(deps, state, programme, open, member, visit),
    maySecond: isOfficer || member.roles.includes('chair'),
    laterRounds: category.rounds
      .filter(({ number }) => state.round !== null && number > state.round)
      .map(({ number, name, reviewOn }) => ({
        number,
        label: t.staff.queue.round(name[language], show.shortDay(reviewOn)),
      })),
    changed: changedView(programme, state, events, visit),
    history: await historyView(
      deps,
      state.id,
      events,
      acts.filter(({ command }) => mayReadProposal(state, member, { type: command })),
      visit,
    ),
    due: dueView(state, programme, visit),
    people: await peopleView(deps, state, events, visit),
    next: next && { ...next, isOurs: isNextOf(member, state) },
    unsent: (
      await outboxEntries(database, { states: ['waiting', 'failed', 'partly-sent'], application: state.id, most: 1 })
    ).total,
    beside: await besideView(deps, state, visit),
    typed: (name: string) => entry(typed, name),
    isTicked: (name: string, value: string) => [typed[name] ?? []].flat().includes(value),
    watchList: await watchListOf(deps, state.ubn, state.id, visit),
    sentHref: paths.staffSent(state.id),
    reviewHref: state.reviews.length > 0 ? paths.staffReview(state.id) : null,
  };
}

/** In which states the page has the field that a reason is typed into. */
const reasonFields: Readonly<Record<string, readonly CaseFile['main'][]>> = {
  notAcceptReason: ['screening', 'supplement-requested'],
  extendReason: ['supplement-requested'],
  cancelReason: ['supplement-requested'],
  returnReason: ['eligible'],
  moveReason: ['eligible'],
  reopenReason: ['not-accepted'],
};

/** What was typed into a form that the page has no more, because somebody else has gone on in the meantime. */
function unsavedView(programme: Programme, { state, answers, typed }: Shown, { t, language }: Visit) {
  const notes = state.main === 'screening' ? {} : (answers ?? {});
  const noted = programme.eligibility.conditions.map(({ id, text }) => ({
    label: text[language],
    text: notes[id]?.note.trim() ?? '',
  }));
  const reasons = Object.entries(reasonFields).map(([name, mains]) => ({
    label: t.staff.screening.reason,
    text: mains.includes(state.main) ? '' : entry(typed, name).trim(),
  }));
  return [...noted, ...reasons].filter(({ text }) => text !== '');
}

/** The others that wait for staff, the one that waits longest first. */
async function besideView(deps: Deps, state: CaseFile, visit: Visit) {
  const { total, cases } = await queue(deps.desk.database, { ...groups.ours, skip: 0, most: BESIDE });
  const rows = await Promise.all(
    cases.map(async (one) => ({ ...(await rowOf(deps, one, visit)), current: one.id === state.id })),
  );
  return { total, rows };
}

async function supplementView(deps: Deps, programme: Programme, state: CaseFile, { t, show, language }: Visit) {
  const supplement = state.supplements.at(-1);
  if (!supplement) return null;
  const fields = formFields(programme, state.category);
  const items = supplement.fields.map(async ({ field: id, reason }) => ({
    label: fields.find((one) => one.id === id)?.label[language] ?? id,
    reason: String((await textOf(deps.desk.database, state.id, reason)) ?? ''),
  }));
  return {
    state: t.staff.supplement.states[supplement.state],
    isOpen: state.main === 'supplement-requested',
    isOverdue: supplement.state === 'overdue',
    due: show.day(supplement.due),
    items: await Promise.all(items),
  };
}

function refusedView(programme: Programme, { main, refusedFor }: CaseFile, { t, language }: Visit) {
  if (main !== 'not-accepted' || !refusedFor) return null;
  const conditions = refusedFor.conditions.map(
    (id) => programme.eligibility.conditions.find((one) => one.id === id)?.text[language] ?? id,
  );
  return { because: t.staff.notAccept.because[refusedFor.reason], conditions };
}

/** Which answers the last version changed, and where both can be read beside each other. */
function changedView(programme: Programme, state: CaseFile, events: readonly CaseEvent[], { language, paths }: Visit) {
  if (state.forms.length < 2) return null;
  const last = events.findLast(({ type }) => type === 'revise' || type === 'supplement.submit');
  const ids = last?.type === 'revise' || last?.type === 'supplement.submit' ? last.data.changed : [];
  const fields = formFields(programme, state.category);
  return {
    labels: ids.map((id) => fields.find((one) => one.id === id)?.label[language] ?? id),
    href: paths.staffSent(state.id, { version: state.forms.length, before: state.forms.length - 1 }),
  };
}

/** What differs between the first look and the last one, for a person to see; and the receipts of every look. */
function watchedView(
  programme: Programme,
  observations: readonly Observation[],
  { lookUp }: ApplicationEvidence,
  visit: Visit,
) {
  const { t, show, language, paths } = visit;
  const words = t.staff.watched;
  const [first, last] = [observations[0], observations.at(-1)];
  const changes = first && last && first !== last ? changesBetween(first, last) : [];
  const nameOf = (kind: string, id: string) => {
    if (kind === 'condition')
      return programme.eligibility.conditions.find((one) => one.id === id)?.text[language] ?? id;
    if (kind === 'registration') return programme.bonus.items.find((one) => one.id === id)?.label[language] ?? id;
    return words.tax[id as keyof typeof words.tax] ?? id;
  };
  const wordOf = (kind: string, value: string) => {
    if (kind === 'condition') return t.rules.outcomes[value as 'met'] ?? value;
    if (kind === 'registration') return t.verdict.words[value as 'valid'] ?? value;
    return words.values[value as 'found'] ?? (value === '' ? t.words.none : value);
  };
  return {
    taxNote: lookUp.status === 'found' ? '' : words.taxStatus[lookUp.status],
    changes: changes.map(({ kind, id, before, after }) => ({
      what: nameOf(kind, id),
      before: wordOf(kind, before),
      after: wordOf(kind, after),
    })),
    looks: observations.map(({ occasion, at, receipts }) => ({
      occasion: words.occasions[occasion],
      at: momentOf(at, show),
      receipts: receipts.map(({ id, token }) => ({ id: printShortId(id), href: paths.receipt(id, token) })),
    })),
  };
}
