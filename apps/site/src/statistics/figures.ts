import { type CaseFile, publicCode, publishedDecision } from '@aipower/applications';
import type { Passage } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import { exact } from '../apply/award/weeks.ts';

const DAY_MS = 86_400_000;

/** How far an application came, each stage with all that came further. */
export const stages = ['received', 'eligible', 'scored', 'decided', 'approved', 'started'] as const;
export type StageName = (typeof stages)[number];

export interface RoundFigures {
  readonly category: string;
  readonly round: number;
  readonly stages: Readonly<Record<StageName, number>>;
  readonly points: {
    /** Null where nobody said how many there are. */
    readonly offered: number | null;
    readonly given: number;
    readonly used: number;
    readonly returned: number;
    /** Awards with days of which nothing is known: `used` is what is known. */
    readonly unknown: number;
  };
}

export interface Figures {
  readonly programme: Programme;
  readonly cases: readonly CaseFile[];
  readonly rounds: readonly RoundFigures[];
  /** Stays that are over, in days, by main state; and since when those that are there now have waited. */
  readonly stays: ReadonlyMap<string, { readonly over: readonly number[]; readonly now: readonly number[] }>;
  /** From the first submission to the published result or the refusal, in days. */
  readonly toResult: readonly number[];
  /** By what the public may know: no decision before its publication. */
  readonly byCode: ReadonlyMap<string, number>;
  readonly reviewers: ReadonlyMap<string, { readonly open: number; readonly done: number }>;
}

/** @param offered points of a round by `category/round` @param now ISO instant */
export function figuresOf(
  programme: Programme,
  cases: readonly CaseFile[],
  passages: readonly Passage[],
  offered: ReadonlyMap<string, number>,
  now: string,
): Figures {
  const known = new Set(cases.map(({ id }) => id));
  const ways = Map.groupBy(
    passages.filter(({ application }) => known.has(application)),
    ({ application }) => application,
  );
  const wayOf = ({ id }: CaseFile) => ways.get(id) ?? [];
  const rounds = programme.categories.flatMap(({ id: category, rounds: all }) =>
    all.map(({ number: round }) => {
      const here = cases.filter((one) => one.category === category && one.round === round);
      return {
        category,
        round,
        stages: stagesOf(here, wayOf),
        points: { offered: offered.get(`${category}/${round}`) ?? null, ...pointsOf(here) },
      };
    }),
  );
  return {
    programme,
    cases,
    rounds,
    ...timesOf(cases, wayOf, now),
    byCode: byCode(cases),
    reviewers: reviewersOf(cases),
  };
}

function stagesOf(
  cases: readonly CaseFile[],
  wayOf: (state: CaseFile) => readonly Passage[],
): Readonly<Record<StageName, number>> {
  const reached = (main: string) => cases.filter((one) => wayOf(one).some(({ to }) => to === main)).length;
  return {
    received: cases.length,
    eligible: reached('eligible'),
    scored: reached('scored'),
    decided: reached('decided'),
    approved: cases.filter((one) => publishedDecision(one)?.outcome === 'approved').length,
    started: cases.filter(({ award }) => award !== null && award.start !== null).length,
  };
}

function pointsOf(cases: readonly CaseFile[]) {
  let [given, used, returned, unknown] = [0, 0, 0, 0];
  for (const { award } of cases) {
    if (!award || award.start === null) continue;
    const days = Object.values(award.usage);
    given += award.points;
    returned += award.returned;
    used = exact(used + days.reduce<number>((sum, one) => sum + (one ?? 0), 0));
    if (days.length === 0 || days.includes(null)) unknown++;
  }
  return { given, used, returned, unknown };
}

function timesOf(cases: readonly CaseFile[], wayOf: (state: CaseFile) => readonly Passage[], now: string) {
  const stays = new Map<string, { over: number[]; now: number[] }>();
  const toResult: number[] = [];
  const of = (main: string) => {
    const found = stays.get(main) ?? { over: [], now: [] };
    stays.set(main, found);
    return found;
  };
  for (const one of cases) {
    const way = wayOf(one);
    for (const [i, { to, at }] of way.entries()) {
      const next = way[i + 1];
      if (next) of(to).over.push((Date.parse(next.at) - Date.parse(at)) / DAY_MS);
      else if (!over.has(to)) of(to).now.push((Date.parse(now) - Date.parse(at)) / DAY_MS);
    }
    const sent = way.find(({ to }) => to === 'submitted');
    const told = way.find(({ to }) => results.has(to));
    if (sent && told) toResult.push((Date.parse(told.at) - Date.parse(sent.at)) / DAY_MS);
  }
  return { stays, toResult };
}

const over = new Set(['withdrawn', 'lapsed', 'not-accepted', 'approved', 'declined']);
const results = new Set(['approved', 'waitlisted', 'declined', 'not-accepted']);

function byCode(cases: readonly CaseFile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of cases) {
    const code = publicCode(one);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

function reviewersOf(cases: readonly CaseFile[]) {
  const counts = new Map<string, { open: number; done: number }>();
  for (const { reviews } of cases) {
    for (const { reviewer, state } of reviews) {
      const one = counts.get(reviewer) ?? { open: 0, done: 0 };
      if (state === 'assigned' || state === 'reading') one.open++;
      if (state === 'submitted') one.done++;
      counts.set(reviewer, one);
    }
  }
  return counts;
}
