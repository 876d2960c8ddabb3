import type { MainState } from '@aipower/applications';
import type { QueueQuery } from '@aipower/applications/storage';
import type { MarkKind } from '../../page/marks.ts';

type Wanted = Pick<QueueQuery, 'mains' | 'overdueOnly'>;

/** What an officer looks for, the default first: what waits for us, what waits for the company, what has gone on or is over. */
export const groups = {
  ours: { mains: ['submitted', 'resubmitted', 'screening', 'supplement-requested'], overdueOnly: true },
  company: { mains: ['supplement-requested'] },
  eligible: { mains: ['eligible'] },
  review: { mains: ['under-review', 'scored', 'in-meeting', 'decided'] },
  'not-accepted': { mains: ['not-accepted'] },
  closed: { mains: ['approved', 'waitlisted', 'declined', 'withdrawn', 'lapsed'] },
  draft: { mains: ['draft'] },
} as const satisfies Readonly<Record<string, Wanted>>;

export type Group = keyof typeof groups;
export const groupNames = Object.keys(groups) as readonly Group[];

/** The shape beside a state: what waits for staff stands out from what waits for others. */
export const stateMarks: Readonly<Record<MainState, MarkKind>> = {
  draft: 'open',
  withdrawn: 'open',
  lapsed: 'open',
  submitted: 'warn',
  screening: 'warn',
  'supplement-requested': 'unsure',
  resubmitted: 'warn',
  'not-accepted': 'bad',
  eligible: 'good',
  'under-review': 'good',
  scored: 'good',
  'in-meeting': 'good',
  decided: 'good',
  approved: 'good',
  waitlisted: 'open',
  declined: 'bad',
};
