import { type Certificate, type CertificateState, judge, type ListedStatus, timeline } from '@aipower/registry';
import { addDays } from '@aipower/taiwan/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from './cases.ts';

type Row = [string, string | null, string, string, ListedStatus, string | null, boolean];

function certificate(rows: Row[]): Certificate {
  const states = rows.map(
    ([from, after, first, last, status, statusOn, listed]): CertificateState => ({
      from,
      after,
      listed,
      period: { from: first, until: last },
      status,
      statusOn,
      items: [],
      edition: null,
      evidenceUrl: null,
      source: 'test',
    }),
  );
  return {
    id: 'ai/X/00000079',
    scheme: 'ai',
    number: '示範-X',
    key: '示範X',
    extended: false,
    ubn: '00000079',
    states,
  };
}

const cases = readCases<{ name: string; states: Row[]; days: Record<string, [string, string]> }[]>('judge.yml');

describe.each(cases)('$name', ({ states, days }) => {
  it.each(Object.entries(days))('%s', (day, [verdict, reason]) => {
    expect(judge(certificate(states), day)).toMatchObject({ verdict, reason, day });
  });
});

const START = '2025-01-01';
const at = (n: number) => addDays(START, n);

/**
 * A truth, day by day (in force, suspended or revoked), photographed by lists on some days. Whatever is judged from
 * the photographs must be the truth, or say that it cannot tell.
 */
const world = fc.record({
  from: fc.integer({ min: 0, max: 20 }),
  length: fc.integer({ min: 0, max: 60 }),
  // What happens after how many days.
  turns: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 25 }), fc.constantFrom<ListedStatus>('suspended', 'in-force', 'revoked')),
    { maxLength: 3 },
  ),
  photographs: fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 }),
  datesPrinted: fc.boolean(),
});

function play({
  from,
  length,
  turns,
  photographs,
  datesPrinted,
}: typeof world extends fc.Arbitrary<infer T> ? T : never) {
  const truth: { status: ListedStatus; since: number }[] = [];
  let status: ListedStatus = 'in-force';
  let since = from;
  let next = 0;
  let change = from + (turns[0]?.[0] ?? Number.POSITIVE_INFINITY);
  for (let n = 0; n <= 120; n++) {
    if (n === change) {
      if (status !== 'revoked') {
        const turned = turns[next]![1];
        if (turned !== status) since = n;
        status = turned;
      }
      next++;
      change = n + (turns[next]?.[0] ?? Number.POSITIVE_INFINITY);
    }
    truth.push({ status, since });
  }
  const states: Row[] = [];
  let before: number | null = null;
  for (const n of [...photographs].sort((a, b) => a - b)) {
    if (n < from) continue;
    const seen = truth[n]!;
    const printed = datesPrinted && seen.status !== 'in-force' ? at(seen.since) : null;
    const last = states.at(-1);
    if (!last || last[4] !== seen.status || last[5] !== printed) {
      states.push([
        at(n),
        before === null ? null : at(before),
        at(from),
        at(from + length),
        seen.status,
        printed,
        true,
      ]);
    }
    before = n;
  }
  return { truth, states, last: before };
}

describe('judge, against a truth photographed by lists', () => {
  it('never says what was not so on a day between the photographs it was told by', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 100 }), (given, n) => {
        const { truth, states, last } = play(given);
        // A change and its opposite between two lists leave no trace: such worlds are out.
        fc.pre(states.length > 0 && n <= last!);
        const hidden = truth
          .slice(0, last! + 1)
          .filter((now, i) => i > 0 && now.status !== truth[i - 1]!.status).length;
        const seen = states.filter((state, i) =>
          i === 0 ? state[4] !== 'in-force' : state[4] !== states[i - 1]![4],
        ).length;
        fc.pre(hidden === seen);
        const { verdict, reason } = judge(certificate(states), at(n));
        if (reason === 'listed-as-revoked') {
          // Says what the first list that held it says, and no more: of that list it must be so.
          expect([states[0]![4], states[0]![5]]).toEqual(['revoked', null]);
          return;
        }
        if (verdict === 'unverifiable') {
          expect(
            given.datesPrinted &&
              truth.every(
                ({ status }, i) => i === 0 || !(status === 'in-force' && truth[i - 1]!.status === 'suspended'),
              ),
          ).toBe(false);
          return;
        }
        const { status } = truth[n]!;
        const place = n < given.from ? 'not-yet-valid' : n > given.from + given.length ? 'expired' : 'valid';
        const expected =
          n < given.from
            ? place
            : status === 'revoked'
              ? 'revoked'
              : place === 'valid' && status === 'suspended'
                ? 'suspended'
                : place;
        // Over by the calendar is true as well where the day of a revocation is not known.
        if (verdict === 'expired' && expected === 'revoked') expect(place).toBe('expired');
        else expect(verdict).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('timeline', () => {
  it('tells what the lists told, and the end by the calendar', () => {
    const told = timeline(
      certificate([
        ['2025-02-01', null, '2023-01-01', '2024-12-31', 'in-force', null, true],
        ['2025-06-01', '2025-05-01', '2023-01-01', '2026-12-31', 'renewed', null, true],
        ['2025-09-01', '2025-08-01', '2023-01-01', '2026-12-31', 'suspended', '2025-08-20', true],
        ['2025-10-01', '2025-09-01', '2023-01-01', '2026-12-31', 'in-force', null, true],
        ['2025-11-01', '2025-10-01', '2023-01-01', '2026-12-31', 'in-force', null, false],
      ]),
      '2027-01-01',
    );
    expect(told.map(({ kind, on, after, by }) => [kind, on, after, by])).toEqual([
      ['registered', '2023-01-01', null, '2025-02-01'],
      ['renewed', null, '2025-05-01', '2025-06-01'],
      ['suspended', '2025-08-20', '2025-08-01', '2025-09-01'],
      ['reinstated', null, '2025-09-01', '2025-10-01'],
      ['gone-from-list', null, '2025-10-01', '2025-11-01'],
      ['expired', '2026-12-31', null, '2026-12-31'],
    ]);
  });
});
