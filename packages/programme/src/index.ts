// The programme: who may apply, when, with which bonus and models, for how much.
export type { Day, Moment } from '@aipower/taiwan/dates';
export * from './application.ts';
export * from './bonus.ts';
export * from './eligibility.ts';
export * from './model-origin.ts';
export {
  type Fit,
  gpuHoursToPoints,
  levelFor,
  pointsToGpuHours,
  pointsToTokens,
  type TokenCost,
  tokensToPoints,
  whatFits,
} from './points.ts';
export * from './programme.ts';
export * from './review.ts';
export {
  type RoundAnswer,
  type RoundCaution,
  type RoundClosed,
  type RoundNotOpen,
  type RoundOpen,
  roundCautions,
  roundFor,
} from './round.ts';
