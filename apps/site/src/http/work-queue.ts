import { setImmediate as nextTurn } from 'node:timers/promises';
import { currentClient } from './client.ts';
import { inSlices } from './slices.ts';

/** More work waits than can be done soon. Nothing was started; whoever asks later may be let in. */
export class QueueFull extends Error {
  override name = 'QueueFull';
}

/** How much a queue takes before it refuses. */
export interface QueueLimits {
  readonly maxConcurrent: number;
  readonly maxWaiting: number;
  /** Of one client; one of its works runs at a time. */
  readonly maxWaitingPerClient: number;
  /** Longest wait in milliseconds: who has waited that long is told to come back instead. */
  readonly maxWaitMs: number;
}

/** Large computations of the process: two of them delay a small request by two slices at most. */
const COMPUTATIONS: QueueLimits = { maxConcurrent: 2, maxWaiting: 32, maxWaitingPerClient: 4, maxWaitMs: 20_000 };

interface Waiting {
  readonly client: string | null;
  start(): void;
  refuse(why: string): void;
}

/**
 * Lets large computations through a narrow door, so that small requests never stand behind a crowd of them.
 * One per kind of work and process, because there is one thread.
 *
 * It is fair between clients: each has one work running and a few waiting, and the one that was served longest ago comes
 * first, so that one client's crowd costs another one turn. Work of nobody (preparing for visitors) takes its turn in order.
 */
export function createWorkQueue(limits: Partial<QueueLimits> = {}) {
  const { maxConcurrent, maxWaiting, maxWaitingPerClient, maxWaitMs } = { ...COMPUTATIONS, ...limits };
  let running = 0;
  const busy = new Set<string>();
  const servedAt = new Map<string, number>();
  let turns = 0;
  const waiting: Waiting[] = [];

  const mayRun = (client: string | null) => running < maxConcurrent && (client === null || !busy.has(client));

  function begin(client: string | null): void {
    running++;
    if (client === null) return;
    busy.add(client);
    servedAt.delete(client);
    servedAt.set(client, turns++);
    // Who was here last does not wait any more, or comes first anyway.
    if (servedAt.size > 1000) servedAt.delete(servedAt.keys().next().value!);
  }

  async function enter(client: string | null): Promise<void> {
    if (mayRun(client)) return begin(client);
    if (waiting.length >= maxWaiting) throw new QueueFull(`${running} are running and ${waiting.length} are waiting`);
    const own = client === null ? 0 : waiting.filter((one) => one.client === client).length;
    if (own >= maxWaitingPerClient) throw new QueueFull(`${own} of the same client are waiting`);
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => one.refuse(`not begun within ${maxWaitMs / 1000} s`), maxWaitMs);
      late.unref();
      const one: Waiting = {
        client,
        start() {
          clearTimeout(late);
          begin(client);
          resolve();
        },
        refuse(why) {
          waiting.splice(waiting.indexOf(one), 1);
          reject(new QueueFull(why));
        },
      };
      waiting.push(one);
    });
  }

  function leave(client: string | null): void {
    running--;
    if (client !== null) busy.delete(client);
    const next = nextOf(waiting.filter((one) => mayRun(one.client)));
    if (!next) return;
    waiting.splice(waiting.indexOf(next), 1);
    next.start();
  }

  /** Whose client was served longest ago; of those, who came first. */
  function nextOf(ready: readonly Waiting[]): Waiting | undefined {
    const last = ({ client }: Waiting) => (client === null ? -1 : (servedAt.get(client) ?? -1));
    return ready.reduce<Waiting | undefined>((best, one) => (best && last(best) <= last(one) ? best : one), undefined);
  }

  /**
   * Runs one piece of work that cannot be cut, when it is its turn.
   * @throws QueueFull when too many wait, in all or of this client, or the turn did not come in time
   */
  async function run<T>(work: () => T | Promise<T>): Promise<T> {
    const client = currentClient();
    await enter(client);
    try {
      await nextTurn();
      return await work();
    } finally {
      leave(client);
    }
  }

  /**
   * Does the work for each element, a slice at a time.
   * @throws QueueFull when too many wait; ClientAborted once `aborted` says that nobody waits for the answer
   */
  function map<T, R>(list: readonly T[], work: (element: T) => R, aborted: () => boolean): Promise<R[]> {
    return run(() => inSlices(each(list, work), aborted));
  }

  return { run, map, waiting: () => waiting.length, running: () => running };
}

function* each<T, R>(list: readonly T[], work: (element: T) => R): Generator<void, R[]> {
  const done: R[] = [];
  for (const element of list) {
    done.push(work(element));
    yield;
  }
  return done;
}

export type WorkQueue = ReturnType<typeof createWorkQueue>;
