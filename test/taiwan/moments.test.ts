import { addDays, dayEnd, dayStart, momentToMs, taipeiDay, taipeiIso } from '@aipower/taiwan/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const moment = fc.date({
  min: new Date('1980-01-01T00:00:00+08:00'),
  max: new Date('9999-12-31T23:59:59.999+08:00'),
  noInvalidDate: true,
});
const intl = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Taipei',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

describe('the day in Taipei', () => {
  it('agrees with the time zone data of the machine', () => {
    fc.assert(
      fc.property(moment, (date) => {
        const { year, month, day, hour, minute, second } = Object.fromEntries(
          intl.formatToParts(date).map(({ type, value }) => [type, value]),
        );
        expect(taipeiDay(date)).toBe(`${year}-${month}-${day}`);
        expect(taipeiIso(date)).toBe(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
      }),
    );
  });

  it('is one day from its first moment to its last, and another a millisecond beyond', () => {
    fc.assert(
      fc.property(moment, (date) => {
        const day = taipeiDay(date);
        const [first, last] = [dayStart(day).getTime(), dayEnd(day).getTime()];
        expect([first, last].map(taipeiDay)).toEqual([day, day]);
        expect(first <= date.getTime() && date.getTime() <= last).toBe(true);
        if (day < '9999-12-31') expect(taipeiDay(last + 1)).toBe(addDays(day, 1));
        if (day > '1980-01-01') expect(taipeiDay(first - 1)).toBe(addDays(day, -1));
      }),
    );
  });

  it('ends at 23:59:59.999', () => {
    expect(dayEnd('2026-10-30')).toEqual(new Date('2026-10-30T23:59:59.999+08:00'));
    expect(dayStart('2026-10-30')).toEqual(new Date('2026-10-30T00:00:00.000+08:00'));
  });
});

describe('a moment', () => {
  it.each([
    ['2026-07-01T00:00:00+08:00', '2026-07-01'],
    ['2026-07-01T00:00+08:00', '2026-07-01'],
    ['2026-06-30T16:00:00Z', '2026-07-01'],
    ['2026-06-30T15:59:59.999Z', '2026-06-30'],
    ['2026-06-30T12:00:00-0400', '2026-07-01'],
  ])('%s is in %s', (text, day) => {
    expect(taipeiDay(text)).toBe(day);
    expect(taipeiDay(new Date(text))).toBe(day);
    expect(taipeiDay(Date.parse(text))).toBe(day);
  });

  it.each([
    '2026-07-01',
    '2026-07-01T09:00:00',
    '2026-02-29T09:00:00Z',
    '2026-07-01T24:00:00Z',
    'now',
    '',
    null,
    undefined,
    Number.NaN,
    new Date(Number.NaN),
  ])('%s is none', (value) => {
    expect(() => momentToMs(value as never, 'judge(at)')).toThrow(
      /^judge\(at\): expected a Date or ISO text with offset/,
    );
    expect(() => taipeiDay(value as never)).toThrow(TypeError);
  });

  it('from before 1980 is refused, where the clock of Taipei was changed in summer; so are seconds for milliseconds', () => {
    expect(intl.format(new Date('1979-07-15T15:30:00Z'))).toContain('1979-07-16');
    for (const early of ['1979-07-15T15:30:00Z', 1_782_835_200, new Date(0)])
      expect(() => taipeiDay(early)).toThrow(RangeError);
    expect(() => dayStart('1979-12-31')).toThrow(RangeError);
    expect(() => dayEnd('2026-02-29')).toThrow(/dayEnd\(day\): expected a real day/);
  });
});
