/** A name that nobody bears, one slip away from one that somebody does: which slips may link, and which only show candidates. */
import { type CompanyIndex, type NameRecord, specialOf } from './company-index.ts';
import { formAgrees } from './exact.ts';
import { coarseForm, glyphForm } from './fold.ts';
import { fullWords, type NameParts, startOfBusiness } from './name-parts.ts';
import { businessWords, englishBusiness, noForm } from './name-words.ts';
import type { Reading } from './readings.ts';
import { type SingleEdit, singleEdit } from './single-edit.ts';
import { looksAlike, soundsSame } from './sound.ts';

export type SlipKind =
  | 'slip-in-business'
  | 'slip-in-special-name'
  | 'one-character-apart'
  | 'other-organisation'
  | 'kindred';

export interface Slip {
  record: NameRecord;
  /** Only the two `slip-in-…` may link; `kindred` is farther than one slip and rivals nobody. */
  kind: SlipKind;
}

/** The shortest special name in which one character may be wrong and the firm still be known. */
const LONG_SPECIAL = 4;

const core = (parts: NameParts): string => parts.coarse.slice(0, parts.coreEnd);

export function slipsOf(index: CompanyIndex, reading: Reading): Slip[] {
  const { parts } = reading;
  if (parts.script === 'latin') return latinSlips(index, parts);
  const slips: Slip[] = [];
  for (const record of index.near(parts)) {
    if (record.parts.script === 'latin') continue;
    const edit = slipBetween(parts, record.parts);
    if (edit) slips.push({ record, kind: slipKind(parts, record, edit) });
  }
  return slips;
}

/** 煉 typed for 鍊 is one slip, though the two meet in one Simplified character. */
function slipBetween(typed: NameParts, registered: NameParts): SingleEdit | undefined {
  const edit = singleEdit(core(typed), core(registered));
  if (edit?.kind !== 'same') return edit;
  return singleEdit(
    glyphForm(typed.plain.slice(0, typed.coreEnd)),
    glyphForm(registered.plain.slice(0, registered.coreEnd)),
  );
}

function slipKind(typed: NameParts, record: NameRecord, edit: SingleEdit): SlipKind {
  const { parts } = record;
  if (edit.kind === 'same') return 'other-organisation';
  if (record.role !== 'current' || !formAgrees(typed.form, parts.form)) return 'one-character-apart';
  if (edit.at >= parts.businessStart)
    return businessSlip(typed, parts, edit) ? 'slip-in-business' : 'one-character-apart';
  return specialSlip(typed, record.parts, edit) ? 'slip-in-special-name' : 'one-character-apart';
}

const mistakable = (a: string, b: string): boolean => soundsSame(a, b) || looksAlike(a, b);

/**
 * 生物科枝 for 生物科技: the special name is whole, and what follows it is no line of business but one slip of sound or shape from one.
 * Any other wrong character makes a word this list may not know (科創 is not 科技), and then it may be another firm.
 */
function businessSlip(typed: NameParts, registered: NameParts, edit: SingleEdit): boolean {
  const coarse = core(typed);
  const special = registered.coarse.slice(0, registered.businessStart);
  if (!coarse.startsWith(special) || registered.businessStart === registered.specialStart) return false;
  const rest = coarse.slice(special.length);
  if (rest.length < 2 || startOfBusiness(rest, rest.length) === 0) return false; // another line of business
  switch (edit.kind) {
    case 'substitution':
      return mistakable(coarse[edit.typedAt]!, core(registered)[edit.at]!);
    case 'insertion':
      return coarse[edit.typedAt] === coarse[edit.typedAt - 1]; // 資訊訊科技
    case 'deletion':
      return startOfBusiness(coarse, coarse.length) === coarse.length; // 資訊科, but not 資科技: 資 may belong to the special name
    default:
      return edit.kind === 'swap';
  }
}

/** 被面 for 背面 in a special name of four characters or more. A place in front does not make a special name long. */
function specialSlip(typed: NameParts, registered: NameParts, edit: SingleEdit): boolean {
  const special = specialOf(registered);
  const units = special.replace(/[a-z0-9&+]+/g, '1').length;
  const known = registered.businessStart < registered.coreEnd ? units : units - 2; // an unknown line of business may be in it
  if (edit.kind !== 'substitution' || known < LONG_SPECIAL || edit.at < registered.specialStart) return false;
  const [written, meant] = [typed.plain[edit.typedAt]!, registered.plain[edit.at]!];
  return /\p{Script=Han}/u.test(meant) && mistakable(written, meant);
}

/** Sofware, Inteligence: the special name is whole and one business word is misspelt into no word. */
function latinSlips(index: CompanyIndex, typed: NameParts): Slip[] {
  const tokens = typed.coarse.slice(0, typed.coreEnd).trim().split(' ');
  return index.withLatinStart(tokens).map((record) => {
    const registered = core(record.parts).trim().split(' ');
    const agrees = formAgrees(typed.form, record.parts.form);
    if (!agrees && fullWords(tokens.join(' ')) === fullWords(registered.join(' ')))
      return { record, kind: 'other-organisation' };
    return { record, kind: agrees && latinSlip(tokens, registered, record.parts) ? 'slip-in-business' : 'kindred' };
  });
}

function latinSlip(typed: readonly string[], registered: readonly string[], parts: NameParts): boolean {
  if (typed.length !== registered.length) return false;
  const specials = parts.coarse.slice(0, parts.businessStart).trim().split(' ').length;
  const wrong = typed.flatMap((token, i) => (token === registered[i] ? [] : [i]));
  const [at] = wrong;
  if (wrong.length !== 1 || at === undefined || at < specials) return false;
  const word = registered[at]!;
  return (
    word.length >= 5 &&
    englishBusiness.has(word) &&
    !englishBusiness.has(typed[at]!) &&
    singleEdit(typed[at]!, word) !== undefined
  );
}

/** Is the reading made of generic words only (科技, 資訊, 台北, AI)? Such a text says nothing about which firm it is. */
export const onlyGeneric = (parts: NameParts): boolean =>
  specialOf(parts).trim() === '' ||
  businessWords.has(coarseForm(parts.plain)) ||
  (parts.coreEnd === 0 && parts.form !== noForm);
