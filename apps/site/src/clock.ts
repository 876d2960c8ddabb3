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

/** The calendar day in Asia/Taipei, as `YYYY-MM-DD`: the day on which deadlines and validity are judged. */
export function taipeiToday(clock: Clock): string {
  return taipeiDay(clock.now());
}
