import type { OpenDatabase } from '@aipower/database';
import type { DeskTables } from './tables.ts';

/** The roles that staff can be given. */
export const staffRoles = ['officer', 'reviewer', 'chair', 'auditor'] as const;
/** One of {@link staffRoles}. */
export type StaffRole = (typeof staffRoles)[number];
/** A person as the login provider names them. */
export type StaffIdentity = { readonly issuer: string; readonly sub: string };

/** Give a role from a day on, both days inclusive; `to` null: until further notice. */
export async function giveRole(
  { db }: OpenDatabase<DeskTables>,
  { issuer, sub }: StaffIdentity,
  role: StaffRole,
  from: string,
  to: string | null = null,
): Promise<void> {
  await db
    .insertInto('desk_staff_role')
    .values({ issuer, sub, role, from_day: from, to_day: to })
    .onConflict((conflict) => conflict.columns(['issuer', 'sub', 'role', 'from_day']).doUpdateSet({ to_day: to }))
    .execute();
}

/** The roles of a person on a day. Only this table says what somebody may do, whatever the login provider claims. */
export async function rolesOn(
  { db }: OpenDatabase<DeskTables>,
  { issuer, sub }: StaffIdentity,
  day: string,
): Promise<readonly StaffRole[]> {
  const rows = await db
    .selectFrom('desk_staff_role')
    .select('role')
    .distinct()
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .where('from_day', '<=', day)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', day)]))
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role as StaffRole);
}
