import {
  type ApplicantAssessment,
  assessApplicant,
  type CapabilityMatch,
  type CapabilityMatches,
  matchCapabilities,
  readApplicationText,
} from '@aipower/matcher';
import type {
  ApplicantFacts,
  Application,
  BonusClaims,
  BonusFindings,
  ModelDescription,
  Programme,
} from '@aipower/programme';
import type { Verdict } from '@aipower/registry';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Deps } from '../deps.ts';
import { registeredProviders } from './registered-providers.ts';
import { registrationVerdicts } from './registration-verdicts.ts';
import { type TaxLookUp, withTaxFacts } from './tax-facts.ts';

/** What an applicant told of itself and of its project. */
export interface Applicant {
  readonly category: string;
  /** When the application was, or would be, submitted: an instant with its offset. */
  readonly submittedAt: string;
  readonly facts: ApplicantFacts;
  readonly text?: string | undefined;
  /** Answers of the form by field id: read by their fields, before the text. */
  readonly application?: Application | undefined;
  readonly models: readonly ModelDescription[];
  readonly claims: BonusClaims;
  /** Preferred city of partners. */
  readonly city?: string | undefined;
}

export interface AssessOptions {
  readonly today: string;
  /** Partners at most. */
  readonly partners: number;
  /** What was found behind the links of the claims. */
  readonly links?: BonusFindings['links'];
}

export interface Assessed {
  /** The applicant's facts, those of the tax register among them. */
  readonly facts: ApplicantFacts;
  /** What was read of the project: the answers of the form, then the text. */
  readonly text: string;
  readonly assessment: ApplicantAssessment<CapabilityMatch>;
  readonly lookUp: TaxLookUp;
  /** What the register says to each registration among the claims, by bonus item. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** The answer to the project's text; `null` without a text. */
  readonly matched: CapabilityMatches | null;
}

/**
 * Everything about one applicant, as the pre-check page and the API answer it: its facts completed from the tax register,
 * its registrations verified, then the rules of the programme, all on the day of submission. Nothing is stored.
 *
 * @throws QueueFull when too many large computations wait
 */
export async function assess(
  { register, workQueue }: Pick<Deps, 'register' | 'workQueue'>,
  programme: Programme,
  applicant: Applicant,
  { today, partners, links }: AssessOptions,
): Promise<Assessed> {
  const { facts, lookUp } = await withTaxFacts(register.tax, applicant.facts);
  const on = taipeiDay(applicant.submittedAt);
  return workQueue.run(() => {
    const verdicts = registrationVerdicts(register.snapshot(), programme, applicant.claims, facts, { on, today });
    const { application } = applicant;
    const read = application
      ? readApplicationText(programme, applicant.category, application)
      : { text: '', fields: [] };
    const text = [read.text, applicant.text ?? ''].filter((part) => part.trim() !== '').join('\n');
    let matched: CapabilityMatches | null = null;
    const assessment = assessApplicant(
      programme,
      { ...applicant, application: undefined, text, facts },
      {
        matchCapabilities: (asked) => {
          matched = matchCapabilities(asked, read.fields.length > 0 ? { fields: read.fields } : {});
          return matched;
        },
        providers: registeredProviders(register, on),
        findings: { verdicts, links },
        partners,
      },
    );
    return { assessment, facts, text, lookUp, verdicts, matched };
  });
}
