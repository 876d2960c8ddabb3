import {
  type Claim,
  findScheme,
  getScheme,
  isSchemeId,
  type Register,
  readNumberCell,
  type Scheme,
  type SchemeId,
  schemes,
} from '@aipower/registry';
import { type Day, parseDay } from '@aipower/taiwan/dates';
import { checkUbn, ubnDigits } from '@aipower/taiwan/ubn';
import type { Language } from '../page/language.ts';
import type { Messages } from '../page/words.zh.ts';

export const MAX_NUMBER = 100;
export const MAX_NAME = 200;

/** What is wrong with a field, in words, for the summary above the form and for the field itself. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** The errors of a form by field, first one first. */
export function byField(errors: readonly FieldError[]): Readonly<Record<string, string>> {
  return Object.fromEntries([...errors].reverse().map(({ field, message }) => [field, message]));
}

type Errors = Messages['verify']['errors'];

/** Reads a 統一編號 as typed. A check digit that does not fit is told and not refused: real firms have such numbers. */
export function readUbn(typed: string, errors: Errors): { ubn: string; error: string | null; warning: string | null } {
  const ubn = ubnDigits(typed);
  if (ubn === '') return { ubn, error: null, warning: null };
  const check = checkUbn(ubn);
  if (check.ok) return { ubn, error: null, warning: null };
  const found = typed.trim().slice(0, 40);
  if (check.code === 'checksum') return { ubn, error: null, warning: errors.ubnChecksum(found) };
  return { ubn, error: check.code === 'all-zero' ? errors.ubnZero : errors.ubnShape(found), warning: null };
}

/** Reads a day in either calendar; blank is `fallback`. */
export function readDay<Fallback extends Day | null>(
  typed: string,
  fallback: Fallback,
  errors: Errors,
): { day: Day | Fallback; error: string | null } {
  if (typed.trim() === '') return { day: fallback, error: null };
  const reading = parseDay(typed);
  if (reading.ok) return { day: reading.day, error: null };
  const found = typed.trim().slice(0, 40);
  const say = {
    'no-such-day': errors.dayImpossible,
    ambiguous: errors.dayAmbiguous,
    unrecognised: errors.day,
    empty: errors.day,
  };
  return { day: fallback, error: say[reading.code](found) };
}

export interface SingleFields {
  readonly scheme: string;
  readonly number: string;
  readonly ubn: string;
  readonly name: string;
  readonly on: string;
}

export interface SingleQuestion {
  readonly scheme: SchemeId;
  readonly number: string | undefined;
  readonly ubn: string | undefined;
  readonly name: string | undefined;
  readonly on: Day;
}

export interface Reading<Question> {
  readonly errors: readonly FieldError[];
  readonly warnings: readonly string[];
  readonly question: Question | null;
}

/**
 * Reads the form for one number. Without a number the question is whether the firm is registered at all.
 *
 * @param how.find on which lists a number stands: where that is one only, the registration need not be chosen
 */
