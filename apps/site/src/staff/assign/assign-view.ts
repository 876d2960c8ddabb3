import { type CaseFile, rulesOf } from '@aipower/applications';
import { casesOfRound, openProposals, type Reviewer, reviewLoads } from '@aipower/applications/storage';
import { groups, items, tiers } from '@aipower/taxonomy';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { pagingOf, partOf } from '../paging.ts';
import { stateMarks } from '../queue/groups.ts';
import { type AskedRound, roundAddress, roundName } from '../round/asked-round.ts';
import { certain, conflictsOf } from './conflicts.ts';
import { planReviewers, type Suggestion } from './plan.ts';
import type { Project, projectReader } from './project-items.ts';
import { reviewersOf } from './reviewers.ts';

/** Where reviewers can still be given or taken. */
const assigning: readonly CaseFile['main'][] = ['eligible', 'under-review'];
const shown: readonly CaseFile['main'][] = [...assigning, 'scored', 'in-meeting', 'decided'];
const holding = ['assigned', 'reading', 'submitted'];
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
  const rows = own.map((state) => rowOf(look, state, plan.get(state.id) ?? []));
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

/** What the rows of one page share. */
interface Look {
  readonly visit: Visit;
  readonly isOfficer: boolean;
  readonly reviewers: Awaited<ReturnType<typeof reviewersOf>>;
  readonly projects: ReadonlyMap<string, Project>;
  readonly conflicts: ReturnType<typeof conflictsFor>;
  /** Applications of which a chair proposes to strike an opinion. */
  readonly annulled: ReadonlySet<string | null>;
}

/** Who is suggested for each application that is open to it. */
function planFor(look: Look, cases: readonly CaseFile[], loads: Awaited<ReturnType<typeof reviewLoads>>, each: number) {
  const open = cases.filter(({ main }) => assigning.includes(main));
  return planReviewers(
    open.map((state) => ({
      id: state.id,
      items: look.projects.get(state.id)!.items,
      assigned: busy(state),
      barred: look.reviewers.filter(({ id }) => whyNot(look, state, id).isBarred).map(({ id }) => id),
    })),
    look.reviewers.map(({ id, items }) => ({ id, items, load: total(loads.get(id)) })),
    each,
  );
}

/** Whether a reviewer may not be given an application, and what an officer should know before. */
function whyNot({ visit: { t }, conflicts }: Look, state: CaseFile, reviewer: string) {
  if (isOut(state, reviewer)) return { isBarred: true, why: [t.staff.review.states.recused] };
  const found = conflicts(state, reviewer);
  return {
    isBarred: found.some(({ kind }) => certain.includes(kind)),
    why: found.map(({ kind, employer }) => t.staff.assign.conflicts[kind](employer)),
  };
}

function rowOf(look: Look, state: CaseFile, planned: readonly Suggestion[]) {
  const { visit, reviewers } = look;
  const { t, paths } = visit;
  const project = look.projects.get(state.id)!;
  const nameOf = (id: string) => reviewers.find((one) => one.id === id)?.name ?? id;
  const isOpen = look.isOfficer && assigning.includes(state.main);
  const suggestions = isOpen ? planned : [];
  const taken = new Set([...busy(state), ...suggestions.map(({ reviewer }) => reviewer)]);
  const others = isOpen ? reviewers.filter(({ id }) => !taken.has(id)) : [];
  return {
    id: state.id,
    href: paths.staffReview(state.id),
    name: project.name,
    topic: project.topic,
    number: state.receiptNo ?? '',
    state: t.staff.states[state.main],
    status: stateMarks[state.main],
    items: project.items.map(({ code }) => itemName(code, visit)),
    reviews: state.reviews
      .filter(({ state: stage }) => stage !== 'unassigned')
      .map(({ reviewer, state: stage }) => ({
        id: reviewer,
        name: nameOf(reviewer),
        state: t.staff.review.states[stage],
        canTake: isOpen && ['assigned', 'reading'].includes(stage),
      })),
    suggestions: suggestions.map(({ reviewer, because }) => ({
      value: `${state.id}:${reviewer}`,
      name: nameOf(reviewer),
      why: because.length > 0 ? t.staff.assign.knows(visit.show.list(because)) : t.staff.assign.byLoad,
      hints: whyNot(look, state, reviewer).why,
    })),
    others: others.map(({ id, name }) => {
      const { isBarred, why } = whyNot(look, state, id);
      return { value: `${state.id}:${id}`, name, isBarred, why: visit.show.clauses(why) };
    }),
    annulled: look.annulled.has(state.id),
  };
}

/** With as many reviewers as a review takes. */
const isReady = (state: CaseFile, least: number) => state.main === 'eligible' && busy(state).length >= least;

/** With as many opinions as it takes, and nobody left who still writes one. */
const isClosable = ({ main, reviews }: CaseFile, least: number) =>
  main === 'under-review' &&
  reviews.filter(({ state }) => state === 'submitted').length >= least &&
  !reviews.some(({ state }) => state === 'assigned' || state === 'reading');

export const DEFAULT_EACH = 3;

const titles = new Map([...tiers, ...groups, ...items].map(({ code, title }) => [code as string, title]));

/** Whether the catalogue has an item, a group or a tier of this code. */
export const isCode = (code: string): boolean => titles.has(code);

export const itemName = (code: string, { language }: Visit) => {
  const title = titles.get(code);
  return title ? `${code} ${title[language]}` : code;
};

const total = (load: { readonly open: number; readonly done: number } | undefined) =>
  load ? load.open + load.done : 0;
const busy = ({ reviews }: CaseFile) =>
  reviews.filter(({ state }) => holding.includes(state)).map(({ reviewer }) => reviewer);
/** Stepped aside, or an opinion that was struck: not asked a second time. */
const isOut = ({ reviews }: CaseFile, id: string) =>
  reviews.some(({ reviewer, state }) => reviewer === id && (state === 'recused' || state === 'annulled'));

function conflictsFor({ register }: Deps, reviewers: readonly Reviewer[], projects: ReadonlyMap<string, Project>) {
  const employers = new Map(reviewers.map(({ id, employers: known }) => [id, known]));
  return ({ id, ubn }: CaseFile, reviewer: string) =>
    conflictsOf(employers.get(reviewer) ?? [], { ubn, name: projects.get(id)!.name }, register.provider);
}

/** What is found against one reviewer reading one application, kinds that forbid it first. */
export function foundAgainst(
  { register }: Deps,
  reviewer: Reviewer | undefined,
  applicant: { readonly ubn: string; readonly name: string },
) {
  return conflictsOf(reviewer?.employers ?? [], applicant, register.provider);
}
