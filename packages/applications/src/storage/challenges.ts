import type { OpenDatabase } from '@aipower/database';
import { newId } from './ids.ts';
import type { DeskTables } from './tables.ts';

/** What a card signs at login. */
export type Challenge = {
  /** To the letter, as the card signs it. */
  readonly text: string;
  /** What the signature is for, such as login: no other use is accepted. */
  readonly purpose: string;
  /** Id of the visitor's session, which has to come back with the signature. */
  readonly session: string;
  /** How long it may be answered. */
  readonly seconds: number;
};

/** Keep a challenge that was given out. @returns its id. */
export async function keepChallenge(
  { db }: OpenDatabase<DeskTables>,
  challenge: Challenge,
  now: string,
): Promise<string> {
  const id = newId(now);
  const { text, purpose, session, seconds } = challenge;
  const expires_at = new Date(Date.parse(now) + seconds * 1000).toISOString();
  await db.insertInto('desk_challenge').values({ id, text, purpose, session, expires_at, used_at: null }).execute();
  return id;
}

/**
 * Use a challenge up. One UPDATE decides: of many who come with the same one, a single one gets its text.
 * @returns the text, or null when it is unknown, of another session or purpose, over, or used.
 */
export async function takeChallenge(
  { db }: OpenDatabase<DeskTables>,
  { id, purpose, session }: { readonly id: string; readonly purpose: string; readonly session: string },
  now: string,
): Promise<string | null> {
  const at = new Date(now).toISOString();
  const row = await db
    .updateTable('desk_challenge')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('session', '=', session)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('text')
    .executeTakeFirst();
  return row?.text ?? null;
}
