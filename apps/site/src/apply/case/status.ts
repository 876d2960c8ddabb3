import type { PublicCode, PublicState } from '@aipower/applications';
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

/** Of an award that something is the matter with. */
const ofAward: Partial<Record<NonNullable<PublicState['award']>, MarkKind>> = {
  'idle-noticed': 'warn',
  suspended: 'bad',
  ended: 'open',
};

/** The shape beside a public state: what waits for the company stands out. */
export const statusOf = ({ code, award }: Pick<PublicState, 'code' | 'award'>): MarkKind =>
  (code === 'approved' && award !== null && ofAward[award]) || statuses[code];
