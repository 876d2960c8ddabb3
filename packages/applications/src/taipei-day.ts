import { assertMoment, type Day, taipeiDay } from '@aipower/programme';

const DAY_MS = 86_400_000;

/** Milliseconds since 1970 of an ISO instant. @throws TypeError for text that names no moment. */
export function timeOf(instant: string): number {
  return assertMoment(instant, 'now');
}

export function dayOf(instant: string): Day {
  return taipeiDay(timeOf(instant));
}

/** The first millisecond after a day in Taiwan: what happens before it happened on the day. */
export function endOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00+08:00`) + DAY_MS;
}

/** ISO instant (UTC, milliseconds) of the first moment after a day in Taiwan. */
export function afterDay(day: Day): string {
  return new Date(endOfDay(day)).toISOString();
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** So many years later; 29 February becomes 28 February where there is none. */
export function addYears(day: Day, count: number): Day {
  const moved = `${String(Number(day.slice(0, 4)) + count).padStart(4, '0')}${day.slice(4)}`;
  return isReal(moved) ? moved : `${moved.slice(0, 5)}02-28`;
}

export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && isReal(text);
}

function isReal(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
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
