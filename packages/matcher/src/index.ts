// The programme: rules, forms, rounds, points, review, bonus, model origin, and the whole applicant in one call.
export {
  type Application,
  applicationJsonSchema,
  applicationSchema,
  type FieldValue,
} from './application/application-schema.ts';
export { type FieldCode, fieldCodes } from './application/field-code.ts';
export { choiceIds } from './application/field-schema.ts';
export {
  applicationBonusClaims,
  applicationFacts,
  applicationModels,
  applicationText,
  readApplicationForm,
} from './application/read-application.ts';
export {
  type ApplicationCheck,
  type ApplicationOptions,
  type FieldIssue,
  validateApplication,
} from './application/validate-application.ts';
export {
  type ApplicantAssessment,
  type ApplicantInput,
  type AssessmentSources,
  assessApplicant,
  type CapabilitiesLike,
  type CapabilityMatchLike,
} from './assess/assess-applicant.ts';
export {
  type Partner,
  type PartnerOptions,
  type PartnerReason,
  rankPartners,
  type WantedItem,
} from './assess/partners.ts';
export type { RegisteredProvider } from './assess/registered-provider.ts';
export { assessBonus } from './bonus/assess-bonus.ts';
export type {
  BonusClaims,
  BonusFindings,
  BonusItemResult,
  BonusProof,
  BonusReason,
  BonusResult,
  BonusState,
  LinkFinding,
  RegistrationVerdict,
} from './bonus/bonus-result.ts';
export { type LinkProblem, linkProblem } from './bonus/link.ts';
export { claimsNothing } from './bonus/not-claimed.ts';
// Text → catalogue items.
export { type CapabilityIndex, type CapabilityIndexOptions, capabilityIndex } from './capability/capability-index.ts';
export type { Caution } from './capability/cautions.ts';
export type { Decision } from './capability/decide.ts';
export { type Evidence, scoreOf } from './capability/evidence.ts';
export type { TextLanguage } from './capability/language.ts';
export {
  type CapabilityMatch,
  type CapabilityMatches,
  MAX_MATCHED_LENGTH,
  type MatchOptions,
  matchCapabilities,
} from './capability/match-capabilities.ts';
export { cataloguePassages, type Field, type Passage } from './capability/passages.ts';
export type { Signals } from './capability/signals.ts';
// Company names: which registered firm a name, a number or both mean.
export type { NameRole } from '@aipower/taiwan/firm-name';
export type { FeatureName, NameCandidate, NameFeature } from './company/candidate.ts';
export { CompanyDataError, type CompanyEntry, type CompanyIssue } from './company/company-entry.ts';
export { type CompanyIndex, companyIndex } from './company/company-index.ts';
export {
  type CompanyMatch,
  type CompanyQuery,
  type MatchNote,
  type MatchReason,
  matchCompany,
} from './company/match-company.ts';
export { checkEligibility } from './eligibility/check-eligibility.ts';
export { type ApplicantFacts, applicantFactsSchema, type FactId, type FactSource } from './eligibility/facts.ts';
export {
  type CodeReading,
  type IndustryClass,
  readIndustryCode,
  separateIndustryCodes,
} from './eligibility/industry-code.ts';
export type {
  ConditionResult,
  EligibilityCaution,
  EligibilityReason,
  EligibilityResult,
  FactUsed,
  MissingFact,
  Outcome,
} from './eligibility/outcome.ts';
export { type EligibilityPlan, type EligibilityStep, whatWouldMakeMeEligible } from './eligibility/remedy.ts';
export { modelKey } from './model-origin/model-name.ts';
export {
  type ModelDescription,
  type ModelOriginAnswer,
  type ModelOriginReason,
  type ModelPart,
  modelOrigin,
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
export { type DataIssue, MatcherDataError } from './programme/data-error.ts';
export type { OfficialText, Words } from './programme/official.ts';
export {
  type BonusItem,
  type Category,
  type Condition,
  type ConditionTest,
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
  programmes,
} from './programme/programme.ts';
export { programmeSchema } from './programme/programme-schema.ts';
export {
  type RankedApplication,
  type RankingChange,
  type ReviewedApplication,
  type ReviewRanking,
  rankReviews,
} from './review/review-ranking.ts';
export {
  type CriterionScore,
  type ReviewerScores,
  type ReviewScore,
  reviewScore,
  type Spread,
} from './review/review-score.ts';
export { freezeWeights, type RoundWeights, type Weight } from './review/weights.ts';
export {
  type RoundAnswer,
  type RoundCaution,
  type RoundClosed,
  type RoundNotOpen,
  type RoundOpen,
  roundFor,
} from './round.ts';
export type { Day, Moment } from './taipei-time.ts';
// How a text is compared.
export { type Folded, foldText } from './text/fold.ts';
