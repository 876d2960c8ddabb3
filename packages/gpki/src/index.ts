export {
  CHALLENGE_LIFETIME_MS,
  type Challenge,
  type ChallengeRequest,
  createChallenge,
  readChallenge,
} from './challenge.ts';
export type { FetchCrl } from './crl.ts';
export { subjectKinds } from './generated/subject-kinds.ts';
export {
  type CouldNotCheckCode,
  couldNotCheckCodes,
  type NextStep,
  nextSteps,
  type RefusalCode,
  refusalCodes,
} from './outcome.ts';
export type { CardRank, SubjectKind } from './subject.ts';
export { couldNotCheckText, couldNotCheckTexts, nextStepTexts, refusalTexts } from './texts.ts';
export {
  type AcceptedCard,
  type CardAnswer,
  type CardPolicy,
  type CardResult,
  type CardVerifier,
  createCardVerifier,
  GPKI_POLICY_LEVEL_3,
} from './verify.ts';
export type { Words } from './words.ts';
