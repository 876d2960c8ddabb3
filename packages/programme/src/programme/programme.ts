import { assertDay, type Day, taipeiDay } from '@aipower/taiwan/dates';
import { programmeData } from '../generated/programmes.ts';
import { ProgrammeDataError } from './data-error.ts';
import { type Category, deepFreeze, type FormField, type FormSection, type Programme } from './parse-programme.ts';

/**
 * Every programme of data/programmes/, by its id (the ROC year as text).
 * The generated modules were parsed with `parseProgramme` when they were generated.
 */
export const programmes: ReadonlyMap<string, Programme> = programmesFrom(programmeData.map((data) => deepFreeze(data)));

/**
 * Programmes by id, the oldest year first, as `programmeOn` and `getProgramme` take them.
 * @param list from `parseProgramme`, in any order.
 * @throws ProgrammeDataError when two have one id.
 */
export function programmesFrom(list: readonly Programme[]): ReadonlyMap<string, Programme> {
  const sorted = [...list].sort((a, b) => a.rocYear - b.rocYear || (a.id < b.id ? -1 : 1));
  const twice = sorted.filter(({ id }, i) => sorted[i - 1]?.id === id);
  if (twice.length > 0) {
    const issues = twice.map(({ id }) => ({ path: id, code: 'duplicate', message: 'two programmes have this id' }));
    throw new ProgrammeDataError('The programmes', issues);
  }
  return new Map(sorted.map((programme) => [programme.id, programme]));
}

/**
 * Which programme do people mean on this day? The first, by year, whose window has not closed before it: the one in force, or
 * the next one. When all have closed, the newest.
 * @param day in Taiwan, `YYYY-MM-DD`.
 * @throws TypeError for a day that is none, or when there is no programme at all.
 * @example programmeOn('2026-07-01').id // '115'
 */
export function programmeOn(day: Day, among: ReadonlyMap<string, Programme> = programmes): Programme {
  assertDay(day, 'programmeOn(day)');
  const all = [...among.values()];
  const open = all.find(({ window }) => taipeiDay(window.closesAt) >= day);
  const programme = open ?? all.at(-1);
  if (!programme) throw new TypeError('programmeOn(day, among): there is no programme');
  return programme;
}

/** 115年度算力平台: data/programmes/115.yml, whole. A program asks `programmeOn(day)`; this is for examples and tests of that year. */
export const programme115: Programme = getProgramme('115');

/** The programme of a year. @throws TypeError for an id without a programme; ask `programmes.has(id)` first for what people typed. */
export function getProgramme(id: string, among: ReadonlyMap<string, Programme> = programmes): Programme {
  const programme = among.get(id);
  if (programme) return programme;
  throw new TypeError(
    `getProgramme(id): no programme ${JSON.stringify(String(id).slice(0, 40))}; there is ${[...among.keys()].join(', ')}`,
  );
}

/** @throws TypeError when a year or other text stands where a programme is needed. */
export function assertProgramme(value: unknown, argument: string): asserts value is Programme {
  if (typeof value === 'object' && value !== null && 'categories' in value && 'eligibility' in value) return;
  throw new TypeError(`${argument}: expected a programme such as getProgramme('115')`);
}

/** The category with this id, or null when the programme has none such: for what people typed. */
export function findCategory(programme: Programme, id: string): Category | null {
  assertProgramme(programme, 'findCategory(programme)');
  return programme.categories.find((category) => category.id === id) ?? null;
}

/** @throws TypeError for a category the programme does not have; use `findCategory` for what people typed. */
export function getCategory(programme: Programme, id: string): Category {
  assertProgramme(programme, 'getCategory(programme)');
  const category = findCategory(programme, id);
  if (category) return category;
  const known = programme.categories.map((other) => other.id).join(', ');
  throw new TypeError(
    `getCategory(programme, id): programme ${programme.id} has no category ${JSON.stringify(String(id).slice(0, 40))}; it has ${known}`,
  );
}

/** The sections of a category's form in their printed order, each with only the fields this category asks for. */
export function formSections(programme: Programme, categoryId: string): readonly FormSection[] {
  getCategory(programme, categoryId);
  const applies = (part: { readonly categories?: readonly string[] | undefined }) =>
    !part.categories || part.categories.includes(categoryId);
  return programme.forms.sections
    .filter(applies)
    .map((section) => ({ ...section, fields: section.fields.filter(applies) }))
    .filter((section) => section.fields.length > 0);
}

/** Every field of a category's form, in order. */
export function formFields(programme: Programme, categoryId: string): readonly FormField[] {
  return formSections(programme, categoryId).flatMap((section) => section.fields);
}
