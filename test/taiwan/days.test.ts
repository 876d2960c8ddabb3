import {
  addDays,
  addMonths,
  addYears,
  adYear,
  assertDay,
  daysBetween,
  formatRocDay,
  isCalendarDay,
  isDay,
  parseDay,
  type RocStyle,
  rocYear,
} from '@aipower/taiwan/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from './cases.ts';

interface Cases {
  read: { text: string; day: string; calendar: string }[];
  told: { text: string; options: object; day?: string; code?: string }[];
  refuse: { text: string; code: string }[];
}
const cases = readCases<Cases>('days.yml');

const between = (first: string, last: string) =>
  fc
    .date({ min: new Date(`${first}T00:00:00Z`), max: new Date(`${last}T00:00:00Z`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const rocDay = between('1912-01-01', '2900-12-31');
const styles = ['digits', 'slash', 'dash', 'words', 'full'] satisfies RocStyle[];

describe('parseDay', () => {
  it.each(cases.read)('$text is $day', ({ text, day, calendar }) => {
    expect(parseDay(text)).toEqual({ ok: true, day, calendar });
  });

  it.each(cases.refuse)('$text is refused as $code', ({ text, code }) => {
    expect(parseDay(text)).toEqual({ ok: false, code, found: text });
  });

  it.each(cases.told)('$text, told $options, is $day $code', ({ text, options, day, code }) => {
    const expected = day ? { ok: true, day, calendar: 'roc' } : { ok: false, code, found: text };
    expect(parseDay(text, options)).toEqual(expected);
  });

  it('reads back every way a ROC day is written', () => {
    fc.assert(
      fc.property(rocDay, fc.constantFrom(...styles), (day, style) => {
        expect(parseDay(formatRocDay(day, style), { shortYears: 'roc' })).toEqual({ ok: true, day, calendar: 'roc' });
      }),
    );
  });

  it('reads an AD day in every way it is written, whatever is known of ROC years', () => {
    fc.assert(
      fc.property(between('1912-01-01', '9999-12-31'), fc.constantFrom('-', '/', '.', ''), (day, sign) => {
        const written = day.replaceAll('-', sign);
        const expected = { ok: true, day, calendar: 'ad' };
        expect(parseDay(written, { shortYears: 'roc', sixDigits: 'roc' })).toEqual(expected);
      }),
    );
  });

  it('never throws on text, and gives real days only', () => {
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d０-９年月日民國/.\- ]{0,12}$/));
    const options = fc.record({
      sixDigits: fc.constantFrom('roc', undefined),
      shortYears: fc.constantFrom('roc', undefined),
    });
    fc.assert(
      fc.property(any, options, (text, told) => {
        const reading = parseDay(text, told as never);
        if (reading.ok) expect(isDay(reading.day)).toBe(true);
        else expect(reading.found).toBe(text);
      }),
    );
  });

  it.each([1150701, null, undefined, new Date(0)])('refuses %s as a mistake of the programmer', (value) => {
    expect(() => parseDay(value as never)).toThrow(/parseDay\(text\): expected text/);
  });
});

describe('formatRocDay', () => {
  it('agrees with Intl, which writes ROC days but does not read them', () => {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const;
    const intl = new Intl.DateTimeFormat('zh-TW-u-ca-roc', numeric);
    fc.assert(
      fc.property(rocDay, (day) => {
        const found = intl.formatToParts(new Date(`${day}T00:00:00Z`)).map(({ type, value }) => [type, value]);
        const { year, month, day: date } = Object.fromEntries(found);
        expect(formatRocDay(day, 'words')).toBe(`${year}年${month}月${date}日`);
        expect(rocYear(day)).toBe(Number(year));
        expect(adYear(Number(year))).toBe(Number(day.slice(0, 4)));
      }),
    );
  });

  it('writes each style', () => {
    expect(styles.map((style) => formatRocDay('2010-02-03', style))).toEqual([
      '0990203',
      '99/02/03',
      '99-02-03',
      '99年2月3日',
      '民國99年2月3日',
    ]);
  });

  it('cannot say a day before the ROC in ROC years', () => {
    expect(() => formatRocDay('1911-12-31')).toThrow(RangeError);
    expect(() => rocYear('1911-12-31')).toThrow(RangeError);
    for (const year of [0, 115.5, '115'])
      expect(() => adYear(year as never)).toThrow(/adYear\(year\): expected 1 or more/);
  });
});

