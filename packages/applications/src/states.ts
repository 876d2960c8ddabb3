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
export type MainState = (typeof mainStates)[number];

/** States in which nothing is waited for; not-accepted, approved and declined are left only by `reopen` and `decision.correct`. */
export const finalStates: readonly MainState[] = ['withdrawn', 'lapsed', 'not-accepted', 'approved', 'declined'];

/** An application in one of these stands in the way of a second one of the same company and category. */
export const liveStates: readonly MainState[] = mainStates.filter(
  (state) => !finalStates.includes(state) || state === 'approved',
);

/** Where a decision is being prepared or held back. */
export const beforePublication: readonly MainState[] = ['eligible', 'under-review', 'scored', 'in-meeting', 'decided'];
