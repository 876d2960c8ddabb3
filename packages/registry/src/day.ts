/** A calendar day in Taiwan as ISO text, `2026-11-21`. Days compare as strings, so `<` and `<=` are calendar order. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/**
 * Is this text a day of the calendar, written `YYYY-MM-DD`, in the years 1800 to 9999?
 * @example isDay('2026-02-29') // false: not a leap year
 */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return isCalendarDay(yearOf(text), twoDigits(text, 5), twoDigits(text, 8));
}

// Lists ask for days of every certificate they show: read so, and not through `slice` and `Date.parse`, it takes a fifth.
const twoDigits = (text: string, at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 48;
const yearOf = (day: Day) => twoDigits(day, 0) * 100 + twoDigits(day, 2);

/** Do year (AD), month (1–12) and day name a day that exists? The Gregorian calendar, years 1800 to 9999. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1800 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** Throws a TypeError naming the argument unless it is a {@link Day}. For arguments of programmers, not for data. */
export function assertDay(day: unknown, argument: string): asserts day is Day {
  if (!isDay(day)) {
    throw new TypeError(
      `${argument} must be a day written YYYY-MM-DD (${JSON.stringify(day)} is not); time is always an argument`,
    );
  }
}

/** Which day is `count` days after `day` (before it, when negative)? @example addDays('2026-11-21', 90) // '2027-02-19' */
export function addDays(day: Day, count: number): Day {
  assertDay(day, 'addDays(day)');
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** How many days is `to` after `from`? Negative when it is before. @example daysBetween('2026-11-21', '2026-11-22') // 1 */
export function daysBetween(from: Day, to: Day): number {
  assertDay(from, 'daysBetween(from)');
  assertDay(to, 'daysBetween(to)');
  return (midnight(to) - midnight(from)) / MS_PER_DAY;
}

const midnight = (day: Day) => Date.UTC(yearOf(day), twoDigits(day, 5) - 1, twoDigits(day, 8));
