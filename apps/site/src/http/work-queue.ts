import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest stretch, in milliseconds, that a large computation holds the process before others get their turn. */
const SLICE_MS = 8;

/** More work waits than can be done soon. Nothing was started; whoever asks later may be let in. */
export class QueueFull extends Error {
  override name = 'QueueFull';
}

/** Thrown out of long work when nobody waits for its answer any more. */
export class ClientAborted extends Error {
  override name = 'ClientAborted';
}

/** How much a queue takes before it refuses. */
export interface QueueLimits {
  readonly maxConcurrent: number;
  readonly maxWaiting: number;
}

/** Large computations of the process: two of them delay a small request by two slices at most. */
const COMPUTATIONS: QueueLimits = { maxConcurrent: 2, maxWaiting: 32 };

/**
 * Lets large computations through a narrow door, so that small requests never stand behind a crowd of them.
 * One per kind of work and process, because there is one thread.
 */
export function createWorkQueue({ maxConcurrent, maxWaiting }: QueueLimits = COMPUTATIONS) {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running < maxConcurrent) {
      running++;
      return;
    }
    if (waiting.length >= maxWaiting) throw new QueueFull(`${running} are running and ${waiting.length} are waiting`);
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }

  /**
   * Runs one piece of work that cannot be cut, when it is its turn.
   * @throws QueueFull when too many wait
   */
  async function run<T>(work: () => T | Promise<T>): Promise<T> {
    await enter();
    try {
      await nextTurn();
      return await work();
    } finally {
      leave();
    }
  }

  /**
   * Does the work for each element, a slice at a time.
   * @throws QueueFull when too many wait; ClientAborted once `aborted` says that nobody waits for the answer
   */
  function map<T, R>(list: readonly T[], work: (element: T) => R, aborted: () => boolean): Promise<R[]> {
    return run(async () => {
      const done: R[] = [];
      let since = performance.now();
      for (const element of list) {
        done.push(work(element));
        if (performance.now() - since < SLICE_MS) continue;
        await nextTurn();
        if (aborted()) throw new ClientAborted();
        since = performance.now();
      }
      return done;
    });
  }

  return { run, map };
}

export type WorkQueue = ReturnType<typeof createWorkQueue>;
