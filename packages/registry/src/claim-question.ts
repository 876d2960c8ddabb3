import { saysNone } from '@aipower/taiwan/answers';
import { adYear } from '@aipower/taiwan/dates';
import { isUbn, ubnDigits } from '@aipower/taiwan/ubn';
import type { Certificate } from './certificate.ts';
import { readNumber } from './certificate-number.ts';
import { numberWords, oneselfWords } from './generated/cell-words.ts';
import type { ListedStatus } from './listed-status.ts';
import { plainKey, readNumberCell, saysElsewhere, type UnreadableReason } from './number-cell.ts';
import type { Provider } from './provider.ts';
import type { RegisterFacts } from './register-facts.ts';
import { getScheme } from './scheme.ts';
import type { Claim, NearNumber, VerdictCaution, VerdictReason } from './verdict.ts';

/** What a claim asks the register, once its cells are read. */
export type Question =
  | {
      readonly by: 'nothing';
      readonly verdict: 'not-claimed' | 'unverifiable';
      readonly reason: VerdictReason;
      readonly cautions?: readonly VerdictCaution[];
    }
  | { readonly by: 'person'; readonly reason: UnreadableReason; readonly likely: readonly string[] }
  | {
      readonly by: 'number';
      readonly key: string;
      readonly extended: boolean;
      readonly printed: string;
      readonly notes: readonly string[];
      readonly status: ListedStatus | null;
      readonly found: readonly Certificate[];
      readonly cautions: readonly VerdictCaution[];
    }
  | { readonly by: 'holder'; readonly found: readonly Certificate[]; readonly cautions: readonly VerdictCaution[] };

/** The claimant of a claim, as it is compared. */
export interface ReadClaimant {
  readonly ubn: string;
  readonly name: string;
  /** Zeros were put back before the 統一編號. */
  readonly padded: boolean;
}

/**
 * A 統一編號 as people and spreadsheets leave it: any width, blanks and hyphens, `.0` behind it, zeros in front dropped.
 * Zeros are put back where that makes a number whose check digit fits, and the claim says so.
 */
export function readClaimant(claim: Claim): ReadClaimant {
  const name = namesNobody(claim.name) ? '' : claim.name!.trim();
  if (namesNobody(claim.ubn)) return { ubn: '', name, padded: claim.ubnPadded === true };
  const digits = ubnDigits(claim.ubn!).replace(/^(\d+)\.0+$/, '$1');
  const full = digits.padStart(8, '0');
  const padded = /^\d{5,7}$/.test(digits) && isUbn(full);
  return { ubn: padded ? full : digits, name, padded: padded || claim.ubnPadded === true };
}

/** No way to say nothing is longer, and nearly every name is. */
const longestOfNobody = 12;
const oneself = new RegExp(`^(?:${oneselfWords.own})(?:${oneselfWords.body})$`);
/** 無, －, 同上, 如附件, 本公司 in a field for the applicant: taken for a name, they would make every holder somebody else. */
function namesNobody(entry: string | null | undefined): boolean {
  if (!entry || entry.length > longestOfNobody) return !entry;
  return saysNone(entry) || saysElsewhere(entry) || oneself.test(entry.trim());
}

/** The holders a claim without a number can mean: by 統一編號, else by exact present, English or former name. */
function claimedHolders(facts: RegisterFacts, claimant: ReadClaimant): readonly Provider[] {
  if (claimant.ubn !== '') {
    const provider = facts.provider(claimant.ubn);
    return provider ? [provider] : [];
  }
  if (claimant.name === '') return [];
  const borne = facts.providersByName(claimant.name);
  // Nobody bears the name as it is written: whoever it is near to, which is then for a person.
  return borne.length > 0 ? borne : facts.providersMeant(claimant.name);
}

const heldIn = (facts: RegisterFacts, claim: Claim, claimant: ReadClaimant) =>
  claimedHolders(facts, claimant).flatMap((holder) => holder.certificates.filter((one) => one.scheme === claim.scheme));

/**
 * What keeps a 統一編號 that nobody is found under from saying that its firm is on no list: it is none, or zeros were put
 * back on a guess. A check digit that does not fit is only told, for real firms have such numbers.
 */
function doubtOf({
  ubn,
  padded,
}: ReadClaimant): 'claimant-ubn-invalid' | 'claimant-ubn-padded' | 'claimant-ubn-checksum' | null {
  if (ubn === '') return null;
  if (!/^\d{8}$/.test(ubn) || ubn === '00000000') return 'claimant-ubn-invalid';
  if (padded) return 'claimant-ubn-padded';
  return isUbn(ubn) ? null : 'claimant-ubn-checksum';
}

/**
 * What does this claim ask? A number that stands in the list as it was typed is that number, whatever else it could be
 * read as; only then is the cell read for labels, notes and words.
 */
