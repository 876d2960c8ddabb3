// The rules without a register: what is asked of facts that the caller holds. No database, no file, no clock.

// What a field of a form says of a registration: under the names that readers of claims have used since the first version.
export { saysNone as saysNotClaimed, saysYes } from '@aipower/taiwan/answers';
export type { Day } from '@aipower/taiwan/dates';
export {
  type Certificate,
  type CertificateEvent,
  type CertificateState,
  currentState,
  type EventKind,
  eventKinds,
  stateOn,
  terms,
  timeline,
} from './certificate.ts';
export { type CertificateNumber, fitHint, readNumber } from './certificate-number.ts';
export {
  type Claimant,
  type HolderCaution,
  type HolderFinding,
  holderCautions,
  type Relation,
  relations,
} from './holder.ts';
export { type Judgement, judge, type Standing, type StandingReason, standingReasons } from './judge.ts';
export { type ListedStatus, listedStatuses } from './listed-status.ts';
export { buildNearIndex, type NearIndex } from './near-number.ts';
export { type NumberCell, readNumberCell, type UnreadableReason, unreadableReasons } from './number-cell.ts';
export { daysLeft, joinTerms, makePeriod, type Period, placeInPeriod } from './period.ts';
export { nameKey, type Provider } from './provider.ts';
export type { NearBudget, RegisterFacts } from './register-facts.ts';
export {
  findScheme,
  getScheme,
  isSchemeId,
  type NumberHint,
  type Scheme,
  type SchemeId,
  schemes,
  schemesNamed,
} from './scheme.ts';
export {
  type Claim,
  type DayVerdict,
  type ListAge,
  listDecides,
  type MatchedCertificate,
  type NearNumber,
  type NearNumberKind,
  nearNumberKinds,
  type Verdict,
  type VerdictCaution,
  type VerdictCode,
  type VerdictReason,
  verdictCautions,
  verdictCodes,
  verdictReasons,
} from './verdict.ts';
export { claimVerifier, type VerifyDays, verifyClaim } from './verify.ts';
