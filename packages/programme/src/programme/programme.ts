import { programmeData } from '../generated/programmes.ts';
import { type Category, deepFreeze, type FormField, type FormSection, type Programme } from './parse-programme.ts';

/**
 * Every programme of data/programmes/, by its id (the ROC year as text).
 * The generated modules were parsed with `parseProgramme` when they were generated.
 */
export const programmes: ReadonlyMap<string, Programme> = new Map(
  programmeData.map((data) => [data.id, deepFreeze(data)]),
);

/** 115年度算力平台: data/programmes/115.yml, whole. */
export const programme115: Programme = getProgramme('115');

/** @throws TypeError for an id without a programme; ask `programmes.has(id)` first for what people typed. */
export function getProgramme(id: string): Programme {
  const programme = programmes.get(id);
  if (programme) return programme;
  throw new TypeError(
    `getProgramme(id): no programme ${JSON.stringify(String(id).slice(0, 40))}; there is ${[...programmes.keys()].join(', ')}`,
  );
}

/** @throws TypeError when a year or other text stands where a programme is needed. */
export function assertProgramme(value: unknown, argument: string): asserts value is Programme {
  if (typeof value === 'object' && value !== null && 'categories' in value && 'eligibility' in value) return;
  throw new TypeError(`${argument}: expected a programme such as programme115 or getProgramme('115')`);
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
