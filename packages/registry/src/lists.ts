// Lists of the register: what an import is told and answers, and how a register is written out.
export { type ExportFormat, exportColumns, exportRegister } from './export.ts';
export { type ColumnMap, columnMaps, type RegisterField, registerFields } from './import/columns.ts';
export type { Change, FieldChange } from './import/diff.ts';
export type { ImportReport } from './import/import-list.ts';
export type { ImportOptions } from './import/import-options.ts';
export { type Problem, type ProblemCode, problemWords, RegisterDataError } from './import/problem.ts';
export type { Words as ProblemWords } from './import/problem-entry.ts';
