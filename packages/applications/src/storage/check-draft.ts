import type { OpenDatabase } from '@aipower/database';
import { canonicalText, hashOf } from '../text-hash.ts';
import { append } from './chain.ts';
import type { DeskTables } from './tables.ts';
import { keepTexts } from './texts.ts';
import { inTurn } from './turn.ts';

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
 * Save what was noted, over the version that was on the screen. What stood there before is kept, and the log says who noted what.
 *
 * @param draft `by`: id of the officer.
 * @returns false when somebody else saved in between: nothing is overwritten
 */
export async function saveCheckDraft(
  open: OpenDatabase<DeskTables>,
  application: string,
  draft: { readonly version: number; readonly answers: CheckDraft['answers']; readonly by: string },
  now: string,
): Promise<boolean> {
  const at = new Date(now).toISOString();
  const { answers, by } = draft;
  const version = draft.version + 1;
  const values = { version, body: JSON.stringify(answers), saved_by: by, saved_at: at };
  return inTurn(open, 'saving what was noted at the screening', async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('desk_check_draft')
      .values({ application, ...values })
      .onConflict((conflict) =>
        conflict.column('application').doUpdateSet(values).where('desk_check_draft.version', '=', draft.version),
      )
      .executeTakeFirst();
    if (Number(numInsertedOrUpdatedRows ?? 0) !== 1) return false;
    const hash = hashOf(answers);
    await keepTexts({ db: trx }, [{ application, hash, kind: 'text', body: canonicalText(answers) }]);
    const officer = { kind: 'officer', id: by } as const;
    append(trx, [{ kind: 'act', at, application, type: 'checks.save', by: officer, body: { version, hash } }]);
    return true;
  });
}
