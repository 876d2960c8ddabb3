/** Does a name, as someone wrote it, mean this firm? The rule of matching, asked of one firm alone. */
import { flatten, isSimplified } from '../han/fold.ts';
import {
  coreAgreement,
  type FoundBy,
  formAgrees,
  foundBy,
  isSpecialAlone,
  type NameRole,
  type RegisteredName,
  singlesOut,
  specialAgreement,
  specialReadings,
  withoutTradeForm,
} from './agreement.ts';
import { isCommonWord } from './common-words.ts';
import { countyNamed } from './county.ts';
import { coreKey, specialKeys, specialOf } from './name-keys.ts';
import { nameParts } from './name-parts.ts';
import { noForm, organisationForms } from './name-words.ts';
import { type Mention, readText, spelledOut } from './read-text.ts';
import type { Reading } from './reading.ts';
import { literalReading, readingsOf } from './readings.ts';
import { onlyGeneric, type SlipKind, slipOf } from './typo.ts';

/**
 * `same`: said in full (but for writing: glyphs, width, Simplified, （股）). `likely`: its organisation form or country is left out, or one slip
 * that makes no other word; nothing contradicts it. `unsure`: near enough that a person has to look. `different`: another name.
 */
export type NameVerdict = 'same' | 'likely' | 'unsure' | 'different';

/** Why two names are, or are not, the same firm's. */
export type NameReason =
  | FoundBy
  | SlipKind
  /** Is one of its names only in Simplified, or with 云 for 雲. */
  | 'unclear-script'
  /** The beginning of it, without a form: 青隼 for 青隼支付清算. */
  | 'abbreviation'
  /** Its name without what stands in brackets. */
  | 'part-of-name'
  | 'other-county'
  /** 籌備處, 工會, 職工福利委員會 of it. */
  | 'other-body'
  | 'unread-words'
  /** Another full name stands beside it. */
  | 'several-names'
  | 'other-business'
  | 'other-name'
  | 'no-name';

/** The names of a registered firm, with its county where it is known. */
export interface FirmNames {
  /** As registered; what stands in brackets (（前名稱：…）) is read too. */
  readonly name: string;
  /** As the list writes it; `null` or left out when unknown. */
  readonly nameEn?: string | null | undefined;
  /** Earlier names, in any order; read as well as the present one. */
  readonly formerNames?: readonly string[] | undefined;
  /** County or city of the seat, any writing; narrows names that several firms share. */
  readonly city?: string | null | undefined;
}

/** What a comparison says of a text and a firm. */
export interface NameComparison {
  /** Whether text and firm are the same. */
  readonly verdict: NameVerdict;
  /** Why the verdict is what it is. */
  readonly reason: NameReason;
  /** Which of the firm's names was meant; null when `different` or nothing was read. */
  readonly as: { readonly name: string; readonly role: NameRole } | null;
  /** The branch the text names, when it is not the firm's own name. */
  readonly branch: string | null;
}

interface Known extends RegisteredName {
  name: string;
  /** Something in brackets was left out of it. */
  partial: boolean;
}

/** A whole core this long tells the firm although no line of business is known in it. */
const LONG_CORE = 4;

const verdicts: Readonly<Record<NameReason, NameVerdict>> = {
  'full-name': 'same',
  'former-name': 'same',
  'english-name': 'same',
  'name-without-form': 'likely',
  'former-without-form': 'likely',
  'slip-in-business': 'likely',
  'slip-in-special-name': 'likely',
  'special-name': 'unsure',
  'part-of-name': 'unsure',
  abbreviation: 'unsure',
  'other-organisation': 'unsure',
  'one-character-apart': 'unsure',
  'unclear-script': 'unsure',
  'other-county': 'unsure',
  'other-body': 'unsure',
  'unread-words': 'unsure',
  'several-names': 'unsure',
  'no-name': 'unsure',
  kindred: 'different',
  'other-business': 'different',
  'other-name': 'different',
};
// The best of several readings answers.
const order = Object.keys(verdicts) as NameReason[];

const different: NameComparison = { verdict: 'different', reason: 'other-name', as: null, branch: null };

/**
 * Is the firm meant by this text?
 *
 * @param text a name as written, with labels, brackets, a branch or numbers around it
 * @param firm its registered names. Only this firm is looked at: that no other one is called so is for a register to say.
 * @returns never throws; an unreadable text is `unsure` with `no-name`
 * @example compareFirmName('示範資訊（股）公司', { name: '示範資訊股份有限公司' }).verdict // 'same'
 */
export function compareFirmName(text: string, firm: FirmNames): NameComparison {
  const known = namesOf(firm);
  const simplified = isSimplified(text);
  const whole = [text, spelledOut(flatten(text))].map((one) => reading(literalReading(one), known, simplified, firm));
  const literal = whole.find(({ verdict }) => verdict === 'same');
  if (literal) return literal;
  const mentions = readText(text, () => false).mentions;
  if (mentions.length === 0) return { ...different, verdict: 'unsure', reason: 'no-name' };
  return together(mentions.map((mention) => ({ mention, found: ofMention(mention, known, simplified, firm) })));
}