export function readSingle(
  fields: SingleFields,
  today: Day,
  words: Errors,
  { find, language }: { readonly find: (number: string) => readonly SchemeId[]; readonly language: Language } = {
    find: () => [],
    language: 'zh',
  },
): Reading<SingleQuestion> {
  const errors: FieldError[] = [];
  const say = (field: keyof SingleFields, message: string) => errors.push({ field, message });
  const { name } = fields;
  // A link or a cell of a spreadsheet may name it in words: 人工智慧 is ai.
  const scheme = findScheme(fields.scheme)?.id ?? fields.scheme;
  if (scheme === '') {
    const sought = fields.number.trim() === '' ? null : find(fields.number);
    if (sought === null) say('scheme', words.schemeMissing);
    else if (sought.length === 0) say('scheme', words.schemeNotFound(fields.number.trim().slice(0, 40)));
    else if (sought.length > 1)
      say(
        'scheme',
        words.schemeSeveral(
          fields.number.trim().slice(0, 40),
          sought.map((id) => getScheme(id).shortName[language]).join(language === 'zh' ? '、' : ', '),
        ),
      );
    else return readSingle({ ...fields, scheme: sought[0]! }, today, words, { find, language });
  } else if (!isSchemeId(scheme)) say('scheme', words.schemeUnknown(scheme.slice(0, 40)));
  const hasNumber = schemes.find(({ id }) => id === scheme)?.numberLabel !== null;
  const number = hasNumber ? fields.number : '';
  if (number.length > MAX_NUMBER) say('number', words.numberTooLong(MAX_NUMBER));
  if (name.length > MAX_NAME) say('name', words.nameTooLong(MAX_NAME));
  const { ubn, error, warning } = readUbn(fields.ubn, words);
  if (error) say('ubn', error);
  if (number.trim() === '' && ubn === '' && name.trim() === '') say(hasNumber ? 'number' : 'ubn', words.nothingToCheck);
  const { day, error: dayError } = readDay(fields.on, today, words);
  if (dayError) say('on', dayError);
  const warnings = warning ? [warning] : [];
  if (errors.length > 0 || !isSchemeId(scheme)) return { errors, warnings, question: null };
  const question = {
    scheme,
    number: number.trim() || undefined,
    ubn: ubn || undefined,
    name: name.trim() || undefined,
    on: day,
  };
  return { errors, warnings, question };
}

export interface ApplicationQuestion {
  readonly on: Day;
  /** One per registration the form asks for, in its order; `number: null` where the field is blank, 無 as typed. */
  readonly claims: readonly Claim[];
}

/** What the applicant answered where the form asks yes or no, in its words. */
const yesOrNo: Readonly<Record<string, string>> = { yes: '是', no: '否' };

/** Reads the registration fields of an application. 無 and blank both claim nothing, and stay apart: blank may be an oversight. */
export function readApplication(
  fields: Readonly<Record<string, string>> & { readonly company: string; readonly ubn: string; readonly on: string },
  asked: readonly Scheme[],
  today: Day,
  words: Errors,
): Reading<ApplicationQuestion> {
  const errors: FieldError[] = [];
  const name = fields.company.trim();
  const { ubn, error, warning } = readUbn(fields.ubn, words);
  if (fields.company.length > MAX_NAME) errors.push({ field: 'company', message: words.nameTooLong(MAX_NAME) });
  if (error) errors.push({ field: 'ubn', message: error });
  if (!error && ubn === '' && name === '') errors.push({ field: 'ubn', message: words.claimantMissing });
  const { day, error: dayError } = readDay(fields.on, today, words);
  if (dayError) errors.push({ field: 'on', message: dayError });
  const claims = asked.map(({ id, numberLabel }): Claim => {
    const typed = fields[id] ?? '';
    if (typed.length > MAX_NUMBER) errors.push({ field: id, message: words.numberTooLong(MAX_NUMBER) });
    const said = numberLabel === null ? (yesOrNo[typed] ?? '') : typed.trim();
    return { scheme: id, number: said || null, ubn: ubn || undefined, name: name || undefined };
  });
  if (asked.every(({ id }) => (fields[id] ?? '').trim() === '')) {
    errors.push({ field: asked[0]?.id ?? 'company', message: words.nothingClaimed });
  }
  const warnings = warning ? [warning] : [];
  return { errors, warnings, question: errors.length > 0 ? null : { on: day, claims } };
}

/** The lists that a number stands on, in the order of the form; a note or a label beside it is set aside. */
export function listsWith(register: Pick<Register, 'snapshot'>, typed: string): SchemeId[] {
  const cell = readNumberCell(typed);
  if (cell.kind !== 'number') return [];
  const snapshot = register.snapshot();
  return schemes.flatMap(({ id }) => (snapshot.certificatesByKey(id, cell.number.key).length > 0 ? [id] : []));
}
