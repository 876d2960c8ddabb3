import { staffKinds } from './actor.ts';
import { type CaseFile, emptyCaseFile } from './case-file.ts';
import type { Command, CommandType } from './command.ts';
import { type Content, type Context, contextOf, type EventDraft, type Facts, type Handlers } from './context.ts';
import type { CaseEvent } from './event.ts';
import { decisionHandlers } from './main/decision.ts';
import { draftHandlers } from './main/draft.ts';
import { reviewStepHandlers } from './main/review-step.ts';
import { screeningHandlers } from './main/screening.ts';
import { submissionHandlers } from './main/submission.ts';
import { supplementHandlers } from './main/supplement.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { type Transition, transitions } from './table.ts';
import { awardHandlers } from './tracks/award.ts';
import { breachHandlers } from './tracks/breach.ts';
import { changeHandlers } from './tracks/change.ts';
import { idleHandlers } from './tracks/idle.ts';
import { obligationHandlers } from './tracks/obligation.ts';
import { publicationHandlers } from './tracks/publication.ts';
import { reviewerHandlers } from './tracks/reviewer.ts';

const handlers: Handlers = {
  ...draftHandlers,
  ...submissionHandlers,
  ...screeningHandlers,
  ...supplementHandlers,
  ...reviewStepHandlers,
  ...decisionHandlers,
  ...reviewerHandlers,
  ...awardHandlers,
  ...changeHandlers,
  ...idleHandlers,
  ...breachHandlers,
  ...obligationHandlers,
  ...publicationHandlers,
};

/** What a command leads to: events to append and texts to keep under their hash, in one transaction. */
export type Accepted = { readonly events: readonly CaseEvent[]; readonly contents: readonly Content[] };

/**
 * What happens when somebody asks for something: the events, or a refusal with its code. Pure: the same four arguments give
 * the same answer. The checks are, in this order: the state table, the role, the second person, the reason, the guards.
 *
 * @param state the case file so far; null before `draft.start`, with the new application's id as `id`.
 * @param facts what the case file cannot know: the programme, the form's text, other applications of the company.
 * @param now ISO instant with offset; the server's clock.
 */
export function decide(
  state: CaseFile | null,
  command: Command,
  facts: Facts,
  now: string,
  id = state?.id,
): Accepted | Refusal {
  if (id === undefined) throw new TypeError('decide(id): a new application needs its id');
  const lines = transitions.filter(({ event }) => event === command.type);
  const line = lines.find(({ from, meeting }) => {
    return from.includes(state?.main ?? null) && (meeting === undefined || meeting === state?.rules?.meeting);
  });
  const role = refuseActor(lines, command, state);
  if (role) return role;
  if (!line) return refuse('wrong-state', { state: state?.main ?? null });
  const formality = refuseFormality(line, command);
  if (formality) return formality;
  const context = contextOf(state ?? emptyCaseFile(id), command, facts, now);
  const result = (handlers[command.type] as (context: Context) => readonly EventDraft[] | Refusal)(context);
  if (isRefusal(result)) return result;
  return { events: recorded(result, line, context), contents: context.contents };
}

function refuseActor(lines: readonly Transition[], command: Command, state: CaseFile | null): Refusal | null {
  const { by } = command;
  if (!lines.some((line) => line.by.includes(by.kind))) return refuse('not-allowed', { role: by.kind });
  const owner = state ? state.ubn : command.type === 'draft.start' ? command.ubn : by.id;
  return by.kind === 'company' && by.id !== owner ? refuse('not-yours') : null;
}

function refuseFormality(line: Transition, { by, confirmedBy, reason }: Command): Refusal | null {
  if (line.second) {
    const other = confirmedBy && staffKinds.includes(confirmedBy.kind) && confirmedBy.id !== by.id;
    if (!other) return refuse('second-person');
  }
  return line.reason && !reason?.trim() ? refuse('no-reason') : null;
}

function recorded(drafts: readonly EventDraft[], line: Transition, context: Context): CaseEvent[] {
  const { command, state, now } = context;
  const before = state.since === '' ? null : state.main;
  const reason = command.reason?.trim() ? context.keep('reason', command.reason.trim()) : null;
  let from = before;
  return drafts.map((draft): CaseEvent => {
    const to = draft.to ?? (line.to === 'same' || draft.type !== command.type ? (from ?? 'draft') : line.to[0]!);
    const own = draft.type === command.type;
    const event = {
      type: draft.type,
      application: state.id,
      at: now,
      by: own ? command.by : { kind: 'system', id: command.type },
      confirmedBy: own ? (command.confirmedBy ?? null) : null,
      reason: own ? reason : null,
      from,
      to,
      data: draft.data,
    } as CaseEvent;
    from = to;
    return event;
  });
}

/** Every command there is, in the order of the state table. */
export const commandTypes = Object.keys(handlers) as readonly CommandType[];
