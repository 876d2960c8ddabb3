import type { OpenDatabase } from '@aipower/database';
import type { Actor } from '../actor.ts';
import { hashOf } from '../text-hash.ts';
import { append } from './chain.ts';
import type { StaffRole } from './staff-roles.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** Where a reviewer works or worked: by 統一編號, by name, or both. */
export type Employer = { readonly ubn: string | null; readonly name: string };
/** What a reviewer knows, as codes of the catalogue (items, groups or tiers), and where they worked. */
export type ReviewerProfile = { readonly items: readonly string[]; readonly employers: readonly Employer[] };
/** A person with the role of a reviewer. */
export type Reviewer = ReviewerProfile & { readonly id: string; readonly name: string };

const none: ReviewerProfile = { items: [], employers: [] };

/** Everybody who has a role on a day and is known by name: who has logged in once, or was named by an officer. */
export async function staffWithRole(
  { db }: OpenDatabase<DeskTables>,
  role: StaffRole,
  day: string,
): Promise<readonly Omit<Reviewer, keyof ReviewerProfile>[]> {
  return db
    .selectFrom('desk_staff_role')
    .innerJoin('desk_staff', (join) =>
      join
        .onRef('desk_staff.issuer', '=', 'desk_staff_role.issuer')
        .onRef('desk_staff.sub', '=', 'desk_staff_role.sub'),
    )
    .select(['desk_staff.id', 'desk_staff.name'])
    .distinct()
    .where('role', '=', role)
    .where('from_day', '<=', day)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', day)]))
    .orderBy('desk_staff.name')
    .orderBy('desk_staff.id')
    .execute();
}

/** The profiles of reviewers by their id; an empty one for who has given none. */
export async function reviewerProfiles(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReviewerProfile>> {
  const profiles = new Map(ids.map((id) => [id, none]));
  if (ids.length === 0) return profiles;
  const rows = await db.selectFrom('desk_reviewer').selectAll().where('staff', 'in', ids).execute();
  for (const { staff, items, employers } of rows) {
    const profile = { items: JSON.parse(items) as string[], employers: JSON.parse(employers) as Employer[] };
    profiles.set(staff, profile);
  }
  return profiles;
}

/**
 * Save what a reviewer, or an officer for them, has said. The log says who, and which items.
 *
 * @param seen hash of the profile that was on the screen, as {@link profileHash} gives it; left out: whatever stands there.
 * @returns false when another one stands there by now: nothing is overwritten.
 */
export async function saveReviewerProfile(
  open: OpenDatabase<DeskTables>,
  staff: string,
  { items, employers }: ReviewerProfile,
  by: Actor,
  now: string,
  seen?: string,
): Promise<boolean> {
  const at = new Date(now).toISOString();
  const said = { items: JSON.stringify(items), employers: JSON.stringify(employers) };
  const values = { ...said, updated_by: by.id, updated_at: at };
  return inTurn(open, 'saving what a reviewer knows', async (trx) => {
    const stands = (await reviewerProfiles({ db: trx }, [staff])).get(staff)!;
    if (seen !== undefined && profileHash(stands) !== seen) return false;
    await trx
      .insertInto('desk_reviewer')
      .values({ staff, ...values })
      .onConflict((conflict) => conflict.column('staff').doUpdateSet(values))
      .execute();
    append(trx, [{ kind: 'act', at, application: null, type: 'reviewer.profile', by, body: { staff, items } }]);
    return true;
  });
}

/** Two profiles that say the same have the same hash. */
export function profileHash({ items, employers }: ReviewerProfile): string {
  return hashOf({ items, employers });
}

/** How many applications each reviewer has to read, and how many of these are done. */
export async function reviewLoads({
  db,
}: OpenDatabase<DeskTables>): Promise<ReadonlyMap<string, { readonly open: number; readonly done: number }>> {
  const rows = await db
    .selectFrom('desk_review')
    .select(({ fn }) => ['reviewer', 'state', fn.countAll().as('count')])
    .where('state', 'in', ['assigned', 'reading', 'submitted'])
    .groupBy(['reviewer', 'state'])
    .execute();
  const loads = new Map<string, { open: number; done: number }>();
  for (const { reviewer, state, count } of rows) {
    const load = loads.get(reviewer) ?? { open: 0, done: 0 };
    load[state === 'submitted' ? 'done' : 'open'] += Number(count);
    loads.set(reviewer, load);
  }
  return loads;
}

/** The applications a reviewer was ever given, by state of the review. */
export async function reviewsOf(
  { db }: OpenDatabase<DeskTables>,
  reviewer: string,
): Promise<readonly { readonly application: string; readonly state: string }[]> {
  return db
    .selectFrom('desk_review')
    .innerJoin('desk_application', 'desk_application.id', 'desk_review.application')
    .select(['application', 'state'])
    .where('reviewer', '=', reviewer)
    .orderBy('receipt_no')
    .execute();
}

/** The names of the pages of an application that a person has opened, each once: what a recusal says was seen. */
export async function pagesRead(
  { db }: OpenDatabase<DeskTables>,
  application: string,
  person: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('desk_event')
    .select('type')
    .distinct()
    .where('application', '=', application)
    .where('kind', '=', 'read')
    .where('actor_id', '=', person)
    .orderBy('type')
    .execute();
  return rows.map(({ type }) => type);
}
