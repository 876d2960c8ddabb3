import type { Operation } from './operation.ts';
import { assessApplicantOperation } from './operations/assessments.ts';
import { assessBonusOperation } from './operations/bonus.ts';
import { getCatalogue, getCatalogueEntry } from './operations/catalogue.ts';
import { getCertificate } from './operations/certificates.ts';
import { getDataPackage, getDump } from './operations/dumps.ts';
import { checkEligibilityOperation } from './operations/eligibility.ts';
import { matchCapabilitiesOperation, matchCompanies, matchProviders } from './operations/matches.ts';
import { getProgrammeOperation } from './operations/programmes.ts';
import { getProvider, listProviders } from './operations/providers.ts';
import { getRegister } from './operations/register.ts';
import { verifyClaims } from './operations/verification.ts';

/** Every operation of `/api/v1`, in the order of the reference. */
export const operations: readonly Operation[] = [
  getCatalogue,
  getCatalogueEntry,
  getRegister,
  listProviders,
  getProvider,
  getCertificate,
  verifyClaims,
  matchCapabilitiesOperation,
  matchCompanies,
  matchProviders,
  getProgrammeOperation,
  checkEligibilityOperation,
  assessBonusOperation,
  assessApplicantOperation,
  getDataPackage,
  getDump,
];
