import type { Problem } from '../import/problem.ts';
import { problem } from '../import/problem.ts';
import { readTable } from '../import/read-file.ts';
import type { SourceFile } from '../import/table.ts';
import type { Claim } from '../verdict.ts';
import { CLAIM_LIMITS } from '../workbook/budget.ts';
import type { ClaimColumns, RegistrationColumn } from './claim-columns.ts';
import { claimRows, fillDown } from './claim-rows.ts';
import type { ClaimSheetOptions } from './claim-sheet-options.ts';
import { readClaims } from './read-claims.ts';
import { chooseSheet } from './recognise.ts';

/** A table of claims in somebody's own columns, and what was understood of it. */
export interface ClaimSheet {
  /** Name of the sheet that was read; `null` in a file without sheets. */
  readonly name: string | null;
  /** Cells of the row that names the columns, as they stand there. */
  readonly header: readonly string[];
  /** The user's rows, every cell untouched, but that blanks alone at the end of a row come back empty; merged cells stand in each row that they cover. */
  readonly rows: readonly (readonly string[])[];
  /** Row of the file each of `rows` stands in. */
  readonly rowNumbers: readonly number[];
  /** Which column holds which field: what was recognised, or what the caller said. */
  readonly columns: ClaimColumns;
  /** The columns of a wide sheet, one registration each; empty for a sheet of one claim per row. */
  readonly registrations: readonly RegistrationColumn[];
  /** In order of rows, and within a row of `registrations`; `null` where it cannot be asked about (see `problems`). */
  readonly claims: readonly (Claim | null)[];
  /** Index in `rows` of each of `claims`; one per row unless the sheet is wide. */
  readonly claimRows: readonly number[];
  /** Errors concern single rows, or the whole file when there are no rows. */
  readonly problems: readonly Problem[];
}

const MAX_ROWS = 10_000;

/** A sheet of which nothing was read. */
export function emptyClaimSheet(problems: readonly Problem[]): ClaimSheet {
  const columns = { id: null, scheme: null, number: null, ubn: null, name: null, on: null };
  const nothing = { header: [], rows: [], rowNumbers: [], registrations: [], claims: [], claimRows: [] };
  return { name: null, ...nothing, columns, problems };
}

/**
 * Reads a table of claims: CSV, pasted TSV, XLSX or ODS, with the user's own columns in any order. One claim per row, or
 * one application per row with a column for each registration (5.1 … or their names).
 *
 * Titles, notes, totals, headings and repeated headers are passed over and told as warnings. A blank number says that
 * nothing is claimed; only where the sheet has no number column are rows checked by 統一編號 or name.
 * @returns the claims. Problems: `column-missing` (no scheme column and none said; none of number, 統一編號 and name),
 *   `scheme-unknown`, `scheme-ambiguous`, `date-…`, `row-shifted` per row, and those of reading a file.
 */
export function readClaimSheet(file: SourceFile, options: ClaimSheetOptions = {}): ClaimSheet {
  const { sheets, problems: unread } = readTable(file, CLAIM_LIMITS);
  const chosen = chooseSheet(sheets, options);
  if (!chosen) return emptyClaimSheet(unread.length > 0 ? unread : [problem('file-empty', '')]);
  const { sheet, columns, registrations, problems: found } = chosen;
  const passed = claimRows(sheet, columns, registrations);
  const most = options.rows ?? MAX_ROWS;
  if (passed.rows.length > most)
    return emptyClaimSheet([...unread, problem('too-many-rows', String(passed.rows.length))]);
  const wide = registrations.length > 0;
  const { rows, filled } = wide ? { rows: passed.rows, filled: [] } : fillDown(passed.rows, columns);
  const problems = [...unread, ...found, ...passed.problems];
  if (filled.length > 0)
    problems.push(problem('rows-filled-down', filled.slice(0, 5).join(', '), { sheet: sheet.name, row: filled[0]! }));
  const sectioned = rows.some(({ section }) => section !== null);
  const place = { sheet: sheet.name, row: sheet.headerRow };
  if (!wide && columns.scheme === null && !options.scheme && !sectioned)
    problems.push(problem('column-missing', sheet.header.join(', '), { ...place, column: 'scheme' }));
  if (!wide && columns.number === null && columns.ubn === null && columns.name === null)
    problems.push(problem('column-missing', sheet.header.join(', '), { ...place, column: 'number, ubn, name' }));
  const read = readClaims(sheet, rows, { columns, registrations, scheme: options.scheme }, problems);
  // A row may have more cells than the header; they are given back too.
  const width = Math.max(sheet.header.length, ...rows.map(({ line }) => line.cells.length));
  const pad = (cells: readonly string[]) => Array.from({ length: width }, (_, i) => cells[i] ?? '');
  return {
    name: sheet.name,
    header: pad(sheet.header),
    rows: rows.map(({ line }) => pad(line.cells)),
    rowNumbers: rows.map(({ line }) => line.number),
    columns,
    registrations,
    ...read,
    problems,
  };
}
