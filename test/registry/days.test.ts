import { addDays, daysBetween, formatRocDay, isDay, parseDay } from '@aipower/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from './cases.ts';

interface Cases {
  read: { text: string; day: string; calendar: string }[];
  refuse: { text: string; code: string }[];
}
const cases = readCases<Cases>('days.yml');

const anyDay = fc
  .date({ min: new Date('1912-01-01T00:00:00Z'), max: new Date('2900-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseDay', () => {
  it.each(cases.read)('$text is $day', ({ text, day, calendar }) => {
    expect(parseDay(text)).toEqual({ ok: true, day, calendar });
  });

  it.each(cases.refuse)('$text is refused as $code', ({ text, code }) => {
    expect(parseDay(text)).toEqual({ ok: false, code, found: text });
  });

  it('reads six digits where the source is known', () => {
    expect(parseDay('760321', { sixDigits: 'roc' })).toEqual({ ok: true, day: '1987-03-21', calendar: 'roc' });
  });

  it('reads back every way a ROC day is written', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('digits', 'slash', 'dash', 'words', 'full' as const), (day, style) => {
        expect(parseDay(formatRocDay(day, style as never))).toEqual({ ok: true, day, calendar: 'roc' });
      }),
    );
  });

  it('agrees with Intl, which formats ROC days but does not read them', () => {
    const intl = new Intl.DateTimeFormat('zh-TW-u-ca-roc', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    fc.assert(
      fc.property(anyDay, (day) => {
        const parts = Object.fromEntries(
          intl.formatToParts(new Date(`${day}T00:00:00Z`)).map(({ type, value }) => [type, value]),
        );
        expect(formatRocDay(day, 'words')).toBe(`${parts.year}年${parts.month}月${parts.day}日`);
      }),
    );
  });

  it('never throws on text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d０-９年月日/.\- ]{0,12}$/)),
        (text) => {
          const reading = parseDay(text);
          if (reading.ok) expect(isDay(reading.day)).toBe(true);
        },
      ),
    );
  });

  it('cannot say a day before the ROC in ROC years', () => {
    expect(() => formatRocDay('1911-12-31')).toThrow(RangeError);
  });
});

describe('day arithmetic', () => {
  it('adds what it counts', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today'])('names the argument for %s', (text) => {
    expect(() => addDays(text, 1)).toThrow(/addDays\(day\)/);
  });
});
