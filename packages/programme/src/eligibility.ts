// Who may apply, condition by condition.
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
