/** Which firms bear what a reading says, letter for letter? Tried from the full name down to the special name alone. */
import { type CompanyIndex, type NameRecord, specialKeys, specialOf } from './company-index.ts';
import { type Agreement, agreement } from './fold.ts';
import type { NameParts } from './name-parts.ts';
import { englishLimited, isCompany, noForm, organisationForms, someCompany, someEnglishCompany } from './name-words.ts';
import type { Reading } from './readings.ts';
import { soundsLikeMandarin } from './romanised.ts';

/** How the name was found; the order is the order of trust. */
export type FoundBy =
  | 'full-name'
  | 'former-name'
  | 'english-name'
  | 'name-without-form'
  | 'former-without-form'
  | 'special-name';

export interface Found {
  by: FoundBy;
  /**
   * Why it does not link although it is equal. `not-a-former-name`: the text calls it one, and it is a firm's current name. `too-short`: a
   * special name of one Chinese character or up to three Latin ones, or one that is only the sound of Chinese characters.
   */
  doubt: 'not-a-former-name' | 'too-short' | undefined;
  agreement: Agreement | 'words';
  records: NameRecord[];
}

const agreementOrder = ['same', 'glyph', 'script', 'words', 'unclear'] as const;

const core = (parts: NameParts): string => parts.plain.slice(0, parts.coreEnd).trim();

function coreAgreement(reading: NameParts, record: NameParts, simplified: boolean): Found['agreement'] {
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

const foundBy = (record: NameRecord, written: number): FoundBy => {
  const same = written === record.parts.form;
  if (record.role === 'english') return 'english-name';
  if (record.role === 'former') return same ? 'former-name' : 'former-without-form';
  return same ? 'full-name' : 'name-without-form';
};

const trust: readonly FoundBy[] = [
  'full-name',
  'former-name',
  'english-name',
  'name-without-form',
  'former-without-form',
];
const whole: readonly FoundBy[] = ['full-name', 'english-name'];
const trustOfPast: readonly FoundBy[] = ['former-name', 'former-without-form'];

/**
 * The most trusted group of names a reading is equal to, and within it those that agree best: an exact spelling beats a glyph, a glyph
 * beats Simplified. Undefined when it equals none. Names of `unclear` script come only when there is nothing better.
 */
export function exactly(index: CompanyIndex, reading: Reading, simplified: boolean): Found | undefined {
  const { parts } = reading;
  const same = index
    .withCore(parts)
    .filter((record) => formAgrees(parts.form, record.parts.form))
    .map((record) => ({
      record,
      agrees: coreAgreement(parts, record.parts, simplified),
      by: foundBy(record, parts.form),
    }));
  for (const unclear of [false, true]) {
    for (const by of reading.role === 'former' ? trustOfPast : trust) {
      const group = same.filter((hit) => hit.by === by && (hit.agrees === 'unclear') === unclear);
      if (group.length === 0) continue;
      // Co., Ltd. agrees with Ltd., but a firm that has the very form is meant first.
      const sameForm = group.filter((hit) => hit.record.parts.form === parts.form);
      const formed = by === 'english-name' && sameForm.length > 0 ? sameForm : group;
      const best = agreementOrder.find((agrees) => formed.some((hit) => hit.agrees === agrees))!;
      return {
        by,
        doubt: undefined,
        agreement: best,
        records: formed.filter((hit) => hit.agrees === best).map((hit) => hit.record),
      };
    }
  }
  if (reading.role !== 'former') return bySpecialName(index, parts, simplified);
  const present = exactly(index, { ...reading, role: 'any' }, simplified);
  return present && whole.includes(present.by) ? { ...present, doubt: 'not-a-former-name' } : undefined;
}

/** A special name alone, or with a bare 公司. Two Chinese characters or four Latin ones are the least that can single out a firm. */
function bySpecialName(index: CompanyIndex, parts: NameParts, simplified: boolean): Found | undefined {
  const alone = parts.businessStart === parts.coreEnd && (parts.form === noForm || parts.form === someCompany);
  const local = parts.script === 'han' && !organisationForms[parts.form]!.nationwide;
  // 陽台農場: what looks like a trade name may be the special name of a company.
  const readings = [...(alone ? [parts] : []), ...(local ? [wholeAsSpecial(parts)] : [])];
  for (const reading of readings) {
    const special = specialOf(reading).replaceAll(' ', '');
    if (special === '') continue;
    const hits = index
      .withSpecial(special)
      .map((record) => ({ record, agrees: specialAgreement(reading, record.parts, simplified) }));
    const clear = hits.filter((hit) => hit.agrees !== 'unclear');
    const records = (clear.length > 0 ? clear : hits).map((hit) => hit.record);
    if (records.length === 0) continue;
    return {
      by: 'special-name',
      agreement: clear.length > 0 ? 'same' : 'unclear',
      doubt: singlesOut(special, records) ? undefined : 'too-short',
      records,
    };
  }
  return undefined;
}

const wholeAsSpecial = (parts: NameParts): NameParts => ({
  ...parts,
  specialStart: 0,
  businessStart: parts.coarse.length,
  coreEnd: parts.coarse.length,
  form: noForm,
});

function singlesOut(special: string, records: readonly NameRecord[]): boolean {
  if (/\p{Script=Han}/u.test(special)) return special.length >= 2;
  if (special.length < 4 || !Number.isNaN(Number(special))) return false;
  // A registered Chinese name with these letters in it settles it; an English name that is only romanised does not.
  return records.some((record) => record.parts.script === 'han') || !soundsLikeMandarin(special);
}

function specialAgreement(parts: NameParts, record: NameParts, simplified: boolean): Agreement {
  const typed = parts.plain.slice(0, parts.businessStart);
  const place = record.plain.slice(0, record.specialStart);
  const special = record.plain.slice(record.specialStart, record.businessStart);
  if (record.script === 'latin' || !/\p{Script=Han}/u.test(typed)) return place === '' ? 'same' : 'unclear';
  // 深鳶 for DeepKite 深鳶: compare with the half that was asked for.
  const at = special.length > typed.length && special.length !== typed.length ? special.length - typed.length : 0;
  const half =
    specialKeys(record).length > 1 && at > 0
      ? special.slice(/^[a-z0-9&+]/.test(special) ? at : 0).slice(0, typed.length)
      : place + special;
  return half.length === typed.length ? agreement(typed, half, simplified) : 'unclear';
}
