import { setImmediate as nextTurn } from 'node:timers/promises';
import { Problem } from '../problems/problem.ts';

/** Longest stretch, in milliseconds, that a large computation holds the process before others get their turn. */
const STRETCH = 8;
/** Large computations that take turns with each other; two of them delay a small request by two stretches at most. */
const AT_ONCE = 2;
const MOST_WAITING = 32;

/** Thrown out of long work when nobody waits for its answer any more. */
export class ClientGone extends Error {
  override name = 'ClientGone';
}

/**
 * Lets large computations through a narrow door, so that small requests never stand behind a crowd of them.
 * One per process, because there is one thread.
 */
export function createTurns() {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running < AT_ONCE) {
      running++;
      return;
    }
    if (waiting.length >= MOST_WAITING) throw new Problem('busy', { headers: { 'Retry-After': '5' } });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }

  /** Runs one piece of work that cannot be cut, when it is its turn. */
  async function alone<T>(work: () => T | Promise<T>): Promise<T> {
    await enter();
    try {
      await nextTurn();
      return await work();
    } finally {
      leave();
    }
  }

  /** Does the work for each element, a stretch at a time. */
  function each<T, R>(list: readonly T[], work: (element: T) => R, gone: () => boolean): Promise<R[]> {
    return alone(async () => {
      const done: R[] = [];
      let since = performance.now();
      for (const element of list) {
        done.push(work(element));
        if (performance.now() - since < STRETCH) continue;
        await nextTurn();
        if (gone()) throw new ClientGone();
        since = performance.now();
      }
      return done;
    });
  }

  return { alone, each };
}

export type Turns = ReturnType<typeof createTurns>;
