import type { Day } from '@aipower/taiwan/dates';
import type { Certificate, CertificateEvent } from './certificate.ts';
import { holderCautions, type Relation } from './holder.ts';
import { standingReasons } from './judge.ts';
import { unreadableReasons } from './number-cell.ts';
import type { SchemeId } from './scheme.ts';

/** What someone says they hold. */
export interface Claim {
  /** The caller's own id, given back untouched. */
  readonly id?: string | undefined;
  /** Registration scheme that is claimed. */
  readonly scheme: SchemeId;
  /**
   * As typed. Blank, `null`, 無, N/A and their kin say that nothing is claimed. **Left out**, the claim is "this
   * company is registered" and is checked by `ubn` or exact `name`, which is the only way for 資訊安全 (also 是 / yes).
   */
  readonly number?: string | null | undefined;
  /** The claimant's 統一編號. */
  readonly ubn?: string | null | undefined;
  /** Zeros that a spreadsheet drops were put back before `ubn`: it may prove a holder, never disprove one. */
  readonly ubnPadded?: boolean | undefined;
  /** The claimant's name, also a former or English one. */
  readonly name?: string | null | undefined;
  /** The day this claim is judged on, where it has one of its own; left out, that of the call. */
  readonly on?: Day | undefined;
}

/** Every answer there is. `valid` is said only where the holder was asked about and is the claimant. */
export const verdictCodes = [
  'valid',
  'not-yet-valid',
  'expired',
  'revoked',
  'suspended',
  'holder-mismatch',
  /** The number is valid and its holder is told; who claims it was not said, so it was not compared. */
  'holder-unchecked',
  /** Something is there that only a person can decide. */
  'needs-a-person',
  'not-found',
  'not-claimed',
  'unverifiable',
] as const;
/** One of {@link verdictCodes}. */
export type VerdictCode = (typeof verdictCodes)[number];

/** Every reason of a verdict. A code never changes its meaning. */
export const verdictReasons = [
  ...standingReasons,
  'holder-unrelated',
  'holder-related',
  'claimant-unknown',
  /** The certificate is in force; the claim names nobody. */
  'claimant-not-given',
  /** The field says that a registration is applied for or not granted yet. */
  'not-yet-granted',
  ...unreadableReasons,
  /** The claimant is on the list, which prints no number for it. */
  'list-without-numbers',
  /** The claimant's name is near the holder's; whether it is the same firm is for a person. */
  'holder-name-unsure',
  /** 無 and its kin: the applicant says that there is none. */
  'field-says-none',
  /** Nothing is said, which claims nothing either, and may be an oversight. */
  'field-blank',
  'nothing-to-check-by',
  'number-not-in-list',
  'holder-not-in-list',
  'list-not-loaded',
  'list-incomplete',
  'list-stale',
] as const;
/** One of {@link verdictReasons}. */
export type VerdictReason = (typeof verdictReasons)[number];

/** What a person should look at beside a verdict. */
export const verdictCautions = [
  ...holderCautions,
  'extension-mark-differs',
  'several-certificates',
  /** The answer for today is that of another certificate of the claim than the one `match` shows, e.g. its 展延. */
  'another-certificate-today',
  /** Numbers two edits away were not looked for: the call had used up its searches. No suggestion proves nothing. */
  'near-numbers-not-all-searched',
  'number-shape-unusual',
  /** What stood beside the number was set aside; `reading.notes` tells it. */
  'note-set-aside',
  /** The note says 廢止, 屆期 … and the list does not. */
  'note-contradicts-list',
  /** The note tells another last day or year than the list. */
  'claimed-period-differs',
  /** The number is written as in a letter (113年…字第…號); it was found without those words. */
  'number-read-plainly',
  /** The registration is checked by its holder; the number that was given with it is on no list. */
  'number-not-checked',
  /** Zeros that a spreadsheet drops were put back before the claimant's 統一編號. */
  'claimant-ubn-padded',
  'day-after-list',
  /** The list is older than the freshness limit: what changed since is not known, for today above all. */
  'list-stale',
] as const;
/** One of {@link verdictCautions}. */
export type VerdictCaution = (typeof verdictCautions)[number];

