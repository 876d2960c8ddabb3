import { type Change, changedOrder, copyOf, type Order, orderOf, replaceResult } from './order.ts';
import type { RankingChange } from './ranking-change.ts';
import { meanOf, type ReviewScore } from './review-score.ts';
import type { Weight } from './weights.ts';

const movedBy = 5;
/** Of a list that changed by more than this share nothing of before is of use. */
const MAX_CHANGED = 0.1;

/** An application with its score, as `reviewScore` gives it. */
export interface ScoredApplication {
  /** Any, each once; ties are ordered by it. */
  readonly id: string;
  /** Criterion by criterion. */
  readonly score: ReviewScore;
}

/** One "what if" that changes the order, with the rank that each application would have, by its place in the ranking. */
export interface WhatIf {
  /** Which reviewer is left out, or to which criterion how many points of weight are moved. */
  readonly what: RankingChange['what'];
  /** Rank from 1, by place in the ranking. */
  readonly would: Int32Array;
  /** How many would have another rank; at least one. */
  readonly moved: number;
}

/** A ranking, best first, and every "what if" that would change it. */
export interface ScoreRanking<One extends ScoredApplication = ScoredApplication> {
  /** As given, with their ranks: 1 is best, equals share one. */
  readonly ranking: readonly (One & { readonly rank: number })[];
  /**
   * Reviewers by their id, then weights in their order. Empty: neither leaving out any one reviewer nor moving any
   * weight by 5 points changes the order.
   */
  readonly whatIfs: readonly WhatIf[];
}

/** What a ranking was made of, by the indexes of its applications. */
interface Made {
  readonly applications: readonly ScoredApplication[];
  readonly weights: readonly Weight[];
  readonly places: readonly number[];
  readonly base: Order;
  /** Without each reviewer. */
  readonly without: ReadonlyMap<string, Order>;
  /** By {@link movesOf}. */
  readonly moved: readonly Order[];
}

/** Of the last ranking of a list: the next one takes its orders over and changes them. */
const madeOf = new WeakMap<ScoreRanking, Made>();

/**
 * The same for applications whose scores are known: whoever ranks a round again after one review scores that one alone.
 *
 * @param weights those that the scores were made with.
 * @param before what this function gave for an earlier state of the list: only what changed since (by the identity of the
 * scores) is worked out anew. The answer is the same with and without it, and what it holds stays as it is; it helps once.
 */
export function rankScores<One extends ScoredApplication>(
  applications: readonly One[],
  weights: readonly Weight[],
  before?: ScoreRanking<One>,
): ScoreRanking<One> {
  const earlier = before && madeOf.get(before);
  const change = earlier && changeSince(earlier, applications, weights);
  if (before) madeOf.delete(before);
  const made = change ? madeAgain(earlier, change, applications) : madeAnew(applications, weights);
  const { base, places, without, moved } = made;
  const changing = (what: WhatIf['what'], { ranks }: Order): WhatIf[] => {
    const would = new Int32Array(places.length);
    let count = 0;
    for (let place = 0; place < would.length; place++) {
      const index = places[place]!;
      const rank = ranks[index]!;
      would[place] = rank;
      if (rank !== base.ranks[index]) count++;
    }
    return count > 0 ? [{ what, would, moved: count }] : [];
  };
  const answer = {
    ranking: withRanks(applications, made, before?.ranking, earlier),
    whatIfs: [
      ...[...without]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([reviewer, order]) => changing({ kind: 'without-reviewer', reviewer }, order)),
      ...movesOf(weights).flatMap(({ criterion, points }, i) =>
        changing({ kind: 'weight-moved', criterion, points }, moved[i]!),
      ),
    ],
  };
  madeOf.set(answer, made);
  return answer;
}

type RankedScore<One> = One & { readonly rank: number };

/** The applications with their ranks, best first: the lines of before where nothing of them is different. */
function withRanks<One extends ScoredApplication>(
  applications: readonly One[],
  { places, base }: Made,
  before: readonly RankedScore<One>[] = [],
  earlier?: Made,
): RankedScore<One>[] {
  // A line that stays moves by as many places as others passed it: a few, one after the other.
  let passed = 0;
  return places.map((index, place) => {
    const given = applications[index]!;
    const rank = base.ranks[index]!;
    for (const shift of [passed, passed - 1, passed + 1]) {
      if (!earlier || earlier.applications[earlier.places[place + shift]!] !== given) continue;
      passed = shift;
      const line = before[place + shift]!;
      if (line.rank === rank) return line;
      break;
    }
    return { ...given, rank };
  });
}

function madeAnew(applications: readonly ScoredApplication[], weights: readonly Weight[]): Made {
  const results = Float64Array.from(applications, ({ score }) => score.result);
  const all = [...applications.keys()];
  const base = orderOf(results, all);
  const places = placesOf(applications, base, all);
  // An application that a reviewer has not scored, or that nobody else has, keeps its result without them.
  const without = new Map<string, Float64Array>();
  for (const [index, { score }] of applications.entries()) {
    const means = meansWithout(score);
    for (const [i, { reviewer }] of score.reviewers.entries()) {
      const then = without.get(reviewer) ?? results.slice();
      without.set(reviewer, then);
      then[index] = means[i]!;
    }
  }
  const moved = movesOf(weights).map(({ percents }) =>
    orderOf(
      Float64Array.from(applications, ({ score }) => resultBy(percents, score)),
      places,
    ),
  );
  return {
    applications,
    weights,
    places,
    base,
    without: new Map([...without].map(([reviewer, then]) => [reviewer, orderOf(then, places)])),
    moved,
  };
}

