// Sheets of claims in somebody's own columns: read, answered, written for a spreadsheet. No database.
export { csvLine } from '@aipower/taxonomy/csv';
export type { ReadTable } from './import/read-file.ts';
export type { Sheet, SheetRow, SourceFile } from './import/table.ts';
export { readClaimSheetApart, readTableApart } from './reader/read-apart.ts';
export { ReaderBusy } from './reader/reader-pool.ts';
export { answerColumns, writeAnswerSheet } from './sheet/answer-sheet.ts';
export { type ClaimColumns, type ClaimField, claimFields, type RegistrationColumn } from './sheet/claim-columns.ts';
export { type ClaimSheet, readClaimSheet } from './sheet/claim-sheet.ts';
export type { ClaimSheetOptions } from './sheet/claim-sheet-options.ts';
export { formulaSafe } from './sheet/formula.ts';
export { BOM, type SpreadsheetCell, spreadsheetCsv, spreadsheetLine } from './sheet/spreadsheet-csv.ts';
