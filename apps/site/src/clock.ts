import { memo } from './memo.ts';

/** The one place where the clock is read; everything below the site takes time as an argument. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Taipei',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const MS_PER_HOUR = 3_600_000;
const dayOfHour = memo({ max: 1000 }, (hour: number) => calendar.format(hour * MS_PER_HOUR));

/** The calendar day of a moment in Asia/Taipei, as `YYYY-MM-DD`. */
export function taipeiDay(moment: Date): string {
  // Taipei is whole hours ahead of UTC, so its day can change only with the hour; formatting costs more than the rest.
  return dayOfHour(Math.floor(moment.getTime() / MS_PER_HOUR));
}

/** A moment as a clock in Taipei shows it, to the second, with its offset: `2026-10-20T10:00:00+08:00`. */
export function taipeiIso(moment: Date): string {
  // No daylight saving since 1979, and nothing here is older.
  return `${new Date(moment.getTime() + 8 * MS_PER_HOUR).toISOString().slice(0, 19)}+08:00`;
}

/** The calendar day in Asia/Taipei, as `YYYY-MM-DD`: the day on which deadlines and validity are judged. */
export function taipeiToday(clock: Clock): string {
  return taipeiDay(clock.now());
}
