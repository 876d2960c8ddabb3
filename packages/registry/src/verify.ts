import { assertDay, type Day } from '@aipower/taiwan/dates';
import { type Certificate, timeline } from './certificate.ts';
import { fitHint } from './certificate-number.ts';
import {
  likelyNumbers,
  noteCautions,
  type Question,
  questionOf,
  type ReadClaimant,
  readClaimant,
} from './claim-question.ts';
import { type HolderFinding, relate } from './holder.ts';
import { judge } from './judge.ts';
import type { Provider } from './provider.ts';
import type { NearBudget, RegisterFacts } from './register-facts.ts';
import { getScheme } from './scheme.ts';
import type {
  Claim,
  DayVerdict,
  ListAge,
  MatchedCertificate,
  Verdict,
  VerdictCaution,
  VerdictCode,
} from './verdict.ts';

/** The days of a verification. */
export interface VerifyDays {
  /** The day the claim is judged on, e.g. the day of submission. */
  readonly on: Day;
  /** The day of asking, in Taiwan. */
  readonly today: Day;
}

/** The answers to a call's claims, and the revision of the register they come from. */
export interface Verification {
  /** Revision of the register that answered. */
  readonly revision: number;
  /** The day the claims were judged on, those with a day of their own aside. */
  readonly on: Day;
  /** The day of asking, in Taiwan. */
  readonly today: Day;
  /** In the order of the claims. */
  readonly results: readonly Verdict[];
}

// Which of several certificates answers the claim: the best standing on the day.
const rank: readonly VerdictCode[] = [
  'valid',
  'holder-unchecked',
  'needs-a-person',
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
  if (finding.relation === 'same' || finding.relation === 'former-name') return standing;
  // A claim that names nobody asks about the certificate alone: valid is more than was checked.
  if (!namesClaimant)
    return standing.verdict === 'valid'
      ? { ...standing, verdict: 'holder-unchecked', reason: 'claimant-not-given' }
      : standing;
  if (finding.relation === 'unknown' && finding.by === 'name')
    return { day, verdict: 'unverifiable', reason: 'holder-name-unsure', since: null };
  if (finding.relation === 'unknown') return { day, verdict: 'unverifiable', reason: 'claimant-unknown', since: null };
  if (finding.relation === 'unrelated')
    return { day, verdict: 'holder-mismatch', reason: 'holder-unrelated', since: null };
  // Whether a relative's certificate counts is for a person; one that is not in force counts for nobody.
  return standing.verdict === 'valid'
    ? { day, verdict: 'needs-a-person', reason: 'holder-related', since: null }
    : standing;
}

/**
 * Judges one certificate against a claim on two days.
 * @returns the verdict of each day, the relation of holder and claimant, and the timeline up to `today`.
 */
export function verifyCertificate(
  certificate: Certificate,
  holder: Provider,
  claimant: Pick<Claim, 'ubn' | 'name'> & { readonly padded?: boolean },
  known: Provider | null,
  days: VerifyDays,
): MatchedCertificate & { cautions: readonly VerdictCaution[] } {
  const found = relate(holder, claimant, known);
  // A 統一編號 with zeros put back proves a holder that it fits; that it fits another proves nothing.
  const guessed = claimant.padded === true && found.relation !== 'same' && found.relation !== 'former-name';
  const finding = guessed ? { ...found, relation: 'unknown' as const } : found;
  const named = Boolean(claimant.ubn?.trim() || claimant.name?.trim());
  const onDay = dayVerdict(certificate, finding, named, days.on);
  return {
    certificate,
    holder: { ubn: holder.ubn, name: holder.name, nameEn: holder.nameEn },
    relation: finding.relation,
    onDay,
    today: days.today === days.on ? onDay : dayVerdict(certificate, finding, named, days.today),
    timeline: timeline(certificate, days.today),
    cautions: claimant.padded ? [...finding.cautions, 'claimant-ubn-padded'] : finding.cautions,
  };
}

/** What the list says of something that it lacks: `not-found` only where it is loaded, whole and fresh. */
function absence(list: ListAge, day: Day, reason: 'number-not-in-list' | 'holder-not-in-list'): DayVerdict {
  if (!list.loaded) return { day, verdict: 'unverifiable', reason: 'list-not-loaded', since: null };
  if (!list.complete) return { day, verdict: 'unverifiable', reason: 'list-incomplete', since: null };
  if (list.stale) return { day, verdict: 'unverifiable', reason: 'list-stale', since: list.seenOn };
  return { day, verdict: 'not-found', reason, since: null };
}

interface Asked {
  readonly facts: RegisterFacts;
  readonly claim: Claim;
  readonly claimant: ReadClaimant;
  readonly list: ListAge;
  readonly days: VerifyDays;
}

function plain({ claim, list }: Asked, on: DayVerdict, today: DayVerdict): Verdict {
  return {
    id: claim.id ?? null,
    claim,
    ...on,
    today,
    reading: null,
    match: null,
    matches: [],
    relation: 'unknown',
    cautions: [],
    suggestions: [],
    list,
  };
}

/** The same answer on both days. */
function always(asked: Asked, verdict: VerdictCode, reason: DayVerdict['reason']): Verdict {
  const on = { day: asked.days.on, verdict, reason, since: null };
  return plain(asked, on, { ...on, day: asked.days.today });
}