function namesOf(firm: FirmNames): Known[] {
  const one = (name: string, role: NameRole, partial = false): Known => ({
    name,
    role,
    partial,
    parts: nameParts(name),
  });
  const known = [one(firm.name, 'current'), ...(firm.formerNames ?? []).map((name) => one(name, 'former'))];
  if (firm.nameEn) known.push(one(firm.nameEn, 'english'));
  if (!/[(（]/.test(firm.name)) return known;
  // 赤狐智能股份有限公司(前名稱：赤狐舊名有限公司), as some lists print it.
  const { mentions } = readText(firm.name, () => false);
  const renamed = mentions.some(({ role }) => role === 'former' || role === 'current');
  for (const { text, role } of mentions) {
    if (role === 'any') known.push(one(text, 'current', !renamed));
    else if (role !== 'alias') known.push(one(text, role));
  }
  return known;
}

interface Judged {
  mention: Mention;
  found: NameComparison;
}

/** Several names in one text must not contradict each other; a former one, or a short one, need not be known. */
function together(judged: readonly Judged[]): NameComparison {
  const best = judged
    .map(({ found }) => found)
    .reduce((a, b) => (order.indexOf(b.reason) < order.indexOf(a.reason) ? b : a));
  if (best.verdict === 'different') return best;
  const stranger = judged.some(
    ({ mention, found }) =>
      found.verdict === 'different' &&
      (mention.role === 'any' || mention.role === 'current') &&
      nameParts(mention.text).form !== noForm &&
      nameParts(mention.text).script === 'han',
  );
  return stranger ? { ...best, verdict: 'unsure', reason: 'several-names' } : best;
}

function ofMention(mention: Mention, known: readonly Known[], simplified: boolean, firm: FirmNames): NameComparison {
  const borne = (parts: Reading['parts'], alone: boolean): boolean =>
    known.some(({ parts: one }) =>
      alone ? specialKeys(one).includes(specialOf(parts)) : coreKey(one) === coreKey(parts),
    );
  const best = readingsOf(mention, borne)
    .map((one) => reading(one, known, simplified, firm))
    .reduce((a, b) => (order.indexOf(b.reason) < order.indexOf(a.reason) ? b : a), different);
  if (best.verdict === 'different') return best;
  if (mention.tail === 'other-body') return { ...best, verdict: 'unsure', reason: 'other-body' };
  return mention.tail === 'unread' ? { ...best, verdict: 'unsure', reason: 'unread-words' } : best;
}

function reading(one: Reading, known: readonly Known[], simplified: boolean, firm: FirmNames): NameComparison {
  let best = different;
  for (const registered of known) {
    const reason = reasonOf(one, registered, simplified, firm);
    if (reason === undefined || order.indexOf(reason) >= order.indexOf(best.reason)) continue;
    const branch = one.branch ?? one.parts.branch;
    best = {
      verdict: verdicts[reason],
      reason,
      as: verdicts[reason] === 'different' ? null : { name: registered.name, role: registered.role },
      branch: branch === '' || registered.parts.branch !== '' ? null : branch,
    };
  }
  return best;
}

function reasonOf(one: Reading, registered: Known, simplified: boolean, firm: FirmNames): NameReason | undefined {
  const { parts } = one;
  if (parts.plain === '') return undefined;
  if (coreKey(parts) === coreKey(registered.parts)) {
    const by = foundBy(one, registered);
    if (by === undefined) return 'other-organisation';
    if (coreAgreement(parts, registered.parts, simplified) === 'unclear') return 'unclear-script';
    const full = verdicts[by] === 'same';
    if (!full && onlyGeneric(parts)) return undefined;
    if (!full && isSpecialAlone(parts) && parts.coreEnd < LONG_CORE)
      return tellingAlone(parts, registered) ? 'special-name' : undefined;
    if (elsewhere(one, registered, firm)) return 'other-county';
    return registered.partial ? 'part-of-name' : by;
  }
  const short = withoutTradeForm(parts);
  if (short !== undefined && coreKey(short) === coreKey(registered.parts)) {
    const by = foundBy({ ...one, parts: short }, registered);
    if (by !== undefined)
      return coreAgreement(short, registered.parts, simplified) === 'unclear' ? 'unclear-script' : by;
  }
  for (const special of specialReadings(parts)) {
    if (!specialKeys(registered.parts).includes(specialOf(special).replaceAll(' ', ''))) continue;
    if (!tellingAlone(special, registered)) return undefined;
    return specialAgreement(special, registered.parts, simplified) === 'unclear' ? 'unclear-script' : 'special-name';
  }
  if (onlyGeneric(parts)) return undefined;
  const slip = slipOf(one, registered);
  // Two differences, one of them the form: another firm.
  if (slip === 'one-character-apart' && !formAgrees(parts.form, registered.parts.form)) return undefined;
  if (slip !== undefined) return registered.partial && verdicts[slip] === 'likely' ? 'part-of-name' : slip;
  if (parts.form === noForm && parts.coreEnd >= 2 && coreKey(registered.parts).startsWith(coreKey(parts)))
    return tellingAlone(parts, registered) ? 'abbreviation' : undefined;
  return specialOf(parts) !== '' && specialOf(parts) === specialOf(registered.parts) ? 'other-business' : undefined;
}

function tellingAlone(parts: Reading['parts'], registered: Known): boolean {
  const special = parts.coarse.slice(parts.specialStart, parts.coreEnd).replaceAll(' ', '');
  return singlesOut(special, [registered]) && !isCommonWord(special);
}

/** A trade name is another firm's in another county. */
function elsewhere({ counties }: Reading, { parts }: Known, firm: FirmNames): boolean {
  const county = firm.city ? countyNamed(firm.city) : undefined;
  if (counties.length === 0 || county === undefined || organisationForms[parts.form]!.nationwide) return false;
  return parts.script === 'han' && !counties.includes(county);
}
