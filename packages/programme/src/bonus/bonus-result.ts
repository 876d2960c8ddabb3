import type { OfficialText } from '../programme/official.ts';
import type { BonusItem } from '../programme/parse-programme.ts';

/** Entries by bonus item id, as typed: a number or address, 無, yes or no. What is left out is not claimed. */
export type BonusClaims = Readonly<Record<string, string | boolean | null | undefined>>;

/**
 * What a register said of a registration, as plain data. The registry's verdicts fit as they are; more fields pass through.
 */
export interface RegistrationVerdict {
  /** Only `valid` proves a bonus item; the others say what stands in the way. */
  readonly verdict:
    | 'valid'
    | 'not-yet-valid'
    | 'expired'
    | 'suspended'
    | 'revoked'
    | 'holder-mismatch'
    | 'holder-unchecked'
    | 'needs-a-person'
    | 'not-found'
    | 'not-claimed'
    | 'unverifiable';
  /** Code of the register; passed through. */
  readonly reason?: string | undefined;
  /** How the holder relates to the applicant. `unknown`: the claim named nobody to compare the holder with. */
  readonly relation?: string | undefined;
}

/** What the caller found when it tried the address. */
export const linkFindings = ['reachable', 'dead', 'not-tried'] as const;
/** One of {@link linkFindings}. */
export type LinkFinding = (typeof linkFindings)[number];

/** What was found out about the claims. What is left out was not checked. */
export interface BonusFindings {
  /** By bonus item id; a registration without a verdict cannot be checked. */
  readonly verdicts?: Readonly<Record<string, RegistrationVerdict | undefined>> | undefined;
  /** By bonus item id; an address without a finding was not tried. */
  readonly links?: Readonly<Record<string, LinkFinding | undefined>> | undefined;
  /** True once the period of use is over: what was promised must then be published. */
  readonly useEnded?: boolean | undefined;
}

/** Every answer to a bonus item. `cannot-check` is neither proven nor refused. */
export const bonusStates = ['not-claimed', 'proven', 'not-proven', 'cannot-check'] as const;
/** One of {@link bonusStates}. */
export type BonusState = (typeof bonusStates)[number];

/** Why an item has its state. A code never changes its meaning. */
export const bonusReasons = [
  'nothing-claimed',
  'link-reachable',
  'link-dead',
  'link-not-tried',
  'link-not-a-url',
  'link-not-http',
  'link-wrong-host',
  /** On the platform, but only its front page or a profile. */
  'link-names-nothing',
  'published',
  'promised',
  'promise-not-kept',
  'certificate-valid',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-suspended',
  'certificate-revoked',
  'certificate-of-another-holder',
  /** Valid, but nobody said whose it should be. */
  'certificate-holder-not-compared',
  'certificate-not-found',
  'register-cannot-tell',
  'no-verdict',
  'entry-too-long',
] as const;
/** One of {@link bonusReasons}. */
export type BonusReason = (typeof bonusReasons)[number];

/** What would turn an item into a proven one. */
export const bonusProofs = [
  'working-link',
  'link-on-named-platform',
  'publication-after-use',
  'number-valid-on-the-day',
  'number-as-printed-on-the-certificate',
  'evidence-of-holder',
  'applicant-named',
  'current-register',
  'certificate-copy',
] as const;
/** One of {@link bonusProofs}. */
export type BonusProof = (typeof bonusProofs)[number];

/** One bonus item: what was claimed, its state, why, and what would prove it. */
export interface BonusItemResult<Verdict extends RegistrationVerdict = RegistrationVerdict> {
  /** As in the programme's data, such as `5.4`. */
  readonly id: string;
  /** What it asks for: a link, a publication or a registration. */
  readonly kind: BonusItem['kind'];
  /** As the form prints it. */
  readonly label: OfficialText;
  /** Scheme of the registration; `null` for an item that is none. */
  readonly scheme: string | null;
  /** What the applicant filled in; `null` when nothing. */
  readonly claim: string | boolean | null;
  /** Whether it is proven, disproven, or open. */
  readonly state: BonusState;
  /** Why the state is what it is. */
  readonly reason: BonusReason;
  /** What would prove it; empty when it is proven. */
  readonly wouldProve: readonly BonusProof[];
  /** held-not-claimed: the register shows a valid certificate that the application leaves out. watch-list: a kept promise is owed. */
  readonly notes: readonly ('held-not-claimed' | 'owed-after-use' | 'watch-list')[];
  /** Of the register; `null` where no register is asked. */
  readonly verdict: Verdict | null;
}

/** Every bonus item of a programme. No score: none is published. */
export interface BonusResult<Verdict extends RegistrationVerdict = RegistrationVerdict> {
  /** Year of the programme, ROC, such as `115`. */
  readonly programme: string;
  /** In the order of the programme's data. */
  readonly items: readonly BonusItemResult<Verdict>[];
  /** Number of items in each state; all states are there. */
  readonly counts: Readonly<Record<BonusState, number>>;
  /** Always null: the programme publishes no points, so none are stated. */
  readonly points: null;
}
