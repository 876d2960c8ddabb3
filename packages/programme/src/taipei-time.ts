// Taiwan has had no summer time since 1979, so Asia/Taipei is always UTC+8 for the years this package deals with.
const offsetMs = 8 * 3_600_000;

/** A calendar day in Taiwan, `YYYY-MM-DD`. */
export type Day = string;

/** A moment: a Date, or ISO 8601 text with an offset or Z. Text without offset is refused, because it names no moment. */
export type Moment = Date | string;

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

/** The day is real (no 31 February) and written YYYY-MM-DD. */
export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isReal(value);
}

function isReal(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** @throws TypeError naming the argument. */
export function assertDay(value: unknown, argument: string): asserts value is Day {
  if (!isDay(value)) throw new TypeError(`${argument}: expected a real day as YYYY-MM-DD, got ${shown(value)}`);
}

/** Milliseconds since 1970. @throws TypeError naming the argument. */
export function assertMoment(value: unknown, argument: string): number {
  const match = typeof value === 'string' ? instant.exec(value) : null;
  const usable = value instanceof Date || (match && isDay(match[1]));
  const time = usable ? new Date(value as Date | string).getTime() : Number.NaN;
  // In years of more than four digits days no longer compare as text.
  const year = new Date(time + offsetMs).getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) {
    throw new TypeError(
      `${argument}: expected a Date or ISO text with offset such as 2026-07-01T09:00:00+08:00, got ${shown(value)}`,
    );
  }
  return time;
}

/** The calendar day in Taiwan at this moment. */
export function taipeiDay(time: number): Day {
  return new Date(time + offsetMs).toISOString().slice(0, 10);
}

/** ISO 8601 with +08:00, to the second: how moments are shown in results. */
export function taipeiIso(time: number): string {
  return `${new Date(time + offsetMs).toISOString().slice(0, 19)}+08:00`;
}

/** The same day so many years earlier or later; 29 February becomes 28 February in other years. */
export function addYears(day: Day, count: number): Day {
  const year = String(Math.max(0, Number(day.slice(0, 4)) + count)).padStart(4, '0');
  const moved = `${year}${day.slice(4)}`;
  return isReal(moved) ? moved : `${year}-02-28`;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function shown(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString();
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value === null ? null : typeof value);
}