/** The answer for one day: verdict, reason and cautions. */
export interface DayVerdict {
  /** The day that is judged. */
  readonly day: Day;
  /** The answer. */
  readonly verdict: VerdictCode;
  /** Why it is the answer. */
  readonly reason: VerdictReason;
  /** The day the reason names (first day, last day, revocation), where known. */
  readonly since: Day | null;
}

/** How old and how whole the list of a scheme is on the day of asking. */
export interface ListAge {
  /** Registration scheme of the list. */
  readonly scheme: SchemeId;
  /** Whether any list of the scheme was ever imported. */
  readonly loaded: boolean;
  /** Day of the newest list; `null` when none is loaded. */
  readonly seenOn: Day | null;
  /** Days between the list and today; `null` without a list. */
  readonly ageDays: number | null;
  /** Whether the list is older than the freshness limit. */
  readonly stale: boolean;
  /** Whether the list says that it is the whole one; what a partial one lacks may exist. */
  readonly complete: boolean;
  /** Where it was published; `null` without a list. */
  readonly source: string | null;
}

/**
 * Does what this list lacks not exist? Only a list that is loaded, whole and within the freshness limit can say so; else
 * absence is `unverifiable`.
 */
export function listDecides({ loaded, complete, stale }: ListAge): boolean {
  return loaded && complete && !stale;
}

/** How a number is close to the one claimed. */
export const nearNumberKinds = [
  'other-scheme',
  'swapped',
  'one-edit',
  'two-edits',
  /** Has zero for O, one for l, or zeros before its figures that were left out. */
  'written-alike',
  /** Stands in the cell among other things. */
  'in-cell',
  /** Is the claimant's own. */
  'held-by-claimant',
] as const;
/** One of {@link nearNumberKinds}. */
export type NearNumberKind = (typeof nearNumberKinds)[number];

/** A number that is close to the one claimed. An offer to look at, never accepted by itself. */
export interface NearNumber {
  /** Registration scheme the number is of. */
  readonly scheme: SchemeId;
  /** As the list writes it. */
  readonly number: string;
  /** 統一編號 of its holder. */
  readonly ubn: string;
  /** Name of its holder. */
  readonly name: string;
  /** Edits between the keys (insert, delete, replace, swap of neighbours); 0 for the same number in another scheme. */
  readonly distance: number;
  /** How it differs from the one claimed. */
  readonly kind: NearNumberKind;
}

/** The certificate that answers a claim, with its holder. */
export interface MatchedCertificate {
  /** With all its states. */
  readonly certificate: Certificate;
  /** 統一編號 and names now; `nameEn` is null where no list gives one. */
  readonly holder: { readonly ubn: string; readonly name: string; readonly nameEn: string | null };
  /** Of the holder to the claimant. */
  readonly relation: Relation;
  /** On the day of the claim. */
  readonly onDay: DayVerdict;
  /** On the day of asking. */
  readonly today: DayVerdict;
  /** Oldest first. */
  readonly timeline: readonly CertificateEvent[];
}

/** The answer to a claim, for the day it is judged on and for today. */
export interface Verdict extends DayVerdict {
  /** The claim's own id, given back; `null` when it had none. */
  readonly id: string | null;
  /** As it was given. */
  readonly claim: Claim;
  /** The same claim on the day of asking. */
  readonly today: DayVerdict;
  /** What was read as the number, and what was set aside; `null` where no number was read. */
  readonly reading: { readonly number: string; readonly notes: readonly string[] } | null;
  /** The certificate the verdict is about; `null` when none was found. */
  readonly match: MatchedCertificate | null;
  /** Every certificate the claim fits, the one judged first. */
  readonly matches: readonly MatchedCertificate[];
  /** Of the holder to the claimant. */
  readonly relation: Relation;
  /** What a person should look at; never changes the verdict. */
  readonly cautions: readonly VerdictCaution[];
  /** Numbers one or two edits away, nearest first; offered, never taken. */
  readonly suggestions: readonly NearNumber[];
  /** The list of the claimed scheme. */
  readonly list: ListAge;
}
