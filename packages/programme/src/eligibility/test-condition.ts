import { officialPlaceName } from '@aipower/taiwan/counties';
import { addDays, addYears, type Day } from '@aipower/taiwan/dates';
import { ubnDigits } from '@aipower/taiwan/ubn';
import { claimsNothing } from '../bonus/not-claimed.ts';
import { organisationWords } from '../generated/organisations.ts';
import type { ConditionTest } from '../programme/parse-programme.ts';
import type { ApplicantFacts } from './facts.ts';
import { type CodeReading, readIndustryCode, separateIndustryCodes } from './industry-code.ts';
import type { EligibilityCaution, TestAnswer } from './outcome.ts';

/** The calendar of four-digit years begins here: nothing lies before. */
const FIRST_DAY: Day = '0001-01-01';

type Test<Kind extends ConditionTest['kind']> = Extract<ConditionTest, { kind: Kind }>;

/** Runs one test of a rule on the facts. Three-valued: what was not supplied is unknown, never a no. */
export function testCondition(test: ConditionTest, facts: ApplicantFacts, on: Day): TestAnswer {
  switch (test.kind) {
    case 'industry-code':
      return industryCode(test, facts);
    case 'legal-form':
      return legalForm(test, facts);
    case 'not-branch':
      return notBranch(test, facts);
    case 'none-within-years':
      return noneWithinYears(test, facts, on);
    case 'must-be-false':
      return mustBeFalse(test, facts);
    case 'on-or-after':
      return onOrAfter(test, facts, on);
  }
}

function industryCode(test: Test<'industry-code'>, facts: ApplicantFacts): TestAnswer {
  const uses = [test.fact] as const;
  const entries: string[] = [];
  for (const given of facts.industryCodes ?? [])
    for (const entry of separateIndustryCodes(given)) if (entry.trim() !== '') entries.push(entry);
  if (entries.length === 0) return { outcome: 'unknown', reason: 'codes-missing', uses, missing: uses };
  const codes = entries.map((entry, i) => readIndustryCode(entry, i + 1, test.classes));
  const cautions: EligibilityCaution[] = [];
  if (codes.some(({ kind }) => kind === 'business-item')) cautions.push('business-item-codes-ignored');
  if (codes.some(({ kind }) => kind === 'unreadable')) cautions.push('unreadable-codes-ignored');

  const hits = codes.filter((code) => (code.kind === 'tax-code' || code.kind === 'class') && code.class !== null);
  if (hits.length > 0) {
    if (hits.every((hit) => 'class' in hit && hit.class?.check)) cautions.push('class-needs-check');
    if (hits.every(({ kind }) => kind === 'class')) cautions.push('class-not-from-register');
    return { outcome: 'met', reason: 'code-in-class', uses, missing: [], cautions, codes };
  }
  // I301010 資訊軟體服務業, pasted and cut at the blank: the words are the name of the item.
  const isWord = ({ kind, code }: CodeReading) => kind === 'unreadable' && !/\d/.test(code.normalize('NFKC'));
  if (
    codes.some(({ kind }) => kind === 'business-item') &&
    codes.every((one) => one.kind === 'business-item' || isWord(one))
  ) {
    return { outcome: 'unknown', reason: 'only-business-item-codes', uses, missing: uses, cautions, codes };
  }
  // A code of another system, or one that may hide a hit, leaves the question open.
  if (codes.some(({ kind }) => kind !== 'tax-code' && kind !== 'class')) {
    return { outcome: 'unknown', reason: 'codes-unclear', uses, missing: uses, cautions, codes };
  }
  return { outcome: 'not-met', reason: 'no-code-in-class', uses, missing: [], cautions, codes };
}

const alreadyPlain = /^[\u4e00-\u53ef\u53f1-\u9fff]*$/; // Han characters, without 台

/** 組織別名稱 without width, blanks and what stands in brackets; 在台 is 在臺. */
function plainForm(form: string | undefined): string {
  if (form === undefined || alreadyPlain.test(form)) return form ?? '';
  const plain = (form ?? '').normalize('NFKC').replace(/\(.*?\)|\s/gu, '');
  return officialPlaceName(plain);
}

function legalForm(test: Test<'legal-form'>, facts: ApplicantFacts): TestAnswer {
  const uses = [test.fact] as const;
  const form = plainForm(facts.organisationType);
  if (form === '') return { outcome: 'unknown', reason: 'form-missing', uses, missing: uses };
  if (test.accepted.includes(form)) return { outcome: 'met', reason: 'form-accepted', uses, missing: [] };
  if (form.includes(organisationWords.branchWord))
    return { outcome: 'not-met', reason: 'form-is-branch', uses, missing: [] };
  if (test.refused.includes(form)) return { outcome: 'not-met', reason: 'form-refused', uses, missing: [] };
  return { outcome: 'unknown', reason: 'form-not-recognised', uses, missing: uses };
}

