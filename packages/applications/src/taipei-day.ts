import { addDays, type Day, dayEnd, momentToMs, taipeiDay } from '@aipower/taiwan';

export { addDays, addYears, daysBetween, isDay } from '@aipower/taiwan';

/** Milliseconds since 1970 of an ISO instant. @throws TypeError for text that names no moment. */
export function timeOf(instant: string): number {
  return momentToMs(instant, 'now');
}

export function dayOf(instant: string): Day {
  return taipeiDay(instant);
}

/** The first millisecond after a day in Taiwan: what happens before it happened on the day. */
export function endOfDay(day: Day): number {
  return dayEnd(day).getTime() + 1;
}

/** ISO instant (UTC, milliseconds) of the first moment after a day in Taiwan. */
export function afterDay(day: Day): string {
  return new Date(endOfDay(day)).toISOString();
}

/** The so-many-th working day after a day: Monday to Friday, without the days given as holidays. */
export function workingDayAfter(day: Day, count: number, holidays: readonly Day[] = []): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.includes(at)) left--;
  }
  return at;
}
