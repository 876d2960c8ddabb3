/**
 * A name taken apart, as 公司名稱及業務預查審核準則 does: what kind of body and which country it says in front (財團法人, 美商), place, special
 * name (特取名稱), line of business (業務種類), organisation form, and the branch behind it.
 */
import { nameWords } from '../generated/name-words.ts';
import { coarseForm, flatten, plainForm } from '../han/fold.ts';
import { branchTail } from './labels.ts';
import {
  businessWords,
  companyEnding,
  englishBusiness,
  englishForms,
  formEndings,
  legalPrefixes,
  longestBusinessWord,
  nationOf,
  nationPrefixes,
  noForm,
  openingPlaces,
  tradeEndings,
} from './name-words.ts';

/** Offsets into `plain`: [place)[special)[business)[organisation form). */
export interface NameParts {
  /** Everything the name says: letters and digits only. */
  whole: string;
  /** The name without `legal`, `nation` and `branch`. */
  plain: string;
  /** `plain` with variant glyphs and Simplified folded; the same length. */
  coarse: string;
  /** Whether Han or Latin letters carry the name. */
  script: 'han' | 'latin';
  /** Where the special name (特取名稱) begins. */
  specialStart: number;
  /** Where the words of the line of business begin; `coreEnd` without them. */
  businessStart: number;
  /** Where the form of organisation begins, or the text ends. */
  coreEnd: number;
  /** Index into organisationForms; 0 when none is written. */
  form: number;
  /** 財團法人, 有限責任, 國立 …, folded; a school may have two. */
  legal: readonly string[];
  /** 美商 …: the first word for that country in the data; '' when none is written. */
  nation: string;
  /** 台灣分公司 as written behind the form; '' when there is none. */
  branch: string;
}

const han = /\p{Script=Han}/u;
/** 嘉禾醫療財團法人 of 嘉禾醫療財團法人嘉禾醫院: the body that a hospital or a school belongs to, in front of its own name. Folded. */
const anyOf = (words: readonly string[]) => `(?:${words.map((word) => coarseForm(word)).join('|')})`;
const foundingBody = new RegExp(
  `^\\p{Script=Han}{2,8}${anyOf(nameWords.foundingKinds)}?${anyOf(nameWords.foundingBodies)}法人(?=\\p{Script=Han}{3})`,
  'u',
);

/** Reads a name, Chinese (also with Latin letters in it) or wholly Latin. Never fails: a part that is not there is empty. */
export function nameParts(name: string): NameParts {
  return han.test(name) ? hanParts(plainForm(name)) : latinParts(name);
}

function hanParts(whole: string): NameParts {
  const coarse = coarseForm(whole);
  const end = headOfficeEnd(coarse);
  const branch = whole.slice(end);
  let start = 0;
  const legal: string[] = [];
  // Few names have one, and registers have millions.
  const founder = coarse.includes('法人', 2) ? foundingBody.exec(coarse.slice(0, end)) : null;
  if (founder !== null) {
    legal.push(founder[0]);
    start = founder[0].length;
  }
  for (;;) {
    const prefix = startingWith(legalPrefixes, coarse, start);
    if (prefix === undefined || end - start - prefix.length < 2) break;
    legal.push(prefix);
    start += prefix.length;
  }
  const nation = startingWith(nationPrefixes, coarse, start);
  if (nation !== undefined) {
    const rest = coreParts(whole.slice(start + nation.length, end), coarse.slice(start + nation.length, end));
    // 美商有限公司: without a special name behind it, the word is the special name.
    if (rest.businessStart > rest.specialStart) return { ...rest, whole, legal, nation: nationOf.get(nation)!, branch };
  }
  return { ...coreParts(whole.slice(start, end), coarse.slice(start, end)), whole, legal, nation: '', branch };
}

const startingWith = (words: readonly string[], coarse: string, from: number): string | undefined =>
  words.find((word) => coarse.startsWith(word, from));

