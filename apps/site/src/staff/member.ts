import type { Actor } from '@aipower/applications';
import { rolesOn, type Session, type StaffRole } from '@aipower/applications/storage';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { demonstrationAccounts } from '../desk/demonstration-staff.ts';
import type { Sitter } from '../desk/desk-page.ts';
import { sessionClock, sessionOf, staffPlace } from '../desk/sessions.ts';
import type { Visit } from '../page/page.ts';

/** Somebody of staff who is logged in, with the roles of this moment: a role that was taken away is gone at the next page. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly issuer: string;
  readonly sub: string;
  /** Names the login in the log of what was read; no secret. */
  readonly session: string;
}

/** Whose accounts are those of a demonstration. */
export const DEMONSTRATION_ISSUER = 'demonstration';

export async function memberOf(deps: Deps, req: Request): Promise<Member | null> {
  const session = await sessionOf(deps, staffPlace, req);
  return session && memberFrom(deps, session);
}

async function memberFrom(deps: Deps, { subject, detail, createdAt }: Session): Promise<Member | null> {
  const [issuer, sub, name] = ['issuer', 'sub', 'name'].map((key) => String(detail[key] ?? '')) as [
    string,
    string,
    string,
  ];
  const common = { id: subject, issuer, sub, session: createdAt };
  if (issuer !== DEMONSTRATION_ISSUER) {
    const roles = await rolesOn(deps.desk.database, { issuer, sub }, taipeiDay(sessionClock(deps).now()));
    return { ...common, name, roles };
  }
  // As soon as a real list is loaded nobody of the demonstration is logged in any more.
  const account = deps.demonstration?.isActive() ? demonstrationAccounts.find(({ id }) => id === subject) : undefined;
  return account ? { ...common, name, roles: [account.role] } : null;
}

/** In which role of theirs somebody acts: the first of those asked for; null when they have none of them. */
export function actorAs({ id, roles }: Member, wanted: readonly StaffRole[]): Actor | null {
  const kind = wanted.find((role) => roles.includes(role));
  return kind === undefined ? null : { kind, id };
}

/** How the masthead names somebody: name and roles. Accounts of a demonstration have a name in either language. */
export function sitterOf({ id, issuer, name, roles }: Member, { t, show }: Visit): Sitter {
  const account = issuer === DEMONSTRATION_ISSUER ? demonstrationAccounts.find((one) => one.id === id) : undefined;
  const named = account ? t.staff.login.accounts[account.role](account.number) : name;
  return { name: named, id: show.list(roles.map((role) => t.staff.roles[role])), roles };
}
