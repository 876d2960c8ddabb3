import type { CaseEvent } from '@aipower/applications';
import { eventsOf, type Meeting } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { itemName } from '../assign/item-names.ts';
import { type Project, projectReader } from '../assign/project-items.ts';
import type { Member } from '../member.ts';
import { pagingOf, partOf } from '../paging.ts';
import { sentOf } from '../review/own-draft.ts';
import { namesOf } from '../screening/history.ts';
import type { Ranked } from './ranking.ts';
import type { ReadRound } from './read-round.ts';
import { PER_PAGE, roundView } from './round-view.ts';

/** The file of a meeting: the table first, then a part for each application with every score and comment. */
export async function papersView(
  deps: Deps,
  read: ReadRound,
  meeting: Meeting | null,
  { page, member }: { readonly page: string; readonly member: Member },
  visit: Visit,
) {
  const { show, paths } = visit;
  const table = await roundView(deps, read, { line: '', from: '', show: '', page }, member, visit);
  const total = read.ranking.ranked.length;
  const paging = pagingOf({ total, perPage: PER_PAGE, asked: page }, (to) =>
    paths.staffPapers(...table.address, { page: to }),
  );
  const ranked = partOf(read.ranking.ranked, paging, PER_PAGE);
  const people = ranked.flatMap(({ totals }) => totals.map(({ reviewer }) => reviewer));
  const names = await namesOf(deps, [...(meeting?.attendance ?? []), ...people], visit);
  // One after the other: a client may have only so many texts waiting to be read.
  const projects: Project[] = [];
  for (const { state } of ranked) projects.push(await projectReader(deps)(state, read.asked.programme));
  const applications = await Promise.all(
    ranked.map(async (one, i) => {
      const project = projects[i]!;
      return {
        name: project.name,
        topic: project.topic,
        items: project.items.map(({ code }) => itemName(code, visit)),
        row: table.rows[i]!,
        reviews: await reviewsOf(deps, read, one, names, visit),
      };
    }),
  );
  return {
    table,
    paging,
    applications,
    meeting: meeting && {
      on: show.day(meeting.on),
      attendance: show.names(meeting.attendance.map(names)),
    },
  };
}

async function reviewsOf(
  deps: Deps,
  { asked, ranking }: ReadRound,
  { state, totals }: Ranked,
  names: (id: string) => string,
  { language }: Visit,
) {
  const events = await eventsOf(deps.desk.database, state.id);
  const sent = totals.map(async ({ reviewer, shown }) => {
    const event = events.findLast(
      (found): found is CaseEvent<'review.submit'> => found.type === 'review.submit' && found.by.id === reviewer,
    )!;
    const text = await sentOf(deps, state, event);
    return {
      name: names(reviewer),
      total: shown,
      level: text.level,
      rows: ranking.weights.map(({ id, percent }) => ({
        name: `${asked.category.weights.find((weight) => weight.id === id)?.name[language] ?? id} ${percent}%`,
        score: text.scores[id] ?? '',
        comment: text.comments[id] ?? '',
      })),
    };
  });
  return Promise.all(sent);
}
