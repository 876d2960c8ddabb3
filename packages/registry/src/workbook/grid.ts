import type { Budget } from './budget.ts';
import { OverBudget } from './budget.ts';

/** The cells of one row with content, trailing blanks left off. */
export interface GridRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly hidden: boolean;
}

/** A block of merged cells, both corners included; rows from 1, columns from 0. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One sheet of a workbook: texts as a list means them, before anything is understood. */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  /** Whether serial days of this workbook count from 1904. */
  readonly date1904: boolean;
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

/** Collects the rows of a sheet, in order, within the budget. */
export class GridBuilder {
  readonly rows: GridRow[] = [];
  readonly #name: string;
  readonly #budget: Budget;
  #last = 0;

  constructor(name: string, budget: Budget) {
    this.#name = name;
    this.#budget = budget;
  }

  /**
   * Adds a row; one without content is left out. `times` repeats it in the rows below.
   * @throws OverBudget; RangeError when the row does not lie below the one before it.
   */
  add(number: number, cells: string[], hidden = false, times = 1): void {
    if (number <= this.#last) throw new RangeError(`row ${number} stands behind row ${this.#last}`);
    let filled = 0;
    let text = 0;
    let width = 0;
    for (const [i, cell] of cells.entries()) {
      if (cell === undefined || cell === '') continue;
      filled++;
      text += cell.length;
      width = i + 1;
    }
    this.#last = number + times - 1;
    if (filled === 0) return;
    this.#budget.row(this.#name, number, filled, text, width, times);
    // Holes of a sparse row become blanks.
    const dense = Array.from({ length: width }, (_, i) => cells[i] ?? '');
    for (let i = 0; i < times; i++) this.rows.push({ number: number + i, cells: dense, hidden });
  }
}

const MAX_FILLED = 200_000;

/**
 * Rows with what a merged cell shows written into each of the rows that it covers, in its first column: a spreadsheet
 * keeps the text in the topmost one alone. Cells beside it stay blank, so a title over six columns is still one cell.
 * @throws OverBudget when merged cells would fill more than 200,000 cells.
 */
export function fillMerges(grid: Grid): readonly GridRow[] {
  const tall = grid.merges.filter(({ top, bottom }) => bottom > top);
  if (tall.length === 0) return grid.rows;
  const rows = new Map(grid.rows.map((row) => [row.number, row]));
  let filled = 0;
  for (const { top, bottom, left } of tall) {
    const text = rows.get(top)?.cells[left] ?? '';
    if (text === '') continue;
    for (const { number } of grid.rows) {
      if (number <= top) continue;
      if (number > bottom) break;
      const row = rows.get(number)!;
      if ((row.cells[left] ?? '') !== '') continue;
      if (++filled > MAX_FILLED)
        throw new OverBudget('too-many-cells', 'merged cells', { sheet: grid.name, row: number });
      const cells = Array.from({ length: Math.max(row.cells.length, left + 1) }, (_, i) => row.cells[i] ?? '');
      cells[left] = text;
      rows.set(number, { ...row, cells });
    }
  }
  return grid.rows.map(({ number }) => rows.get(number)!);
}
