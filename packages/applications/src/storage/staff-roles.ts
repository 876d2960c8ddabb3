import type { OpenDatabase } from '@aipower/database';
import type { Actor } from '../actor.ts';
import { append } from './chain.ts';
import { newId } from './ids.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** The roles that staff can be given. */
export const staffRoles = ['officer', 'reviewer', 'chair', 'auditor'] as const;
/** One of {@link staffRoles}. */
export type StaffRole = (typeof staffRoles)[number];
/** A person as the login provider names them. */
export type StaffIdentity = { readonly issuer: string; readonly sub: string };
export type GivenRole = StaffIdentity & {
  readonly role: StaffRole;
  /** Both days inclusive; `to` null: until further notice. */
  readonly from: string;
  readonly to: string | null;
};

/** Give a role from a day on, both days inclusive; `to` null: until further notice. Given again with a `to`, it ends then. */
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

/** End a role with a day, inclusive. @returns how many rows of the person's role it ended. */
export async function endRole(
  { db }: OpenDatabase<DeskTables>,
  { issuer, sub }: StaffIdentity,
  role: StaffRole,
  to: string,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('desk_staff_role')
    .set({ to_day: to })
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .where('role', '=', role)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', to)]))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Every role ever given, in the order of the persons. */
export async function givenRoles({ db }: Pick<OpenDatabase<DeskTables>, 'db'>): Promise<readonly GivenRole[]> {
  const rows = await db
    .selectFrom('desk_staff_role')
    .selectAll()
    .orderBy('issuer')
    .orderBy('sub')
    .orderBy('from_day')
    .execute();
  return rows.map(({ issuer, sub, role, from_day, to_day }) => {
    return { issuer, sub, role: role as StaffRole, from: from_day, to: to_day };
  });
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

/** The id of a person, under which the log names them; made at their first login. Their name may change and stands here alone. */
export async function staffId(
  { db }: OpenDatabase<DeskTables>,
  { issuer, sub }: StaffIdentity,
  name: string,
  now: string,
): Promise<string> {
  const { id } = await db
    .insertInto('desk_staff')
    .values({ id: newId(now), issuer, sub, name })
    .onConflict((conflict) => conflict.columns(['issuer', 'sub']).doUpdateSet({ name }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The names of people of staff, by id; who is not known any more is left out. */
export async function staffNames(
  { db }: OpenDatabase<DeskTables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('desk_staff')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Staff did something beside the case files: logged in, told a company by telephone. One line of the log. */
export async function recordAct(
  open: OpenDatabase<DeskTables>,
  act: { readonly by: Actor; readonly application: string | null; readonly type: string; readonly body: object },
  now: string,
): Promise<void> {
  await inTurn(open, 'recording what staff did', async (trx) => {
    append(trx, [{ kind: 'act', at: new Date(now).toISOString(), ...act }]);
  });
}
