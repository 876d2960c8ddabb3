/** 公司名稱及業務預查審核準則 takes a name apart: place, special name (特取名稱), line of business (業務種類), organisation form. */
import { coarseForm, flatten, plainForm } from './fold.ts';
import {
  businessWords,
  englishBusiness,
  englishForms,
  formEndings,
  longestBusinessWord,
  noForm,
  openingPlaces,
  tradeEndings,
} from './name-words.ts';

/** Offsets into `plain`: [place)[special)[business)[organisation form). */
export interface NameParts {
  plain: string;
  coarse: string;
  script: 'han' | 'latin';
  specialStart: number;
  businessStart: number;
  coreEnd: number;
  /** Index into organisationForms; 0 when none is written. */
  form: number;
}

const han = /\p{Script=Han}/u;

/** Reads a name, Chinese (also with Latin letters in it) or wholly Latin. Never fails: a part that is not there is empty. */
export function nameParts(name: string): NameParts {
  return han.test(name) ? hanParts(plainForm(name)) : latinParts(name);
}

function hanParts(plain: string): NameParts {
  const coarse = coarseForm(plain);
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
  const tokens = latinTokens(name);
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
    plain,
    coarse: plain,
    script: 'latin',
    specialStart: 0,
    businessStart: end(businessToken),
    coreEnd: end(coreTokens),
    form,
  };
}

/** The business words of a Latin core in their full form: what `Tech` and `Technologies` share. */
export const fullWords = (core: string): string =>
  core
    .split(' ')
    .map((token) => englishBusiness.get(token) ?? token)
    .join('');
