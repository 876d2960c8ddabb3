import { cellWords } from '../generated/cell-words.ts';
import { headingOf, hiddenRows, isRemark, type NoRecord, passedOver, repeatsHeader } from '../import/heading.ts';
import type { Problem } from '../import/problem.ts';
import type { Sheet, SheetRow } from '../import/table.ts';
import type { SchemeId } from '../scheme.ts';
import type { ClaimColumns, RegistrationColumn } from './claim-columns.ts';

/** A row of applications or claims, and the registration that the heading above it names. */
export interface ClaimRow {
  readonly line: SheetRow;
  readonly section: SchemeId | null;
}

const filled = (line: SheetRow) => line.cells.filter((cell) => cell.trim() !== '').length;
const ditto = new RegExp(`^(?:${cellWords.ditto})$`, 'i');

/** The rows that are about applications; titles, notes, totals, headings and repeated headers are passed over and told. */
export function claimRows(
  sheet: Sheet,
  columns: ClaimColumns,
  registrations: readonly RegistrationColumn[],
): { rows: ClaimRow[]; problems: Problem[] } {
  const problems = hiddenRows(sheet);
  const rows: ClaimRow[] = [];
  let section: SchemeId | null = null;
  const read = [columns.number, columns.ubn, columns.name, ...registrations.map(({ column }) => column)];
  const wide = sheet.header.length > 2;
  for (const line of sheet.rows) {
    const pass = (code: NoRecord) => problems.push(passedOver(code, line, sheet));
    if (repeatsHeader(line, sheet.header)) pass('row-repeats-header');
    else if (isRemark(line)) pass('row-is-remark');
    else {
      const heading = wide ? headingOf(line) : null;
      if (heading) {
        pass('row-is-heading');
        section = heading.scheme ?? section;
        // A sentence that stands alone and in no column of a claim is a note.
      } else if (
        wide &&
        filled(line) === 1 &&
        read.every((at) => at === null || (line.cells[at] ?? '').trim() === '') &&
        isNote(line)
      )
        pass('row-is-remark');
      else rows.push({ line, section });
    }
  }
  return { rows, problems };
}

/** Text that is no id: a few letters and digits are one. */
function isNote(line: SheetRow): boolean {
  const text = line.cells.find((cell) => cell.trim() !== '')!.trim();
  return text.length > 12 || !/\d/.test(text) || /[，。；：、]/.test(text);
}

/**
 * Rows as merged cells mean them when the merging is lost, as in pasted text: a claim that has neither an id nor a company
 * belongs to the row above it, where the sheet has a column for both. 同上 in such a column is the cell above.
 */
export function fillDown(rows: readonly ClaimRow[], columns: ClaimColumns): { rows: ClaimRow[]; filled: number[] } {
  const whose = [columns.id, columns.ubn, columns.name, columns.on].filter((at) => at !== null);
  const owner = columns.id !== null && (columns.ubn !== null || columns.name !== null);
  const done: number[] = [];
  let above: SheetRow | null = null;
  const out = rows.map((row): ClaimRow => {
    const cell = (at: number) => (row.line.cells[at] ?? '').trim();
    const isBlank = [columns.id, columns.ubn, columns.name].every((at) => at === null || cell(at) === '');
    const cells = [...row.line.cells];
    let changed = false;
    for (const at of whose) {
      const blankBelow = owner && isBlank && cell(at) === '';
      const text: string = above?.cells[at] ?? '';
      if (!above || !(blankBelow || ditto.test(cell(at))) || text.trim() === '') continue;
      while (cells.length <= at) cells.push('');
      cells[at] = text;
      changed = true;
    }
    if (changed) done.push(row.line.number);
    const line = changed ? { ...row.line, cells } : row.line;
    above = line;
    return changed ? { ...row, line } : row;
  });
  return { rows: out, filled: done };
}
