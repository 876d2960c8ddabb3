import { inTransaction, type OpenDatabase } from '@aipower/database';
import type { Command } from '../command.ts';
import { newId } from './ids.ts';
import type { DeskTables } from './tables.ts';

/** A command that a second person has to confirm. Its reason stays in it, so that both see the same words. */
export type Proposal = {
  /** Of the desk. */
  readonly id: string;
  /** Id of the application. */
  readonly application: string;
  /** As it will be carried out, its reason in words. */
  readonly command: Command;
  /** Id of the person; another one has to confirm. */
  readonly madeBy: string;
  /** ISO instant. */
  readonly at: string;
};

/** Lay a command before a second person. Nothing of the case changes; one open proposal of a kind replaces the one before. */
export async function propose(
  { db }: OpenDatabase<DeskTables>,
  application: string,
  command: Command,
  now: string,
): Promise<Proposal> {
  const at = new Date(now).toISOString();
  const id = newId(now);
  const row = {
    id,
    application,
    command: JSON.stringify(command),
    made_by: command.by.id,
    at,
    settled_at: null,
  };
  await inTransaction(db, 'laying a command before a second person', async (trx) => {
    await trx.insertInto('desk_proposal').values(row).execute();
    for (const { id: before, command: earlier } of await openProposals({ db: trx }, application)) {
      if (before !== id && earlier.type === command.type) await settleProposal({ db: trx }, before, now);
    }
  });
  return { id, application, command, madeBy: command.by.id, at };
}

/** What waits for a second person, the oldest first; of one application, or of all. */
export async function openProposals(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  application?: string,
): Promise<readonly Proposal[]> {
  let query = db.selectFrom('desk_proposal').selectAll().where('settled_at', 'is', null).orderBy('at');
  if (application !== undefined) query = query.where('application', '=', application);
  const rows = await query.execute();
  return rows.map(({ id, application: of, command, made_by, at }) => {
    return { id, application: of, command: JSON.parse(command) as Command, madeBy: made_by, at };
  });
}

/** A proposal was confirmed, taken back, or overtaken: its words go, what was done stands in the log. */
export async function settleProposal(
  { db }: Pick<OpenDatabase<DeskTables>, 'db'>,
  id: string,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('desk_proposal')
    .set({ settled_at: new Date(now).toISOString(), command: '{}' })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
