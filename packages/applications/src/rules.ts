import { getCategory, type Programme } from '@aipower/programme';
import { hashOf } from './text-hash.ts';

/**
 * Everything of a programme's file that steers an application after it was submitted. Copied into the event of the
 * submission: whoever edits the file later changes nothing in flight.
 */
export type Rules = {
  readonly programme: string;
  readonly category: string;
  readonly closesAt: string;
  readonly rounds: readonly { readonly number: number; readonly reviewOn: string }[];
  readonly weights: readonly { readonly id: string; readonly percent: number }[];
  readonly levels: readonly { readonly id: string; readonly points: number }[];
  readonly revise: 'until-screening' | 'never';
  readonly supplementWorkingDays: number;
  readonly atLeastReviewers: number;
  readonly reviewersSeeOthers: 'never' | 'after-own';
  readonly meeting: boolean;
  readonly waitList: boolean;
  readonly acceptWithinDays: number | null;
  readonly changeRequests: boolean;
  readonly scoresShown: boolean;
  readonly conditions: readonly string[];
  readonly breachItems: readonly string[];
  readonly idle: { readonly moreThanShareOfWeeks: number; readonly daysAfterNotice: number } | null;
  readonly reportDays: number | null;
  readonly followUpYears: number;
  readonly demoMeeting: boolean;
  readonly reminders: { readonly daysBefore: readonly number[]; readonly overdueEveryDays: number };
};

/** @throws TypeError for a category the programme does not have. */
export function rulesOf(programme: Programme, categoryId: string): Rules {
  const category = getCategory(programme, categoryId);
  const { desk } = programme;
  const steps = desk.steps.find((row) => row.category === categoryId)!;
  const duties = programme.afterAward.filter(({ categories }) => categories.includes(categoryId));
  const idle = programme.forbiddenUse.items.find((item) => item.idle)?.idle;
  return {
    programme: programme.id,
    category: categoryId,
    closesAt: programme.window.closesAt,
    rounds: category.rounds.map(({ number, reviewOn }) => ({ number, reviewOn })),
    weights: category.weights.map(({ id, percent }) => ({ id, percent })),
    levels: programme.levels.map(({ id, points }) => ({ id, points })),
    revise: desk.revise,
    supplementWorkingDays: desk.supplement.atLeastWorkingDays,
    atLeastReviewers: desk.review.atLeastReviewers,
    reviewersSeeOthers: desk.review.seesOthers,
    meeting: steps.meeting,
    waitList: steps.waitList,
    acceptWithinDays: steps.acceptWithinDays,
    changeRequests: steps.changeRequests,
    scoresShown: steps.scoresShown,
    conditions: programme.eligibility.conditions.map(({ id }) => id),
    breachItems: programme.forbiddenUse.items.map(({ id }) => id),
    idle: idle
      ? { moreThanShareOfWeeks: idle.moreThanShareOfWeeks, daysAfterNotice: idle.calendarDaysAfterNotice }
      : null,
    reportDays: duties.find(({ calendarDaysAfterUse }) => calendarDaysAfterUse)?.calendarDaysAfterUse ?? null,
    followUpYears: duties.find(({ years }) => years)?.years ?? 0,
    demoMeeting: duties.some(({ id }) => id === 'demo-meeting'),
    reminders: { daysBefore: [...desk.reminders.daysBefore], overdueEveryDays: desk.reminders.overdueEveryDays },
  };
}

const hashes = new WeakMap<Programme, string>();

/** The fingerprint of a programme's whole file: names the forms and notices an application was made with. */
export function programmeHash(programme: Programme): string {
  const known = hashes.get(programme) ?? hashOf(programme);
  hashes.set(programme, known);
  return known;
}
