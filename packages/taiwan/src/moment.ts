import { addDays, assertDay, type Day, isDay, shown } from './day.ts';

/** A moment: a Date, or ISO 8601 text with `Z` or an offset; without one a text names no moment. */
export type Moment = Date | string;

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
/** Taiwan has had no summer time since 1979: from then on Asia/Taipei is UTC+8, all year round. */
const OFFSET = 8 * 60 * MS_PER_MINUTE;
const STEADY_SINCE = Date.UTC(1980, 0, 1);
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999+08:00');

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

/**
 * A moment in milliseconds since 1970.
 * @param argument its name, for the message.
 * @throws TypeError when it is none, or outside the years 1 to 9999, in which days compare as text
 */
export function momentToMs(moment: Moment, argument = 'moment'): number {
  let time = Number.NaN;
  if (moment instanceof Date) time = moment.getTime();
  else if (typeof moment === 'string' && isDay(instant.exec(moment)?.[1])) time = Date.parse(moment);
  if (!(time >= FIRST && time <= LAST)) {
    throw new TypeError(
      `${argument}: expected a Date or ISO text with offset such as 2026-07-01T09:00:00+08:00, got ${shown(moment)}`,
    );
  }
  return time;
}

let zone: Intl.DateTimeFormat | undefined;

/** Before 1980 the clock was changed in some summers, and from 1937 to 1945: the machine's time zone data knows when. */
function offsetAt(time: number): number {
  if (time >= STEADY_SINCE) return OFFSET;
  zone ??= new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Taipei', timeZoneName: 'longOffset' });
  const [, hours, minutes] = /GMT\+(\d\d):(\d\d)/.exec(zone.format(time)) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * MS_PER_MINUTE;
}

const dayOf = (local: number): Day => new Date(local).toISOString().slice(0, 10);

/** Days told, by their number since 1970: whoever asks what day it is asks for the same few all day long. */
const told = new Map<number, Day>();
const MAX_TOLD = 100;

function dayAt(time: number): Day {
  const local = time + offsetAt(time);
  const number = Math.floor(local / MS_PER_DAY);
  let day = told.get(number);
  if (day === undefined) {
    if (told.size >= MAX_TOLD) told.clear();
    day = dayOf(local);
    told.set(number, day);
  }
  return day;
}

/**
 * Which calendar day is it in Taiwan at this moment?
 * @throws as {@link momentToMs}
 * @example taipeiDay('2026-06-30T16:00:00Z') // '2026-07-01'
 */
export function taipeiDay(moment: Moment): Day {
  return dayAt(momentToMs(moment, 'taipeiDay(moment)'));
}

/**
 * A moment as Taiwan's clock shows it, ISO 8601 with the offset, which is `+08:00`, to the second (the rest is cut off).
 * @throws as {@link momentToMs}
 * @example taipeiIso('2026-06-30T16:00:00Z') // '2026-07-01T00:00:00+08:00'
 */
export function taipeiIso(moment: Moment): string {
  const time = momentToMs(moment, 'taipeiIso(moment)');
  const offset = offsetAt(time);
  const clock = (ms: number, from: number, to: number) => new Date(ms).toISOString().slice(from, to);
  return `${clock(time + offset, 0, 19)}+${clock(offset, 11, 16)}`;
}

/** A day begins 9 hours before UTC's in summer time, 8:06 before it until 1895, else 8. The earliest that is in the day. */
function startMs(day: Day): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (midnight - OFFSET >= STEADY_SINCE) return midnight - OFFSET;
  const starts = [9 * 60, 8 * 60 + 6, 8 * 60].map((minutes) => midnight - minutes * MS_PER_MINUTE);
  return starts.find((time) => dayAt(time) === day)!;
}

/**
 * The moment a day begins in Taiwan, 00:00:00.000.
 * @throws TypeError when it is no day
 * @example dayStart('2026-07-01').toISOString() // '2026-06-30T16:00:00.000Z'
 */
export function dayStart(day: Day): Date {
  assertDay(day, 'dayStart(day)');
  return new Date(startMs(day));
}

/**
 * The last moment of a day in Taiwan, 23:59:59.999: what is due on the day may come until then.
 * @throws TypeError when it is no day
 * @example dayEnd('2026-10-30').toISOString() // '2026-10-30T15:59:59.999Z'
 */
export function dayEnd(day: Day): Date {
  assertDay(day, 'dayEnd(day)');
  return new Date(day >= '1980' ? startMs(day) + MS_PER_DAY - 1 : startMs(addDays(day, 1)) - 1);
}
