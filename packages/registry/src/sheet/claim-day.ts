import { type Day, parseDay } from '@aipower/taiwan/dates';
import { plausibleDays } from '../generated/plausible-days.ts';
import type { ProblemCode } from '../import/problem.ts';
import { serialDay } from '../workbook/number-format.ts';

/** Days that an application can have been filed on, by far. */
const { earliest, latest } = plausibleDays.claims;

const time =
  /(?<=\d|日|T|\s)[\sT]*(?:上午|下午|am|pm)?\s*\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?|[時点點](?:\d{1,2}分)?)\s*(?:am|pm|Z|[+-]\d{2}:?\d{2})?$/iu;
const weekday = /[(（]?(?:星期|週|周|禮拜)?[一二三四五六日天][)）]?$/u;

/**
 * The day of a cell, as people and spreadsheets write it: either calendar, a time or weekday behind it, or the bare serial
 * number that a spreadsheet leaves where a format was lost.
 * @returns `null` for a blank cell; a code where it is no day, or one on which no application was filed: `24/07/22` would
 *   be ROC year 24.
 */
export function readClaimDay(text: string, date1904: boolean): { day: Day } | { code: ProblemCode } | null {
  const clean = text.normalize('NFKC').trim();
  if (clean === '') return null;
  const serial = /^\d{5}(?:\.\d+)?$/.test(clean) ? serialDay(Number(clean), date1904) : null;
  const bare = clean.replace(time, '').replace(weekday, '').trim();
  const reading = serial === null ? parseDay(bare) : { ok: true as const, day: serial };
  if (!reading.ok) {
    const code =
      reading.code === 'ambiguous'
        ? 'date-ambiguous'
        : reading.code === 'no-such-day'
          ? 'date-impossible'
          : 'date-unreadable';
    return { code };
  }
  return reading.day < earliest || reading.day > latest ? { code: 'date-implausible' } : { day: reading.day };
}
