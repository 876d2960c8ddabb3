import type { Clock } from '../clock.ts';

/** A clock that people may set forward, never back: what has happened stays before what happens. */
export interface MovableClock extends Clock {
  /** @returns by how many milliseconds it was moved; 0 for a moment that is over. */
  forwardTo(moment: Date): number;
}

/** Runs at the pace of `base`, from `start` on. */
export function movableClock(base: Clock, start: Date): MovableClock {
  let ahead = start.getTime() - base.now().getTime();
  const now = () => new Date(base.now().getTime() + ahead);
  return {
    now,
    forwardTo(moment) {
      const by = Math.max(0, moment.getTime() - now().getTime());
      ahead += by;
      return by;
    },
  };
}
