// A year of the programme as data.
export { factIds } from './programme/condition-schema.ts';
export { type DataIssue, ProgrammeDataError } from './programme/data-error.ts';
export type { NoticeItem, OfficialText, Words } from './programme/official.ts';
export {
  type BonusItem,
  type Category,
  type Condition,
  type ConditionTest,
  type DeepReadonly,
  type FormField,
  type FormSection,
  type Level,
  type Programme,
  parseProgramme,
  type Round,
} from './programme/parse-programme.ts';
export {
  findCategory,
  formFields,
  formSections,
  getCategory,
  getProgramme,
  programme115,
  programmeOn,
  programmes,
  programmesFrom,
} from './programme/programme.ts';
export { type ProgrammeData, programmeSchema } from './programme/programme-schema.ts';
