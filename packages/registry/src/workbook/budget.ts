/**
 * How much of a foreign file is read. Every limit is counted while reading, never taken from what the file declares, and
 * what lies beyond one is an error: a table is read whole or not at all.
 */
export interface ReadLimits {
  /** Bytes of the file as it came. */
  readonly bytes: number;
  /** Bytes that all read parts of a workbook inflate to. */
  readonly inflated: number;
  /** Rows with content, all sheets together. */
  readonly rows: number;
  /** The rightmost column with content. */
  readonly columns: number;
  /** Cells with content, repeated ones counted each time. */
  readonly cells: number;
  /** UTF-16 units of text in all cells. */
  readonly text: number;
}

const MIB = 1024 * 1024;

/** For a register list: far above any list of providers. */
export const LIST_LIMITS: ReadLimits = {
  bytes: 64 * MIB,
  inflated: 384 * MIB,
  rows: 300_000,
  columns: 256,
  cells: 6_000_000,
  text: 96 * MIB,
};

/** For a table of claims, which holds at most 10,000 rows. */
export const CLAIM_LIMITS: ReadLimits = {
  bytes: 16 * MIB,
  inflated: 128 * MIB,
  rows: 20_000,
  columns: 256,
  cells: 1_000_000,
  text: 16 * MIB,
};

export type BudgetFault = 'file-too-large' | 'too-many-rows' | 'too-many-columns' | 'too-many-cells';

/** A limit was passed. `found` says by what, `sheet` and `row` where. */
export class OverBudget extends Error {
  readonly code: BudgetFault;
  readonly found: string;
  readonly sheet: string | null;
  readonly row: number | null;

  constructor(code: BudgetFault, found: string, place: { sheet?: string | null; row?: number | null } = {}) {
    super(`${code}: ${found}`);
    this.name = 'OverBudget';
    this.code = code;
    this.found = found;
    this.sheet = place.sheet ?? null;
    this.row = place.row ?? null;
  }
}

/** Counts what is read of one file against its limits. */
export class Budget {
  readonly limits: ReadLimits;
  #inflated = 0;
  #rows = 0;
  #cells = 0;
  #text = 0;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  /** Bytes that may still be inflated. */
  get inflatable(): number {
    return this.limits.inflated - this.#inflated;
  }

  inflate(bytes: number): void {
    this.#inflated += bytes;
    if (this.inflatable < 0) throw new OverBudget('file-too-large', `more than ${this.limits.inflated} bytes inflated`);
  }

  /** `times` rows that each hold `cells` cells with `text` units of text, the last at column `width`. */
  row(sheet: string | null, row: number, cells: number, text: number, width: number, times = 1): void {
    const { limits } = this;
    const place = { sheet, row };
    if (width > limits.columns) throw new OverBudget('too-many-columns', String(width), place);
    this.#rows += times;
    if (this.#rows > limits.rows) throw new OverBudget('too-many-rows', `> ${limits.rows}`, place);
    this.#cells += cells * times;
    if (this.#cells > limits.cells) throw new OverBudget('too-many-cells', `> ${limits.cells}`, place);
    this.#text += text * times;
    if (this.#text > limits.text) throw new OverBudget('file-too-large', `> ${limits.text} characters`, place);
  }
}
