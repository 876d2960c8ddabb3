import {
  freezeWeights,
  ProgrammeDataError,
  programme115,
  type ReviewerScores,
  rankReviews,
  rankScores,
  reviewScore,
  type ScoredApplication,
  type ScoreRanking,
  type Weight,
} from '@aipower/programme';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from './cases.ts';

const frozen = freezeWeights(programme115, 'training', 1);
const { weights } = frozen;
const flat = (score: number) => Object.fromEntries(weights.map(({ id }) => [id, score]));

type Given = number | ({ all: number } & Record<string, number>);
interface RankingCase {
  readonly name: string;
  readonly applications: Record<string, Record<string, Given>>;
  readonly ranks: Record<string, number>;
  readonly results: Record<string, number>;
  readonly sensitiveTo: string[];
}

describe('cases of test/cases/review', () => {
  test.each(readYaml<RankingCase[]>('test/cases/review/rankings.yml'))('$name', (one) => {
    const applications = Object.entries(one.applications).map(([id, given]) => ({
      id,
      reviews: Object.entries(given).map(([reviewer, score]) => {
        if (typeof score === 'number') return { reviewer, scores: flat(score) };
        const { all, ...named } = score;
        return { reviewer, scores: { ...flat(all), ...named } };
      }),
    }));
    const { ranking, sensitiveTo } = rankReviews(applications, frozen);
    expect(Object.fromEntries(ranking.map(({ id, rank }) => [id, rank]))).toEqual(one.ranks);
    for (const [id, result] of Object.entries(one.results)) {
      expect(ranking.find((ranked) => ranked.id === id)?.score.result).toBeCloseTo(result, 9);
    }
    const named = sensitiveTo.map(({ what }) => (what.kind === 'without-reviewer' ? what.reviewer : what.criterion));
    for (const expected of one.sensitiveTo) expect(named).toContain(expected);
    if (one.sensitiveTo.length === 0) expect(named).toEqual([]);
  });
});

test('one score is explained: contributions, spread beside mean and median, where reviewers disagree', () => {
  const reviews = [60, 60, 90].map((score, i) => ({ reviewer: `審${i}`, scores: { ...flat(70), importance: score } }));
  const score = reviewScore(reviews, weights);
  expect(score.criteria[0]).toMatchObject({ criterion: 'importance', percent: 30, mean: 70, median: 60, range: 30 });
  expect(score.criteria[0]?.deviation).toBeCloseTo(Math.sqrt(200), 9);
  expect(score.disagreement).toEqual(['importance']);
  expect(score.totals).toMatchObject({ lowest: 67, highest: 76, median: 67, range: 9 });
  expect(score.result).toBeCloseTo(70, 9);
});

test('disagreement is listed greatest first', () => {
  const reviews = [0, 1].map((i) => ({
    reviewer: `審${i}`,
    scores: { ...flat(50), importance: 50 + i, dataset: 50 + 30 * i, benefits: 50 + 10 * i },
  }));
  expect(reviewScore(reviews, weights).disagreement).toEqual(['dataset', 'benefits', 'importance']);
});

