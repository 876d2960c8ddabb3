import type { CommandType, Outcome } from '@aipower/applications';

/** Commands of a meeting: one person proposes, another confirms. */
export const decisionTypes = [
  'decide',
  'decision.correct',
  'waitlist.promote',
] as const satisfies readonly CommandType[];

export const isDecision = (type: CommandType): boolean => (decisionTypes as readonly CommandType[]).includes(type);

export const outcomes: readonly Outcome[] = ['approved', 'waitlisted', 'declined'];
