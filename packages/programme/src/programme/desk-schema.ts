import * as z from 'zod';
import { idSchema } from './official.ts';

const days = z.int().positive().max(366);

/**
 * How applications are handled where the source is silent. Every entry is a reading of this project, not official text;
 * an operator who reads the source another way changes it here.
 */
export const deskSchema = z.strictObject({
  /** A branch: not at all, or through its head office. */
  branch: z.enum(['head-office', 'allowed']),
  /** Until when a submitted form may be replaced by a newer version. */
  revise: z.enum(['until-screening', 'never']),
  supplement: z.strictObject({ atLeastWorkingDays: days }),
  review: z.strictObject({ atLeastReviewers: z.int().positive().max(50), seesOthers: z.enum(['never', 'after-own']) }),
  /** What happens between the reviews and the list, by category. */
  steps: z
    .array(
      z.strictObject({
        category: idSchema,
        meeting: z.boolean(),
        waitList: z.boolean(),
        /** Days a company has to accept an award; null: an award needs no acceptance. */
        acceptWithinDays: days.nullable(),
        changeRequests: z.boolean(),
        scoresShown: z.boolean(),
      }),
    )
    .min(1),
  /** What the published list of a round says beside the names of companies. */
  results: z.strictObject({
    /** The outcomes that are listed by name. */
    outcomes: z.array(z.enum(['approved', 'waitlisted', 'declined'])).min(1),
    more: z.array(z.enum(['ubn', 'topic', 'level', 'points'])),
    /** Whether it is told how often each reason stood against an application. */
    reasons: z.boolean(),
  }),
  /** Days before a due day on which a reminder goes out; when overdue, every so many days. */
  reminders: z.strictObject({ daysBefore: z.array(z.int().nonnegative()).min(1), overdueEveryDays: days }),
});
