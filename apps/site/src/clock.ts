import { taipeiDay } from '@aipower/taiwan/dates';

/** The one place where the clock is read; everything below the site takes time as an argument. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day in Asia/Taipei, as `YYYY-MM-DD`: the day on which deadlines and validity are judged. */
export function taipeiToday(clock: Clock): string {
  return taipeiDay(clock.now());
}
