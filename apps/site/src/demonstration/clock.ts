import type { Clock, MovableClock } from '../clock.ts';

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
