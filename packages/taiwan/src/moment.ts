import { assertDay, type Day, isDay, shown } from './day.ts';

/** A moment: a Date, milliseconds since 1970, or ISO 8601 text with `Z` or an offset; without one it would name no moment. */
export type Moment = Date | number | string;

const MS_PER_DAY = 86_400_000;
/** Taiwan has had no summer time since 1979: Asia/Taipei is UTC+8, all year round. */
const OFFSET = 8 * 3_600_000;
const FIRST = Date.UTC(1980, 0, 1) - OFFSET;
const LAST = Date.UTC(10_000, 0, 1) - OFFSET - 1;

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

/**
 * A moment in milliseconds since 1970.
 * @param argument its name, for the message.
 * @throws TypeError when it is none; RangeError outside the years 1980 to 9999 in Taiwan (before, Taipei's clock was
 *   changed in some summers; seconds taken for milliseconds end up there too).
 */
export function momentToMs(moment: Moment, argument = 'moment'): number {
  let time = Number.NaN;
  if (moment instanceof Date) time = moment.getTime();
  else if (typeof moment === 'number') time = moment;
  else if (typeof moment === 'string' && isDay(instant.exec(moment)?.[1])) time = Date.parse(moment);
  if (Number.isNaN(time)) {
    throw new TypeError(
      `${argument}: expected a Date or ISO text with offset such as 2026-07-01T09:00:00+08:00, got ${shown(moment)}`,
    );
  }
  if (time < FIRST || time > LAST) {
    throw new RangeError(`${argument}: expected a moment of the years 1980 to 9999, got ${shown(moment)}`);
  }
  return time;
}

const inTaipei = (time: number) => new Date(time + OFFSET).toISOString();

/**
 * Which calendar day is it in Taiwan at this moment?
 * @throws as {@link momentToMs}
 * @example taipeiDay('2026-06-30T16:00:00Z') // '2026-07-01'
 */
export function taipeiDay(moment: Moment): Day {
  return inTaipei(momentToMs(moment, 'taipeiDay(moment)')).slice(0, 10);
}

/**
 * A moment as Taiwan's clock shows it, ISO 8601 with `+08:00`, to the second (parts of a second are cut off).
 * @throws as {@link momentToMs}
 * @example taipeiIso('2026-06-30T16:00:00Z') // '2026-07-01T00:00:00+08:00'
 */
export function taipeiIso(moment: Moment): string {
  return `${inTaipei(momentToMs(moment, 'taipeiIso(moment)')).slice(0, 19)}+08:00`;
}

/**
 * The moment a day begins in Taiwan, 00:00:00.000.
 * @throws TypeError when it is no day; RangeError before 1980
 * @example dayStart('2026-07-01').toISOString() // '2026-06-30T16:00:00.000Z'
 */
export function dayStart(day: Day): Date {
  assertDay(day, 'dayStart(day)');
  return new Date(momentToMs(`${day}T00:00:00+08:00`, 'dayStart(day)'));
}

/**
 * The last moment of a day in Taiwan, 23:59:59.999: what is due on the day may come until then.
 * @throws TypeError when it is no day; RangeError before 1980
 * @example dayEnd('2026-10-30').toISOString() // '2026-10-30T15:59:59.999Z'
 */
export function dayEnd(day: Day): Date {
  assertDay(day, 'dayEnd(day)');
  return new Date(momentToMs(`${day}T00:00:00+08:00`, 'dayEnd(day)') + MS_PER_DAY - 1);
}
