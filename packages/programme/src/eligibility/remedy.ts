import type { Day } from '@aipower/taiwan/dates';
import type { Condition, Programme } from '../programme/parse-programme.ts';
import { checkEligibility } from './check-eligibility.ts';
import type { ApplicantFacts } from './facts.ts';
import type { IndustryClass } from './industry-code.ts';
import type { ConditionResult, MissingFact, Outcome } from './outcome.ts';

/** One thing an applicant can do. Codes, not words; what is stated comes from the rules, never from hope. */
export type EligibilityStep =
  | { readonly rule: null; readonly action: 'supply-facts'; readonly facts: readonly MissingFact[] }
  /** Have a business item of one of these classes entered in the tax register, if the firm does that business. */
  | { readonly rule: string; readonly action: 'register-industry'; readonly classes: readonly IndustryClass[] }
  /** The head office applies instead; its number where the facts hold it. */
  | { readonly rule: string; readonly action: 'apply-as-head-office'; readonly headOfficeUbn: string | null }
  | { readonly rule: string; readonly action: 'use-accepted-form'; readonly accepted: readonly string[] }
  /** Eligible by waiting alone from this day, if nothing else happens. `beforeClose`: whether that is inside the window. */
  | { readonly rule: string; readonly action: 'wait-until'; readonly day: Day; readonly beforeClose: boolean }
  /** An event without a day counts as within the years: the day may show that it is not. */
  | { readonly rule: string; readonly action: 'date-the-event' }
  /** No step is known that would change this within the rules. */
  | { readonly rule: string; readonly action: 'no-step-known' }
  /** The programme takes no applications on that day. */
  | { readonly rule: null; readonly action: 'outside-window'; readonly from: Day; readonly until: Day };

/** What would make an applicant eligible, step by step. */
export interface EligibilityPlan {
  /** As things stand, without any step. */
  readonly outcome: Outcome;
  /** Empty when the applicant is eligible already. Steps on what says no first, then the facts to supply. */
  readonly steps: readonly EligibilityStep[];
}

/**
 * What would this applicant have to do, or show, to be eligible?
 * Same arguments and errors as `checkEligibility`. Priority is left out: its cut-off is fixed and cannot be reached by doing.
 */
export function whatWouldMakeMeEligible(facts: ApplicantFacts, programme: Programme, on: Day): EligibilityPlan {
  const result = checkEligibility(facts, programme, on);
  const steps: EligibilityStep[] = [];
  const { from, until } = result.inForce;
  if (result.outcome === 'not-in-force') steps.push({ rule: null, action: 'outside-window', from, until });
  for (const condition of result.conditions) {
    if (condition.outcome !== 'not-met') continue;
    const rule = programme.eligibility.conditions.find(({ id }) => id === condition.rule);
    const step = rule && stepFor(programme, rule, condition, facts, until);
    // A branch fails two conditions, and one step mends both.
    if (step && !steps.some(({ action }) => mendsForm(action) && action === step.action)) steps.push(step);
  }
  const missing = result.missing.filter(({ onlyForPriority }) => !onlyForPriority);
  if (missing.length > 0) steps.push({ rule: null, action: 'supply-facts', facts: missing });
  return { outcome: result.outcome, steps };
}

function mendsForm(action: EligibilityStep['action']): boolean {
  return action === 'apply-as-head-office' || action === 'use-accepted-form';
}

function stepFor(
  { eligibility }: Programme,
  { id: rule, test }: Condition,
  { reason, metFrom }: ConditionResult,
  facts: ApplicantFacts,
  until: Day,
): EligibilityStep {
  if (test.kind === 'industry-code') return { rule, action: 'register-industry', classes: test.classes };
  if (test.kind === 'not-branch' || test.kind === 'legal-form') {
    const tests = eligibility.conditions.map((condition) => condition.test);
    const foreign = tests.flatMap((one) => (one.kind === 'not-branch' ? one.foreignWords : []));
    // The head office of a foreign branch is abroad and set up under other law: only a firm of its own could apply.
    const isForeign = foreign.some((word) => facts.organisationType?.includes(word));
    const ofBranch = test.kind === 'not-branch' || reason === 'form-is-branch';
    if (ofBranch && !isForeign) {
      return { rule, action: 'apply-as-head-office', headOfficeUbn: facts.headOfficeUbn || null };
    }
    const accepted = tests.flatMap((one) => (one.kind === 'legal-form' ? one.accepted : []));
    return accepted.length > 0 ? { rule, action: 'use-accepted-form', accepted } : { rule, action: 'no-step-known' };
  }
  if (reason === 'event-undated') return { rule, action: 'date-the-event' };
  if (metFrom) return { rule, action: 'wait-until', day: metFrom, beforeClose: metFrom <= until };
  return { rule, action: 'no-step-known' };
}
