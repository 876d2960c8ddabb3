/** A calendar day in Taiwan as ISO text, `2026-11-21`. Days compare as strings, so `<` and `<=` are calendar order. */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const FIRST_YEAR = 1;
const LAST_YEAR = 9999;
const [HYPHEN, ZERO, NINE] = [45, 48, 57];

// Lists ask for days of every row they show: read so, and not through `slice` and `Date.parse`, it takes a fifth.
const twoDigits = (text: string, at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 48;
const yearOf = (day: Day) => twoDigits(day, 0) * 100 + twoDigits(day, 2);
// Date.UTC takes the years 0 to 99 for 1900 to 1999.
const midnight = (day: Day) =>
  day < '0100' ? Date.parse(`${day}T00:00:00Z`) : Date.UTC(yearOf(day), twoDigits(day, 5) - 1, twoDigits(day, 8));

/**
 * Is this value a day that exists, written `YYYY-MM-DD`, in the years 0001 to 9999?
 * @example isDay('2026-02-29') // false: not a leap year
 */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || value.length !== 10) return false;
  for (let at = 0; at < 10; at++) {
    const code = value.charCodeAt(at);
    if (at === 4 || at === 7 ? code !== HYPHEN : code < ZERO || code > NINE) return false;
  }
  return isCalendarDay(yearOf(value), twoDigits(value, 5), twoDigits(value, 8));
}

/** Do year (AD), month (1–12) and day name a day that exists? The Gregorian calendar, years 1 to 9999. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
}

function length(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Throws unless the value is a {@link Day}. For arguments of programmers, not for data.
 * @param argument its name, for the message.
 * @throws TypeError
 */
export function assertDay(value: unknown, argument: string): asserts value is Day {
  if (!isDay(value)) {
    throw new TypeError(`${argument}: expected a real day as YYYY-MM-DD, got ${shown(value)}`);
  }
}

/**
 * Which day is `count` days after `day`; before it, when negative?
 * @throws RangeError when it lies outside the years 1 to 9999
 * @example addDays('2026-11-21', 90) // '2027-02-19'
 */
export function addDays(day: Day, count: number): Day {
  assertDay(day, 'addDays(day)');
  assertWhole(count, 'addDays(count)');
  const time = midnight(day) + count * MS_PER_DAY;
  const moved = Math.abs(time) < 8.64e15 ? new Date(time).toISOString().slice(0, 10) : '';
  if (!isDay(moved)) throw new RangeError(`addDays(count): ${day} and ${count} days is no day of the years 1 to 9999`);
  return moved;
}

/**
 * The same day so many months later; earlier, when negative. Where the month is shorter, its last day.
 * @throws RangeError when it lies outside the years 1 to 9999
 * @example addMonths('2026-11-30', 3) // '2027-02-28'
 */
export function addMonths(day: Day, count: number): Day {
  assertDay(day, 'addMonths(day)');
  assertWhole(count, 'addMonths(count)');
  const months = yearOf(day) * 12 + twoDigits(day, 5) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const date = Math.min(twoDigits(day, 8), length(year, month));
  if (!isCalendarDay(year, month, date)) {
    throw new RangeError(`addMonths(count): ${day} and ${count} months is no day of the years 1 to 9999`);
  }
  return toDay(year, month, date);
}

/**
 * The same day so many years later; earlier, when negative. 29 February becomes 28 February in other years.
 * @throws RangeError when it lies outside the years 1 to 9999
 * @example addYears('2024-02-29', 1) // '2025-02-28'
 */
export function addYears(day: Day, count: number): Day {
  return addMonths(day, count * 12);
}

/** How many days is `to` after `from`? Negative when it is before. @example daysBetween('2026-11-21', '2026-11-22') // 1 */
export function daysBetween(from: Day, to: Day): number {
  assertDay(from, 'daysBetween(from)');
  assertDay(to, 'daysBetween(to)');
  return (midnight(to) - midnight(from)) / MS_PER_DAY;
}

/** @internal Year (AD), month and day as a {@link Day}; they must be one. */
export function toDay(year: number, month: number, day: number): Day {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function assertWhole(count: unknown, argument: string): void {
  if (!Number.isInteger(count)) throw new TypeError(`${argument}: expected a whole number, got ${shown(count)}`);
}

/** @internal A value in an error message, cut short. */
export function shown(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString();
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  return typeof value === 'number' ? String(value) : value === null ? 'null' : typeof value;
}
