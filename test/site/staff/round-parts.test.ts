import type { CaseFile, Review } from '@aipower/applications';
import { publicListOf, reasonCodes } from '@aipower/applications';
import { parseProgramme, programme115, type RankingChange } from '@aipower/programme';
import { meanOf, medianOf, totalInHundredths, twoDecimals } from '@aipower/site/presenters/exact-score';
import { conflictsOf } from '@aipower/site/staff/assign/conflicts';
import { type Candidate, fitOf, planReviewers, type Wanting } from '@aipower/site/staff/assign/plan';
import { crossings, firstLine, lineAt } from '@aipower/site/staff/round/line';
import { mostProposed, type Ranked, rankRound } from '@aipower/site/staff/round/ranking';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Case, chair, officer, reviewer } from '../../applications/play.ts';
import { readYaml } from '../../programme/cases.ts';

describe('conflicts that the data show', () => {
  const applicant = { ubn: '00000011', name: '示範明視智檢股份有限公司' };
  const nobody = () => null;
  test.each([
    ['the very number', { ubn: '00000011', name: '' }, ['same-number']],
    ['the very name, in another form', { ubn: null, name: '示範明視智檢' }, ['same-name']],
    ['a firm with the same special name', { ubn: '00000022', name: '示範明視智檢顧問有限公司' }, ['same-group']],
    ['a firm of another name', { ubn: '00000022', name: '虛構數據股份有限公司' }, []],
    ['a word that is no firm', { ubn: null, name: '無' }, []],
  ])('%s', (_what, employer, kinds) => {
    expect(conflictsOf([employer], applicant, nobody).map(({ kind }) => kind)).toEqual(kinds);
  });
  test('firms that the register joins, in either direction', () => {
    const provider = (of: Record<string, object>) => (ubn: string) => (of[ubn] ?? null) as never;
    const none = { headOfficeUbn: null, predecessorUbn: null, successorUbn: null, name: '' };
    const employer = [{ ubn: '00000022', name: '' }];
    for (const joined of [
      { '00000022': { ...none, headOfficeUbn: '00000011' } },
      { '00000011': { ...none, predecessorUbn: '00000022' } },
      { '00000011': { ...none, headOfficeUbn: '00000033' }, '00000022': { ...none, headOfficeUbn: '00000033' } },
    ]) {
      expect(conflictsOf(employer, applicant, provider(joined)).map(({ kind }) => kind)).toEqual(['joined']);
    }
    expect(conflictsOf(employer, applicant, provider({ '00000022': none }))).toEqual([]);
  });
});

