import { inTransaction, type OpenDatabase } from '@aipower/database';
import { giveRole, type StaffIdentity, type StaffRole, staffId, staffRoles } from './staff-roles.ts';
import type { DeskTables } from './tables.ts';

/** Stands in place of an id at the provider until somebody with this address logs in. */
const byAddress = (email: string) => `mailto:${email.trim().toLowerCase()}`;

/**
 * Name a reviewer before they have ever logged in, by their account at the provider or by their e-mail address: applications
 * can be given to them at once.
 *
 * @param account the id at the provider, or an address; whoever is known already keeps their id and their name.
 * @returns their id at the desk
 */
export async function nameReviewer(
  open: OpenDatabase<DeskTables>,
  {
    issuer,
    account,
    name,
    from,
  }: { readonly issuer: string; readonly account: string; readonly name: string; readonly from: string },
  now: string,
): Promise<string> {
  const sub = account.includes('@') ? byAddress(account) : account.trim();
  const known = await idOf(open, { issuer, sub });
  const id = known ?? (await staffId(open, { issuer, sub }, name, now));
  await giveRole(open, { issuer, sub }, 'reviewer', from);
  return id;
}

/**
 * Somebody logs in: what was kept for their address becomes theirs. Who had logged in before keeps their id and is given the
 * roles; what was assigned to the address stays under its id, for an officer to assign anew.
 *
 * @param email as the provider has verified it, or null; an id that is an address counts, too.
 */
export async function claimInvitation(
  open: OpenDatabase<DeskTables>,
  { issuer, sub }: StaffIdentity,
  email: string | null,
): Promise<void> {
  const kept = [email, sub].filter((one) => one?.includes('@')).map((one) => ({ issuer, sub: byAddress(one!) }));
  for (const invited of kept) {
    const id = await idOf(open, invited);
    if (id === null) continue;
    const known = await idOf(open, { issuer, sub });
    await inTransaction(open.db, 'joining an invitation with a login', async (trx) => {
      if (known === null) await trx.updateTable('desk_staff').set({ sub }).where('id', '=', id).execute();
      const given = await trx
        .selectFrom('desk_staff_role')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('sub', '=', invited.sub)
        .execute();
      for (const { role, from_day, to_day } of given) {
        const wanted = staffRoles.find((one): one is StaffRole => one === role);
        if (wanted) await giveRole({ ...open, db: trx }, { issuer, sub }, wanted, from_day, to_day);
      }
      await trx.deleteFrom('desk_staff_role').where('issuer', '=', issuer).where('sub', '=', invited.sub).execute();
    });
  }
}

async function idOf({ db }: OpenDatabase<DeskTables>, { issuer, sub }: StaffIdentity): Promise<string | null> {
  const row = await db
    .selectFrom('desk_staff')
    .select('id')
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .executeTakeFirst();
  return row?.id ?? null;
}
