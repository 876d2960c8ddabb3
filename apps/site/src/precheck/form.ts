import {
  type ApplicantFacts,
  type BonusClaims,
  type Category,
  claimsNothing,
  countCharacters,
  findCategory,
  type ModelDescription,
  type Programme,
  separateIndustryCodes,
} from '@aipower/programme';
import type { Day } from '@aipower/registry';
import { saysNone } from '@aipower/taiwan/answers';
import { ubnDigits } from '@aipower/taiwan/ubn';
import { organisations } from '../applicant/generated/tax-register.ts';
import { projectFields } from '../applicant/project-fields.ts';
import type { Visit } from '../page/page.ts';
import type { Messages } from '../page/words.zh.ts';
import { type FieldError, MAX_NAME, readDay, readUbn } from '../verify/form.ts';
import { formEntries, listedModels } from './application.ts';
import { linesOf, type PlainField, type PrecheckValues } from './values.ts';

export const MAX_TEXT = 20_000;
const MAX_LINE = 300;
const MAX_MODELS = 20;
const MAX_LINK = 2000;

/** Kinds of organisation to choose from: those the programme accepts and refuses by name, a branch, and 其他. */
export function organisationChoices(programme: Programme): readonly string[] {
  const named = programme.eligibility.conditions.flatMap(({ test }) =>
    test.kind === 'legal-form' ? [...test.accepted, ...organisations.branches, ...test.refused] : [],
  );
  return [...named, organisations.other];
}

export interface PrecheckQuestion {
  readonly category: Category;
  /** `null`: now. */
  readonly on: Day | null;
  readonly need: number | null;
  readonly facts: ApplicantFacts;
  readonly text: string;
  /** The answers given, under the names of the official form. */
  readonly entries: ReturnType<typeof formEntries>;
  readonly models: readonly ModelDescription[];
  readonly claims: BonusClaims;
}

export interface PrecheckReading {
  readonly errors: readonly FieldError[];
  readonly warnings: readonly string[];
  readonly question: PrecheckQuestion | null;
}

/** Reads the form. What is left blank is not known; it is never read as a no. */
export function readPrecheck(
  programme: Programme,
  values: PrecheckValues,
  { t, show, language }: Visit,
): PrecheckReading {
  const errors: FieldError[] = [];
  const words = t.precheck.errors;
  const say = (field: string, message: string) => errors.push({ field, message });
  const within = (field: string, most: number) => {
    const length = countCharacters(values[field] ?? '');
    if (length > most) say(field, words.tooLong(show.number(most), show.number(length)));
  };
  const day = (field: PlainField): Day | null => {
    const { day: found, error } = readDay(values[field], null, t.verify.errors);
    if (error) say(field, error);
    return found;
  };

  const known = show.names(programme.categories.map(({ name }) => name[language]));
  const category = findCategory(programme, values.category);
  if (!category)
    say('category', values.category ? words.categoryUnknown(values.category.slice(0, 40), known) : words.category);
  const on = day('on');
  const need = readNeed(values.need);
  if (need === undefined) say('need', words.need(values.need.trim().slice(0, 40)));
  const { ubn, error, warning } = readUbn(values.ubn, t.verify.errors);
  if (error) say('ubn', error);
  within('name', MAX_NAME);
  const facts = {
    ...readFacts(programme, values, day, say, words),
    ...(ubn && { ubn }),
    ...(values.name.trim() && { name: values.name.trim().slice(0, MAX_NAME) }),
  };
  for (const { id, max } of projectFields(programme)) within(id, max ?? MAX_LINE);
  within('text', MAX_TEXT);
  const models = readModels(programme, values);
  const tooLong = models.some((one) => [one.name, one.base].some((name) => (name ?? '').length > MAX_LINE));
  if (typedModels(values).length > MAX_MODELS || tooLong) say('models', words.models(MAX_MODELS));
  const claims = readClaims(programme, values);
  for (const { id } of programme.bonus.items) {
    within(`bonus-${id}`, MAX_LINK);
  }
  const registration = programme.bonus.items.find(
    ({ id, kind }) => kind === 'registration' && !claimsNothing(claims[id] ?? null),
  );
  if (registration && !error && ubn === '' && !facts.name) say('ubn', words.partyForClaims);
  const warnings = warning ? [warning] : [];
  if (errors.length > 0 || !category) return { errors, warnings, question: null };
  const text = saysNone(values.text) ? '' : values.text.trim();
  const entries = formEntries(programme, category.id, values);
  return { errors, warnings, question: { category, on, need: need ?? null, facts, text, entries, models, claims } };
}

