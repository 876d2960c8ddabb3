import { saysNone, saysYes } from '@aipower/taiwan/answers';
import { assertDay, type Day } from '@aipower/taiwan/dates';
import { ubnDigits } from '@aipower/taiwan/ubn';
import { type Certificate, timeline } from './certificate.ts';
import { fitHint, readNumber } from './certificate-number.ts';
import { type HolderFinding, relate } from './holder.ts';
import { judge } from './judge.ts';
import type { Provider } from './provider.ts';
import { getScheme, type SchemeId } from './scheme.ts';
import type {
  Claim,
  DayVerdict,
  ListAge,
  MatchedCertificate,
  NearNumber,
  Verdict,
  VerdictCaution,
  VerdictCode,
} from './verdict.ts';

/**
 * How many searches for numbers two edits away are left. They cost a hundred times as much as everything else in a
 * verification, so one call gets a fixed number of them; numbers one edit away are always looked for.
 */
export interface NearBudget {
  left: number;
  /** Searches that were due and not made. */
  missed: number;
}

/** What a verification asks of a register. Pure for one state of the register. */
export interface RegisterFacts {
  certificatesByKey(scheme: SchemeId, key: string): readonly Certificate[];
  provider(ubn: string): Provider | null;
  providersByName(name: string): readonly Provider[];
  nearNumbers(scheme: SchemeId, key: string, claimantUbn: string | null, walks?: NearBudget): readonly NearNumber[];
  listAge(scheme: SchemeId, today: Day): ListAge;
}

export interface VerifyDays {
  /** The day the claim is judged on, e.g. the day of submission. */
  readonly on: Day;
  readonly today: Day;
}

// Which of several certificates answers the claim: the best standing on the day.
const rank: readonly VerdictCode[] = [
  'valid',
  'suspended',
  'unverifiable',
  'not-yet-valid',
  'expired',
  'revoked',
  'not-found',
  'holder-mismatch',
  'not-claimed',
];

function dayVerdict(certificate: Certificate, finding: HolderFinding, namesClaimant: boolean, day: Day): DayVerdict {
  const standing = judge(certificate, day);
  const held = finding.relation === 'same' || finding.relation === 'former-name';
  // A claim that names nobody asks about the certificate alone.
  if (held || !namesClaimant) return standing;
  if (finding.relation === 'unknown') return { day, verdict: 'unverifiable', reason: 'claimant-unknown', since: null };
  const reason = finding.relation === 'unrelated' ? 'holder-unrelated' : 'holder-is-kin';
  return { day, verdict: 'holder-mismatch', reason, since: null };
}

/**
 * Judges one certificate against a claim on two days.
 * @returns the verdict of each day, the relation of holder and claimant, and the timeline up to `today`.
 */
export function verifyCertificate(
  certificate: Certificate,
  holder: Provider,
  claim: Claim,
  known: Provider | null,
  days: VerifyDays,
): MatchedCertificate & { cautions: HolderFinding['cautions'] } {
  const finding = relate(holder, claim, known);
  const named = Boolean(claim.ubn?.trim() || claim.name?.trim());
  const onDay = dayVerdict(certificate, finding, named, days.on);
  return {
    certificate,
    holder: { ubn: holder.ubn, name: holder.name, nameEn: holder.nameEn },
    relation: finding.relation,
    onDay,
    today: days.today === days.on ? onDay : dayVerdict(certificate, finding, named, days.today),
    timeline: timeline(certificate, days.today),
    cautions: finding.cautions,
  };
}

function absent(
  facts: RegisterFacts,
  claim: Claim,
  list: ListAge,
  how: 'number' | 'holder',
  days: VerifyDays,
  walks: NearBudget,
): Verdict {
  const say = (day: Day): DayVerdict => {
    if (!list.loaded) return { day, verdict: 'unverifiable', reason: 'list-not-loaded', since: null };
    if (!list.complete) return { day, verdict: 'unverifiable', reason: 'list-incomplete', since: null };
    if (list.stale) return { day, verdict: 'unverifiable', reason: 'list-stale', since: list.seenOn };
    const reason = how === 'number' ? 'number-not-in-list' : 'holder-not-in-list';
    return { day, verdict: 'not-found', reason, since: null };
  };
  const key = how === 'number' ? readNumber(claim.number ?? '').key : '';
  const { missed } = walks;
  const suggestions = key === '' ? [] : facts.nearNumbers(claim.scheme, key, claim.ubn ?? null, walks);
  const cautions: VerdictCaution[] = [];
  if (key !== '' && getScheme(claim.scheme).hints.length > 0 && fitHint(claim.scheme, claim.number!) === null)
    cautions.push('number-shape-unusual');
  if (walks.missed > missed) cautions.push('near-numbers-not-all-searched');
  return {
    ...plain(claim, list, say(days.on), say(days.today)),
    cautions,
    suggestions,
  };
}

