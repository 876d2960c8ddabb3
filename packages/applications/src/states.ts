/** The main states of an application. Tracks (reviews, supplement, award, duties) run beside them. */
export const mainStates = [
  'draft',
  'withdrawn',
  'lapsed',
  'submitted',
  'screening',
  'supplement-requested',
  'resubmitted',
  'not-accepted',
  'eligible',
  'under-review',
  'scored',
  'in-meeting',
  'decided',
  'approved',
  'waitlisted',
  'declined',
] as const;
/** One of {@link mainStates}. */
export type MainState = (typeof mainStates)[number];

/** States in which nothing is waited for; not-accepted, approved and declined are left only by `reopen` and `decision.correct`. */
export const finalStates: readonly MainState[] = ['withdrawn', 'lapsed', 'not-accepted', 'approved', 'declined'];
