import { rowWords } from '../generated/row-words.ts';
import type { Columns } from './columns.ts';
import { headingCount } from './heading.ts';
import { type Problem, problem } from './problem.ts';
import type { SheetRow } from './table.ts';

const counted = new RegExp(`(\\d[\\d,]*)\\s*(?:${rowWords.counted})`);
const dates = /\d{2,4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{2,4}[/.-]\d{1,2}[/.-]\d{1,2}/g;
const numeric = /^\d[\d,]*$/;

/** Compares how many rows a sheet says it has, in its totals and headings, with those it has. */
export class StatedCounts {
  readonly #sheet: string | null;
  readonly #header: readonly string[];
  readonly #columns: Columns;
  readonly #firms: string[] = [];
  /** Columns that hold numbers and are not read: what stands below them is their sum. */
  readonly #sums = new Set<number>();
  /** How many records stand above each heading and total. */
  readonly #bounds: number[] = [0];
  readonly #stated: { line: SheetRow; text: string; numbers: number[]; at: number; below: boolean }[] = [];

  constructor(sheet: string | null, header: readonly string[], columns: Columns) {
    this.#sheet = sheet;
    this.#header = header;
    this.#columns = columns;
  }

  record(line: SheetRow): void {
    this.#firms.push((line.cells[this.#columns.at.get('ubn') ?? -1] ?? '').trim());
    const read = new Set(this.#columns.at.values());
    for (const [i, cell] of line.cells.entries())
      if (i > 0 && !read.has(i) && this.#header[i] && numeric.test(cell.trim())) this.#sums.add(i);
  }

  total(line: SheetRow): void {
    const cells = line.cells.filter((_, i) => !this.#sums.has(i));
    const numbers = cells.flatMap((cell) => {
      const text = cell.normalize('NFKC').replace(dates, '');
      const said = counted.exec(text)?.[1] ?? /\d[\d,]*(?![\d.%])/.exec(text)?.[0];
      return said === undefined ? [] : [Number(said.replaceAll(',', ''))];
    });
    this.#state(line, numbers, false);
  }

  heading(line: SheetRow, text: string): void {
    const said = headingCount.exec(text.normalize('NFKC'))?.[1];
    this.#state(line, said === undefined ? [] : [Number(said)], true);
  }

  #state(line: SheetRow, numbers: number[], below: boolean): void {
    const at = this.#firms.length;
    const text = [...new Set(line.cells.filter((cell) => cell.trim() !== ''))].join(' ');
    if (numbers.length > 0) this.#stated.push({ line, text, numbers, at, below });
    this.#bounds.push(at);
  }

  /**
   * A count holds when it is that of the rows, or of their firms, from any heading or total to it; a heading, from it on.
   * @param earlier how many records stand on the sheets before this one, which a last total may count.
   */
  problems(earlier: number): Problem[] {
    const all = [...this.#bounds, this.#firms.length];
    return this.#stated.flatMap(({ line, text, numbers, at, below }) => {
      const parts = all.filter((bound) => (below ? bound >= at : bound <= at));
      const counts = parts.flatMap((bound) => {
        const firms = this.#firms.slice(Math.min(bound, at), Math.max(bound, at));
        return [firms.length, new Set(firms).size];
      });
      if (!below) counts.push(earlier + at);
      if (numbers.some((one) => counts.includes(one))) return [];
      const rows = Math.max(...counts.filter((_, i) => i % 2 === 0));
      return [problem('total-differs', `${text}: ${rows} rows`, { sheet: this.#sheet, row: line.number })];
    });
  }
}
