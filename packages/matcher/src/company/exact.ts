/** Which firms bear what a reading says, letter for letter? Tried from the full name down to the special name alone. */
import { type CompanyIndex, type NameRecord, specialKeys, specialOf } from './company-index.ts';
import { type Agreement, agreement } from './fold.ts';
import type { NameParts } from './name-parts.ts';
import { isCompany, noForm, someCompany } from './name-words.ts';
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
  agreement: Agreement | 'words';
  records: NameRecord[];
}

const agreementOrder = ['same', 'glyph', 'script', 'words', 'unclear'] as const;

const core = (parts: NameParts): string => parts.plain.slice(0, parts.coreEnd).trim();

function coreAgreement(reading: NameParts, record: NameParts, simplified: boolean): Found['agreement'] {
  if (reading.script === 'latin') {
    return core(reading).replaceAll(' ', '') === core(record).replaceAll(' ', '') ? 'same' : 'words';
  }
  return agreement(core(reading), core(record), simplified);
}

/** A written form agrees with itself, 公司 with every kind of company, and no form with any. */
export function formAgrees(written: number, registered: number): boolean {
  if (written === registered || written === noForm) return true;
  return written === someCompany && isCompany(registered);
}

const foundBy = (record: NameRecord, written: number): FoundBy => {
  const whole = written === record.parts.form;
  if (record.role === 'english') return 'english-name';
  if (record.role === 'former') return whole ? 'former-name' : 'former-without-form';
  return whole ? 'full-name' : 'name-without-form';
};

const trust: readonly FoundBy[] = [
  'full-name',
  'former-name',
  'english-name',
  'name-without-form',
  'former-without-form',
];
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
      const best = agreementOrder.find((agrees) => group.some((hit) => hit.agrees === agrees))!;
      return { by, agreement: best, records: group.filter((hit) => hit.agrees === best).map((hit) => hit.record) };
    }
  }
  return reading.role === 'former' ? undefined : bySpecialName(index, parts, simplified);
}

/** A special name alone, or with a bare 公司. Two Chinese characters or three Latin ones are the least that can single out a firm. */
function bySpecialName(index: CompanyIndex, parts: NameParts, simplified: boolean): Found | undefined {
  const alone = parts.businessStart === parts.coreEnd && (parts.form === noForm || parts.form === someCompany);
  const special = specialOf(parts).replaceAll(' ', '');
  if (!alone || special === '') return undefined;
  const hits = index
    .withSpecial(special)
    .filter((record) => specialKeys(record.parts).includes(special))
    .map((record) => ({ record, agrees: specialAgreement(parts, record.parts, simplified) }));
  const clear = hits.filter((hit) => hit.agrees !== 'unclear');
  const kept = clear.length > 0 ? clear : hits;
  if (kept.length === 0) return undefined;
  const weak = /\p{Script=Han}/u.test(special)
    ? special.length < 2
    : special.length < 3 || soundsLikeMandarin(special) || !Number.isNaN(Number(special));
  return {
    by: 'special-name',
    agreement: clear.length > 0 && !weak ? 'same' : 'unclear',
    records: kept.map((hit) => hit.record),
  };
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