describe('weights are frozen per round', () => {
  test('and name it', () => {
    expect(frozen).toMatchObject({ programme: '115', category: 'training', round: 1 });
    expect(() => {
      (frozen.weights[0] as { percent: number }).percent = 50;
    }).toThrow(TypeError);
  });
  test.each([0, 4, 1.5, Number.NaN])('there is no round %d', (round) => {
    expect(() => freezeWeights(programme115, 'training', round)).toThrow(/has rounds 1 to 3/);
  });
  test('they add up to 100 in every category', () => {
    for (const { id } of programme115.categories) {
      expect(freezeWeights(programme115, id, 1).weights.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
    }
  });
});

// Hundredths, finer than anybody scores: results that differ at all then differ by more than what counts as equal.
const score100 = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const scores = fc.record(Object.fromEntries(weights.map(({ id }) => [id, score100]))) as fc.Arbitrary<
  Record<string, number>
>;
const reviewsArb = fc
  .array(scores, { minLength: 1, maxLength: 5 })
  .map((all): ReviewerScores[] => all.map((one, i) => ({ reviewer: `r${i}`, scores: one })));

describe('properties', () => {
  test('the explanation recomputes the result, two ways', () => {
    fc.assert(
      fc.property(reviewsArb, (reviews) => {
        const { result, criteria, reviewers, totals } = reviewScore(reviews, weights);
        expect(criteria.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(result, 8);
        expect(reviewers.reduce((sum, { total }) => sum + total, 0) / reviewers.length).toBeCloseTo(result, 8);
        expect(totals.lowest).toBeLessThanOrEqual(totals.mean);
        expect(totals.mean).toBeLessThanOrEqual(totals.highest);
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('the order of applications and of reviewers changes nothing', () => {
    fc.assert(
      fc.property(fc.array(reviewsArb, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (all, random) => {
        const applications = all.map((reviews, i) => ({ id: `a${i}`, reviews }));
        const order = new Map(applications.map(({ id }) => [id, random.next().value as number]));
        const shuffled = [...applications]
          .sort((a, b) => order.get(a.id)! - order.get(b.id)!)
          .map(({ id, reviews }) => ({ id, reviews: [...reviews].reverse() }));
        const bare = (given: typeof applications) => {
          const { ranking, sensitiveTo } = rankReviews(given, frozen);
          return { ranking: ranking.map(({ id, rank, score }) => [id, rank, score.result]), sensitiveTo };
        };
        expect(bare(shuffled)).toEqual(bare(applications));
      }),
    );
  });

  test('a round ranked again after a change is the round ranked anew, whoever came, left or was scored', () => {
    // Few different scores, so that many are equal, some only because another stands between them; more reviewers than any one application has.
    const even = Object.fromEntries(weights.map(({ id }) => [id, 60]));
    const nearly = (steps: number) => 60 + (steps * 8e-8) / weights[0]!.percent;
    const few = fc.oneof(
      fc.record(Object.fromEntries(weights.map(({ id }) => [id, fc.constantFrom(60, 65, 80, 81)]))),
      fc.constantFrom(0, 1, 2, 3).map((steps) => ({ ...even, [weights[0]!.id]: nearly(steps) })),
    );
    const opinion = fc
      .tuple(
        fc.subarray(['r1', 'r2', 'r3', 'r4', 'r5'], { minLength: 1, maxLength: 3 }),
        fc.array(few, { minLength: 3 }),
      )
      .map(([who, all]) =>
        reviewScore(
          who.map((reviewer, i) => ({ reviewer, scores: all[i]! })),
          weights,
        ),
      );
    const change = fc.record({ at: fc.nat(), what: fc.constantFrom('score', 'come', 'leave'), score: opinion });
    const other: readonly Weight[] = weights.map((one, i) => ({ ...one, percent: weights.at(-1 - i)!.percent }));
    fc.assert(
      fc.property(
        fc.array(opinion, { minLength: 12, maxLength: 32 }),
        fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        (first, changes) => {
          let list: ScoredApplication[] = first.map((score, i) => ({ id: `a${(i * 7) % 100}`, score }));
          let last: ScoreRanking = rankScores(list, weights);
          for (const [step, some] of changes.entries()) {
            list = [...list];
            for (const [i, { at, what, score }] of some.entries()) {
              const place = at % list.length;
              if (what === 'leave' && list.length > 1) list.splice(place, 1);
              else if (what === 'come') list.splice(place, 0, { id: `b${step}-${i}`, score });
              else list[place] = { ...list[place]!, score };
            }
            last = rankScores(list, weights, last);
            expect(last).toEqual(rankScores(list, weights));
          }
          expect(rankScores(list, other, last)).toEqual(rankScores(list, other));
        },
      ),
      { numRuns: 80 },
    );
  });

  test('leaving a reviewer out is judged as if that reviewer had never been there', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(scores, scores, scores), { minLength: 2, maxLength: 5 }), (all) => {
        const applications = all.map((three, i) => ({
          id: `a${i}`,
          reviews: three.map((one, r) => ({ reviewer: `r${r}`, scores: one })),
        }));
        const { ranking, sensitiveTo } = rankReviews(applications, frozen);
        for (const without of ['r0', 'r1', 'r2']) {
          const fewer = applications.map(({ id, reviews }) => ({
            id,
            reviews: reviews.filter(({ reviewer }) => reviewer !== without),
          }));
          const would = new Map(rankReviews(fewer, frozen).ranking.map(({ id, rank }) => [id, rank]));
          const changed = ranking.filter(({ id, rank }) => would.get(id) !== rank).map(({ id }) => id);
          const said = sensitiveTo.find(({ what }) => what.kind === 'without-reviewer' && what.reviewer === without);
          expect(said?.changes.map(({ id }) => id) ?? []).toEqual(changed);
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('a weight moved by 5 points takes them from the others in proportion, and the ranking is judged anew', () => {
  const plainRanks = (
    applications: { id: string; scores: Record<string, number> }[],
    percents: Record<string, number>,
  ) => {
    const results = applications.map(({ id, scores }) => ({
      id,
      result: Object.entries(percents).reduce(
        (sum, [criterion, percent]) => sum + (scores[criterion]! * percent) / 100,
        0,
      ),
    }));
    return new Map(
      results.map((one) => [one.id, 1 + results.filter(({ result }) => result > one.result + 1e-9).length]),
    );
  };
  fc.assert(
    fc.property(fc.array(scores, { minLength: 2, maxLength: 5 }), (all) => {
      const applications = all.map((one, i) => ({ id: `a${i}`, scores: one }));
      const { ranking, sensitiveTo } = rankReviews(
        applications.map(({ id, scores }) => ({ id, reviews: [{ reviewer: 'r', scores }] })),
        frozen,
      );
      for (const { id: criterion, percent } of weights) {
        for (const points of [-5, 5]) {
          const moved = Object.fromEntries(
            weights.map((other) => [
              other.id,
              other.id === criterion ? percent + points : other.percent - (points * other.percent) / (100 - percent),
            ]),
          );
          const would = plainRanks(applications, moved);
          const said = sensitiveTo.find(
            ({ what }) => what.kind === 'weight-moved' && what.criterion === criterion && what.points === points,
          );
          const changed = ranking
            .filter(({ id, rank }) => would.get(id) !== rank)
            .map(({ id, rank }) => ({ id, rank, would: would.get(id) }));
          expect(said?.changes ?? []).toEqual(changed);
        }
      }
    }),
    { numRuns: 50 },
  );
});

describe('bad scores are listed all at once', () => {
  const issuesOf = (reviews: unknown, given: readonly Weight[] = weights) => {
    try {
      reviewScore(reviews as ReviewerScores[], given);
    } catch (error) {
      expect(error).toBeInstanceOf(ProgrammeDataError);
      return (error as ProgrammeDataError).issues.map(({ path, code }) => `${path} ${code}`);
    }
    return [];
  };

  test('NaN, below, above, missing, unknown, twice', () => {
    const { dataset: _, ...missing } = {
      ...flat(50),
      importance: Number.NaN,
      opportunity: -1,
      resources: 101,
      style: 3,
    } as Record<string, number>;
    expect(
      issuesOf([
        { reviewer: '甲', scores: missing },
        { reviewer: '甲', scores: flat(1) },
      ]),
    ).toEqual([
      'reviews.0.importance range',
      'reviews.0.opportunity range',
      'reviews.0.dataset missing',
      'reviews.0.resources range',
      'reviews.0.style unknown',
      'reviews.1 duplicate',
    ]);
  });
  test('no reviewer', () => expect(issuesOf([])).toEqual(['reviews empty']));
  test('10,000 reviewers', () => {
    expect(issuesOf(Array.from({ length: 10_000 }, (_, i) => ({ reviewer: `${i}`, scores: flat(1) })))).toEqual([
      'reviews too-many',
    ]);
  });
  test('a round of more reviewers than are ever left out one by one', () => {
    const applications = Array.from({ length: 3 }, (_, a) => ({
      id: `a${a}`,
      reviews: Array.from({ length: 67 }, (_, r) => ({ reviewer: `${a}-${r}`, scores: flat(1) })),
    }));
    expect(() => rankReviews(applications, frozen)).toThrow(/201 different reviewers; at most 200 in a round/);
  });
  test('what is no review, no application, no list', () => {
    expect(issuesOf([null, { reviewer: '甲', scores: null }, { scores: flat(1) }])).toEqual([
      'reviews.0 shape',
      'reviews.1 shape',
      'reviews.2 shape',
    ]);
    expect(issuesOf('x')).toEqual(['reviews shape']);
    expect(() => rankReviews([null as never], frozen)).toThrow(/applications\.0: not \{ id, reviews \}/);
    expect(() => rankReviews(null as never, frozen)).toThrow(/rankReviews\(applications\): expected a list/);
    expect(() => rankReviews([], null as never)).toThrow(/weights: expected those of freezeWeights/);
    expect(rankReviews([], frozen)).toMatchObject({ ranking: [], sensitiveTo: [] });
  });
  test('a sheet of another shape: at most 10,000 issues', () => {
    const scores = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`x${i}`, 1]));
    const reviews = Array.from({ length: 100 }, (_, i) => ({ reviewer: `${i}`, scores }));
    try {
      rankReviews(
        Array.from({ length: 1000 }, (_, i) => ({ id: `${i}`, reviews })),
        frozen,
      );
      expect.unreachable();
    } catch (error) {
      expect((error as ProgrammeDataError).issues).toHaveLength(10_000);
    }
  });
  test('text for a score', () =>
    expect(issuesOf([{ reviewer: '甲', scores: { ...flat(1), dataset: '9' } }])).toEqual(['reviews.0.dataset range']));
  test('weights that do not add up', () => {
    expect(issuesOf([{ reviewer: '甲', scores: { a: 1 } }], [{ id: 'a', percent: 99 }])).toEqual(['weights sum']);
    expect(issuesOf([], [{ id: 'a', percent: Number.NaN }])).toContain('weights.0 range');
  });
  test('an application twice', () => {
    const one = { id: 'a', reviews: [{ reviewer: '甲', scores: flat(1) }] };
    expect(() => rankReviews([one, one], frozen)).toThrow(/applications\.1: "a" is there twice/);
  });
});
