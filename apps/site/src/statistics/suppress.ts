import { MIN_TOLD } from '../presenters/small-numbers.ts';

export interface Cell {
  readonly id: string;
  readonly n: number;
}

/** A partition of a known total with its small cells held together; `null` where it cannot be told without telling a small cell. */
export type ToldPartition = {
  /** In the order given; `n` is null for a cell that is only told in `rest`. */
  readonly cells: readonly { readonly id: string; readonly n: number | null }[];
  /** The sum of the cells that are not told one by one; null where all are. */
  readonly rest: number | null;
};

/**
 * Hides the cells of a partition that are below {@link MIN_TOLD}, also from whoever knows the total, the rule and this
 * code, and subtracts. Cells of nobody are hidden with them; where no cell is small, nothing is. Other cells are added to
 * those that are hidden in the order of the table, never by their size, until the sum leaves each at least two values.
 *
 * @returns null where all cells together leave no doubt: then nothing of the table, nor its total, may be told
 */
export function tellPartition(cells: readonly Cell[]): ToldPartition | null {
  const isSmall = ({ n }: Cell) => n > 0 && n < MIN_TOLD;
  if (!cells.some(isSmall)) return { cells, rest: null };
  const hidden = new Set(cells.filter(({ n }) => n < MIN_TOLD).map(({ id }) => id));
  for (;;) {
    const among = cells.filter(({ id }) => hidden.has(id));
    const sum = among.reduce((total, { n }) => total + n, 0);
    // All four each: the one sum of small cells, of however many, that tells every one of them.
    const isFull = sum === among.length * (MIN_TOLD - 1);
    if (among.length > 1 && sum >= MIN_TOLD && !isFull) {
      return { cells: cells.map(({ id, n }) => ({ id, n: hidden.has(id) ? null : n })), rest: sum };
    }
    const next = cells.find(({ id }) => !hidden.has(id));
    if (!next) return null;
    hidden.add(next.id);
  }
}

/**
 * How many of `all` have something that several can have at once, such as an industry; null below {@link MIN_TOLD}, and
 * where fewer than so many have it not.
 */
export function tellShare(n: number, all: number): number | null {
  const without = all - n;
  return n < MIN_TOLD || (without > 0 && without < MIN_TOLD) ? null : n;
}

/** The middle of some values, and the one below which nine in ten lie; null where too few stand behind it. */
export function tellDays(days: readonly number[]): { readonly median: number | null; readonly p90: number | null } {
  return {
    median: days.length < MIN_TOLD ? null : quantile(days, 0.5),
    // A ninth tenth of few values is the largest of them, which is one applicant's.
    p90: days.length < 2 * MIN_TOLD ? null : quantile(days, 0.9),
  };
}

/** The nearest rank, in whole days. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
}