/** Takes the orders of the earlier ranking over. */
function madeAgain(earlier: Made, change: Change, applications: readonly ScoredApplication[]): Made {
  const { weights } = earlier;
  const { from, fresh, gone } = change;
  const scoreOf = (index: number) => applications[index]!.score;
  // The others stand as they stood, so that whoever goes through them finds nearly all of them in order.
  const left = new Set(gone);
  const now = from && new Map([...from].map((old, index) => [old, index]));
  const stood = earlier.places.flatMap((old) => (left.has(old) ? [] : [now ? now.get(old)! : old]));
  const all = [...stood, ...fresh];
  // Where all are in their places, which is so after a review, nothing is made again at all.
  let isStill = from === null;
  const changed = (order: Order, resultOf: (index: number) => number): Order => {
    if (from) return changedOrder(order, change, resultOf, all);
    for (const index of fresh) {
      const isRegular = replaceResult(order, index, resultOf(index));
      if (order === earlier.base) isStill &&= isRegular;
    }
    return order;
  };
  const reviewers = new Set(fresh.flatMap((index) => scoreOf(index).reviewers.map(({ reviewer }) => reviewer)));
  const without = new Map<string, Order>();
  for (const reviewer of new Set([...earlier.without.keys(), ...reviewers])) {
    // Of whom nothing was read before, the order without them was the order itself.
    const order = earlier.without.get(reviewer) ?? copyOf(earlier.base);
    without.set(
      reviewer,
      changed(order, (index) => resultWithout(reviewer, scoreOf(index))),
    );
  }
  const moved = movesOf(weights).map(({ percents }, i) =>
    changed(earlier.moved[i]!, (index) => resultBy(percents, scoreOf(index))),
  );
  // The last one: those of whom nothing was read before began with it.
  const base = changed(earlier.base, (index) => scoreOf(index).result);
  const places = isStill ? inserted(applications, base, stood, fresh) : placesOf(applications, base, all);
  return { applications, weights, places, base, without, moved };
}

/** Which of two applications stands first: by rank, equals by id. */
const inOrder =
  (applications: readonly ScoredApplication[], { ranks }: Order) =>
  (a: number, b: number): number =>
    ranks[a]! - ranks[b]! || (applications[a]!.id < applications[b]!.id ? -1 : 1);

/** Indexes by rank; equals by id. @param start in whatever order */
const placesOf = (applications: readonly ScoredApplication[], base: Order, start: readonly number[]): number[] =>
  start.toSorted(inOrder(applications, base));

/** The same, where all but a few stand in order already. */
function inserted(
  applications: readonly ScoredApplication[],
  base: Order,
  standing: readonly number[],
  few: readonly number[],
): number[] {
  const compare = inOrder(applications, base);
  const places = [...standing];
  for (const index of few) {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(places[middle]!, index) < 0) low = middle + 1;
      else high = middle;
    }
    places.splice(low, 0, index);
  }
  return places;
}

/** What changed, or null where that is nearly everything. */
function changeSince(
  { applications: before, weights: then }: Made,
  applications: readonly ScoredApplication[],
  weights: readonly Weight[],
): Change | null {
  const isSame =
    then.length === weights.length &&
    then.every(({ id, percent }, i) => id === weights[i]!.id && percent === weights[i]!.percent);
  if (!isSame) return null;
  const most = Math.max(1, Math.floor(before.length * MAX_CHANGED));
  const isInPlace =
    before.length === applications.length && applications.every(({ id }, index) => id === before[index]!.id);
  const indexes = new Map(isInPlace ? [] : before.map(({ id }, index) => [id, index]));
  const from = isInPlace ? null : Int32Array.from(applications, ({ id }) => indexes.get(id) ?? -1);
  const fresh: number[] = [];
  const kept = new Uint8Array(before.length);
  for (let index = 0; index < applications.length; index++) {
    const old = from ? from[index]! : index;
    if (old >= 0 && before[old]!.score === applications[index]!.score) kept[old] = 1;
    else if (fresh.push(index) > most) return null;
  }
  const gone = before.flatMap((_one, index) => (kept[index] ? [] : [index]));
  return gone.length > most ? null : { from, fresh, gone };
}

const knownMeans = new WeakMap<ReviewScore, Float64Array>();

/** The result without each of the reviewers, in their order; of one alone, as it is. Made once for a score. */
function meansWithout(score: ReviewScore): Float64Array {
  let means = knownMeans.get(score);
  if (!means) {
    const { reviewers, result } = score;
    means = Float64Array.from(reviewers, (left) => {
      const others = reviewers.flatMap((one) => (one === left ? [] : [one.total]));
      return others.length > 0 ? meanOf(others.sort((a, b) => a - b)) : result;
    });
    knownMeans.set(score, means);
  }
  return means;
}

function resultWithout(reviewer: string, score: ReviewScore): number {
  const i = score.reviewers.findIndex((one) => one.reviewer === reviewer);
  return i < 0 ? score.result : meansWithout(score)[i]!;
}

/** Each weight moved by so many points up and down, taken from the others in proportion. */
function movesOf(weights: readonly Weight[]) {
  return weights.flatMap(({ id: criterion, percent }) =>
    [-movedBy, movedBy]
      .filter((points) => percent + points >= 0 && percent + points <= 100 && weights.length > 1)
      .map((points) => {
        const share = (100 - percent - points) / (100 - percent);
        const percents = weights.map((one) => (one.id === criterion ? percent + points : one.percent * share));
        return { criterion, points, percents };
      }),
  );
}

/** A result is linear in the weights, so the means of the criteria are all that is needed. */
function resultBy(percents: readonly number[], { criteria }: ReviewScore): number {
  let sum = 0;
  for (let i = 0; i < percents.length; i++) sum += criteria[i]!.mean * percents[i]!;
  return sum / 100;
}
