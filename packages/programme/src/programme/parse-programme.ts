import { inconsistencies } from './consistency.ts';
import { ProgrammeDataError } from './data-error.ts';
import { type ProgrammeData, programmeSchema } from './programme-schema.ts';

/** `T` with everything in it readonly, all the way down. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** A programme as data: every official text with its place in the source, every number with its unit. */
export type Programme = DeepReadonly<ProgrammeData>;
/** A category to apply for. */
export type Category = Programme['categories'][number];
/** A condition of eligibility. */
export type Condition = Programme['eligibility']['conditions'][number];
/** How a condition is tested. */
export type ConditionTest = Condition['test'];
/** A bonus item, with the field that claims it. */
export type BonusItem = Programme['bonus']['items'][number];
/** A round of a category with its review day. */
export type Round = Category['rounds'][number];
/** A level with the points it gives at most. */
export type Level = Programme['levels'][number];
/** A section of the form. */
export type FormSection = Programme['forms']['sections'][number];
/** A question of the form. */
export type FormField = FormSection['fields'][number];

/**
 * Is this a programme that the rest of the package can run? Use it for a later year's file, parsed from YAML or JSON.
 *
 * @param data plain data of the shape of data/programmes/115.yml.
 * @returns the programme, frozen, nothing added and nothing dropped.
 * @throws ProgrammeDataError listing every issue with its path: unknown or missing keys, weights that do not add up to 100,
 * rounds out of order, references that lead nowhere.
 */
export function parseProgramme(data: unknown): Programme {
  const parsed = programmeSchema.safeParse(data);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }));
    throw new ProgrammeDataError('The programme', issues);
  }
  const issues = inconsistencies(parsed.data);
  if (issues.length > 0) throw new ProgrammeDataError(`Programme ${parsed.data.id}`, issues);
  return deepFreeze(parsed.data);
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
