import { assertDay, type Day, isCalendarDay } from './day.ts';

/** ROC year 1 (民國元年) is AD 1912, so AD = ROC + 1911. */
const ROC_OFFSET = 1911;

export type DayFault = 'empty' | 'unrecognised' | 'ambiguous' | 'no-such-day';
export type DayReading = { ok: true; day: Day; calendar: 'roc' | 'ad' } | { ok: false; code: DayFault; found: string };

const parts =
  /^(民國|中華民國)?(\d{1,4})(?:[/.-](\d{1,2})[/.-](\d{1,2})|年(\d{1,2})月(\d{1,2})日?)(?:T?00:00(?::00(?:\.0+)?)?Z?)?$/;

function reading(found: string, year: number, month: number, day: number, calendar: 'roc' | 'ad'): DayReading {
  const ad = calendar === 'roc' ? year + ROC_OFFSET : year;
  if (year < 1 || !isCalendarDay(ad, month, day)) return { ok: false, code: 'no-such-day', found };
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return { ok: true, day: `${pad(ad, 4)}-${pad(month, 2)}-${pad(day, 2)}`, calendar };
}

/**
 * Which day does a printed date mean? Reads ROC and AD dates as Taiwanese lists print them: `1150701`, `115/07/01`,
 * `115-7-1`, `115.07.01`, `115年7月1日`, `民國115年7月1日`, `2026-07-01`, `20260701`, full-width forms, and a midnight
 * time behind the date, as spreadsheets add it.
 *
 * @param text as printed; blanks are ignored.
 * @param options.sixDigits six digits (`760321`) are ambiguous and refused, unless the caller knows the source writes
 *   ROC years without a leading zero.
 * @returns the day as `YYYY-MM-DD` and the calendar it was written in. Codes: `empty`, `unrecognised`, `ambiguous`
 *   (six digits; a year between 1000 and 1911, which is neither calendar), `no-such-day` (`115/02/30`).
 * @example parseDay('民國１１５年７月１日') // { ok: true, day: '2026-07-01', calendar: 'roc' }
 */
export function parseDay(text: string, options: { sixDigits?: 'roc' } = {}): DayReading {
  if (typeof text !== 'string') throw new TypeError('parseDay(text): text must be a string');
  const clean = text.normalize('NFKC').replace(/\s+/g, '');
  if (clean === '') return { ok: false, code: 'empty', found: text };
  if (/^\d{6}$/.test(clean) && options.sixDigits !== 'roc') return { ok: false, code: 'ambiguous', found: text };
  if (/^\d{6,8}$/.test(clean)) {
    const at = clean.length - 4;
    const calendar = clean.length === 8 ? 'ad' : 'roc';
    const year = Number(clean.slice(0, at));
    if (calendar === 'ad' && year <= ROC_OFFSET) return { ok: false, code: 'ambiguous', found: text };
    return reading(text, year, Number(clean.slice(at, at + 2)), Number(clean.slice(at + 2)), calendar);
  }
  const match = parts.exec(clean);
  if (!match) return { ok: false, code: 'unrecognised', found: text };
  const year = Number(match[2]);
  const month = Number(match[3] ?? match[5]);
  const day = Number(match[4] ?? match[6]);
  if (year >= 1000 && (year <= ROC_OFFSET || match[1])) return { ok: false, code: 'ambiguous', found: text };
  return reading(text, year, month, day, year > ROC_OFFSET ? 'ad' : 'roc');
}

/** `digits` 1150701 · `slash` 115/07/01 · `dash` 115-07-01 · `words` 115年7月1日 · `full` 民國115年7月1日. */
export type RocStyle = 'digits' | 'slash' | 'dash' | 'words' | 'full';

/**
 * How is a day written in the ROC calendar?
 * @param day AD day, on or after 1912-01-01; earlier days throw a RangeError, for the ROC calendar does not reach them.
 * @example formatRocDay('2026-07-01') // '115/07/01'
 */
export function formatRocDay(day: Day, style: RocStyle = 'slash'): string {
  assertDay(day, 'formatRocDay(day)');
  const year = Number(day.slice(0, 4)) - ROC_OFFSET;
  if (year < 1) throw new RangeError(`formatRocDay(day): ${day} is before ROC year 1 (1912-01-01)`);
  const [month, date] = [day.slice(5, 7), day.slice(8)];
  if (style === 'digits') return `${String(year).padStart(3, '0')}${month}${date}`;
  if (style === 'slash') return `${year}/${month}/${date}`;
  if (style === 'dash') return `${year}-${month}-${date}`;
  const words = `${year}年${Number(month)}月${Number(date)}日`;
  return style === 'full' ? `民國${words}` : words;
}
