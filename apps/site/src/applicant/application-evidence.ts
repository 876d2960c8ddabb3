import {
  type ApplicantFacts,
  type Application,
  applicationBonusClaims,
  type BonusClaims,
  checkEligibility,
  type EligibilityResult,
  type Programme,
} from '@aipower/programme';
import type { Verdict } from '@aipower/registry';
import { isDay, taipeiDay } from '@aipower/taiwan/dates';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { registrationVerdicts } from './registration-verdicts.ts';
import { type TaxLookUp, withTaxFacts } from './tax-facts.ts';

/** What register and tax register say of an application that was sent, on its day and today. */
export interface ApplicationEvidence {
  /** The day of the version that is looked at. */
  readonly on: string;
  readonly today: string;
  readonly facts: ApplicantFacts;
  readonly lookUp: TaxLookUp;
  readonly eligibility: EligibilityResult;
  readonly claims: BonusClaims;
  /** By bonus item id; what is neither claimed nor held is in it, too. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** The source of what an applicant typed, as an answer names it. */
const AS_TYPED = '申請表（依填報）';

/** @throws RegisterError when the tax register cannot be read */
export async function applicationEvidence(
  { register, clock }: Pick<Deps, 'register' | 'clock'>,
  programme: Programme,
  form: Readonly<Record<string, unknown>>,
  sentAt: string,
): Promise<ApplicationEvidence> {
  const on = taipeiDay(sentAt);
  const today = taipeiToday(clock);
  const approved = form['establishedOn'];
  const typed: ApplicantFacts = {
    ubn: String(form['ubn'] ?? ''),
    name: String(form['companyName'] ?? ''),
    ...(isDay(approved) && {
      businessApprovedOn: approved,
      sources: { businessApprovedOn: { source: AS_TYPED, seenOn: on } },
    }),
  };
  const { facts, lookUp } = await withTaxFacts(register.tax, typed);
  const claims = applicationBonusClaims(programme, form as Application);
  return {
    on,
    today,
    facts,
    lookUp,
    eligibility: checkEligibility(facts, programme, on),
    claims,
    verdicts: registrationVerdicts(register.snapshot(), programme, claims, typed, { on, today }),
  };
}
