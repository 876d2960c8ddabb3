import type { CaseFile } from '@aipower/applications';
import type { Meeting } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { peopleWith } from '../assign/reviewers.ts';

/** Everybody who can sit in a meeting: those who reviewed, and those with an office. */
export async function sittingPeople(deps: Deps, visit: Visit, cases: readonly CaseFile[]) {
  const busy = new Set(cases.flatMap(({ reviews }) => reviews.map(({ reviewer }) => reviewer)));
  const [chairs, reviewers] = [await peopleWith(deps, 'chair', visit), await peopleWith(deps, 'reviewer', visit)];
  return [...chairs, ...reviewers.filter(({ id }) => busy.has(id))];
}

/** Every meeting on a round, the last first: the day, who was there, and how many applications it was about. */
export function meetingsView(meetings: readonly Meeting[], names: (id: string) => string, { show }: Visit) {
  return meetings.map(({ on, attendance, agenda }) => ({
    on: show.day(on),
    attendance: show.names(attendance.map(names)),
    count: agenda.length,
  }));
}

/** Their agendas one after the other; an application that came to several stands where the last one had it. */
export function agendaOf(meetings: readonly Meeting[]): readonly string[] {
  return [...new Set(meetings.flatMap(({ agenda }) => agenda))];
}