/** Where a branch begins behind the form of a company; the whole length when there is none. */
function headOfficeEnd(coarse: string): number {
  const last = coarse.length - 1;
  // Most names end with their form; only what has one further in front can have a branch.
  if (!coarse.includes('公司') || (coarse.endsWith('公司') && coarse.indexOf('公司') === last - 1))
    return coarse.length;
  let end = coarse.length;
  for (const match of coarse.matchAll(companyEnding)) end = match.index + match[0].length;
  return branchTail.test(coarse.slice(end)) ? end : coarse.length;
}

type CoreParts = Omit<NameParts, 'whole' | 'legal' | 'nation' | 'branch'>;

function coreParts(plain: string, coarse: string): CoreParts {
  let coreEnd = coarse.length;
  let form = noForm;
  for (const [ending, index] of formEndings) {
    if (coarse.endsWith(ending)) {
      coreEnd -= ending.length;
      form = index;
      break;
    }
  }
  let businessStart = startOfBusiness(coarse, coreEnd);
  if (form === noForm && businessStart === coreEnd && coreEnd > 2) {
    const trade = tradeEndings.get(coarse[coreEnd - 1]!);
    const start = trade === undefined ? coreEnd : startOfBusiness(coarse, coreEnd - 1);
    if (trade !== undefined && start > 0 && start < coreEnd - 1) {
      coreEnd -= 1;
      form = trade;
      businessStart = start;
    }
  }
  const place = openingPlaces.find((word) => coarse.startsWith(word) && word.length <= businessStart);
  return { plain, coarse, script: 'han', specialStart: place?.length ?? 0, businessStart, coreEnd, form };
}

/** The longest run of business words that ends the core. A core of nothing else has no special name: the result is 0. */
export function startOfBusiness(coarse: string, coreEnd: number): number {
  const reached = new Set([coreEnd]);
  let earliest = coreEnd;
  for (let end = coreEnd; end > 0; end--) {
    if (!reached.has(end)) continue;
    for (let start = Math.max(0, end - longestBusinessWord); start < end; start++) {
      if (!businessWords.has(coarse.slice(start, end))) continue;
      reached.add(start);
      if (start < earliest) earliest = start;
    }
  }
  return earliest;
}

/** Tokens of a Latin name: lower case, T.R.I. as one, accents gone. */
export function latinTokens(name: string): string[] {
  const flat = flatten(name.normalize('NFKD')).replace(/['’`]/g, '');
  return flat.replace(/\b([a-z0-9])\.(?=[a-z0-9]\b)/g, '$1').match(/[\p{L}\p{N}+&]+/gu) ?? [];
}

function latinParts(name: string): NameParts {
  const all = latinTokens(name);
  const head = all.at(-1) === 'branch' ? headTokens(all) : all.length;
  const tokens = all.slice(0, head);
  let coreTokens = tokens.length;
  let form = noForm;
  for (const [ending, index] of englishForms) {
    const start = tokens.length - ending.length;
    if (start > 0 && ending.every((token, i) => tokens[start + i] === token)) {
      coreTokens = start;
      form = index;
      break;
    }
  }
  let businessToken = tokens.slice(0, coreTokens).findIndex((token) => englishBusiness.has(token));
  if (businessToken < 0) businessToken = coreTokens;
  const offset = (count: number): number => tokens.slice(0, count).reduce((sum, token) => sum + token.length + 1, 0);
  const plain = tokens.join(' ');
  const end = (count: number): number => (count === tokens.length ? plain.length : offset(count));
  return {
    whole: all.join(' '),
    plain,
    coarse: plain,
    script: 'latin',
    specialStart: 0,
    businessStart: end(businessToken),
    coreEnd: end(coreTokens),
    form,
    legal: [],
    nation: '',
    branch: all.slice(head).join(' '),
  };
}

/** `Kelvin Cloud Inc., Taiwan Branch`: how many tokens stand before the branch. All, when no form tells where it begins. */
function headTokens(tokens: readonly string[]): number {
  for (const [ending] of englishForms) {
    for (let end = tokens.length - 1; end > ending.length; end--) {
      if (ending.every((token, i) => tokens[end - ending.length + i] === token)) return end;
    }
  }
  return tokens.length;
}

/** The business words of a Latin core in their full form: what `Tech` and `Technologies` share. */
export const fullWords = (core: string): string =>
  core
    .split(' ')
    .map((token) => englishBusiness.get(token) ?? token)
    .join('');
