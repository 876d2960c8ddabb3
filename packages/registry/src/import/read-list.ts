import type { ListedStatus } from '../listed-status.ts';
import { type ColumnMap, type Columns, columnMaps, type FoundColumns, findSheets, guessColumnMap } from './columns.ts';
import { headingOf, hiddenRows, isRemark, isTotal, type NoRecord, passedOver, repeatsHeader } from './heading.ts';
import type { ImportOptions } from './import-options.ts';
import { gather, type Incoming } from './incoming.ts';
import { type Problem, problem } from './problem.ts';
import type { ReadTable } from './read-file.ts';
import { type RegisterRow, readRow } from './row.ts';
import { StatedCounts } from './stated-counts.ts';

function chooseMap(options: ImportOptions, sheets: Parameters<typeof guessColumnMap>[0]): ColumnMap {
  const { map, constants } = options;
  const named = typeof map === 'string' ? columnMaps.find(({ id }) => id === map) : map;
  if (typeof map === 'string' && !named) {
    throw new TypeError(
      `import(…, { map }): ${JSON.stringify(map)} is none of ${columnMaps.map(({ id }) => id).join(', ')}`,
    );
  }
  const chosen = named ?? guessColumnMap(sheets);
  return constants ? { ...chosen, constants: { ...chosen.constants, ...constants } } : chosen;
}

/** Understands a table that was read: every problem of every row, and what the list states. */
export function understandList(
  { sheets, problems: unread }: ReadTable,
  options: ImportOptions,
): { incoming: Incoming; problems: Problem[]; map: ColumnMap; rows: number } {
  const map = chooseMap(options, sheets);
  const problems = [...unread];
  // Lists of other registrations may have the same columns.
  const { scheme: assumed } = map.constants;
  if (
    assumed !== undefined &&
    options.map === undefined &&
    options.constants?.scheme === undefined &&
    sheets.length > 0
  )
    problems.push(problem('scheme-assumed', assumed));
  const rows: RegisterRow[] = [];
  let count = 0;
  for (const found of findSheets(sheets, map)) {
    problems.push(...found.problems);
    if (found.problems.some(({ severity }) => severity === 'error')) continue;
    const read = readSheetRows(found, options, count);
    problems.push(...read.problems);
    rows.push(...read.rows);
    count += read.count;
  }
  const gathered = gather(rows);
  return { incoming: gathered.incoming, problems: [...problems, ...gathered.problems], map, rows: count };
}

/** The records of one sheet, told from repeated headers, headings of sections, remarks and totals. */
function readSheetRows(
  { sheet, columns }: FoundColumns,
  options: ImportOptions,
  earlier: number,
): { rows: RegisterRow[]; problems: Problem[]; count: number } {
  const problems = hiddenRows(sheet);
  const rows: RegisterRow[] = [];
  let count = 0;
  let heading: { text: string; status: ListedStatus } | null = null;
  let under = columns;
  const counts = new StatedCounts(sheet.name, sheet.header, columns);
  for (const line of sheet.rows) {
    const pass = (code: NoRecord) => problems.push(passedOver(code, line, sheet));
    if (repeatsHeader(line, sheet.header)) {
      pass('row-repeats-header');
      continue;
    }
    if (isRemark(line)) {
      pass('row-is-remark');
      if (isTotal(line)) counts.total(line);
      continue;
    }
    const found = headingOf(line);
    if (found) {
      pass('row-is-heading');
      counts.heading(line, found.text);
      if (found.status !== null) heading = { text: found.text, status: found.status };
      if (found.scheme !== null) under = withConstant(columns, 'scheme', found.scheme);
      continue;
    }
    count++;
    counts.record(line);
    const read = readRow(line, sheet.name, under, { seenOn: options.seenOn, heading });
    problems.push(...read.problems);
    if (read.row) rows.push(read.row);
  }
  return { rows, problems: [...problems, ...counts.problems(earlier)], count };
}

const withConstant = (columns: Columns, field: 'scheme', value: string): Columns => ({
  ...columns,
  constants: { ...columns.constants, [field]: value },
});
