import type { Operation } from './operation.ts';
import { assessApplicantOperation } from './operations/assessments.ts';
import { assessBonusOperation } from './operations/bonus.ts';
import { getCatalogue, getCatalogueEntry } from './operations/catalogue.ts';
import { getCertificate } from './operations/certificates.ts';
import { listChanges, listExpiring } from './operations/changes.ts';
import { getDataPackage, getDump } from './operations/dumps.ts';
import { checkEligibilityOperation } from './operations/eligibility.ts';
import { searchCatalogue, suggest } from './operations/find.ts';
import { getIndex } from './operations/index.ts';
import { listLogHeads } from './operations/log-heads.ts';
import { matchCapabilitiesOperation, matchCompanies, matchProviders } from './operations/matches.ts';
import { getRegisterOverTime } from './operations/over-time.ts';
import { getProgrammeOperation, listProgrammes } from './operations/programmes.ts';
import { getProvider, listProviders } from './operations/providers.ts';
import { getRegister } from './operations/register.ts';
import { getResults } from './operations/results.ts';
import { getStatistics } from './operations/statistics.ts';
import { verifyClaims } from './operations/verification.ts';
import { verifyText, verifyWorkbook } from './operations/verify-text.ts';

/** Every operation of `/api/v1`, in the order of the reference. */
export const operations: readonly Operation[] = [
  getIndex(() => operations),
  getCatalogue,
  searchCatalogue,
  getCatalogueEntry,
  suggest,
  getRegister,
  getRegisterOverTime,
  listProviders,
  getProvider,
  getCertificate,
  verifyClaims,
  verifyText,
  verifyWorkbook,
  matchCapabilitiesOperation,
  matchCompanies,
  matchProviders,
  listProgrammes,
  getProgrammeOperation,
  getStatistics,
  listLogHeads,
  getResults,
  checkEligibilityOperation,
  assessBonusOperation,
  assessApplicantOperation,
  listChanges,
  listExpiring,
  getDataPackage,
  getDump,
];
