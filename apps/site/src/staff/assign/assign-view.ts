import { type CaseFile, rulesOf } from '@aipower/applications';
import { casesOfRound, openProposals, reviewLoads } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import { type Entries, entry } from '../../desk/posting.ts';
import type { Visit } from '../../page/page.ts';
import { pagingOf, partOf } from '../paging.ts';
import { type AskedRound, roundAddress, roundName } from '../round/asked-round.ts';
import { conflictsFor } from './applicant-conflicts.ts';
import { assignmentRow, type Look, planFor } from './assignment-rows.ts';
import type { Project, projectReader } from './project-items.ts';
import { assigning, busy, isClosable, isReady } from './review-progress.ts';
import { reviewersOf } from './reviewers.ts';

const shown: readonly CaseFile['main'][] = [...assigning, 'scored', 'in-meeting', 'decided'];
/** Each row has the choice of all reviewers. */
const PER_PAGE = 60;
const filters = ['all', 'few'] as const;

interface Parts {
  readonly asked: AskedRound;
  readonly read: ReturnType<typeof projectReader>;
  /** Reviewers for each application that are suggested. */
  readonly each: number;
  readonly show: string;
  readonly page: string;
  readonly isOfficer: boolean;
  readonly problem?: string | undefined;
  /** What was sent and not done. */
  readonly typed?: Entries | undefined;
}

/** The applications of a round with who reads them, who could, and why. */
export async function assignView(deps: Deps, parts: Parts, visit: Visit) {
  const { asked, read, each, isOfficer } = parts;
  const { t, paths } = visit;
  const { database } = deps.desk;
  const [cases, reviewers, loads, proposals] = await Promise.all([
    casesOfRound(database, asked.key),
    reviewersOf(deps, visit),
    reviewLoads(database),
    openProposals(database),
  ]);
  const address = roundAddress(asked.key);
  const inRound = cases.filter(({ main }) => shown.includes(main));
  const wants = {
    all: () => true,
    few: (state: CaseFile) => assigning.includes(state.main) && busy(state).length < each,
  };
  const filter = filters.find((one) => one === parts.show) ?? 'all';
  const to = (page: number | undefined, by: (typeof filters)[number] = filter) =>
    paths.staffAssign(...address, {
      each: each === DEFAULT_EACH ? undefined : each,
      show: by === 'all' ? undefined : by,
      page,
    });
  const wanted = inRound.filter(wants[filter]);
  const paging = pagingOf({ total: wanted.length, perPage: PER_PAGE, asked: parts.page }, to);
  // A text takes some milliseconds to read: those on the page are, and suggestions weigh what everybody has in all.
  const own = partOf(wanted, paging, PER_PAGE);
  const projects = new Map<string, Project>();
  for (const state of own) projects.set(state.id, await read(state, asked.programme));
  const look: Look = {
    visit,
    isOfficer,
    reviewers,
    projects,
    conflicts: conflictsFor(deps, reviewers, projects),
    annulled: new Set(
      proposals.filter(({ command }) => command.type === 'review.annul').map(({ application }) => application),
    ),
  };
  const plan = planFor(look, own, loads, each);
  const rows = own.map((state) => assignmentRow(look, state, plan.get(state.id) ?? []));
  const least = rulesOf(asked.programme, asked.category.id).atLeastReviewers;
  return {
    name: roundName(asked, visit),
    address,
    filter,
    filters: filters.map((name) => ({
      label: t.staff.assign.filters[name],
      count: inRound.filter(wants[name]).length,
      href: to(undefined, name),
      current: name === filter,
    })),
    paging,
    isEmpty: inRound.length === 0,
    problem: parts.problem,
    typed: (name: string) => entry(parts.typed, name),
    isOfficer,
    each,
    least,
    rows,
    takable: rows.flatMap((row) =>
      row.reviews
        .filter(({ canTake }) => canTake)
        .map((one) => ({ value: `${row.id}:${one.id}`, label: `${row.number} ${row.name} · ${one.name}` })),
    ),
    ready: inRound.filter((state) => isReady(state, least)).length,
    closable: inRound.filter((state) => isClosable(state, least)).length,
    hasSuggestions: rows.some(({ suggestions, others }) => suggestions.length + others.length > 0),
    reviewers: reviewers.map(({ id, name, items }) => ({
      name,
      href: paths.staffReviewer(id),
      items: visit.show.list(items),
      open: loads.get(id)?.open ?? 0,
      done: loads.get(id)?.done ?? 0,
    })),
  };
}

export const DEFAULT_EACH = 3;
