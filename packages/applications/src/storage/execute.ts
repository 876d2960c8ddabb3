import type { OpenDatabase } from '@aipower/database';
import type { Programme } from '@aipower/programme';
import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import type { Facts } from '../context.ts';
import { decide } from '../decide.ts';
import type { Seen } from '../deeds.ts';
import type { CaseEvent } from '../event.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trx } from './chain.ts';
import { gatherFacts } from './facts.ts';
import { newId } from './ids.ts';
import type { Prepared } from './prepared.ts';
import { keepProgramme } from './programmes.ts';
import { settleProposal } from './proposals.ts';
import { loadCase, nextNumber, prepare, recordAll } from './record.ts';
import { recordRefusal, refuseOvertaken } from './refused.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** A command with what it is decided by. */
export type Request = {
  /** The application; left out for `draft.start`, which makes one. */
  readonly application?: string;
  /** What is asked for, and by whom. */
  readonly command: Command;
  /**
   * For `draft.start` the programme that takes applications; for a draft today's file of its year (`programmeOfCase`). What was
   * submitted keeps the copy it was made with.
   */
  readonly programme: Programme;
  /** What only the outside knows: establishment, conflicts, holidays. */
  readonly facts?: Facts;
  /** One-time key of the page with the button: the second time it answers what the first time answered. */
  readonly submitKey?: string;
  /** The proposal that this command confirms: settled with it, so that it is carried out once. */
  readonly proposal?: string;
  /** What the page showed that the command comes from: where somebody has acted since, it is refused as `overtaken`. */
  readonly seen?: Seen | undefined;
};

/** The case file after a command; `repeated` when the submit key had been used, or the proposal was settled, and nothing was done. */
export type Done = { readonly state: CaseFile; readonly events: readonly CaseEvent[]; readonly repeated: boolean };
/** Refused; `saved` is the text that is stored where the one that was sent is older. */
export type NotDone = Refusal & { readonly saved?: unknown };

/**
 * Carry out a command: decide on the newest state and write event, case file, texts and notices, or the refusal, in one
 * transaction. Nothing is half done when the process dies.
 *
 * @throws TypeError for an application that does not exist, or is of another programme; DatabaseError when the world failed.
 */
export async function execute(open: OpenDatabase<DeskTables>, request: Request, now: string): Promise<Done | NotDone> {
  return inTurn(open, 'deciding about an application', async (trx) => {
    const decided = await decideInTurn(trx, request, now);
    if ('answer' in decided) return decided.answer;
    await recordAll(trx, [decided.prepared]);
    await keepSubmitKey(trx, request, decided.done);
    return decided.done;
  });
}

/** What is answered without anything to write of the case, or what is to be written of it before `done` is answered. */
export type DecidedInTurn = { readonly answer: Done | NotDone } | { readonly done: Done; readonly prepared: Prepared };

/** Decide in the log's turn; a refusal is written there. */
export async function decideInTurn(trx: Trx, request: Request, now: string): Promise<DecidedInTurn> {
  const { command, programme, submitKey, proposal } = request;
  const repeated = submitKey === undefined ? null : await earlier(trx, submitKey);
  if (repeated) return { answer: { state: repeated, events: [], repeated: true } };
  const before = request.application === undefined ? null : await loadCase(trx, request.application);
  if (request.application !== undefined && !before) throw new TypeError(`no application ${request.application}`);
  const facts = await gatherFacts(trx, before?.state ?? null, command, programme, request.facts ?? {});
  const numbered = await withReceiptNo(trx, command, before?.state ?? null);
  const id = before?.state.id ?? newId(now);
  const decision =
    (await refuseOvertaken(trx, before, request.seen)) ?? decide(before?.state ?? null, numbered, facts, now, id);
  if (isRefusal(decision)) {
    recordRefusal(trx, before?.state.id ?? null, command, decision, now);
    const saved = decision.refused === 'stale' ? { saved: await savedSection(trx, id, decision) } : {};
    return { answer: { ...decision, ...saved } };
  }
  if (proposal !== undefined && before && !(await settleProposal({ db: trx }, proposal, now))) {
    return { answer: { state: before.state, events: [], repeated: true } };
  }
  if (!before?.state.rules) await keepProgramme(trx, programme);
  const prepared = prepare(before, decision.events, decision.contents);
  return { prepared, done: { state: prepared.after.state, events: decision.events, repeated: false } };
}

async function keepSubmitKey(trx: Trx, { submitKey }: Request, { state }: Done): Promise<void> {
  if (submitKey === undefined || state.receiptNo === null) return;
  const row = { key: submitKey, application: state.id, receipt_no: state.receiptNo };
  await trx.insertInto('desk_submit_key').values(row).execute();
}

async function earlier(trx: Trx, key: string): Promise<CaseFile | null> {
  const row = await trx.selectFrom('desk_submit_key').select('application').where('key', '=', key).executeTakeFirst();
  return row ? ((await loadCase(trx, row.application))?.state ?? null) : null;
}

/** Receipt numbers are given here, in the writer's turn: `115-training-0001`. A refused submission leaves a gap in them. */
async function withReceiptNo(trx: Trx, command: Command, state: CaseFile | null): Promise<Command> {
  if (command.type !== 'submit' || !state) return command;
  const name = `${state.programme.id}-${state.category}`;
  const number = await nextNumber(trx, name);
  return { ...command, receiptNo: `${name}-${String(number).padStart(4, '0')}` };
}

async function savedSection(trx: Trx, application: string, { detail }: Refusal): Promise<unknown> {
  const row = await trx
    .selectFrom('desk_draft_section')
    .select('body')
    .where('application', '=', application)
    .where('section', '=', String(detail['section']))
    .executeTakeFirst();
  return row ? JSON.parse(row.body) : null;
}
