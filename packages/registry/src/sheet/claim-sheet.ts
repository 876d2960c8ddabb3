import { type Problem, problem, unnamedScheme } from '../import/problem.ts';
import { readTable } from '../import/read-file.ts';
import type { Sheet, SourceFile } from '../import/table.ts';
import { findScheme, type SchemeId } from '../scheme.ts';
import type { Claim } from '../verdict.ts';
import type { ClaimColumns, ClaimField } from './claim-columns.ts';
import { findBareColumn, findColumn, isRunningCount } from './claim-columns.ts';

/** A table of claims in somebody's own columns, and what was understood of it. */
export interface ClaimSheet {
  readonly header: readonly string[];
  /** The user's rows, every cell untouched. */
  readonly rows: readonly (readonly string[])[];
  /** Row of the file each of `rows` stands in. */
  readonly rowNumbers: readonly number[];
  /** Which column holds which field: what was recognised, or what the caller said. */
  readonly columns: ClaimColumns;
  /** One per row, in order; `null` where the row cannot be asked about (see `problems`). */
  readonly claims: readonly (Claim | null)[];
  /** Errors concern single rows, or the whole file when there are no rows. */
  readonly problems: readonly Problem[];
}

export interface ClaimSheetOptions {
  /** Corrects what was recognised: field → position of its column, from 0; `null` for none. */
  readonly columns?: Partial<Record<ClaimField, number | null>> | undefined;
  /** The scheme of every row, where the sheet has no column for it. */
  readonly scheme?: SchemeId | undefined;
  /** Which sheet of a workbook, from 0; default: the first with rows. */
  readonly sheet?: number | undefined;
  /** Most rows that are read; default 10,000. */
  readonly rows?: number | undefined;
}

const MOST_ROWS = 10_000;
const MOST_BYTES = 16 * 1024 * 1024;

function recognise(sheet: Sheet, options: ClaimSheetOptions): ClaimColumns {
  const fields: ClaimField[] = ['id', 'scheme', 'number', 'ubn', 'name'];
  const found = Object.fromEntries(
    fields.map((field) => [field, findColumn(sheet.header, field)]),
  ) as unknown as ClaimColumns;
  const said = Object.fromEntries(Object.entries(options.columns ?? {}).filter(([, column]) => column !== undefined));
  return { ...found, ...withBareColumn(sheet, found), ...said };
}

/** A column called only 編號 holds the numbers of the certificates, unless it counts the rows. */
function withBareColumn(sheet: Sheet, found: ClaimColumns): Partial<ClaimColumns> {
  const bare = findBareColumn(sheet.header);
  if (bare === null) return {};
  if (isRunningCount(sheet.rows.map(({ cells }) => cells[bare] ?? ''))) return found.id === null ? { id: bare } : {};
  return found.number === null ? { number: bare } : {};
}

/**
 * Reads a table of claims: CSV, pasted TSV, XLSX or ODS, with the user's own columns in any order.
 *
 * @returns the sheet with one claim per row. A blank number says that nothing is claimed; only where the sheet has no
 *   number column are rows checked by 統一編號 or name. Problems: `column-missing` (no scheme column and none said; none
 *   of number, 統一編號 and name), `scheme-unknown` and `scheme-ambiguous` per row, `file-too-large`, and those of reading a file.
 */
export function readClaimSheet(file: SourceFile, options: ClaimSheetOptions = {}): ClaimSheet {
  const { sheets, problems: unread } = readTable(file, { bytes: MOST_BYTES });
  const sheet = sheets[options.sheet ?? 0];
  const nothing = {
    header: [],
    rows: [],
    rowNumbers: [],
    columns: { id: null, scheme: null, number: null, ubn: null, name: null },
    claims: [],
  };
  if (!sheet) return { ...nothing, problems: unread.length > 0 ? unread : [problem('file-empty', '')] };
  const most = options.rows ?? MOST_ROWS;
  if (sheet.rows.length > most)
    return { ...nothing, problems: [...unread, problem('too-many-rows', String(sheet.rows.length))] };
  const columns = recognise(sheet, options);
  const problems = [...unread];
  if (columns.scheme === null && !options.scheme)
    problems.push(problem('column-missing', sheet.header.join(', '), { row: sheet.headerRow, column: 'scheme' }));
  if (columns.number === null && columns.ubn === null && columns.name === null) {
    problems.push(
      problem('column-missing', sheet.header.join(', '), { row: sheet.headerRow, column: 'number, ubn, name' }),
    );
  }
  const broken = problems.some(({ severity }) => severity === 'error');
  const claims = sheet.rows.map(({ number: row, cells }): Claim | null => {
    if (broken) return null;
    const cell = (field: ClaimField) => (columns[field] === null ? undefined : (cells[columns[field]] ?? '').trim());
    const said = cell('scheme');
    const scheme = said === undefined || said === '' ? options.scheme : findScheme(said)?.id;
    if (!scheme) {
      const column = columns.scheme === null ? null : sheet.header[columns.scheme]!;
      problems.push(problem(unnamedScheme(said ?? ''), said ?? '', { sheet: sheet.name, row, column }));
      return null;
    }
    return { id: cell('id'), scheme, number: cell('number'), ubn: cell('ubn'), name: cell('name') };
  });
  // A row may have more cells than the header; they are given back too.
  const width = Math.max(sheet.header.length, ...sheet.rows.map(({ cells }) => cells.length));
  const pad = (cells: readonly string[]) => Array.from({ length: width }, (_, i) => cells[i] ?? '');
  return {
    header: pad(sheet.header),
    rows: sheet.rows.map(({ cells }) => pad(cells)),
    rowNumbers: sheet.rows.map(({ number }) => number),
    columns,
    claims,
    problems,
  };
}
