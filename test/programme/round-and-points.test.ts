import {
  gpuHoursToPoints,
  levelFor,
  pointsToGpuHours,
  pointsToTokens,
  programme115,
  roundFor,
  tokensToPoints,
  whatFits,
} from '@aipower/programme';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from './cases.ts';

interface RoundCase {
  readonly category: string;
  readonly at: string;
  readonly state: string;
  readonly round?: number;
  readonly next?: number | null;
  readonly cautions?: string[];
  readonly since?: string;
  readonly opensOn?: string;
}

describe('cases of test/cases/rounds', () => {
  test.each(readYaml<RoundCase[]>('test/cases/rounds/rounds.yml'))('$category $at: $state', (one) => {
    const answer = roundFor(programme115, one.category, one.at);
    expect(answer.state).toBe(one.state);
    if (answer.state === 'open') {
      expect(answer.round.number).toBe(one.round);
      expect(answer.next?.number ?? null).toBe(one.next);
      expect(answer.cautions).toEqual(['review-date-provisional', ...(one.cautions ?? [])]);
    }
    if (answer.state === 'closed') expect(answer.closedSince).toBe(one.since);
    if (answer.state === 'not-open') expect(answer.opensOn).toBe(one.opensOn);
    expect(roundFor(programme115, one.category, new Date(one.at))).toEqual(answer);
  });
});

const moment = fc.date({
  min: new Date('2025-06-01T00:00:00Z'),
  max: new Date('2027-06-01T00:00:00Z'),
  noInvalidDate: true,
});

test('a plain reading of the table says the same round', () => {
  fc.assert(
    fc.property(fc.constantFrom('training', 'inference'), moment, (category, at) => {
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei' }).format(at);
      const rounds = programme115.categories.find(({ id }) => id === category)!.rounds;
      const answer = roundFor(programme115, category, at);
      if (day < '2026-01-01') expect(answer.state).toBe('not-open');
      else if (day > '2026-10-30') expect(answer.state).toBe('closed');
      else expect(answer).toMatchObject({ state: 'open', round: rounds.find(({ reviewOn }) => reviewOn >= day) });
    }),
  );
});

test('a moment far away is before or after the window', () => {
  expect(roundFor(programme115, 'training', '0001-01-01T00:00:00Z').state).toBe('not-open');
  expect(roundFor(programme115, 'training', '9999-12-31T15:59:59Z').state).toBe('closed');
});

test('later never means an earlier round', () => {
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [early, late] = [one, other]
        .sort((a, b) => a.getTime() - b.getTime())
        .map((at) => roundFor(programme115, 'inference', at));
      if (early?.state === 'open' && late?.state === 'open')
        expect(late.round.number).toBeGreaterThanOrEqual(early.round.number);
      if (early?.state === 'closed') expect(late?.state).toBe('closed');
    }),
  );
});

test.each([
  '2026-07-01',
  '2026-07-01T09:00:00',
  '115/07/01',
  '',
  '2026-02-30T00:00:00Z',
  '2026-07-01T24:00:00Z',
  new Date(Number.NaN),
  new Date(8.64e15),
  new Date('+010000-01-01T00:00:00Z'),
  '9999-12-31T16:00:00Z',
  '2026-10-30T23:59:60+08:00',
  '2026-10-30T23:59:59+24:00',
  null,
  1_780_000_000,
])('%s names no moment', (at) => {
  expect(() => roundFor(programme115, 'training', at as string)).toThrow(
    /submittedAt\): expected a Date or ISO text with offset/,
  );
});

interface PointCases {
  readonly levels: { category: string; level: string; points: number; unit: string; amount: number }[];
  readonly gpuHours: { points: number; hours: number }[];
  readonly tokens: { tokens: number; counted: number; points: number }[];
  readonly pointsToTokens: { points: number; tokens: number }[];
  readonly levelFor: { category: string; amount: number; level: string | null }[];
}

const points = readYaml<PointCases>('test/cases/points/points.yml');

describe('cases of test/cases/points', () => {
  test.each(points.levels)('$category $level is $amount $unit', ({ category, level, ...fit }) => {
    expect(whatFits(programme115, category, level)).toMatchObject({ category, level, ...fit, months: 3 });
  });
  test.each(points.gpuHours)('$points points are $hours GPU hours', ({ points, hours }) => {
    expect(pointsToGpuHours(programme115, points)).toBe(hours);
    expect(gpuHoursToPoints(programme115, hours)).toBe(points);
  });
  test.each(points.tokens)('$tokens tokens cost $points points', ({ tokens, counted, points }) => {
    expect(tokensToPoints(programme115, tokens)).toEqual({ points, countedTokens: counted, smallestUnit: 1000 });
  });
  test.each(points.pointsToTokens)('$points points buy $tokens tokens', ({ points, tokens }) => {
    expect(pointsToTokens(programme115, points)).toBe(tokens);
  });
  test.each(points.levelFor)('$amount in $category needs $level', ({ category, amount, level }) => {
    expect(levelFor(programme115, category, amount)?.id ?? null).toBe(level);
  });
});

test('tokens and points: what is bought covers what is asked, and never a thousand more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600_000_000 }), (tokens) => {
      const { points, countedTokens } = tokensToPoints(programme115, tokens);
      expect(pointsToTokens(programme115, points)).toBe(countedTokens);
      expect(countedTokens - tokens).toBeGreaterThanOrEqual(0);
      expect(countedTokens - tokens).toBeLessThan(1000);
      // The stupid way: thousands counted one by one, each a hundredth of a point.
      expect(Math.round(points * 100)).toBe(Math.ceil(tokens / 1000));
    }),
  );
});

describe('misuse', () => {
  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e9, '1' as unknown as number])('%s points', (value) => {
    expect(() => pointsToGpuHours(programme115, value)).toThrow(TypeError);
    expect(() => pointsToTokens(programme115, value)).toThrow(/points\): expected a number from 0/);
  });
  test('half a token', () => expect(() => tokensToPoints(programme115, 0.5)).toThrow(/whole number/));
  test('an unknown level', () =>
    expect(() => whatFits(programme115, 'training', 'L4')).toThrow(/no level "L4"; it has L1, L2, L3/));
  test('an unknown category', () =>
    expect(() => roundFor(programme115, 'x', '2026-07-01T00:00:00Z')).toThrow(/no category "x"/));
});
