/** Longest stretch, in milliseconds, that a large computation holds the process before others get their turn. */
const SLICE_MS = 2;
/** A turn of the event loop in which nobody else asked for anything is over within this. */
const QUIET_MS = 0.5;
/** Where others did ask, the next slice waits for this long: computations take a fifth of the process, and no more. */
const REST_MS = 8;
/** Where others took longer than that, a slice may take this part of their time, so that it comes to an end at all. */
const SHARE = 0.1;

/** Lets computations work a slice at a time, all of them together one slice in a turn of the event loop. */
export interface Slices {
  /** Waits for the next slice. @returns until when it lasts, on the clock of `performance.now()` */
  next(): Promise<number>;
}

/**
 * Slices that rest while small requests come in, and follow each other where nobody else wants the process. Without the
 * rest a computation takes all that visitors leave over, and from then on every one of them waits in line.
 */
export function createSlices(): Slices {
  const waiting: ((until: number) => void)[] = [];
  let isLooking = false;
  let endedAt = 0;

  function give(others: number): void {
    waiting.shift()?.(performance.now() + Math.max(SLICE_MS, others * SHARE));
    if (waiting.length > 0) look();
    else isLooking = false;
  }

  function look(): void {
    isLooking = true;
    setImmediate(() => {
      const others = performance.now() - endedAt;
      if (others < QUIET_MS) give(0);
      // From the same place in a turn as always: else a second slice could follow before others were asked.
      else setTimeout(() => setImmediate(() => give(performance.now() - endedAt - REST_MS)), REST_MS);
    });
  }

  return {
    next() {
      endedAt = performance.now();
      return new Promise((resolve) => {
        waiting.push(resolve);
        if (!isLooking) look();
      });
    },
  };
}

/** Those of the large computations of the process. */
export const computations = createSlices();

/** Rows of a table that are gone through between two places where the work can be cut: well under a millisecond. */
export const ROWS_BETWEEN_CUTS = 200;

/** Nobody waits for the answer of a computation any more. */
export class ClientAborted extends Error {
  override name = 'ClientAborted';
}

/**
 * Does work that says where it can be cut (`yield`), a slice at a time.
 * @throws ClientAborted once `aborted` says that nobody waits for the answer
 */
export async function inSlices<R>(work: Iterator<unknown, R>, aborted: () => boolean): Promise<R> {
  let until = await computations.next();
  for (;;) {
    // Whoever left while waiting costs nothing more.
    if (aborted()) throw new ClientAborted();
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    until = await computations.next();
  }
}
