import type { OpenDatabase } from '@aipower/database';
import type { Actor } from '../actor.ts';
import type { CaseFile } from '../case-file.ts';
import type { PublicList } from '../public-list.ts';
import type { PublishedRow } from '../publish-round.ts';
import type { MainState } from '../states.ts';
import { hashOf } from '../text-hash.ts';
import { append, type LogEntry, type Trx } from './chain.ts';
import { offeredPoints, type RoundKey } from './facts.ts';
import { newId } from './ids.ts';
import { keptCases } from './kept-cases.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** Every application of a round that was sent, in the order of their numbers; the same array until one of them changes. */
export async function casesOfRound(open: OpenDatabase<DeskTables>, key: RoundKey): Promise<readonly CaseFile[]> {
  return keptCases(open, key);
}

/** How many applications of a round stand where. */
export type RoundCount = RoundKey & { readonly main: MainState; readonly count: number };

/** Every round that has an application, with the states of its applications. */
export async function roundCounts({ db }: OpenDatabase<DeskTables>): Promise<readonly RoundCount[]> {
  const rows = await db
    .selectFrom('desk_application')
    .select(({ fn }) => ['programme', 'category', 'round', 'main', fn.countAll().as('count')])
    .where('round', 'is not', null)
    .groupBy(['programme', 'category', 'round', 'main'])
    .execute();
  return rows.map(({ round, main, count, ...rest }) => {
    return { ...rest, round: round!, main: main as MainState, count: Number(count) };
  });
}

/** How many points the organiser offers in a round; null where nobody has said so. */
export async function pointsOffered({ db }: OpenDatabase<DeskTables>, key: RoundKey): Promise<number | null> {
  return offeredPoints(db, key);
}

/** A publication as it is kept. `list` names every application by its number, and is not public; `told` is. */
export type StoredPublication = RoundKey & {
  /** Its number. */
  readonly publication: string;
  /** SHA-256 of the list's canonical text, hex. */
  readonly listHash: string;
  /** In the order of the application's number. */
  readonly list: readonly PublishedRow[];
  /** Null for what was published before this was kept. */
  readonly told: PublicList | null;
  /** ISO instant. */
  readonly at: string;
};

/** What was published, the oldest first; of one round, of one programme, or all. */
export async function publications(
  { db }: OpenDatabase<DeskTables>,
  of: { readonly programme?: string; readonly category?: string; readonly round?: number } = {},
): Promise<readonly StoredPublication[]> {
  let query = db.selectFrom('desk_publication').selectAll().orderBy('at').orderBy('publication');
  if (of.programme !== undefined) query = query.where('programme', '=', of.programme);
  if (of.category !== undefined) query = query.where('category', '=', of.category);
  if (of.round !== undefined) query = query.where('round', '=', of.round);
  const rows = await query.execute();
  return rows.map(({ list_hash, list, public_list, ...rest }) => ({
    ...rest,
    listHash: list_hash,
    list: JSON.parse(list) as PublishedRow[],
    told: public_list === null ? null : (JSON.parse(public_list) as PublicList),
  }));
}

/** A wish to publish, which a second person has to confirm: of the list with this hash and no other. */
export type PublicationProposal = {
  /** Of the desk. */
  readonly id: string;
  /** SHA-256 of the list's canonical text, hex. */
  readonly listHash: string;
  /** Id of the person; another one has to confirm. */
  readonly madeBy: string;
  /** ISO instant. */
  readonly at: string;
};

/**
 * Lay a list before a second person. It stands in the log.
 *
 * @returns the proposal that waits already, which has to be taken back first; null when this one was laid.
 */
export async function proposePublication(
  open: OpenDatabase<DeskTables>,
  key: RoundKey,
  { listHash, by }: { readonly listHash: string; readonly by: Actor },
  now: string,
): Promise<PublicationProposal | null> {
  const at = new Date(now).toISOString();
  return inTurn(open, 'laying a list before a second person', async (trx) => {
    const earlier = await openPublicationProposal({ db: trx }, key);
    if (earlier) return earlier;
    const row = { id: newId(now), ...key, list_hash: listHash, made_by: by.id, at, settled_at: null };
    await trx.insertInto('desk_publication_proposal').values(row).execute();
    append(trx, [proposalLine('publication.propose', key, listHash, by, at)]);
    return null;
  });
}

