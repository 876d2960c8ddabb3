import type { OpenDatabase } from '@aipower/database';
import type { DeskTables } from './tables.ts';

/** What an officer has noted at the qualifications so far: nothing of it counts before it is decided on. */
export type CheckDraft = {
  /** 0 while nothing was saved. */
  readonly version: number;
  /** By id of the condition: what was chosen, and the note beside it. */
  readonly answers: Readonly<Record<string, { readonly answer: string; readonly note: string }>>;
  /** Id of the officer; null while nothing was saved. */
  readonly savedBy: string | null;
  /** ISO instant; null as for `savedBy`. */
  readonly savedAt: string | null;
};

const none: CheckDraft = { version: 0, answers: {}, savedBy: null, savedAt: null };

/** What was noted at the qualifications of an application; version 0 and no answers where nothing was. */
export async function checkDraft({ db }: OpenDatabase<DeskTables>, application: string): Promise<CheckDraft> {
  const row = await db
    .selectFrom('desk_check_draft')
    .selectAll()
    .where('application', '=', application)
    .executeTakeFirst();
  if (!row) return none;
  const { version, body, saved_by, saved_at } = row;
  return { version, answers: JSON.parse(body) as CheckDraft['answers'], savedBy: saved_by, savedAt: saved_at };
}

/**
 * Save what was noted, over the version that was on the screen.
 * @returns false when somebody else saved in between: nothing is overwritten
 */
export async function saveCheckDraft(
  { db }: OpenDatabase<DeskTables>,
  application: string,
  draft: { readonly version: number; readonly answers: CheckDraft['answers']; readonly by: string },
  now: string,
): Promise<boolean> {
  const at = new Date(now).toISOString();
  const values = { version: draft.version + 1, body: JSON.stringify(draft.answers), saved_by: draft.by, saved_at: at };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('desk_check_draft')
    .values({ application, ...values })
    .onConflict((conflict) =>
      conflict.column('application').doUpdateSet(values).where('desk_check_draft.version', '=', draft.version),
    )
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) === 1;
}
