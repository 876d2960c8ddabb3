import { type CaseEvent, type CaseFile, deadlines, publicState, publicWords } from '@aipower/applications';
import { eventsOf } from '@aipower/applications/storage';
import { getCategory, type Programme } from '@aipower/programme';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Deps } from '../../deps.ts';
import { deadlineName } from '../../mail/words.ts';
import type { Visit } from '../../page/page.ts';
import { formPages } from '../form/form-pages.ts';
import { contactView } from '../home/call.ts';
import { momentOf } from './moment.ts';
import { resultView } from './result.ts';
import { statusOf } from './status.ts';

const asked: Readonly<Record<string, string>> = { awarded: 'award-accept', 'idle-noticed': 'idle-notice' };

/**
 * What a company sees of its application: the public state, what happens next, by when, whom to ask. Events that would tell
 * of a decision before its publication are not in the list of words, and so never shown.
 */
export async function caseView(
  deps: Deps,
  { state, programme }: { readonly state: CaseFile; readonly programme: Programme },
  visit: Visit,
) {
  const { t, show, language } = visit;
  const words = t.apply.case;
  const told = publicState(state);
  const { label, next } = publicWords(state);
  const category = getCategory(programme, state.category);
  const round = category.rounds.find(({ number }) => number === state.round);
  const open = deadlines(state, programme.window.closesAt);
  // The one that “what happens next” speaks of, or the nearest.
  const due = open.find(({ kind }) => kind === asked[state.award?.state ?? '']) ?? open[0];
  const shown = words.events as Readonly<Record<string, string | undefined>>;
  const events = await eventsOf(deps.desk.database, state.id);
  return {
    id: state.id,
    category: category.name[language],
    status: statusOf(told),
    label: label[language],
    next: next[language],
    since: words.since(show.day(taipeiDay(new Date(told.since)))),
    // Before the award the state says what is to be done; after it several things may be.
    due: due
      ? state.award
        ? show.labelled(deadlineName(due, language), words.dueBy(show.day(due.day)))
        : words.dueBy(show.day(due.day))
      : words.noDue,
    round: round ? words.roundOf(round.name[language], show.day(round.reviewOn)) : null,
    level:
      told.level === null
        ? null
        : `${told.level}${told.points === null ? '' : ` · ${words.points(show.number(told.points))}`}`,
    mayDo: told.mayDo,
    goOn: goOnAt(state, programme, visit),
    refusedFor: refusedFor(state, programme, visit),
    result: await resultView(deps, state, programme, visit),
    history: events.flatMap((event) => historyLine(event, shown, show)).reverse(),
    hasAward: state.award !== null,
    hasReceipt: state.forms.length > 0,
    contact: contactView(programme, visit),
  };
}

/** Where a draft is gone on with: the first page that was never saved, or the overview. */
function goOnAt(state: CaseFile, programme: Programme, { paths }: Visit): string {
  if (!state.sections['notices']) return paths.applicationNotices(state.id);
  const page = formPages(programme, state.category).find(({ section }) => !state.sections[section]);
  return page ? paths.applicationForm(state.id, page.id) : paths.applicationCheck(state.id);
}

function refusedFor(
  { refusedFor: why }: CaseFile,
  programme: Programme,
  { t, show, language }: Visit,
): readonly string[] {
  if (!why) return [];
  if (why.reason === 'supplement-overdue') return [t.apply.case.overdueReason];
  return why.conditions.map((id) => {
    const condition = programme.eligibility.conditions.find((one) => one.id === id);
    if (!condition) return id;
    const { text, test } = condition;
    // The text of the first condition says where to look; what must be found there stands in its classes.
    const classes = test.kind === 'industry-code' ? test.classes.map(({ printed }) => printed[language]) : [];
    return show.sentences([text[language], ...(classes.length > 0 ? [t.precheck.accepted(show.list(classes))] : [])]);
  });
}

function historyLine(
  { type, at }: CaseEvent,
  shown: Readonly<Record<string, string | undefined>>,
  show: Visit['show'],
) {
  const word = shown[type];
  return word === undefined ? [] : [{ at: momentOf(at, show), word }];
}
