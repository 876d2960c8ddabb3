import type { OpenDatabase } from '@aipower/database';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trx } from './chain.ts';
import { type Done, decideInTurn, type NotDone, type Request } from './execute.ts';
import { isOfCaseAlone } from './facts.ts';
import type { Prepared } from './prepared.ts';
import { recordAll } from './record.ts';
import { recordRefusal } from './refused.ts';
import type { DeskTables } from './tables.ts';
import { inTurn } from './turn.ts';

/** One of several commands of one act. */
export type RequestAmong = Omit<Request, 'application' | 'submitKey'> & {
  /** Id of the application; nothing is begun in an act about several. */
  readonly application: string;
};
/** The one of several that was refused, by its place among them, and why. */
export type RefusedAmong = NotDone & { readonly index: number };

const DOING = 'deciding about several applications together';

/**
 * Carry out several commands as one: all of them, in their order and in one transaction, or none. Each is decided on what
 * the ones before it made.
 *
 * @returns the first that was refused: nothing was done then, and of the log only the refusal has come to it.
 * @throws as `execute`.
 */
export async function executeAll(
  open: OpenDatabase<DeskTables>,
  requests: readonly RequestAmong[],
  now: string,
): Promise<readonly Done[] | RefusedAmong> {
  try {
    const done = await inTurn(open, DOING, (trx) =>
      carryOutEach(trx, requests, now, (refusal, index) => {
        // What was written so far is undone, in the log as well.
        throw new Undone({ ...refusal, index });
      }),
    );
    return done.flatMap((one) => (isRefusal(one) ? [] : [one]));
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    const { refusal } = error;
    const { application, command } = requests[refusal.index]!;
    await inTurn(open, DOING, async (trx) => recordRefusal(trx, application, command, refusal, now));
    return refusal;
  }
}

/**
 * Carry out the commands of one act, such as convening a meeting, in one transaction: what is refused is said in its place
 * and left out, the others are done. When the world fails midway, none is.
 *
 * @param besides writes what belongs to the act, once one of the commands is carried out; where all were refused there was no act.
 * @throws as `execute`.
 */
export async function executeEach(
  open: OpenDatabase<DeskTables>,
  requests: readonly RequestAmong[],
  now: string,
  besides?: (desk: Pick<OpenDatabase<DeskTables>, 'db'>) => Promise<unknown>,
): Promise<readonly (Done | NotDone)[]> {
  return inTurn(open, DOING, async (trx) => {
    const results = await carryOutEach(trx, requests, now);
    if (results.some((one) => !isRefusal(one) && !one.repeated)) await besides?.({ db: trx });
    return results;
  });
}

async function carryOutEach(
  trx: Trx,
  requests: readonly RequestAmong[],
  now: string,
  onRefusal?: (refusal: Refusal, index: number) => never,
): Promise<readonly (Done | NotDone)[]> {
  const results: (Done | NotDone)[] = [];
  // Written together, for others wait meanwhile; what is decided by other applications has to see them written.
  const unwritten = new Map<string, Prepared>();
  const write = async () => {
    await recordAll(trx, [...unwritten.values()]);
    unwritten.clear();
  };
  for (const [index, request] of requests.entries()) {
    if (!isOfCaseAlone(request.command.type) || unwritten.has(request.application)) await write();
    const decided = await decideInTurn(trx, request, now);
    const result = 'answer' in decided ? decided.answer : decided.done;
    if (isRefusal(result)) onRefusal?.(result, index);
    if ('prepared' in decided) unwritten.set(request.application, decided.prepared);
    results.push(result);
  }
  await write();
  return results;
}

class Undone extends Error {
  readonly refusal: RefusedAmong;
  constructor(refusal: RefusedAmong) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}
