import type { Programme } from '@aipower/programme';
import { projectFields } from '../applicant/project-fields.ts';

/** Names under which several answers of the form are ticked; each value stands in a line of its own. */
export const manyFields = ['listed', 'domains'] as const;
export const linesOf = (value: string | undefined): string[] =>
  (value ?? '').split(/\r?\n/).filter((line) => line !== '');

const plainFields = [
  'year',
  'category',
  'on',
  'need',
  'ubn',
  'name',
  'industryCodes',
  'organisationType',
  'headOfficeUbn',
  'approvedOn',
  'taxRegisteredOn',
  'prcInvestment',
  'governmentProjectBreach',
  'governmentProjectBreachOn',
  'seriousLawViolation',
  'seriousLawViolationOn',
  'topic',
  'text',
  'modelName',
  'baseModel',
  'models',
  'listed',
  'domains',
  'as',
] as const;
export type PlainField = (typeof plainFields)[number];

/** Every field of the form: those above, those of the official form that tell of the project, one per bonus item. */
export function precheckFields(programme: Programme): readonly string[] {
  const told = projectFields(programme).map(({ id }) => id);
  return [...new Set([...plainFields, ...told]), ...programme.bonus.items.map(({ id }) => `bonus-${id}`)];
}

export type PrecheckValues = Readonly<Record<PlainField, string>> & Readonly<Record<string, string>>;

export function blankPrecheck(programme: Programme, category = ''): PrecheckValues {
  const blank = Object.fromEntries(precheckFields(programme).map((field) => [field, '']));
  return { ...blank, year: programme.id, category } as PrecheckValues;
}