/** Take a list back that was laid before a second person. It stands in the log. @returns false when it was settled already. */
export async function dropPublicationProposal(
  open: OpenDatabase<DeskTables>,
  key: RoundKey,
  { id, listHash }: PublicationProposal,
  by: Actor,
  now: string,
): Promise<boolean> {
  return inTurn(open, 'taking back a list', async (trx) => {
    if (!(await settlePublicationProposal(trx, id, now))) return false;
    append(trx, [proposalLine('publication.drop', key, listHash, by, new Date(now).toISOString())]);
    return true;
  });
}

function proposalLine(type: string, key: RoundKey, listHash: string, by: Actor, at: string): LogEntry {
  return { kind: 'act', at, application: null, type, by, body: { ...key, listHash } };
}

/** The proposal that waits, or null. */
export async function openPublicationProposal(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  { programme, category, round }: RoundKey,
): Promise<PublicationProposal | null> {
  const row = await db
    .selectFrom('desk_publication_proposal')
    .selectAll()
    .where('programme', '=', programme)
    .where('category', '=', category)
    .where('round', '=', round)
    .where('settled_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.id, listHash: row.list_hash, madeBy: row.made_by, at: row.at } : null;
}

/** A proposal was confirmed or taken back. @returns false when it was already. */
export async function settlePublicationProposal(trx: Trx, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('desk_publication_proposal')
    .set({ settled_at: new Date(now).toISOString() })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The signed receipt of a publication; of two that are made at once the first is kept. */
export async function keepPublicationReceipt(
  open: OpenDatabase<DeskTables>,
  publication: string,
  { id, token }: { readonly id: string; readonly token: string },
): Promise<{ readonly id: string; readonly token: string }> {
  await open.db
    .insertInto('desk_publication_receipt')
    .values({ publication, id, token })
    .onConflict((conflict) => conflict.column('publication').doNothing())
    .execute();
  return (await publicationReceipt(open, publication))!;
}

/** The receipt that was kept, or null. */
export async function publicationReceipt(
  { db }: OpenDatabase<DeskTables>,
  publication: string,
): Promise<{ readonly id: string; readonly token: string } | null> {
  const row = await db
    .selectFrom('desk_publication_receipt')
    .select(['id', 'token'])
    .where('publication', '=', publication)
    .executeTakeFirst();
  return row ?? null;
}

/** A meeting on a round, as it was convened: what was on its agenda, in its order, and who was there. */
export type Meeting = {
  /** Of the desk. */
  readonly id: string;
  /** Day of the meeting, ISO. */
  readonly on: string;
  /** Ids of the staff who were there. */
  readonly attendance: readonly string[];
  /** Receipt numbers. */
  readonly agenda: readonly string[];
  /** Id of the chair. */
  readonly convenedBy: string;
  /** When it was recorded, ISO instant. */
  readonly at: string;
};

/** The hash of a meeting's day, people and agenda, which the events of its applications carry. */
export function agendaHash({ on, attendance, agenda }: Pick<Meeting, 'on' | 'attendance' | 'agenda'>): string {
  return hashOf({ on, attendance, agenda });
}

/** Keep a meeting. */
export async function keepMeeting(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  key: RoundKey,
  { on, attendance, agenda, convenedBy }: Omit<Meeting, 'id' | 'at'>,
  now: string,
): Promise<void> {
  const at = new Date(now).toISOString();
  const lists = { attendance: JSON.stringify(attendance), agenda: JSON.stringify(agenda) };
  const row = { id: newId(now), ...key, on_day: on, ...lists, convened_by: convenedBy, at };
  await db.insertInto('desk_meeting').values(row).execute();
}

/** The meetings on a round, the last first. */
export async function meetingsOf(
  { db }: OpenDatabase<DeskTables>,
  { programme, category, round }: RoundKey,
): Promise<readonly Meeting[]> {
  const rows = await db
    .selectFrom('desk_meeting')
    .selectAll()
    .where('programme', '=', programme)
    .where('category', '=', category)
    .where('round', '=', round)
    .orderBy('at', 'desc')
    .execute();
  return rows.map(({ id, on_day, attendance, agenda, convened_by, at }) => ({
    id,
    on: on_day,
    attendance: JSON.parse(attendance) as string[],
    agenda: JSON.parse(agenda) as string[],
    convenedBy: convened_by,
    at,
  }));
}
