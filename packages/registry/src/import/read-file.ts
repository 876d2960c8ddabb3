import { withoutUnseen } from '../text-border.ts';
import { LIST_LIMITS, OverBudget, type ReadLimits } from '../workbook/budget.ts';
import { fillMerges, type Grid } from '../workbook/grid.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { isArchive } from '../workbook/zip.ts';
import { decodeText, readDelimited } from './delimited.ts';
import { foreignFile, foreignText } from './foreign-file.ts';
import { type Problem, problem } from './problem.ts';
import { assertFile, type Sheet, type SheetRow, type SourceFile, toSheet } from './table.ts';

/** What a file holds: sheets with at least a header and one row, and what was wrong with it. */
export interface ReadTable {
  /** In the order of the file; empty when none could be read. */
  readonly sheets: Sheet[];
  /** In the order of the file. */
  readonly problems: Problem[];
}

/**
 * Reads a table from a file or from pasted text, by what it holds and not by its name: CSV, TSV, XLSX, ODS.
 *
 * Runs to its end in this thread: for files of strangers use the reader process (`read-apart.ts`).
 * @returns the sheets with rows, and problems; with an error among them there are no sheets.
 */
export function readTable(file: SourceFile, limits: ReadLimits = LIST_LIMITS): ReadTable {
  assertFile(file);
  const { bytes } = file;
  if (bytes.length > limits.bytes) return refuse(problem('file-too-large', `${bytes.length} bytes`));
  if (bytes.length === 0) return refuse(problem('file-empty', ''));
  if (isArchive(bytes)) return fromWorkbook(bytes, limits);
  const foreign = foreignFile(bytes);
  if (foreign) return refuse(foreign);
  const { text, problems } = decodeText(bytes);
  if (problems.some(({ severity }) => severity === 'error')) return { sheets: [], problems };
  // A NUL never stands in a table.
  if (text.includes('\0')) return refuse(problem('file-unreadable', ''));
  const page = foreignText(text);
  if (page) return refuse(page);
  const read = readDelimited(text, limits);
  const found = finish([toSheet(null, clean(read.lines))]);
  return {
    sheets: found.sheets,
    problems: [...problems, ...(read.problems.length > 0 ? read.problems : found.problems)],
  };
}

const refuse = (one: Problem): ReadTable => ({ sheets: [], problems: [one] });

function finish(sheets: readonly (Sheet | null)[]): ReadTable {
  const held = sheets.filter((sheet) => sheet !== null && sheet.rows.length > 0) as Sheet[];
  return held.length > 0 ? { sheets: held, problems: [] } : refuse(problem('file-empty', ''));
}

function fromWorkbook(bytes: Uint8Array, limits: ReadLimits): ReadTable {
  const { grids, problems } = readWorkbook(bytes, limits);
  if (problems.length > 0) return { sheets: [], problems };
  try {
    const shown = grids.some(({ hidden, rows }) => !hidden && rows.length > 1)
      ? grids.filter(({ hidden }) => !hidden)
      : grids;
    const left = grids.filter((grid) => !shown.includes(grid) && grid.rows.length > 0);
    const found = finish(shown.map(toTable));
    const passed = left.map(({ name, rows }) => problem('sheet-hidden', name, { sheet: name, row: rows[0]!.number }));
    return { sheets: found.sheets, problems: [...found.problems, ...passed] };
  } catch (error) {
    if (error instanceof OverBudget) return refuse(problem(error.code, error.found, error));
    throw error;
  }
}

function toTable(grid: Grid): Sheet | null {
  const { name, hidden, date1904 } = grid;
  return toSheet(withoutUnseen(name), clean(fillMerges(grid)), { hidden, date1904 });
}

/** Letters that nobody sees end here: they set equal texts apart, and some do harm where the text is shown. */
function clean(lines: readonly SheetRow[]): SheetRow[] {
  return lines.map((line) => ({ ...line, cells: line.cells.map(withoutUnseen) }));
}
