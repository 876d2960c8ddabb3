import {
  type ApplicantFacts,
  type Application,
  assessBonus,
  type BonusClaims,
  type BonusFindings,
  type BonusResult,
  type ConditionResult,
  checkEligibility,
  type Day,
  type EligibilityPlan,
  type EligibilityResult,
  type Fit,
  type ModelDescription,
  type ModelOriginAnswer,
  type Moment,
  modelOrigin,
  type Programme,
  type RoundAnswer,
  roundFor,
  whatFits,
  whatWouldMakeMeEligible,
} from '@aipower/programme';
import { momentToMs, taipeiDay } from '@aipower/taiwan/dates';
import { readApplicationText } from '../capability/match-application.ts';
import type { MatchOptions } from '../capability/match-capabilities.ts';
import { type Partner, rankPartners } from './partners.ts';
import { entriesOf } from './provider-index.ts';
import type { RegisteredProvider } from './registered-provider.ts';

/** A matched catalogue item as `matchCapabilities` gives it; more fields pass through. */
export interface CapabilityMatchLike {
  /** Of the catalogue, such as `4.6.1`. */
  readonly code: string;
  /** 0 to 1; comparable within one text. */
  readonly score: number;
}

/** What `assessApplicant` reads of a matching: `matchCapabilities` gives it, and so may another engine. */
export interface CapabilitiesLike<Match extends CapabilityMatchLike = CapabilityMatchLike> {
  /** Whether to rely on the matches. */
  readonly decision: 'matched' | 'unsure' | 'none';
  /** Best first. */
  readonly matches: readonly Match[];
}

/** What is known of an applicant; what is left out is unknown, never no. */
export interface ApplicantInput {
  /** Id of a category of the programme, such as `training`. */
  readonly category: string;
  /** When it was, or would be, submitted: decides the round, and its day in Taiwan the eligibility. */
  readonly submittedAt: Moment;
  /** From the registers or from the applicant, each with its source where it is known. */
  readonly facts: ApplicantFacts;
  /** The project in words; blank or left out: no items are matched. */
  readonly text?: string | undefined;
  /** The form as filled in: read by its fields instead of `text`. */
  readonly application?: Application | undefined;
  /** Names as typed, or descriptions with base and teacher. */
  readonly models?: readonly (string | ModelDescription)[] | undefined;
  /** What the bonus items of the form say, by id such as `5.4`. */
  readonly claims?: BonusClaims | undefined;
  /** County or city of the seat, any writing: a partner there stands first among equals. */
  readonly city?: string | null | undefined;
}

/** Where the assessment gets its matches and providers from. */
export interface AssessmentSources<Match extends CapabilityMatchLike> {
  /** `matchCapabilities`, or anything that answers like it. */
  readonly matchCapabilities: (text: string, options?: Pick<MatchOptions, 'fields'>) => CapabilitiesLike<Match>;
  /** Registered providers with what they hold as valid on the day, the applicant among them. */
  readonly providers: readonly RegisteredProvider[];
  /** What registers and links said of the claims; left out: every claim stays to be checked. */
  readonly findings?: BonusFindings | undefined;
  /** How many partners to name, 1 to 100; 10 when left out. */
  readonly partners?: number | undefined;
}

/** Eligibility, round, models, bonus, items and partners, each with its reasons. */
export interface ApplicantAssessment<Match extends CapabilityMatchLike = CapabilityMatchLike> {
  /** Year of the programme, ROC, such as `115`. */
  readonly programme: string;
  /** Id of the category, such as `training`. */
  readonly category: string;
  /** Day of the submission in Taiwan. */
  readonly on: Day;
  /** On the day of the submission, condition by condition. */
  readonly eligibility: EligibilityResult;
  /** What would make the applicant eligible. */
  readonly plan: EligibilityPlan;
  /** Never changes the eligibility. */
  readonly priority: readonly ConditionResult[];
  /** The round it joins, or why none takes it. */
  readonly round: RoundAnswer;
  /** What each level would give in this category; the reviewers decide the level. */
  readonly levels: readonly Fit[];
  /** In the order they were given. */
  readonly models: readonly ModelOriginAnswer[];
  /** Every bonus item of the programme, with what would prove it. */
  readonly bonus: BonusResult;
  /** What the project needs of the catalogue, and what the applicant holds of it. */
  readonly capabilities: {
    /** Whether to rely on the items; `no-text`: there was nothing to read. */
    readonly decision: 'matched' | 'unsure' | 'none' | 'no-text';
    /** Items the project needs, best first: within a quarter of the best score, at most five. Empty when the matcher abstains. */
    readonly needed: readonly Match[];
    /** Items the applicant's own valid certificates hold. */
    readonly held: readonly string[];
    /** Needed and held. */
    readonly overlap: readonly string[];
    /** Needed and not held. */
    readonly gap: readonly string[];
  };
  /** Other registered providers for the gap, with reasons. Empty when nothing is missing or nobody holds it. */
  readonly partners: readonly Partner[];
}

