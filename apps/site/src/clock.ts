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

/** The calendar day of a moment in Asia/Taipei, as `YYYY-MM-DD`. */
export function taipeiDay(moment: Date): string {
  return calendar.format(moment);
}

const MS_PER_HOUR = 3_600_000;
let kept = { hour: Number.NaN, day: '' };

/** The calendar day in Asia/Taipei, as `YYYY-MM-DD`: the day on which deadlines and validity are judged. */
export function taipeiToday(clock: Clock): string {
  const now = clock.now();
  // Taipei is whole hours ahead of UTC, so its day can change only with the hour; formatting costs more than the rest.
  const hour = Math.floor(now.getTime() / MS_PER_HOUR);
  if (hour !== kept.hour) kept = { hour, day: taipeiDay(now) };
  return kept.day;
}