/** `undefined`: not a number. `null`: not given. */
function readNeed(typed: string): number | null | undefined {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '');
  if (plain === '') return null;
  return /^\d{1,12}(\.\d{1,3})?$/.test(plain) ? Number(plain) : undefined;
}

type Say = (field: string, message: string) => void;

function readFacts(
  programme: Programme,
  values: PrecheckValues,
  day: (field: PlainField) => Day | null,
  say: Say,
  words: Messages['precheck']['errors'],
): ApplicantFacts {
  // The matcher tells codes and their names apart; cut at blanks, a name would stand alone and leave the question open.
  const industryCodes = separateIndustryCodes(values.industryCodes.slice(0, 400).trim()).filter((code) => code !== '');
  if (industryCodes.length > 12 || values.industryCodes.length > 400) {
    say('industryCodes', words.codes(values.industryCodes.slice(0, 40)));
  }
  const organisationType = values.organisationType.trim();
  if (organisationType !== '' && !organisationChoices(programme).includes(organisationType)) {
    say('organisationType', words.organisation(organisationType.slice(0, 40)));
  }
  const headOffice = ubnDigits(values.headOfficeUbn);
  const noHeadOffice = headOffice !== '' && saysNone(headOffice);
  if (headOffice !== '' && !noHeadOffice && !/^\d{8}$/.test(headOffice)) {
    say('headOfficeUbn', words.headOffice(headOffice.slice(0, 40)));
  }
  const answer = (field: PlainField): boolean | undefined => {
    if (values[field] === '') return undefined;
    if (values[field] === 'yes' || values[field] === 'no') return values[field] === 'yes';
    say(field, words.answer(values[field].slice(0, 40)));
    return undefined;
  };
  const event = (field: 'governmentProjectBreach' | 'seriousLawViolation'): boolean | Day | undefined => {
    const had = answer(field);
    const on = day(`${field}On`);
    if (on === null) return had;
    // A day is given only for something that happened: one of the two answers is a slip, and nobody knows which.
    if (had === false) say(`${field}On`, words.eventWithoutAnswer(values[`${field}On`].trim().slice(0, 40)));
    return on;
  };
  const approvedOn = day('approvedOn');
  const taxRegisteredOn = day('taxRegisteredOn');
  const prcInvestment = answer('prcInvestment');
  const governmentProjectBreach = event('governmentProjectBreach');
  const seriousLawViolation = event('seriousLawViolation');
  return {
    ...(industryCodes.length > 0 && { industryCodes: industryCodes.slice(0, 12) }),
    ...(organisationType !== '' && { organisationType: organisationType.slice(0, 60) }),
    ...(headOffice !== '' && { headOfficeUbn: noHeadOffice ? null : headOffice.slice(0, 20) }),
    ...(approvedOn !== null && { businessApprovedOn: approvedOn }),
    ...(taxRegisteredOn !== null && { taxRegisteredOn }),
    ...(prcInvestment !== undefined && { prcInvestment }),
    ...(governmentProjectBreach !== undefined && { governmentProjectBreach }),
    ...(seriousLawViolation !== undefined && { seriousLawViolation }),
  };
}

/** The models named in lines of their own, beside those that were ticked. */
const typedModels = (values: PrecheckValues): string[] =>
  values.models
    .split(/\r?\n/)
    .filter((line) => !saysNone(line))
    .map((line) => line.trim());

function readModels(programme: Programme, values: PrecheckValues): ModelDescription[] {
  const ticked = linesOf(values.listed).filter((name) => listedModels(programme).includes(name));
  const said = (text: string) => (saysNone(text) ? undefined : text.trim());
  const [name, base] = [said(values.modelName), said(values.baseModel)];
  const others = [...new Set([...ticked, ...typedModels(values)])];
  return [...(name || base ? [{ name, base }] : []), ...others.map((line) => ({ name: line }))];
}

function readClaims(programme: Programme, values: PrecheckValues): BonusClaims {
  return Object.fromEntries(programme.bonus.items.map(({ id }) => [id, (values[`bonus-${id}`] ?? '').trim() || null]));
}
