import type { OpenDatabase } from '@aipower/database';
import type { Actor } from '../actor.ts';
import type { Command, CommandType } from '../command.ts';
import type { Seen } from '../deeds.ts';
import type { Refusal } from '../refusal.ts';
import { canonicalText, hashOf } from '../text-hash.ts';
import { append, type Trx } from './chain.ts';
import { newId } from './ids.ts';
import { loadCase } from './record.ts';
import { recordRefusal, refuseOvertaken } from './refused.ts';
import type { DeskTables } from './tables.ts';
import { keepTexts } from './texts.ts';
import { inTurn } from './turn.ts';

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

/** Not laid before anybody: another proposal about the same thing waits, and whoever came second had not seen it. */
export type Standing = { readonly standing: Proposal };

/** Ends of the same deliberation: a decision, its correction and the promotion from the wait list. */
const decisions: readonly CommandType[] = ['decide', 'decision.correct', 'waitlist.promote'];

/** What a command is about. Of two proposals about the same thing one alone can wait: to waive one duty is not to waive another. */
function subjectOf(command: Command): string {
  if (decisions.includes(command.type)) return 'decision';
  const of = ['reviewer', 'bar', 'obligation', 'item'].flatMap((name) => (name in command ? [name] : []));
  return [command.type, ...of.map((name) => String(command[name as keyof Command]))].join(' ');
}

/**
 * Lay a command before a second person. Nothing of the case changes. One that waits about the same thing is replaced only
 * by who had it before them; both stand in the log.
 *
 * @param seen what the page showed that it comes from; left out: nothing that waited.
 * @returns the proposal, the one that stands in its way, or `overtaken` where somebody has acted on the application since.
 */
export async function propose(
  open: OpenDatabase<DeskTables>,
  application: string,
  command: Command,
  now: string,
  seen?: Seen,
): Promise<Proposal | Standing | Refusal> {
  const at = new Date(now).toISOString();
  return inTurn(open, 'laying a command before a second person', async (trx) => {
    const earlier = (await openProposals({ db: trx }, application)).filter(
      (one) => subjectOf(one.command) === subjectOf(command),
    );
    const standing = earlier.find(({ id }) => !seen?.proposals.includes(id));
    if (standing) return { standing };
    const overtaken = await refuseOvertaken(trx, await loadCase(trx, application), seen);
    if (overtaken) {
      recordRefusal(trx, application, command, overtaken, now);
      return overtaken;
    }
    for (const { id } of earlier) await settleProposal({ db: trx }, id, now);
    const proposal = { id: newId(now), application, command, madeBy: command.by.id, at };
    const row = { id: proposal.id, application, command: JSON.stringify(command), made_by: command.by.id, at };
    await trx
      .insertInto('desk_proposal')
      .values({ ...row, settled_at: null })
      .execute();
    const replaces = earlier.map(({ id }) => id);
    const said = { proposal: proposal.id, command: command.type, ...(await saidIn(trx, application, command)) };
    const type = replaces.length > 0 ? 'proposal.replace' : 'proposal.make';
    append(trx, [{ kind: 'act', at, application, type, by: command.by, body: { ...said, replaces } }]);
    return proposal;
  });
}

/** What the log says of a proposal: its figures, and the hashes of its words, which are kept beside the log. */
async function saidIn(trx: Trx, application: string, command: Command) {
  const { type: _type, by: _by, confirmedBy: _second, reason = '', ...rest } = command;
  const { told = '', ...data } = rest as typeof rest & { readonly told?: string };
  const keep = async (text: string) => {
    if (text.trim() === '') return null;
    const hash = hashOf(text.trim());
    await keepTexts({ db: trx }, [{ application, hash, kind: 'reason', body: canonicalText(text.trim()) }]);
    return hash;
  };
  return { data, reason: await keep(reason), told: await keep(told) };
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

/** Take back a proposal, one's own or another's. It stands in the log. @returns false when it was settled already. */
export async function dropProposal(
  open: OpenDatabase<DeskTables>,
  { id, application, command }: Proposal,
  by: Actor,
  now: string,
): Promise<boolean> {
  return inTurn(open, 'taking back a proposal', async (trx) => {
    if (!(await settleProposal({ db: trx }, id, now))) return false;
    const body = { proposal: id, command: command.type };
    append(trx, [{ kind: 'act', at: new Date(now).toISOString(), application, type: 'proposal.drop', by, body }]);
    return true;
  });
}

/** A proposal was confirmed, taken back, or replaced: its words go from here, what was said and done stands in the log. */
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

/** A proposal as the log has it: laid, laid in the place of another, or taken back. */
export type ProposalAct = {
  /** Which of the three. */
  readonly type: 'proposal.make' | 'proposal.replace' | 'proposal.drop';
  /** ISO instant. */
  readonly at: string;
  /** Who did it. */
  readonly by: Actor;
  /** Id of the proposal. */
  readonly proposal: string;
  /** The command that it was about. */
  readonly command: CommandType;
  /** What the command carries beside its words; left out where one was taken back. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Hash of the reason, whose text lies in storage; null for none, left out where one was taken back. */
  readonly reason?: string | null;
};

/** What was ever laid before a second person about an application, the oldest first. */
export async function proposalActs(
  { db }: OpenDatabase<DeskTables>,
  application: string,
): Promise<readonly ProposalAct[]> {
  const rows = await db
    .selectFrom('desk_event')
    .select('payload')
    .where('application', '=', application)
    .where('kind', '=', 'act')
    .where('type', 'in', ['proposal.make', 'proposal.replace', 'proposal.drop'])
    .orderBy('seq')
    .execute();
  return rows.map(({ payload }) => {
    const { type, at, by, body } = JSON.parse(payload) as Pick<ProposalAct, 'type' | 'at' | 'by'> & {
      readonly body: Omit<ProposalAct, 'type' | 'at' | 'by'>;
    };
    return { type, at, by, ...body };
  });
}
