/** A name one slip away from a registered one: which slips may be the firm, and which only show it as near. */
import { coarseForm, glyphForm } from '../han/fold.ts';
import { looksAlike, soundsSame } from '../han/likeness.ts';
import { formAgrees, type RegisteredName } from './agreement.ts';
import { specialOf } from './name-keys.ts';
import { fullWords, type NameParts, startOfBusiness } from './name-parts.ts';
import { bodyWords, businessWords, englishBusiness, noForm } from './name-words.ts';
import type { Reading } from './reading.ts';
import { type SingleEdit, singleEdit } from './single-edit.ts';

/** What kind of slip turns one name into another. */
export type SlipKind =
  | 'slip-in-business'
  | 'slip-in-special-name'
  | 'one-character-apart'
  | 'other-organisation'
  | 'kindred';

/** The shortest special name in which one character may be wrong and the firm still be known. */
const LONG_SPECIAL = 4;

const core = (parts: NameParts): string => parts.coarse.slice(0, parts.coreEnd);

/**
 * How far is a reading from a registered name of the same script? Only the two `slip-in-…` may be the firm; `kindred` shares the special name
 * and no more (Latin names only); undefined is farther than one slip.
 */
export function slipOf(reading: Reading, record: RegisteredName): SlipKind | undefined {
  const { parts } = reading;
  if (parts.script !== record.parts.script) return undefined;
  if (parts.script === 'latin') return latinSlipKind(parts, record);
  const edit = slipBetween(parts, record.parts);
  return edit && slipKind(reading, record, edit);
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

function slipKind(reading: Reading, record: RegisteredName, edit: SingleEdit): SlipKind {
  const { parts } = record;
  const typed = reading.parts;
  if (edit.kind === 'same') return 'other-organisation';
  if (record.role !== 'current' || !sameKind(reading, parts)) return 'one-character-apart';
  if (edit.at >= parts.businessStart)
    return businessSlip(typed, parts, edit) ? 'slip-in-business' : 'one-character-apart';
  return specialSlip(typed, record.parts, edit) ? 'slip-in-special-name' : 'one-character-apart';
}

/** Form, body, country and branch as registered: a name with a slip in it has nothing else to be known by. */
function sameKind({ parts: typed, branch }: Reading, registered: NameParts): boolean {
  return (
    formAgrees(typed.form, registered.form) &&
    typed.nation === registered.nation &&
    typed.legal.every((prefix) => registered.legal.includes(prefix)) &&
    (registered.branch === '' || coarseForm(branch ?? typed.branch) === coarseForm(registered.branch))
  );
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
function latinSlipKind(typed: NameParts, record: RegisteredName): SlipKind | undefined {
  const tokens = typed.coarse.slice(0, typed.coreEnd).trim().split(' ');
  const registered = core(record.parts).trim().split(' ');
  if (!startsAlike(tokens, record.parts)) return undefined;
  const agrees = formAgrees(typed.form, record.parts.form);
  if (!agrees && fullWords(tokens.join(' ')) === fullWords(registered.join(' '))) return 'other-organisation';
  return agrees && latinSlip(tokens, registered, record.parts) ? 'slip-in-business' : 'kindred';
}

/** The special name is the first of these tokens, or the first two or three written as one. */
function startsAlike(tokens: readonly string[], registered: NameParts): boolean {
  const special = specialOf(registered).replaceAll(' ', '');
  return special !== '' && [1, 2, 3].some((count) => tokens.slice(0, count).join('') === special);
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

/** Such a name tells more than its generic words: 台灣長照科技協會. */
const LONG_BODY = 6;

/** Is the reading made of generic words only (科技, 資訊, 台北, AI)? Such a text says nothing about which firm it is. */
export function onlyGeneric(parts: NameParts): boolean {
  const { coarse, coreEnd, form } = parts;
  if (coreEnd >= LONG_BODY && [2, 3].some((length) => bodyWords.has(coarse.slice(coreEnd - length, coreEnd))))
    return false;
  return specialOf(parts).trim() === '' || businessWords.has(coarse) || (coreEnd === 0 && form !== noForm);
}
