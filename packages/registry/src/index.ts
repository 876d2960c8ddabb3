export type { Day } from '@aipower/taiwan/dates';
export {
  type Certificate,
  type CertificateEvent,
  type CertificateState,
  currentState,
  type EventKind,
  type ListedStatus,
  stateOn,
  terms,
  timeline,
} from './certificate.ts';
export { type CertificateNumber, fitHint, readNumber } from './certificate-number.ts';
export { RegisterError, type RegisterFault } from './database/fault.ts';
export { type ExportFormat, exportColumns, exportRegister } from './export.ts';
export type { HistoryEntry, HistoryQuery } from './history.ts';
export { type Claimant, type HolderCaution, type HolderFinding, type Relation, relate } from './holder.ts';
export { type ColumnMap, columnMaps, type RegisterField } from './import/columns.ts';
export type { Change, FieldChange } from './import/diff.ts';
export type { ImportOptions, ImportReport } from './import/import-list.ts';
export { type Problem, type ProblemCode, problemWords, RegisterDataError } from './import/problem.ts';
export type { SourceFile } from './import/table.ts';
export { type Judgement, judge, type Standing, type StandingReason } from './judge.ts';
export { buildNearIndex, type NearIndex } from './near-number.ts';
export { daysLeft, joinTerms, makePeriod, type Period, placeInPeriod } from './period.ts';
export { nameKey, type Provider } from './provider.ts';
export { openRegister, type Register, type RegisterOptions, type Verification } from './register.ts';
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
export { answerColumns, writeAnswerSheet } from './sheet/answer-sheet.ts';
export type { ClaimColumns, ClaimField } from './sheet/claim-columns.ts';
export { type ClaimSheet, type ClaimSheetOptions, readClaimSheet } from './sheet/claim-sheet.ts';
export { csvLine, formulaSafe } from './sheet/formula.ts';
export { certificateStates, EXPIRING_DAYS, type ListState, listStates } from './snapshot/day-view.ts';
export type { ProviderPage, ProviderQuery, ProviderSort } from './snapshot/directory.ts';
export type { FacetCounts, FacetName } from './snapshot/facets.ts';
export type { Snapshot } from './snapshot/snapshot.ts';
export type { RegisterStatus, SchemeStatus } from './status.ts';
export type { TaxPage, TaxQuery } from './tax/find.ts';
export type { TaxImportOptions, TaxImportReport, TaxProgress } from './tax/import-tax.ts';
export type { TaxRegister, TaxStatus } from './tax/tax-register.ts';
export type { Industry, TaxUnit } from './tax/unit.ts';
export {
  type Claim,
  type DayVerdict,
  type ListAge,
  listDecides,
  type MatchedCertificate,
  type NearNumber,
  type Verdict,
  type VerdictCaution,
  type VerdictCode,
  type VerdictReason,
} from './verdict.ts';
export { type RegisterFacts, type VerifyDays, verifyCertificate, verifyClaim } from './verify.ts';
