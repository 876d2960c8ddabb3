import { type Reviewer, reviewerProfiles, type StaffRole, staffWithRole } from '@aipower/applications/storage';
import { taipeiToday } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { demonstrationAccounts } from '../../desk/demonstration-staff.ts';
import type { Visit } from '../../page/page.ts';

/** Everybody with a role today, by id and name; those of a demonstration first. */
export async function peopleWith(
  deps: Deps,
  role: StaffRole,
  { t }: Visit,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const accounts = deps.demonstration?.isActive() ? demonstrationAccounts : [];
  const shown = accounts
    .filter((one) => one.role === role)
    .map((one) => ({ id: one.id, name: t.staff.login.accounts[one.role](one.number) }));
  return [...shown, ...(await staffWithRole(deps.desk.database, role, taipeiToday(deps.clock)))];
}

/** Everybody who can be given an application today, with what they know and where they worked. */
export async function reviewersOf(deps: Deps, visit: Visit): Promise<readonly Reviewer[]> {
  const people = await peopleWith(deps, 'reviewer', visit);
  const profiles = await reviewerProfiles(
    deps.desk.database,
    people.map(({ id }) => id),
  );
  return people.map((one) => ({ ...one, ...profiles.get(one.id)! }));
}
