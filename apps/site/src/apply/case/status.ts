import type { PublicCode } from '@aipower/applications';
import type { MarkKind } from '../../page/marks.ts';

const statuses: Readonly<Record<PublicCode, MarkKind>> = {
  draft: 'open',
  withdrawn: 'open',
  lapsed: 'open',
  submitted: 'good',
  screening: 'good',
  'supplement-requested': 'warn',
  'supplement-overdue': 'bad',
  'not-accepted': 'bad',
  'expert-review': 'good',
  'result-pending': 'good',
  approved: 'good',
  waitlisted: 'warn',
  declined: 'bad',
};

/** The shape beside a public state: what waits for the company stands out. */
export const statusOf = (code: PublicCode): MarkKind => statuses[code];