export const maxModels = 60;

/**
 * Where does this applicant stand: may it apply, when, with which bonus, which capabilities does its project need, which of
 * them does it hold itself, and who is registered for the rest?
 *
 * One call over the rules of the programme and the functions of this package; it adds nothing to their answers. Pure: what the register and the
 * capability matcher say comes in as data and as a function.
 *
 * @throws TypeError for an unknown category, a moment without offset, malformed facts, or more than 60 models.
 */
export function assessApplicant<Match extends CapabilityMatchLike>(
  programme: Programme,
  applicant: ApplicantInput,
  sources: AssessmentSources<Match>,
): ApplicantAssessment<Match> {
  if (typeof applicant !== 'object' || applicant === null)
    throw new TypeError('assessApplicant(applicant): expected { category, submittedAt, facts, … }');
  if (typeof sources?.matchCapabilities !== 'function' || !Array.isArray(sources.providers))
    throw new TypeError('assessApplicant(sources): expected { matchCapabilities, providers }');
  const { category, facts, submittedAt, claims = {}, models = [], city } = applicant;
  if (models.length > maxModels) throw new TypeError(`assessApplicant(models): ${models.length}; at most ${maxModels}`);
  const on = taipeiDay(new Date(momentToMs(submittedAt, 'assessApplicant(submittedAt)')));
  const round = roundFor(programme, category, submittedAt);
  const eligibility = checkEligibility(facts, programme, on);
  const capabilities = capabilityGap(programme, applicant, sources);
  const wanted = capabilities.needed.filter(({ code }) => capabilities.gap.includes(code));
  return {
    programme: programme.id,
    category,
    on,
    eligibility,
    plan: whatWouldMakeMeEligible(facts, programme, on),
    priority: eligibility.priority,
    round,
    levels: programme.levels.map(({ id }) => whatFits(programme, category, id)),
    models: models.map((model) => modelOrigin(programme, model)),
    bonus: assessBonus(programme, claims, sources.findings),
    capabilities,
    partners: rankPartners(wanted, sources.providers, { except: facts.ubn, city, limit: sources.partners }),
  };
}

function capabilityGap<Match extends CapabilityMatchLike>(
  programme: Programme,
  { category, text = '', application, facts }: ApplicantInput,
  { matchCapabilities, providers }: AssessmentSources<Match>,
): ApplicantAssessment<Match>['capabilities'] {
  const own = facts.ubn === undefined ? [] : entriesOf(providers, facts.ubn);
  const held = [...new Set(own.flatMap(({ items }) => items))];
  const read = application === undefined ? { text } : readApplicationText(programme, category, application);
  if (read.text.trim() === '') return { decision: 'no-text', needed: [], held, overlap: [], gap: [] };
  const { decision, matches } =
    'fields' in read ? matchCapabilities(read.text, { fields: read.fields }) : matchCapabilities(read.text);
  const needed = decision === 'none' ? [] : clearNeeds(matches);
  const codes = needed.map(({ code }) => code);
  return {
    decision,
    needed,
    held,
    overlap: codes.filter((code) => held.includes(code)),
    gap: codes.filter((code) => !held.includes(code)),
  };
}

/** The tail of a ranked list is likeness, not need: only what scores at least three quarters of the best, at most five items. */
function clearNeeds<Match extends CapabilityMatchLike>(matches: readonly Match[]): readonly Match[] {
  const ranked = [...matches].sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= best * 0.75).slice(0, 5);
}
