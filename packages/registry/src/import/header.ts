import { headerCells, type Sheet, type SheetRow } from './table.ts';

/** Rows looked through for the header: lists print a title, a date and a department above it. */
const MAX_HEADER_ROWS = 10;

/** Two header rows as one, as merged cells leave them: the lower cell where it says something, else the upper one. */
function stacked(upper: SheetRow, lower: SheetRow): SheetRow {
  const cells = Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, i) => {
    const below = lower.cells[i]?.trim();
    return below || (upper.cells[i] ?? '');
  });
  return { number: lower.number, cells };
}

/**
 * Which row of the sheet is its header? The one among the first ten that knows the most columns, alone or stacked on
 * the row below it. The first row, unless another one knows two columns or more and more than it does.
 *
 * @param isKnown whether a text is the header of a column that is read.
 * @returns the sheet from its header on, and the rows above it, which are not read.
 */
export function placeHeader(
  sheet: Sheet,
  isKnown: (header: string) => boolean,
): { sheet: Sheet; above: readonly SheetRow[] } {
  const lines = [{ number: sheet.headerRow, cells: sheet.header }, ...sheet.rows];
  const known = (line: SheetRow) => new Set(line.cells.filter(isKnown)).size;
  let best = { line: lines[0]!, first: 0, last: 0, score: Math.max(known(lines[0]!), 1) };
  for (const [i, line] of lines.slice(0, MAX_HEADER_ROWS).entries()) {
    const score = known(line);
    if (score > best.score) best = { line, first: i, last: i, score };
    const lower = lines[i + 1];
    const both = lower && stacked(line, lower);
    if (both && known(both) > Math.max(score, known(lower), best.score))
      best = { line: both, first: i, last: i + 1, score: known(both) };
  }
  if (best.last === 0) return { sheet, above: [] };
  const header = headerCells(best.line.cells);
  return {
    sheet: { ...sheet, header, headerRow: best.line.number, rows: lines.slice(best.last + 1) },
    above: lines.slice(0, best.first),
  };
}
