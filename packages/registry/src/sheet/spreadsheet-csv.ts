import { csvLine } from '@aipower/taxonomy/csv';
import { formulaSafe } from './formula.ts';

/** A cell: a number stays one, so that it can be summed; text never runs as a formula; `null` is a blank cell. */
export type SpreadsheetCell = string | number | null;

/**
 * A line of CSV for people who open it in a spreadsheet, with its line break. What another program reads back in is written
 * with `csvLine`, which changes no cell.
 * @example spreadsheetLine(['=1+1', -3, null]) // "'=1+1,-3,\r\n"
 */
export function spreadsheetLine(cells: readonly SpreadsheetCell[]): string {
  const text = cells.map((cell) => (typeof cell === 'string' ? formulaSafe(cell) : String(cell ?? '')));
  return `${csvLine(text)}\r\n`;
}

/** Lines as a file: the mark for UTF-8, which Excel asks for, then {@link spreadsheetLine} of each row. */
export function spreadsheetCsv(rows: Iterable<readonly SpreadsheetCell[]>): string {
  return BOM + Array.from(rows, spreadsheetLine).join('');
}

/** U+FEFF, written before the first line of a file for spreadsheets. */
export const BOM = '\ufeff';
