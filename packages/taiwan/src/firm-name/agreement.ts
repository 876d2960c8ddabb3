/** When do two names agree letter for letter, and how much of the registered one was said? */
import { type Agreement, agreement, coarseForm } from '../han/fold.ts';
import { specialKeys, specialOf } from './name-keys.ts';
import { type NameParts, startOfBusiness } from './name-parts.ts';
import { englishLimited, isCompany, noForm, organisationForms, someCompany, someEnglishCompany } from './name-words.ts';
import type { Reading } from './reading.ts';
import { soundsLikeMandarin } from './romanised.ts';

export type NameRole = 'current' | 'former' | 'english';

/** One name of a firm, taken apart. */
export interface RegisteredName {
  /** Whether it is the firm's present, former or English name. */
  role: NameRole;
  /** The name, taken apart. */
  parts: NameParts;
}

/** How the name was found; the order is the order of trust. */
export type FoundBy =
  | 'full-name'
  | 'former-name'
  | 'english-name'
  | 'name-without-form'
  | 'former-without-form'
  | 'special-name';

export type CoreAgreement = Agreement | 'words';

const core = (parts: NameParts): string => parts.plain.slice(0, parts.coreEnd).trim();

/** How do two cores of one {@link coreKey} agree? `words`: a Latin business word is shortened or inflected. */
export function coreAgreement(reading: NameParts, record: NameParts, simplified: boolean): CoreAgreement {
  if (reading.script === 'latin') {
    return core(reading).replaceAll(' ', '') === core(record).replaceAll(' ', '') ? 'same' : 'words';
  }
  const agrees = agreement(core(reading), core(record), simplified);
  if (agrees !== 'unclear') return agrees;
  // 云端 for 雲端 in the line of business can mean nothing else: only the special name has to be clear.
  const special = agreement(
    reading.plain.slice(0, record.businessStart),
    record.plain.slice(0, record.businessStart),
    simplified,
  );
  return special === 'unclear' || record.businessStart === record.specialStart ? 'unclear' : 'script';
}

/** A written form agrees with itself, 公司 with every kind of company, and no form with any. */
export function formAgrees(written: number, registered: number): boolean {
  if (written === registered || written === noForm || written === someEnglishCompany) return true;
  if (englishLimited.includes(written)) return englishLimited.includes(registered);
  return written === someCompany && isCompany(registered);
}

const onlyOfForeign = /^(?:在)?台湾分公司$/;
const sameBranch = (a: string, b: string): boolean => coarseForm(a) === coarseForm(b);

/**
 * Which of a firm's names is said, the cores being equal? Undefined: the name contradicts it, by form, body (財團法人), country (美商) or branch.
 * A name that leaves one of these out is a `…-without-form`.
 */
export function foundBy(reading: Reading, { role, parts }: RegisteredName): FoundBy | undefined {
  const said = reading.parts;
  const branch = reading.branch ?? said.branch;
  if (!formAgrees(said.form, parts.form)) return undefined;
  if (!said.legal.every((prefix) => parts.legal.includes(prefix))) return undefined;
  const open = said.form === noForm || said.form === someCompany;
  const branchAgrees = parts.branch === '' || (branch !== '' && sameBranch(branch, parts.branch));
  if (!branchAgrees) {
    // A branch of a firm of this country is not its head office; a foreign firm is here by its branch alone.
    if (branch !== '' || (parts.nation === '' && parts.script === 'han')) return undefined;
    if (said.nation !== parts.nation && !open) return undefined;
  }
  // A firm of this country has no 台灣分公司: the text means a foreign one of that name.
  if (said.nation === '' && parts.nation === '' && parts.branch === '' && onlyOfForeign.test(coarseForm(branch)))
    return undefined;
  // 凱爾文雲端股份有限公司 is another firm than 美商凱爾文雲端股份有限公司; 凱爾文雲端 may be either.
  if (said.nation !== parts.nation && (said.nation !== '' || !(open || (parts.branch !== '' && branchAgrees))))
    return undefined;
  const full =
    said.form === parts.form &&
    branchAgrees &&
    said.nation === parts.nation &&
    said.legal.length === parts.legal.length;
  if (role === 'english') return 'english-name';
  if (role === 'former') return full ? 'former-name' : 'former-without-form';
  return full ? 'full-name' : 'name-without-form';
}

/** Is it the very country and branch that the name says? Decides between two firms of one core. */
export function saysAllOf(reading: Reading, { parts }: RegisteredName): number {
  const branch = reading.branch ?? reading.parts.branch;
  return 2 * Number(reading.parts.nation === parts.nation) + Number(sameBranch(branch, parts.branch));
}

/** Is the reading a special name alone, or one with a bare 公司? */
export const isSpecialAlone = ({ businessStart, coreEnd, form }: NameParts): boolean =>
  businessStart === coreEnd && (form === noForm || form === someCompany);

/** 陽台農場: what looks like a trade name may be the special name of a company. */
export function specialReadings(parts: NameParts): NameParts[] {
  const local = parts.script === 'han' && !organisationForms[parts.form]!.nationwide;
  return [...(isSpecialAlone(parts) ? [parts] : []), ...(local ? [wholeAsSpecial(parts)] : [])].filter(
    (reading) => specialOf(reading).trim() !== '',
  );
}

/** 樸實書店 may be 樸實書店有限公司 without its form: what looks like a trade name's form is a line of business then. */
export function withoutTradeForm(parts: NameParts): NameParts | undefined {
  if (parts.script !== 'han' || parts.form === noForm || organisationForms[parts.form]!.nationwide) return undefined;
  const coreEnd = parts.coarse.length;
  return { ...parts, coreEnd, businessStart: startOfBusiness(parts.coarse, coreEnd), form: noForm };
}

const wholeAsSpecial = (parts: NameParts): NameParts => ({
  ...parts,
  specialStart: 0,
  businessStart: parts.coarse.length,
  coreEnd: parts.coarse.length,
  form: noForm,
});

/** Two Chinese characters or four Latin ones are the least that can single out a firm; a romanised English name never does. */
export function singlesOut(special: string, records: readonly RegisteredName[]): boolean {
  if (/\p{Script=Han}/u.test(special)) return special.length >= 2;
  if (special.length < 4 || !Number.isNaN(Number(special))) return false;
  // A registered Chinese name with these letters in it settles it; an English name that is only romanised does not.
  return records.some((record) => record.parts.script === 'han') || !soundsLikeMandarin(special);
}

export function specialAgreement(parts: NameParts, record: NameParts, simplified: boolean): Agreement {
  const typed = parts.plain.slice(0, parts.businessStart);
  const place = record.plain.slice(0, record.specialStart);
  const special = record.plain.slice(record.specialStart, record.businessStart);
  if (record.script === 'latin' || !/\p{Script=Han}/u.test(typed)) return place === '' ? 'same' : 'unclear';
  // 深鳶 for DeepKite 深鳶: compare with the half that was asked for.
  const at = special.length > typed.length ? special.length - typed.length : 0;
  const half =
    specialKeys(record).length > 1 && at > 0
      ? special.slice(/^[a-z0-9&+]/.test(special) ? at : 0).slice(0, typed.length)
      : place + special;
  return half.length === typed.length ? agreement(typed, half, simplified) : 'unclear';
}