test('a plan gives everybody about the same, never a barred one, as many as wanted where there are enough', () => {
  const codes = ['4.6.1', '4.6.2', '1.1.1', '4.13.1'];
  const items = fc.array(
    fc.record({ code: fc.constantFrom(...codes), score: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: 3 },
  );
  const round = fc.record({
    applications: fc.array(fc.record({ items, barred: fc.subarray([0, 1]) }), { minLength: 1, maxLength: 20 }),
    expertise: fc.array(fc.subarray(['4.6', '4.6.1', '1', '4.13']), { minLength: 5, maxLength: 9 }),
    each: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(round, ({ applications, expertise, each }) => {
      const candidates: Candidate[] = expertise.map((known, i) => ({ id: `r${i}`, items: known, load: 0 }));
      const wanting: Wanting[] = applications.map((one, i) => ({
        id: `a${i}`,
        items: one.items,
        assigned: [],
        barred: one.barred.map((n) => `r${n}`),
      }));
      const plan = planReviewers(wanting, candidates, each);
      const loads = candidates.map(({ id }) => [...plan.values()].flat().filter((one) => one.reviewer === id).length);
      for (const { id, barred } of wanting) {
        const given = plan.get(id)!.map((one) => one.reviewer);
        expect(given).toHaveLength(each);
        expect(new Set(given).size).toBe(each);
        expect(given.filter((one) => barred.includes(one))).toEqual([]);
      }
      const fair = Math.ceil((each * wanting.length) / candidates.length);
      // Where everybody may read everything nobody has more than their share.
      if (applications.every(({ barred }) => barred.length === 0)) expect(Math.max(...loads)).toBeLessThanOrEqual(fair);
      expect([...planReviewers([...wanting].reverse(), candidates, each)].sort()).toEqual([...plan].sort());
    }),
    { numRuns: 60 },
  );
  expect(fitOf([{ code: '4.6.1', score: 0.8 }], ['4.6'])).toBeCloseTo(0.8);
  expect(fitOf([{ code: '4.61.1', score: 0.8 }], ['4.6'])).toBe(0);
});

test('means and medians are those of exact fractions, a half rounded up', () => {
  const weights = programme115.categories[0]!.weights;
  const review = fc.record(Object.fromEntries(weights.map(({ id }) => [id, fc.integer({ min: 0, max: 100 })])));
  fc.assert(
    fc.property(fc.array(review, { minLength: 1, maxLength: 12 }), (reviews) => {
      const totals = reviews.map((scores) => totalInHundredths(scores, weights));
      // By hand, in thousandths of a hundredth and whole numbers alone.
      const sum = BigInt(totals.reduce((all, one) => all + one, 0)) * 1000n;
      const shown = BigInt(Math.round(Number(meanOf(totals)) * 100)) * 1000n;
      const twice = 2n * (shown * BigInt(totals.length) - sum);
      expect(twice <= 1000n * BigInt(totals.length) && twice > -1000n * BigInt(totals.length)).toBe(true);
      const below = totals.filter((one) => one / 100 < Number(medianOf(totals)) - 0.005).length;
      expect(below).toBeLessThanOrEqual(totals.length / 2);
      expect(meanOf([...totals].reverse())).toBe(meanOf(totals));
    }),
  );
  expect([twoDecimals(1, 8), twoDecimals(1, 3), twoDecimals(200, 2), twoDecimals(0, 7)]).toEqual([
    '0.13',
    '0.33',
    '100.00',
    '0.00',
  ]);
  expect(() => twoDecimals(1, 0)).toThrow(RangeError);
});

/** A scored application with its number and the scores of its reviewers, the same for every criterion. */
function scored(number: number, scores: readonly number[], level: string | null = 'L1'): CaseFile {
  const one = new Case('training', programme115, '2026-08-12T09:00:00+08:00', `A-${number}`).eligible();
  for (const [i] of scores.entries()) one.do({ type: 'reviewer.assign', by: officer, reviewer: reviewer(i).id });
  one.do({ type: 'review.open', by: officer });
  for (const [i, score] of scores.entries()) {
    one.do({ type: 'review.declare', by: reviewer(i) });
    one.do({ ...(one.review(reviewer(i), score) as object), level } as never);
  }
  return one.do({ type: 'review.close', by: officer }).state!;
}

describe('the ranking of a round', () => {
  const cases = [scored(1, [90, 90]), scored(2, [70, 90]), scored(3, [80, 80]), scored(4, [60, 50], null)];
  const { ranked, whatIfs } = rankRound(cases);
  const ids = (some: readonly Ranked[]) => some.map(({ state }) => state.id);

  test('ranks by score, equals by their number, whatever order they come in', () => {
    expect(ids(ranked)).toEqual(['A-1', 'A-2', 'A-3', 'A-4']);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
    expect(ranked.map(({ mean, median }) => [mean, median])).toContainEqual(['80.00', '80.00']);
    expect(ids(rankRound([...cases].reverse()).ranked)).toEqual(ids(ranked));
  });
  test('a recusal is never a zero: the mean is of those who scored', () => {
    const one = cases[0]!;
    const aside: Review = { reviewer: 'x', state: 'recused', hasDraft: false, scores: null, level: null };
    const [first] = rankRound([{ ...one, reviews: [...one.reviews, aside] }]).ranked;
    expect([first!.mean, first!.recused, first!.totals.length]).toEqual(['90.00', 1, 2]);
  });
  test('an application scored by other weights is set apart, not compared', () => {
    const other = { ...cases[3]!, rules: { ...cases[3]!.rules!, weights: [{ id: 'importance', percent: 100 }] } };
    const apart = rankRound([...cases.slice(0, 3), other]);
    expect([apart.ranked.length, apart.unranked.map(({ id }) => id)]).toEqual([3, ['A-4']]);
  });
  test('a line parts no equals, stops where nothing is proposed or the points end, and sums what is above', () => {
    expect(lineAt(ranked, 2)).toEqual({ above: 3, points: 3000 });
    expect(lineAt(ranked, 99).above).toBe(4);
    expect(firstLine(ranked, null).above).toBe(3);
    expect(firstLine(ranked, 100_000).above).toBe(3);
    // Two of 1,000 points each are equals: with 2,000 neither fits beside the first.
    expect(firstLine(ranked, 2000)).toEqual({ above: 1, points: 1000 });
    expect(firstLine([], 10)).toEqual({ above: 0, points: 0 });
  });
  test('who crosses the line is named with what would do it, as an own count finds it', () => {
    const line = lineAt(ranked, 1);
    const found = crossings(ranked, whatIfs, line);
    const without = (who: number) =>
      [
        [90, 90],
        [70, 90],
        [80, 80],
        [60, 50],
      ].map((scores) => scores[1 - who]!);
    for (const who of [0, 1]) {
      const means = without(who);
      const what: RankingChange['what'] = { kind: 'without-reviewer', reviewer: reviewer(who).id };
      for (const [i, { state }] of ranked.entries()) {
        const rank = 1 + means.filter((mean) => mean > means[i]!).length;
        const crosses = i < line.above !== rank <= line.above;
        const said = found.get(i)?.some((one) => JSON.stringify(one) === JSON.stringify(what)) ?? false;
        expect(`${state.id} ${who} ${said}`).toBe(`${state.id} ${who} ${crosses}`);
      }
    }
  });
  test('of levels proposed equally often the lower one stands', () => {
    const levels = programme115.levels;
    expect(mostProposed(['L1', 'L2'], levels)).toBe('L1');
    expect(mostProposed(['L2', 'L2', 'L1'], levels)).toBe('L2');
    expect(mostProposed([null, 'L1'], levels)).toBeNull();
    expect(mostProposed([], levels)).toBeNull();
  });
});

describe('what may be told of a list', () => {
  const year116 = parseProgramme(readYaml('test/fixtures/programme/116.yml'));
  const decide = (outcome: 'approved' | 'declined') => {
    const one = new Case().scored();
    one.do({ type: 'meeting.convene', by: chair, on: '2026-09-01', attendance: [], recusals: [], agenda: 'x' });
    const why = outcome === 'approved' ? { level: 'L1' } : { because: ['importance', 'capacity'], told: '不足' };
    return one.do({ type: 'decide', by: chair, confirmedBy: officer, outcome, ...why, reason: '內部' });
  };
  const form = { companyName: '示範甲', topic: '主題' };

  test('115 prints a list of names and no more: companies that passed, without ground, level or topic', () => {
    const [yes, no] = [decide('approved'), decide('declined')];
    const told = publicListOf(programme115, [yes.state!, no.state!], () => form);
    expect(told).toEqual({
      rows: [{ application: 'A-1', outcome: 'approved', company: '示範甲' }],
      unlisted: ['A-1'],
      reasons: null,
    });
  });
  test('a year that says more is told more', () => {
    const told = publicListOf(year116, [decide('approved').state!, decide('declined').state!], () => form);
    expect(Object.keys(told.rows[0]!).sort()).toEqual(['application', 'company', 'level', 'outcome', 'topic', 'ubn']);
    expect(told.reasons).toEqual([
      { code: 'capacity', count: 1 },
      { code: 'criterion:importance', count: 1 },
    ]);
  });
  test('grounds of what was not accepted are its conditions, and of an approval none', () => {
    const refused = new Case().screened();
    refused.do({ type: 'not-accept', by: officer, because: 'ineligible', conditions: ['industry'], reason: 'x' });
    expect(reasonCodes(refused.state!)).toEqual(['condition:industry']);
    expect(reasonCodes(decide('approved').state!)).toEqual([]);
  });
  test('a ground that is no criterion, and a decision by who stepped aside, are refused', () => {
    const one = new Case().scored();
    one.do({ type: 'meeting.convene', by: chair, on: '2026-09-01', attendance: [], recusals: [chair.id], agenda: 'x' });
    const command = { type: 'decide', by: chair, confirmedBy: officer, outcome: 'declined', reason: 'x' } as const;
    expect(one.refused({ ...command, because: ['beauty'] })).toBe('unknown-item');
    expect(one.refused(command, { recused: [chair.id] })).toBe('recused');
    expect(one.refused(command, { recused: [officer.id] })).toBe('recused');
    one.do(command, { recused: ['somebody'] });
  });
});
