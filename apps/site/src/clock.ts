import { taipeiDay } from '@aipower/taiwan/dates';

/** The one place where the clock is read; everything below the site takes time as an argument. */
export interface Clock {
  now(): Date;
}

/** A clock that people may set forward, never back: what has happened stays before what happens. */
export interface MovableClock extends Clock {
  /** @returns by how many milliseconds it was moved; 0 for a moment that is over. */
  forwardTo(moment: Date): number;
}

export const systemClock: Clock = { now: () => new Date() };

let second = 0;
let untilSecond = '';

/** UTC to the millisecond, as `toISOString` writes it. The log asks for each line, and a second has thousands. */
export function utcNow(): string {
  const now = Date.now();
  const milliseconds = now % 1000;
  if (now - milliseconds !== second) {
    second = now - milliseconds;
    untilSecond = new Date(second).toISOString().slice(0, 20);
  }
  return `${untilSecond}${String(milliseconds).padStart(3, '0')}Z`;
}

/** A moment as a clock in Taipei shows it, to the second, with its offset: `2026-10-20T10:00:00+08:00`. */
export function taipeiIso(moment: Date): string {
  // No daylight saving since 1979, and nothing here is older.
  return `${new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** The calendar day in Asia/Taipei, as `YYYY-MM-DD`: the day on which deadlines and validity are judged. */
export function taipeiToday(clock: Clock): string {
  return taipeiDay(clock.now());
}
