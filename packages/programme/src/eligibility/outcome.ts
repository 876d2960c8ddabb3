import type { Day } from '@aipower/taiwan/dates';
import type { OfficialText, Words } from '../programme/official.ts';
import type { FactId, FactSource } from './facts.ts';
import type { CodeReading } from './industry-code.ts';

/** Every answer to a condition. `unknown` names what is missing; it is never a no. */
export const outcomes = ['met', 'not-met', 'unknown', 'not-in-force'] as const;
/** One of {@link outcomes}. */
export type Outcome = (typeof outcomes)[number];

/** Why a condition has its outcome. A code never changes its meaning. */
export const eligibilityReasons = [
  'code-in-class',
  'no-code-in-class',
  'codes-missing',
  'only-business-item-codes',
  'codes-unclear',
  'form-accepted',
  'form-refused',
  'form-is-branch',
  'form-not-recognised',
  'form-missing',
  'no-branch',
  'branch-by-form',
  'branch-by-head-office',
  'branch-facts-missing',
  'none-declared',
  'event-before-the-years',
  'event-within-the-years',
  'event-undated',
  'event-missing',
  'declared-free',
  'declared-invested',
  'investment-missing',
  'on-or-after-cut-off',
  'before-cut-off',
  'date-missing',
  'only-the-other-date',
  'rule-not-in-force',
] as const;
/** One of {@link eligibilityReasons}. */
export type EligibilityReason = (typeof eligibilityReasons)[number];

/** What a reader should know beside an outcome. */
export const eligibilityCautions = [
  /** The only hit is in a class that also holds other trades (6699): met as written, a person should look. */
  'class-needs-check',
  /** The hit is a class named by somebody (J62), not a code of the register. */
  'class-not-from-register',
  /** 商工登記 items (I301010) were among the codes; they were not used. */
  'business-item-codes-ignored',
  'unreadable-codes-ignored',
  /** The event fell exactly so many years ago; it was counted as within. */
  'event-on-boundary-day',
  /** The years are over; a suspension that followed may still run, and the declaration excludes that too. */
  'suspension-not-asked',
  /** A tax register date was given; it is not the date that decides. */
  'tax-date-not-used',
  /** The form says 其他, as factories of a company may; only the head office field tells. */
  'form-says-little',
  /** A date after the day of the check. */
  'date-in-the-future',
] as const;
/** One of {@link eligibilityCautions}. */
export type EligibilityCaution = (typeof eligibilityCautions)[number];

/** A fact that an outcome rests on, and where it came from. */
export interface FactUsed {
  /** Which fact. */
  readonly fact: FactId;
  /** As it was given; null: the applicant said there is none. */
  readonly value: string | boolean | null | readonly string[];
  /** Where it was read; null when the caller did not say. */
  readonly source: FactSource | null;
}

/** The answer of one test, before it is put into its rule. */
export interface TestAnswer {
  readonly outcome: Exclude<Outcome, 'not-in-force'>;
  readonly reason: EligibilityReason;
  readonly uses: readonly FactId[];
  /** Facts that would settle it; empty unless unknown. */
  readonly missing: readonly FactId[];
  readonly cautions?: readonly EligibilityCaution[];
  readonly codes?: readonly CodeReading[];
  /** The first day on which the answer would be met by waiting alone. */
  readonly metFrom?: Day;
}

/** One condition: its outcome, reason, facts used and official text. */
export interface ConditionResult {
  /** Rule id of the programme file. */
  readonly rule: string;
  /** The letter by which the conditions are cited, a to f; null for priority. */
  readonly letter: string | null;
  /** As the programme prints it. */
  readonly text: OfficialText;
  /** Met, not met, or unknown with the facts that are missing. */
  readonly outcome: Outcome;
  /** Why the outcome is what it is. */
  readonly reason: EligibilityReason;
  /** Facts the answer rests on, with their source. */
  readonly used: readonly FactUsed[];
  /** Facts that would decide it; empty unless the answer is unknown. */
  readonly missing: readonly FactId[];
  /** What a person should look at; never changes the outcome. */
  readonly cautions: readonly EligibilityCaution[];
  /** How each industry code was read; empty for other rules. */
  readonly codes: readonly CodeReading[];
  /** First day on which it would be met as things stand; `null` when no day is known. */
  readonly metFrom: Day | null;
}

/** A fact that is missing, and where it can be had. */
export interface MissingFact {
  /** Which fact. */
  readonly fact: FactId;
  /** One look-up in the same place supplies all facts with the same `from`. */
  readonly from: 'tax-register' | 'business-register' | 'applicant';
  /** What to call it. */
  readonly name: Words;
  /** Where to find it; `null` when nobody publishes it. */
  readonly place: Words | null;
  /** Rules that wait for it. */
  readonly rules: readonly string[];
  /** Only priority waits for it, eligibility does not. */
  readonly onlyForPriority: boolean;
}

/** Whether an applicant may apply on a day, condition by condition. */
export interface EligibilityResult {
  /** Year of the programme, ROC, such as `115`. */
  readonly programme: string;
  /** The day that is judged. */
  readonly on: Day;
  /** All conditions together. not-in-force: the programme takes no applications on that day; the conditions are shown all the same. */
  readonly outcome: Outcome;
  /** First and last day on which the programme takes applications, both inclusive. */
  readonly inForce: { readonly from: Day; readonly until: Day };
  /** In the order of the programme's data. */
  readonly conditions: readonly ConditionResult[];
  /** Rules that say no. */
  readonly blocking: readonly string[];
  /** Facts still to supply, the cheapest first. */
  readonly missing: readonly MissingFact[];
  /** Priority is not eligibility: it never changes `outcome`. */
  readonly priority: readonly ConditionResult[];
}
