import { addDays, dayEnd, dayStart, momentToMs, taipeiDay, taipeiIso } from '@aipower/taiwan/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const between = (min: string, max: string) => fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true });
const moment = fc.oneof(
  between('1980-01-01T00:00:00+08:00', '9999-12-31T23:59:59.999+08:00'),
  // The years in which the clock was changed, and the local time before it was.
  between('1800-01-01T00:00:00Z', '1980-12-31T00:00:00Z'),
  between('1936-01-01T00:00:00Z', '1980-12-31T00:00:00Z'),
);
const intl = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Taipei',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});

const zone = /GMT([+-]\d\d:\d\d)/;

describe('the day in Taipei', () => {
  it('agrees with the time zone data of the machine', () => {
    fc.assert(
      fc.property(moment, (date) => {
        const { year, month, day, hour, minute, second } = Object.fromEntries(
          intl.formatToParts(date).map(({ type, value }) => [type, value]),
        );
        const offset = zone.exec(intl.format(date))![1];
        expect(taipeiDay(date)).toBe(`${year}-${month}-${day}`);
        expect(taipeiIso(date)).toBe(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
      }),
    );
  });

  it('is one day from its first moment to its last, and another a millisecond beyond', () => {
    fc.assert(
      fc.property(moment, (date) => {
        const day = taipeiDay(date);
        const [first, last] = [dayStart(day).getTime(), dayEnd(day).getTime()];
        expect([first, last].map((time) => taipeiDay(new Date(time)))).toEqual([day, day]);
        expect(first <= date.getTime() && date.getTime() <= last).toBe(true);
        if (day < '9999-12-31') expect(taipeiDay(new Date(last + 1))).toBe(addDays(day, 1));
        expect(taipeiDay(new Date(first - 1))).toBe(addDays(day, -1));
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
    expect(momentToMs(text)).toBe(Date.parse(text));
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
    1_782_835_200,
    1_782_835_200_000,
    new Date(Number.NaN),
  ])('%s is none', (value) => {
    expect(() => momentToMs(value as never, 'judge(at)')).toThrow(
      /^judge\(at\): expected a Date or ISO text with offset/,
    );
    expect(() => taipeiDay(value as never)).toThrow(TypeError);
  });

  it('from before 1980 may lie in a summer whose clock was an hour ahead', () => {
    expect(taipeiIso('1979-07-15T15:30:00Z')).toBe('1979-07-16T00:30:00+09:00');
    expect(dayStart('1974-04-01').toISOString()).toBe('1974-03-31T16:00:00.000Z');
    expect(dayEnd('1974-04-01').getTime() - dayStart('1974-04-01').getTime()).toBe(23 * 3_600_000 - 1);
    expect(dayEnd('1979-09-30').getTime() - dayStart('1979-09-30').getTime()).toBe(25 * 3_600_000 - 1);
  });

  it('lies in the years 1 to 9999', () => {
    expect(taipeiDay('0001-01-01T00:00:00Z')).toBe('0001-01-01');
    expect(taipeiDay('9999-12-31T15:59:59.999Z')).toBe('9999-12-31');
    expect(dayEnd('9999-12-31').toISOString()).toBe('9999-12-31T15:59:59.999Z');
    for (const far of ['9999-12-31T16:00:00Z', new Date(8.64e15), new Date(-8.64e15)]) {
      expect(() => taipeiDay(far)).toThrow(/^taipeiDay\(moment\): expected a Date/);
    }
    expect(() => dayEnd('2026-02-29')).toThrow(/dayEnd\(day\): expected a real day/);
  });
});
