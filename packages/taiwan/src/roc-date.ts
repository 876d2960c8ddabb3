import { assertDay, type Day, isCalendarDay, shown, toDay } from './day.ts';

/** ROC year 1 (民國元年) is AD 1912. */
const ROC_OFFSET = 1911;

/**
 * Why a text is read as no day: `empty` · `unrecognised` (no way of writing a day) · `ambiguous` (could be several: the
 * caller may know more, see {@link ParseDayOptions}) · `no-such-day` (`115/02/30`).
 */
export type DayFault = 'empty' | 'unrecognised' | 'ambiguous' | 'no-such-day';

/** The answer of {@link parseDay}: the day and the calendar it was written in, or why it is none and the text as given. */
export type DayReading =
  | { readonly ok: true; readonly day: Day; readonly calendar: 'roc' | 'ad' }
  | { readonly ok: false; readonly code: DayFault; readonly found: string };

/** What the caller knows of the source. */
export interface ParseDayOptions {
  /** The source writes ROC years without a leading zero: `760321` is 76-03-21, which is 1987-03-21. */
  readonly sixDigits?: 'roc' | undefined;
  /** The source writes years of one or two digits in the ROC calendar: `99/12/31` is 2010-12-31, not 1999-12-31. */
  readonly shortYears?: 'roc' | undefined;
}

const parts =
  /^((?:中[華华])?民[國国]|西元|公元)?(\d{1,4})(?:[/.-](\d{1,2})[/.-](\d{1,2})|(年)(\d{1,2})月(\d{1,2})日?)(?:T?00:00(?::00(?:\.0+)?)?Z?)?$/;

function reading(found: string, calendar: 'roc' | 'ad', year: number, month: number, day: number): DayReading {
  const ad = calendar === 'roc' ? year + ROC_OFFSET : year;
  if (year < 1 || !isCalendarDay(ad, month, day)) return { ok: false, code: 'no-such-day', found };
  return { ok: true, day: toDay(ad, month, day), calendar };
}

/**
 * Which day does a printed date mean? Reads ROC and AD dates as Taiwanese lists and forms print them: `1150701`,
 * `115/07/01`, `115-7-1`, `115.07.01`, `115年7月1日`, `民國115年7月1日`, `2026-07-01`, `20260701`, `西元2026年7月1日`,
 * full-width forms, and a midnight time behind the date, as spreadsheets add it.
 *
 * A first part of 1912 or more is an AD year. Refused as `ambiguous`, because each would be a guess: six digits
 * (`760321`), a year of one or two digits between slashes, dots or hyphens (`26/7/1` is 1937 in ROC years and 2026 in a
 * spreadsheet's short ones), a year from 1000 to 1911, which is neither calendar, and 西元115年.
 *
 * @param text as printed; blanks and invisible characters are ignored.
 * @throws TypeError for anything but text
 * @example parseDay('民國１１５年７月１日') // { ok: true, day: '2026-07-01', calendar: 'roc' }
 */
export function parseDay(text: string, options: ParseDayOptions = {}): DayReading {
  if (typeof text !== 'string') throw new TypeError(`parseDay(text): expected text, got ${typeof text}`);
  const no = (code: DayFault): DayReading => ({ ok: false, code, found: text });
  const clean = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  if (clean === '') return no('empty');
  if (/^\d{6,8}$/.test(clean)) {
    const at = clean.length - 4;
    const year = Number(clean.slice(0, at));
    if (at === 2 && options.sixDigits !== 'roc') return no('ambiguous');
    if (at === 4 && year <= ROC_OFFSET) return no('ambiguous');
    return reading(text, at === 4 ? 'ad' : 'roc', year, Number(clean.slice(at, at + 2)), Number(clean.slice(at + 2)));
  }
  const match = parts.exec(clean);
  if (!match) return no('unrecognised');
  const [, era, digits, , , word] = match;
  const year = Number(digits);
  const [month, day] = [Number(match[3] ?? match[6]), Number(match[4] ?? match[7])];
  const western = era === '西元' || era === '公元';
  if (western && year >= 1000) return reading(text, 'ad', year, month, day);
  // 西元115年 is a ROC year under the wrong name, or a slip.
  if (western || (year >= 1000 && (year <= ROC_OFFSET || era))) return no('ambiguous');
  if (digits!.length < 3 && !era && !word && options.shortYears !== 'roc') return no('ambiguous');
  return reading(text, year > ROC_OFFSET ? 'ad' : 'roc', year, month, day);
}

/** `digits` 1150701 · `slash` 115/07/01 · `dash` 115-07-01 · `words` 115年7月1日 · `full` 民國115年7月1日. */
export type RocStyle = 'digits' | 'slash' | 'dash' | 'words' | 'full';

/**
 * In which ROC year is a day?
 * @throws RangeError before 1912-01-01, which the ROC calendar does not reach
 * @example rocYear('2026-07-01') // 115
 */
export function rocYear(day: Day): number {
  assertDay(day, 'rocYear(day)');
  const year = Number(day.slice(0, 4)) - ROC_OFFSET;
  if (year < 1) throw new RangeError(`rocYear(day): ${day} is before ROC year 1 (1912-01-01)`);
  return year;
}

/**
 * Which AD year is a ROC year?
 * @param year 1 or more
 * @example adYear(115) // 2026
 */
export function adYear(year: number): number {
  if (!Number.isInteger(year) || year < 1) throw new RangeError(`adYear(year): expected 1 or more, got ${shown(year)}`);
  return year + ROC_OFFSET;
}

/**
 * How is a day written in the ROC calendar?
 * @param day on or after 1912-01-01
 * @throws RangeError for earlier days
 * @example formatRocDay('2026-07-01') // '115/07/01'
 */
export function formatRocDay(day: Day, style: RocStyle = 'slash'): string {
  assertDay(day, 'formatRocDay(day)');
  const year = rocYear(day);
  const [month, date] = [day.slice(5, 7), day.slice(8)];
  if (style === 'digits') return `${String(year).padStart(3, '0')}${month}${date}`;
  if (style === 'slash') return `${year}/${month}/${date}`;
  if (style === 'dash') return `${year}-${month}-${date}`;
  const words = `${year}年${Number(month)}月${Number(date)}日`;
  return style === 'full' ? `民國${words}` : words;
}