function absentNumber(asked: Asked, question: Question & { by: 'number' }, walks: NearBudget): Verdict {
  const { facts, claim, claimant, list, days } = asked;
  const { key, printed, notes } = question;
  const reading = { number: printed, notes };
  // On a list that prints no number for this firm, a number is not missing.
  const unnumbered =
    claimant.ubn !== '' &&
    facts.provider(claimant.ubn)?.certificates.some((one) => one.scheme === claim.scheme && one.key === '');
  if (unnumbered)
    return { ...always(asked, 'unverifiable', 'list-without-numbers'), reading, cautions: question.cautions };
  const { missed } = walks;
  const suggestions = facts.nearNumbers(claim.scheme, key, claimant.ubn || null, walks);
  const cautions: VerdictCaution[] = [...question.cautions];
  if (getScheme(claim.scheme).hints.length > 0 && fitHint(claim.scheme, printed) === null)
    cautions.push('number-shape-unusual');
  if (walks.missed > missed) cautions.push('near-numbers-not-all-searched');
  const say = (day: Day) => absence(list, day, 'number-not-in-list');
  return { ...plain(asked, say(days.on), say(days.today)), reading, cautions, suggestions };
}

/**
 * What is the answer to this claim, on the claimed day and today?
 *
 * Pure: the same facts give the same answer. The steps: what the claim asks (`questionOf`: nothing claimed, not
 * readable, by number, or by holder where the form asks yes or no), then the certificate's standing, then its holder, and
 * for what is missing the state of the list.
 *
 * @param walks shared by the claims of one call; see {@link NearBudget}.
 * @throws TypeError for an unknown scheme or a day not written YYYY-MM-DD.
 */
export function verifyClaim(
  facts: RegisterFacts,
  claim: Claim,
  callDays: VerifyDays,
  walks: NearBudget = { left: 1, missed: 0 },
): Verdict {
  const days = claim.on === undefined ? callDays : { ...callDays, on: claim.on };
  assertDay(days.on, 'verify(…, { on })');
  assertDay(days.today, 'verify(…, { today })');
  getScheme(claim.scheme);
  const claimant = readClaimant(claim);
  const list = facts.listAge(claim.scheme, days.today);
  const asked: Asked = { facts, claim, claimant, list, days };
  const question = questionOf(facts, claim, claimant);
  if (question.by === 'nothing')
    return { ...always(asked, question.verdict, question.reason), cautions: question.cautions ?? [] };
  if (question.by === 'person') {
    const suggestions = likelyNumbers(facts, claim, claimant, question.likely);
    return { ...always(asked, 'needs-a-person', question.reason), suggestions };
  }
  if (question.found.length > 0) return judged(asked, question);
  if (question.by === 'number') return absentNumber(asked, question, walks);
  const say = (day: Day) => absence(list, day, 'holder-not-in-list');
  return { ...plain(asked, say(days.on), say(days.today)), cautions: question.cautions };
}

/** The best of the certificates that the claim fits, on each of the two days. */
function judged(asked: Asked, question: Question & { by: 'number' | 'holder' }): Verdict {
  const { facts, claimant, list, days } = asked;
  const extended = question.by === 'number' && question.extended;
  const known = knownClaimant(facts, claimant);
  const all = question.found.map((one) => verifyCertificate(one, facts.provider(one.ubn)!, claimant, known, days));
  all.sort((a, b) => better(a, b, extended, 'onDay'));
  const best = all[0]!;
  // Asked on the day itself, the claim must get the answer that is given here for today.
  const now = all.reduce((first, one) => (better(one, first, extended, 'today') < 0 ? one : first));
  const cautions: VerdictCaution[] = [...best.cautions, ...question.cautions];
  if (question.by === 'number' && best.certificate.extended !== extended) cautions.push('extension-mark-differs');
  if (question.by === 'number') cautions.push(...noteCautions(question, best.certificate));
  if (all.length > 1) cautions.push('several-certificates');
  if (now !== best) cautions.push('another-certificate-today');
  if (list.seenOn !== null && days.on > list.seenOn) cautions.push('day-after-list');
  if (list.stale) cautions.push('list-stale');
  return {
    ...plain(asked, best.onDay, now.today),
    reading: question.by === 'number' ? { number: question.printed, notes: question.notes } : null,
    match: best,
    matches: all,
    relation: best.relation,
    cautions,
  };
}

/** Whom the register knows under the claimant's 統一編號, or under its name where only that is given. */
function knownClaimant(facts: RegisterFacts, claimant: ReadClaimant): Provider | null {
  if (claimant.ubn !== '') return facts.provider(claimant.ubn);
  const bearers = claimant.name === '' ? [] : facts.providersByName(claimant.name);
  return bearers.length === 1 ? bearers[0]! : null;
}

function better(a: MatchedCertificate, b: MatchedCertificate, extended: boolean, day: 'onDay' | 'today'): number {
  const standing = rank.indexOf(a[day].verdict) - rank.indexOf(b[day].verdict);
  if (standing !== 0) return standing;
  const mark = Number(b.certificate.extended === extended) - Number(a.certificate.extended === extended);
  if (mark !== 0) return mark;
  const [left, right] = [a.certificate.states.at(-1)!.period.from, b.certificate.states.at(-1)!.period.from];
  return left < right ? 1 : left > right ? -1 : a.certificate.id < b.certificate.id ? -1 : 1;
}

/** Unknown numbers of one batch that numbers two edits away are looked for; see {@link NearBudget}. */
const MAX_NEAR_SEARCHES = 500;

/**
 * Answers the claims of one batch, one after the other, under the limits a batch has: the search for near numbers takes
 * some hundred unknown numbers, and the claims beyond say `near-numbers-not-all-searched`.
 *
 * @returns a function for each claim of the batch; take a new one for the next batch
 */
export function claimVerifier(facts: RegisterFacts, days: VerifyDays): (claim: Claim) => Verdict {
  const budget: NearBudget = { left: MAX_NEAR_SEARCHES, missed: 0 };
  return (claim) => verifyClaim(facts, claim, days, budget);
}
