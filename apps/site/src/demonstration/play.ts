import { type CaseFile, type Command, isRefusal } from '@aipower/applications';
import { execute, type Request, readCase } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Deps } from '../deps.ts';
import { observationsOf, watchAfter } from '../watch/watch.ts';
import { applicationBegunAt, isCarriedOut } from './resume.ts';

/** An application that is played; its id is known once it was begun. */
export interface Played {
  readonly company: string;
  id?: string | undefined;
}

/** A command on an application, or something that is done by itself. No two of an application have one moment. */
export type Step = { readonly at: number } & (
  | {
      readonly application: Played;
      readonly command: Command;
      /** What the page of the command does beside it; may be asked for again. */
      readonly beside?: (state: CaseFile, now: string) => Promise<void>;
    }
  /** May be run again by a process that goes on. */
  | { readonly alone: (now: string) => Promise<unknown> }
);
type CommandStep = Extract<Step, { readonly command: Command }>;

/** What playing needs beside the steps. */
export interface Stage {
  readonly deps: Deps;
  readonly programme: Programme;
  /** The moment of the last line that an earlier process wrote, in milliseconds; 0 where none did. */
  readonly last: number;
  /** Ends the playing between two steps: the next process goes on. */
  readonly signal: AbortSignal | undefined;
}

export const MINUTE_MS = 60_000;

/** Steps that one transaction of the log takes together. */
const TOGETHER = 40;

export const byMoment = (steps: readonly Step[]): Step[] => steps.toSorted((a, b) => a.at - b.at);

/**
 * Carries out steps in the order of their time. Those that follow each other and concern different applications are handed
 * over together, and share the commits of the log.
 */
export async function play(stage: Stage, steps: readonly Step[]): Promise<void> {
  for (const part of together(steps)) {
    stage.signal?.throwIfAborted();
    const [first] = part;
    if (first && 'alone' in first) {
      if (first.at >= stage.last) await first.alone(new Date(first.at).toISOString());
    } else await playTogether(stage, part as readonly CommandStep[]);
  }
}

function* together(steps: readonly Step[]): Generator<readonly Step[]> {
  let part: CommandStep[] = [];
  for (const step of steps) {
    const isFull = part.length === TOGETHER;
    if (part.length > 0 && (isFull || 'alone' in step || part.some((one) => one.application === step.application))) {
      yield part;
      part = [];
    }
    if ('alone' in step) yield [step];
    else part.push(step);
  }
  if (part.length > 0) yield part;
}

/** Commands of different applications. They are given in their order, so that no line of the log comes before an earlier one. */
async function playTogether({ deps, programme, last }: Stage, steps: readonly CommandStep[]): Promise<void> {
  const { database } = deps.desk;
  const isDone = new Set<CommandStep>();
  for (const step of last > 0 ? steps : []) if (await wasDone(deps, step, last)) isDone.add(step);
  const states = steps.map(async (step): Promise<CaseFile | null> => {
    const { at, application, command } = step;
    const { id } = application;
    if (isDone.has(step)) return readCase(database, id!);
    const state = await taken(deps, { ...(id !== undefined && { application: id }), command, programme }, at);
    application.id = state.id;
    return state;
  });
  await allOf(states);
  const besides = steps.map(async (step, i) => {
    const now = new Date(step.at).toISOString();
    const state = (await states[i])!;
    if (isDone.has(step) && (await observationsOf(database, state.id)).some((one) => one.at === now)) return;
    await watchAt(deps, state, step.command, step.at);
    await step.beside?.(state, now);
  });
  await allOf(besides);
}

/** The case file after a command of the plan. @throws Error when it is refused: then plan and rules no longer fit together */
export async function taken({ desk }: Deps, request: Request, at: number): Promise<CaseFile> {
  const done = await execute(desk.database, request, new Date(at).toISOString());
  if (!isRefusal(done)) return done.state;
  const { by, type } = request.command;
  throw new Error(`demonstration ${request.application ?? by.id} ${type}: ${JSON.stringify(done)}`);
}

/** As the page of the command does, on its day. */
export function watchAt(deps: Deps, state: CaseFile, command: Command, at: number): Promise<void> {
  return watchAfter({ ...deps, clock: { now: () => new Date(at) } }, state, command);
}

/** Whether an earlier process carried a step out; finds the application that it began. */
async function wasDone(deps: Deps, { at, application, command }: CommandStep, last: number): Promise<boolean> {
  if (at > last) return false;
  const { company } = application;
  if (command.type === 'draft.start') application.id = await applicationBegunAt(deps, company, at);
  const { id } = application;
  return id !== undefined && (at < last || (await isCarriedOut(deps, id, command.type, at)));
}

/** Waits for all of them, and fails with the first that failed: nothing goes on behind an error. */
export async function allOf(doing: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(doing)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
