import type { CaseFile } from '@aipower/applications';
import type { Reviewer } from '@aipower/applications/storage';
import type { Deps } from '../../deps.ts';
import { conflictsOf } from './conflicts.ts';
import type { Project } from './project-items.ts';

/** What stands between reviewers and the applicants of some projects, by what each reviewer said of former employers. */
export function conflictsFor(
  { register }: Deps,
  reviewers: readonly Reviewer[],
  projects: ReadonlyMap<string, Project>,
) {
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