function plain(claim: Claim, list: ListAge, on: DayVerdict, today: DayVerdict): Verdict {
  return {
    id: claim.id ?? null,
    claim,
    ...on,
    today,
    match: null,
    matches: [],
    relation: 'unknown',
    cautions: [],
    suggestions: [],
    list,
  };
}

function same(
  claim: Claim,
  list: ListAge,
  days: VerifyDays,
  verdict: VerdictCode,
  reason: DayVerdict['reason'],
): Verdict {
  const on = { day: days.on, verdict, reason, since: null };
  return plain(claim, list, on, { ...on, day: days.today });
}

/** The holders a claim without a number can mean: by 統一編號, else by exact present, English or former name. */
function claimedHolders(facts: RegisterFacts, claim: Claim): readonly Provider[] {
  const ubn = ubnDigits(claim.ubn ?? '');
  if (ubn !== '') {
    const provider = facts.provider(ubn);
    return provider ? [provider] : [];
  }
  return claim.name?.trim() ? facts.providersByName(claim.name) : [];
}

/**
 * What is the answer to this claim, on the claimed day and today?
 *
 * Pure: the same facts give the same answer. The steps are those of issue "a register reviewers can stake a decision
 * on": nothing claimed, then by number (or by holder where the form asks yes or no), then the certificate's standing,
 * then its holder, and for what is missing the state of the list.
 *
 * @param walks shared by the claims of one call; see {@link NearBudget}.
 * @throws TypeError for an unknown scheme or a day not written YYYY-MM-DD.
 */
export function verifyClaim(
  facts: RegisterFacts,
  claim: Claim,
  days: VerifyDays,
  walks: NearBudget = { left: 1, missed: 0 },
): Verdict {
  assertDay(days.on, 'verify(…, { on })');
  assertDay(days.today, 'verify(…, { today })');
  const scheme = getScheme(claim.scheme);
  const list = facts.listAge(claim.scheme, days.today);
  const { number } = claim;
  if (number !== undefined && saysNone(number)) {
    const reason = number === null || number.trim() === '' ? 'field-blank' : 'field-says-none';
    return same(claim, list, days, 'not-claimed', reason);
  }
  const byHolder =
    number === undefined || number === null || (!scheme.verifiedBy.includes('number') && saysYes(number));
  if (byHolder && !claim.ubn?.trim() && !claim.name?.trim()) {
    return number === undefined && scheme.verifiedBy.includes('number')
      ? same(claim, list, days, 'not-claimed', 'field-blank')
      : same(claim, list, days, 'unverifiable', 'nothing-to-check-by');
  }
  const read = readNumber(number ?? '');
  const found = byHolder
    ? claimedHolders(facts, claim).flatMap((holder) => holder.certificates.filter((c) => c.scheme === claim.scheme))
    : facts.certificatesByKey(claim.scheme, read.key);
  if (found.length === 0) return absent(facts, claim, list, byHolder ? 'holder' : 'number', days, walks);
  const known = claim.ubn ? facts.provider(ubnDigits(claim.ubn)) : null;
  const judged = found.map((one) => verifyCertificate(one, facts.provider(one.ubn)!, claim, known, days));
  judged.sort((a, b) => better(a, b, read.extended, 'onDay'));
  const best = judged[0]!;
  // Asked on the day itself, the claim must get the answer that is given here for today.
  const now = judged.reduce((first, one) => (better(one, first, read.extended, 'today') < 0 ? one : first));
  const cautions: VerdictCaution[] = [...best.cautions];
  if (!byHolder && best.certificate.extended !== read.extended) cautions.push('extension-mark-differs');
  if (judged.length > 1) cautions.push('several-certificates');
  if (now !== best) cautions.push('another-certificate-today');
  if (list.seenOn !== null && days.on > list.seenOn) cautions.push('day-after-list');
  if (list.stale) cautions.push('list-stale');
  return {
    ...plain(claim, list, best.onDay, now.today),
    match: best,
    matches: judged,
    relation: best.relation,
    cautions,
  };
}

function better(a: MatchedCertificate, b: MatchedCertificate, extended: boolean, day: 'onDay' | 'today'): number {
  const standing = rank.indexOf(a[day].verdict) - rank.indexOf(b[day].verdict);
  if (standing !== 0) return standing;
  const mark = Number(b.certificate.extended === extended) - Number(a.certificate.extended === extended);
  if (mark !== 0) return mark;
  const [left, right] = [a.certificate.states.at(-1)!.period.from, b.certificate.states.at(-1)!.period.from];
  return left < right ? 1 : left > right ? -1 : a.certificate.id < b.certificate.id ? -1 : 1;
}
