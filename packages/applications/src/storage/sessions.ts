import type { OpenDatabase } from '@aipower/database';
import { newSecret, secretHash } from './ids.ts';
import type { DeskTables } from './tables.ts';

/** Whose session it is. */
export type SessionKind = 'company' | 'staff';
/** A session in use; times are ISO instants. */
export type Session = {
  /** Company or staff. */
  readonly kind: SessionKind;
  /** The 統一編號 of a company, the id of a person of staff. */
  readonly subject: string;
  /** What the login found: card fingerprint, roles. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** ISO instant. */
  readonly createdAt: string;
  /** When it ends without another request (ISO instant). */
  readonly endsIfIdle: string;
};

/** What a session is started with. */
export type NewSession = {
  /** Company or staff. */
  readonly kind: SessionKind;
  /** 統一編號, or the id of a person of staff. */
  readonly subject: string;
  /** What the login found: card fingerprint, roles. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** How long it lives without a request. */
  readonly idleSeconds: number;
  /** How long it lives however much it is used. */
  readonly maxSeconds: number;
};

const later = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** Begin a session. @returns what the cookie carries: 256 random bits, of which the table keeps the hash alone. */
export async function startSession(
  { db }: OpenDatabase<DeskTables>,
  session: NewSession,
  now: string,
): Promise<string> {
  const secret = newSecret();
  const at = new Date(now).toISOString();
  const row = {
    hash: secretHash(secret),
    kind: session.kind,
    subject: session.subject,
    detail: JSON.stringify(session.detail ?? {}),
    created_at: at,
    seen_at: at,
    idle_seconds: session.idleSeconds,
    ends_at: later(at, session.maxSeconds),
    ended_at: null,
  };
  await db.insertInto('desk_session').values(row).execute();
  return secret;
}

/** The session of a cookie, and its idle time starts again; null when it is unknown, over, idle for too long or ended. */
export async function useSession(
  { db }: OpenDatabase<DeskTables>,
  secret: string,
  now: string,
): Promise<Session | null> {
  const hash = secretHash(secret);
  const at = new Date(now).toISOString();
  const row = await db.selectFrom('desk_session').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (!row || row.ended_at !== null || at >= row.ends_at || at >= later(row.seen_at, row.idle_seconds)) return null;
  // Once a minute is enough: a page with twenty pictures is one use.
  if (at > later(row.seen_at, 60)) {
    await db
      .updateTable('desk_session')
      .set({ seen_at: at })
      .where('hash', '=', hash)
      .where('ended_at', 'is', null)
      .execute();
  }
  const ends = [later(at, row.idle_seconds), row.ends_at].sort()[0]!;
  return {
    kind: row.kind as SessionKind,
    subject: row.subject,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
    createdAt: row.created_at,
    endsIfIdle: ends,
  };
}

/** Log out. */
export async function endSession({ db }: OpenDatabase<DeskTables>, secret: string, now: string): Promise<void> {
  const ended_at = new Date(now).toISOString();
  await db
    .updateTable('desk_session')
    .set({ ended_at })
    .where('hash', '=', secretHash(secret))
    .where('ended_at', 'is', null)
    .execute();
}

/** End every session of somebody: a role was taken away, a card was lost. @returns how many there were. */
export async function endSessionsOf(
  { db }: OpenDatabase<DeskTables>,
  kind: SessionKind,
  subject: string,
  now: string,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('desk_session')
    .set({ ended_at: new Date(now).toISOString() })
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Take out sessions and challenges that can no longer be used. */
export async function forgetOldSessions({ db }: OpenDatabase<DeskTables>, now: string): Promise<void> {
  const at = new Date(now).toISOString();
  await db.deleteFrom('desk_session').where('ends_at', '<=', at).execute();
  await db.deleteFrom('desk_challenge').where('expires_at', '<=', at).execute();
}