/** A number in half-width digits; '' for none, 無 included. */
function plainNumber(number: string | null | undefined): string {
  return claimsNothing(number) ? '' : ubnDigits(number ?? '');
}

/** Two tests, because a register row of a branch shows itself by its form, by its head office, or by both. */
function notBranch(test: Test<'not-branch'>, facts: ApplicantFacts): TestAnswer {
  const { organisationFact, headOfficeFact } = test;
  const uses = [organisationFact, headOfficeFact];
  const form = plainForm(facts.organisationType);
  const headOffice = plainNumber(facts.headOfficeUbn);
  // Eight zeros or other text is no number, and says neither yes nor no.
  const unclear = headOffice !== '' && !/^(?!0{8})\d{8}$/.test(headOffice);
  // A head office number equal to its own number is the head office itself.
  const hasHeadOffice = headOffice !== '' && !unclear && headOffice !== plainNumber(facts.ubn);
  if (form.includes(test.branchWord)) return { outcome: 'not-met', reason: 'branch-by-form', uses, missing: [] };
  if (hasHeadOffice) return { outcome: 'not-met', reason: 'branch-by-head-office', uses, missing: [] };
  const missing = [
    ...(form === '' ? [organisationFact] : []),
    ...(facts.headOfficeUbn === undefined || unclear ? [headOfficeFact] : []),
  ];
  if (missing.length > 0) return { outcome: 'unknown', reason: 'branch-facts-missing', uses, missing };
  const cautions: EligibilityCaution[] =
    form === organisationWords.other || form.includes(organisationWords.partWord) ? ['form-says-little'] : [];
  return { outcome: 'met', reason: 'no-branch', uses, missing: [], cautions };
}

function noneWithinYears(test: Test<'none-within-years'>, facts: ApplicantFacts, on: Day): TestAnswer {
  const uses = [test.fact] as const;
  const event = facts[test.fact];
  if (event === undefined) return { outcome: 'unknown', reason: 'event-missing', uses, missing: uses };
  if (event === false) return { outcome: 'met', reason: 'none-declared', uses, missing: [] };
  if (event === true) return { outcome: 'not-met', reason: 'event-undated', uses, missing: [] };
  const cautions: EligibilityCaution[] = event > on ? ['date-in-the-future'] : [];
  const firstDayOfYears = Number(on.slice(0, 4)) > test.years ? addYears(on, -test.years) : FIRST_DAY;
  if (event < firstDayOfYears) {
    if (test.suspension) cautions.push('suspension-not-asked');
    return { outcome: 'met', reason: 'event-before-the-years', uses, missing: [], cautions };
  }
  if (event === firstDayOfYears) cautions.push('event-on-boundary-day');
  // A day so far ahead is a slip, and no calendar of four-digit years has the end of its wait.
  const answer = { outcome: 'not-met', reason: 'event-within-the-years', uses, missing: [], cautions } as const;
  if (Number(event.slice(0, 4)) + test.years >= 9999) return answer;
  let metFrom = addDays(addYears(event, test.years), 1);
  // 29 February: the first day on which the test itself says met.
  while (event >= addYears(metFrom, -test.years)) metFrom = addDays(metFrom, 1);
  return { ...answer, metFrom };
}

function mustBeFalse(test: Test<'must-be-false'>, facts: ApplicantFacts): TestAnswer {
  const uses = [test.fact] as const;
  const value = facts[test.fact];
  if (value === undefined) return { outcome: 'unknown', reason: 'investment-missing', uses, missing: uses };
  return value
    ? { outcome: 'not-met', reason: 'declared-invested', uses, missing: [] }
    : { outcome: 'met', reason: 'declared-free', uses, missing: [] };
}

function onOrAfter(test: Test<'on-or-after'>, facts: ApplicantFacts, on: Day): TestAnswer {
  const other = test.mistakenFor === undefined ? undefined : facts[test.mistakenFor];
  const cautions: EligibilityCaution[] = other === undefined ? [] : ['tax-date-not-used'];
  const uses = other === undefined || !test.mistakenFor ? [test.fact] : [test.fact, test.mistakenFor];
  const date = facts[test.fact];
  if (date === undefined) {
    const reason = other === undefined ? 'date-missing' : 'only-the-other-date';
    return { outcome: 'unknown', reason, uses, missing: [test.fact], cautions };
  }
  if (date > on) cautions.push('date-in-the-future');
  const met = date >= test.date;
  return {
    outcome: met ? 'met' : 'not-met',
    reason: met ? 'on-or-after-cut-off' : 'before-cut-off',
    uses,
    missing: [],
    cautions,
  };
}
