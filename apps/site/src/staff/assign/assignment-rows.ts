import type { CaseFile } from '@aipower/applications';
import type { reviewLoads } from '@aipower/applications/storage';
import type { Visit } from '../../page/page.ts';
import { stateMarks } from '../queue/groups.ts';
import type { conflictsFor } from './applicant-conflicts.ts';
import { certain } from './conflicts.ts';
import { itemName } from './item-names.ts';
import { planReviewers, type Suggestion } from './plan.ts';
import type { Project } from './project-items.ts';
import { assigning, busy, isOut } from './review-progress.ts';
import type { reviewersOf } from './reviewers.ts';

/** What the rows of one page share. */
export interface Look {
  readonly visit: Visit;
  readonly isOfficer: boolean;
  readonly reviewers: Awaited<ReturnType<typeof reviewersOf>>;
  readonly projects: ReadonlyMap<string, Project>;
  readonly conflicts: ReturnType<typeof conflictsFor>;
  /** Applications of which a chair proposes to strike an opinion. */
  readonly annulled: ReadonlySet<string | null>;
}

/** Who is suggested for each application that is open to it. */
export function planFor(
  look: Look,
  cases: readonly CaseFile[],
  loads: Awaited<ReturnType<typeof reviewLoads>>,
  each: number,
) {
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

/** An application with who reads it, who is suggested and why, and who else could. */
export function assignmentRow(look: Look, state: CaseFile, planned: readonly Suggestion[]) {
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

const total = (load: { readonly open: number; readonly done: number } | undefined) =>
  load ? load.open + load.done : 0;