export function questionOf(facts: RegisterFacts, claim: Claim, claimant: ReadClaimant): Question {
  const scheme = getScheme(claim.scheme);
  const byNumber = scheme.verifiedBy.includes('number');
  const named = claimant.ubn !== '' || claimant.name !== '';
  const byHolder = (cautions: readonly VerdictCaution[] = []): Question => {
    if (!named) return { by: 'nothing', verdict: 'unverifiable', reason: 'nothing-to-check-by' };
    const found = heldIn(facts, claim, claimant);
    const doubt = found.length > 0 ? null : doubtOf(claimant);
    if (doubt !== null && doubt !== 'claimant-ubn-checksum')
      return { by: 'nothing', verdict: 'unverifiable', reason: 'claimant-unknown', cautions: [...cautions, doubt] };
    return { by: 'holder', found, cautions: doubt === null ? cautions : [...cautions, doubt] };
  };
  const { number } = claim;
  if (number === undefined && !named && byNumber)
    return { by: 'nothing', verdict: 'not-claimed', reason: 'field-blank' };
  if (number === undefined) return byHolder();
  const whole = readNumber(number ?? '');
  if (whole.key !== '') {
    const found = facts.certificatesByKey(claim.scheme, whole.key);
    if (found.length > 0) return { by: 'number', ...whole, notes: [], status: null, found, cautions: [] };
  }
  const cell = readNumberCell(number);
  switch (cell.kind) {
    case 'blank':
      return { by: 'nothing', verdict: 'not-claimed', reason: 'field-blank' };
    case 'none':
      return { by: 'nothing', verdict: 'not-claimed', reason: 'field-says-none' };
    case 'not-yet':
      return { by: 'nothing', verdict: 'not-claimed', reason: 'not-yet-granted' };
    case 'yes':
      return byNumber ? { by: 'person', reason: 'number-not-given', likely: [] } : byHolder();
    case 'unreadable':
      return byNumber ? { by: 'person', reason: cell.reason, likely: cell.likely } : byHolder(['number-not-checked']);
  }
  const { notes, status } = cell;
  const { key, extended, printed } = cell.number;
  const asked = { by: 'number', extended, printed, notes, status } as const;
  const aside: VerdictCaution[] = notes.length > 0 ? ['note-set-aside'] : [];
  const found = facts.certificatesByKey(claim.scheme, key);
  if (found.length > 0) return { ...asked, key, found, cautions: aside };
  const plain = plainKey(key);
  const plainly = plain === key ? [] : facts.certificatesByKey(claim.scheme, plain);
  if (plainly.length > 0) return { ...asked, key: plain, found: plainly, cautions: [...aside, 'number-read-plainly'] };
  if (!byNumber) return byHolder(['number-not-checked']);
  // The claimant's own 統一編號 in the wrong column is no number of a certificate.
  if (/^\d{5,8}$/.test(key) && key.padStart(8, '0') === claimant.ubn)
    return { by: 'person', reason: 'number-unreadable', likely: [] };
  return { ...asked, key, found: [], cautions: aside };
}

const MAX_LIKELY = 5;

/** Numbers that a person may want to look at: those in the cell that are in the register, then the claimant's own. */
export function likelyNumbers(
  facts: RegisterFacts,
  claim: Claim,
  claimant: ReadClaimant,
  likely: readonly string[],
): NearNumber[] {
  const inCell = likely.flatMap((text) => {
    const { key } = readNumber(text);
    const found = facts.certificatesByKey(claim.scheme, key);
    return found.length > 0 ? found : facts.certificatesByKey(claim.scheme, plainKey(key));
  });
  const own = heldIn(facts, claim, claimant).filter((one) => one.key !== '');
  const offered = new Map<string, NearNumber>();
  const offer = (one: Certificate, kind: NearNumber['kind']) => {
    const { id, scheme, number, key, ubn } = one;
    if (offered.has(id)) return;
    offered.set(id, { scheme, number: number ?? key, ubn, name: facts.provider(ubn)!.name, distance: 0, kind });
  };
  for (const one of inCell) offer(one, 'in-cell');
  for (const one of own) offer(one, 'held-by-claimant');
  return [...offered.values()].slice(0, MAX_LIKELY);
}

const validity = new RegExp(`(?:${numberWords.validity}).*?(?<!\\d)(\\d{2,4})\\s*(?:年|[/.-])`);
/** What the notes beside the number say against what the list says of it. */
export function noteCautions(
  question: { readonly notes: readonly string[]; readonly status: ListedStatus | null },
  certificate: Certificate,
): VerdictCaution[] {
  const { period, status } = certificate.states.at(-1)!;
  const cautions: VerdictCaution[] = [];
  const grave = question.status === 'revoked' || question.status === 'suspended' || question.status === 'expired';
  if (grave && question.status !== status) cautions.push('note-contradicts-list');
  for (const note of question.notes) {
    const year = validity.exec(note.normalize('NFKC'))?.[1];
    if (!Number(year) || period.until === 'open') continue;
    const ad = Number(year) < 1000 ? adYear(Number(year)) : Number(year);
    if (Math.abs(ad - Number(period.until.slice(0, 4))) > 0) cautions.push('claimed-period-differs');
  }
  return [...new Set(cautions)];
}
