export type { Day, Moment } from '@aipower/taiwan/dates';
export * from './application.ts';
// The programme, who may apply, when, with which bonus and models, for how much.
export { assessBonus } from './bonus/assess-bonus.ts';
export {
  type BonusClaims,
  type BonusFindings,
  type BonusItemResult,
  type BonusProof,
  type BonusReason,
  type BonusResult,
  type BonusState,
  bonusProofs,
  bonusReasons,
  bonusStates,
  type LinkFinding,
  linkFindings,
  type RegistrationVerdict,
} from './bonus/bonus-result.ts';
export { type LinkProblem, linkProblem } from './bonus/link.ts';
export { claimsNothing } from './bonus/not-claimed.ts';
export { checkEligibility } from './eligibility/check-eligibility.ts';
export { type ApplicantFacts, applicantFactsSchema, type FactId, type FactSource } from './eligibility/facts.ts';
export {
  type CodeReading,
  type IndustryClass,
  readIndustryCode,
  separateIndustryCodes,
} from './eligibility/industry-code.ts';
export {
  type ConditionResult,
  type EligibilityCaution,
  type EligibilityReason,
  type EligibilityResult,
  eligibilityCautions,
  eligibilityReasons,
  type FactUsed,
  type MissingFact,
  type Outcome,
  outcomes,
} from './eligibility/outcome.ts';
export { type EligibilityPlan, type EligibilityStep, whatWouldMakeMeEligible } from './eligibility/remedy.ts';
export { modelKey } from './model-origin/model-name.ts';
export {
  type ModelDescription,
  type ModelOriginAnswer,
  type ModelOriginReason,
  type ModelPart,
  modelOrigin,
  modelOriginReasons,
} from './model-origin/model-origin.ts';
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
export { factIds } from './programme/condition-schema.ts';
export { type DataIssue, ProgrammeDataError } from './programme/data-error.ts';
export type { NoticeItem, OfficialText, Words } from './programme/official.ts';
export {
  type BonusItem,
  type Category,
  type Condition,
  type ConditionTest,
  type DeepReadonly,
  type FormField,
  type FormSection,
  type Level,
  type Programme,
  parseProgramme,
  type Round,
} from './programme/parse-programme.ts';
export {
  findCategory,
  formFields,
  formSections,
  getCategory,
  getProgramme,
  programme115,
  programmeOn,
  programmes,
  programmesFrom,
} from './programme/programme.ts';
export { type ProgrammeData, programmeSchema } from './programme/programme-schema.ts';
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
