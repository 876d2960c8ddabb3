import type { CaseFile } from '@aipower/applications';
import { programmeOfCase } from '@aipower/applications/storage';
import { getCategory, type Programme } from '@aipower/programme';
import { taipeiDay } from '@aipower/taiwan/dates';
import { formPages } from '../../apply/form/form-pages.ts';
import { taipeiToday } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { companyNames } from '../company-names.ts';
import { stateMarks } from './groups.ts';

const DAY_MS = 86_400_000;

/** Calendar days in Taipei since a moment; 0 on the same day. */
export function daysSince(instant: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(taipeiDay(new Date(instant)))) / DAY_MS);
}

/** One application in a list. Of a draft it says no more than that it exists and how far it has come. */
export async function rowOf(deps: Deps, state: CaseFile, visit: Visit) {
  const { t, show, paths, language } = visit;
  const words = t.staff.queue;
  const isDraft = state.forms.length === 0;
  const programme = await programmeOfCase(deps.desk.database, state, deps.programmes);
  const category = getCategory(programme, state.category);
  const round = category.rounds.find(({ number }) => number === state.round);
  const supplement = state.main === 'supplement-requested' ? state.supplements.at(-1) : undefined;
  const isOverdue = supplement?.state === 'overdue';
  const waited = daysSince(state.since, taipeiToday(deps.clock));
  return {
    href: isDraft ? null : paths.staffCase(state.id),
    number: state.receiptNo ?? '',
    name: isDraft ? state.ubn : await companyName(deps, state),
    ubn: state.ubn,
    category: category.name[language],
    state: isOverdue ? words.overdue : t.staff.states[state.main],
    status: isOverdue ? ('bad' as const) : stateMarks[state.main],
    waited: waited === 0 ? words.today : words.waited(waited),
    due: supplement ? words.due(show.shortDay(supplement.due)) : '',
    isOverdue,
    round: round ? words.round(round.name[language], show.shortDay(round.reviewOn)) : '',
    pages: isDraft ? pagesOf(programme, state, visit) : '',
  };
}

export type QueueRow = Awaited<ReturnType<typeof rowOf>>;

function pagesOf(programme: Programme, { category, sections }: CaseFile, { t }: Visit): string {
  const pages = formPages(programme, category);
  return t.staff.queue.pages(pages.filter(({ section }) => sections[section]).length, pages.length);
}

/** The name on the last form that was sent; the number where the form had to be deleted. */
export async function companyName(deps: Deps, state: CaseFile): Promise<string> {
  return (await companyNames(deps, [state]))(state);
}