describe('isDay', () => {
  it('agrees with Date on every day of the range and on the days that are none', () => {
    const part = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), part, part, (year, month, date) => {
        const text = `${String(year).padStart(4, '0')}-${month}-${date}`;
        const time = Date.parse(`${text}T00:00:00Z`);
        const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
        expect(isDay(text)).toBe(real);
        expect(isCalendarDay(year, Number(month), Number(date))).toBe(real);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['0000-07-01', '2026-7-1', '2026-07-01T00:00:00Z', ' 2026-07-01', '2026-07-01\n', null, 20260701])(
    'refuses %j',
    (value) => {
      expect(isDay(value)).toBe(false);
      expect(() => assertDay(value, 'plan(from)')).toThrow(/^plan\(from\): expected a real day as YYYY-MM-DD, got /);
    },
  );
});

describe('day arithmetic', () => {
  it('counts what it adds', () => {
    fc.assert(
      fc.property(
        fc.oneof(rocDay, between('0120-01-01', '0300-12-31')),
        fc.integer({ min: -40_000, max: 40_000 }),
        (day, count) => {
          expect(daysBetween(day, addDays(day, count))).toBe(count);
        },
      ),
    );
  });

  it('agrees with counting one day at a time on the calendar', () => {
    fc.assert(
      fc.property(
        fc.oneof(rocDay, between('0090-01-01', '0110-12-31')),
        fc.integer({ min: 0, max: 800 }),
        (day, count) => {
          let [year, month, date] = day.split('-').map(Number) as [number, number, number];
          for (let i = 0; i < count; i++) {
            date++;
            if (isCalendarDay(year, month, date)) continue;
            date = 1;
            month = (month % 12) + 1;
            if (month === 1) year++;
          }
          const pad = (n: number) => String(n).padStart(2, '0');
          expect(addDays(day, count)).toBe(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`);
        },
      ),
    );
  });

  it('adds months to the same date, or to the last one of a shorter month', () => {
    fc.assert(
      fc.property(rocDay, fc.integer({ min: -1200, max: 1200 }), (day, count) => {
        const moved = addMonths(day, count);
        const [from, to] = [day, moved].map((text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)));
        expect(to! - from!).toBe(count);
        if (moved.slice(8) !== day.slice(8)) {
          expect(moved < day.replace(/^.{7}/, moved.slice(0, 7))).toBe(true);
          expect(addDays(moved, 1).slice(8)).toBe('01');
        }
      }),
    );
  });

  it('moves 29 February to the 28th in other years', () => {
    expect([addYears('2024-02-29', 1), addYears('2024-02-29', 4), addYears('2024-02-29', -124)]).toEqual([
      '2025-02-28',
      '2028-02-29',
      '1900-02-28',
    ]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today'])('names the argument for %s', (text) => {
    expect(() => addDays(text, 1)).toThrow(/addDays\(day\)/);
    expect(() => addMonths(text, 1)).toThrow(/addMonths\(day\)/);
    expect(() => daysBetween(text, '2026-01-01')).toThrow(/daysBetween\(from\)/);
    expect(() => daysBetween('2026-01-01', text)).toThrow(/daysBetween\(to\)/);
  });

  it('leaves the range of years for an error, not for a day that no longer compares', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 1e15)).toThrow(RangeError);
    expect(() => addYears('2026-01-01', 8000)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(/addDays\(count\): expected a whole number/);
  });
});
