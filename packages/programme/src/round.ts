import { adYear, type Day, daysBetween, type Moment, momentToMs, taipeiDay, taipeiIso } from '@aipower/taiwan/dates';
import type { Category, Programme, Round } from './programme/parse-programme.ts';
import { getCategory } from './programme/programme.ts';

/** What a person should look at beside a round. */
export const roundCautions = [
  /** Review dates are provisional by the programme's own words; always there while the window is open. */
  'review-date-provisional',
  /** The text closes at 23:59 and names no second: recorded inside that minute, so the executor's clock and reading decide. */
  'closing-minute',
  /** Submitted on the day of review: whether it still joins that round is not said. `next` is the other possibility. */
  'submitted-on-review-day',
  /** Before the first day on which the source shows the application site in use; the opening day is not printed. */
  'opening-day-unknown',
] as const;
/** One of {@link roundCautions}. */
export type RoundCaution = (typeof roundCautions)[number];

interface RoundBase {
  /** Year of the programme, ROC, such as `115`. */
  readonly programme: string;
  /** Id of the category, such as `training`. */
  readonly category: string;
  /** The submission in Taiwan time, to the second. */
  readonly submittedAt: string;
  /** Last second inside the window, ISO with the offset of Taiwan. */
  readonly closesAt: string;
}

/** Applications are taken: the round joined, and the days until its review. */
export interface RoundOpen extends RoundBase {
  readonly state: 'open';
  /** The round the application joins. */
  readonly round: Round;
  /** The round after, or null when this is the last. */
  readonly next: Round | null;
  /** Whole calendar days from the submission to the review. */
  readonly daysToReview: number;
  /** What the applicant should know: that the day of review is provisional, or that this is a moment of doubt. */
  readonly cautions: readonly RoundCaution[];
}

/** The programme has closed. */
export interface RoundClosed extends RoundBase {
  readonly state: 'closed';
  /** First second outside the window. */
  readonly closedSince: string;
}

/** The programme has not opened yet. */
export interface RoundNotOpen extends RoundBase {
  readonly state: 'not-open';
  /** First day on which an application is possible: the printed opening day, else the first day of the programme's year. */
  readonly opensOn: Day;
}

/** Which round an application joins at a moment, or why none. */
export type RoundAnswer = RoundOpen | RoundClosed | RoundNotOpen;

/**
 * Which review round does an application submitted at this moment join?
 *
 * The first round whose review date is on or after the day of submission in Taiwan. No closing day per round is printed, so
 * the review day itself carries a caution. The window is judged to the second in Asia/Taipei.
 *
 * @throws TypeError for a category the programme does not have, or a moment without offset.
 * @example roundFor(programme115, 'inference', '2026-07-02T00:00:00+08:00') // open, round 2, review on 2026-07-21
 */
export function roundFor(programme: Programme, categoryId: string, submittedAt: Moment): RoundAnswer {
  const category = getCategory(programme, categoryId);
  const time = momentToMs(submittedAt, 'roundFor(submittedAt)');
  const { opensOn, seenOpenOn, closesAt } = programme.window;
  const closes = Date.parse(closesAt);
  const base = { programme: programme.id, category: category.id, submittedAt: taipeiIso(submittedAt), closesAt };
  const day = taipeiDay(submittedAt);
  const firstDay = opensOn ?? `${adYear(programme.rocYear)}-01-01`;
  if (day < firstDay) return { ...base, state: 'not-open', opensOn: firstDay };
  const firstSecondOutside = new Date(closes + 1000);
  const closed = { ...base, state: 'closed', closedSince: taipeiIso(firstSecondOutside) } as const;
  if (time >= firstSecondOutside.getTime()) return closed;

  const cautions: RoundCaution[] = ['review-date-provisional'];
  const [round, next] = upcoming(category, day);
  // An application recorded inside the window after the last review date would have no round; no programme prints that.
  if (!round) return closed;
  if (Math.floor(time / 60_000) === Math.floor(closes / 60_000)) cautions.push('closing-minute');
  if (round.reviewOn === day) cautions.push('submitted-on-review-day');
  if (opensOn === null && seenOpenOn && day < seenOpenOn.date) cautions.push('opening-day-unknown');
  return {
    ...base,
    state: 'open',
    round,
    next: next ?? null,
    daysToReview: daysBetween(day, round.reviewOn),
    cautions,
  };
}

function upcoming(category: Category, day: Day): readonly Round[] {
  return category.rounds.filter(({ reviewOn }) => reviewOn >= day);
}
