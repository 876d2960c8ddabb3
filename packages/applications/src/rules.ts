import { getCategory, type Programme } from '@aipower/programme';
import { hashOf } from './text-hash.ts';

/**
 * Everything of a programme's file that steers an application after it was submitted. Copied into the event of the
 * submission: whoever edits the file later changes nothing in flight.
 */
export type Rules = {
  /** Id of the year, ROC, such as `115`. */
  readonly programme: string;
  /** Id of the category, such as `training`. */
  readonly category: string;
  /** Last moment to send an application, ISO with offset. */
  readonly closesAt: string;
  /** Day of each round's review, ISO, in the order of the programme. */
  readonly rounds: readonly { readonly number: number; readonly reviewOn: string }[];
  /** Of the criteria, in per cent; together 100. */
  readonly weights: readonly { readonly id: string; readonly percent: number }[];
  /** Points of each level, such as `L2`. */
  readonly levels: readonly { readonly id: string; readonly points: number }[];
  /** Until when a form that was sent may be sent anew. */
  readonly revise: 'until-screening' | 'never';
  /** The least time to answer a request for missing items. */
  readonly supplementWorkingDays: number;
  /** Reviews without which none is closed. */
  readonly atLeastReviewers: number;
  /** Whether a reviewer sees the scores of others, once the own ones are sent. */
  readonly reviewersSeeOthers: 'never' | 'after-own';
  /** Whether a meeting decides, or the scores lead to the decision at once. */
  readonly meeting: boolean;
  /** Whether an application may be put on a waiting list. */
  readonly waitList: boolean;
  /** Calendar days from the publication to accept an award; null: it need not be accepted. */
  readonly acceptWithinDays: number | null;
  /** Whether a running award may be changed. */
  readonly changeRequests: boolean;
  /** Whether the company is told the scores of its criteria. */
  readonly scoresShown: boolean;
  /** Ids of the conditions that the screening answers. */
  readonly conditions: readonly string[];
  /** Ids of the forbidden uses. */
  readonly breachItems: readonly string[];
  /**
   * Share of the approved weeks above which unused ones are too many, and calendar days after the notice; null: no such
   * rule.
   */
  readonly idle: { readonly moreThanShareOfWeeks: number; readonly daysAfterNotice: number } | null;
  /** Calendar days from the end of use to the closing report; null: none is asked for. */
  readonly reportDays: number | null;
  /** Years after the use in which the company is asked what came of it; 0: none. */
  readonly followUpYears: number;
  /** Whether the results are shown at a meeting. */
  readonly demoMeeting: boolean;
  /** Days before a last day, and every how many days after it, the company is reminded. */
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
