// The whole applicant in one call.

// Company names: which registered firm a name, a number or both mean.
export type { NameRole } from '@aipower/taiwan/firm-name';
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
// Text → catalogue items.
export { type CapabilityIndex, type CapabilityIndexOptions, capabilityIndex } from './capability/capability-index.ts';
export type { Caution } from './capability/cautions.ts';
export type { Decision } from './capability/decide.ts';
export { type Evidence, scoreOf } from './capability/evidence.ts';
export type { Role } from './capability/focus.ts';
export type { TextLanguage } from './capability/language.ts';
export {
  type ApplicationMatches,
  type ApplicationText,
  matchApplication,
  type ReadField,
  readApplicationText,
} from './capability/match-application.ts';
export {
  type CapabilityMatch,
  type CapabilityMatches,
  MAX_MATCHED_LENGTH,
  type MatchOptions,
  matchCapabilities,
  type TextStretch,
} from './capability/match-capabilities.ts';
export { cataloguePassages, type Field, type Passage } from './capability/passages.ts';
export type { Signals } from './capability/signals.ts';
export type { FeatureName, NameCandidate, NameFeature } from './company/candidate.ts';
export { CompanyDataError, type CompanyEntry, type CompanyIssue } from './company/company-entry.ts';
export { type CompanyIndex, companyIndex, type NameRecord } from './company/company-index.ts';
export type { DoubtReason, LinkReason } from './company/judge-mention.ts';
export {
  type CompanyMatch,
  type CompanyQuery,
  type MatchNote,
  type MatchReason,
  matchCompany,
} from './company/match-company.ts';
// How a text is compared.
export { type Folded, foldText } from './text/fold.ts';
