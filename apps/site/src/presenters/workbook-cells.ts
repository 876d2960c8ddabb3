/** Longest text a cell of a workbook holds. Source: Excel specifications and limits. */
const MAX_CELL_LENGTH = 32_767;

/** How a cell looks beside the others. */
interface CellLook {
  readonly bold?: boolean;
  readonly wrap?: boolean;
}

/** A cell that stays text: a 統一編號 keeps its zeros, a number its shape, and nothing runs as a formula. */
export function textCell(value: string, { bold, wrap }: CellLook = {}) {
  return {
    value: value.slice(0, MAX_CELL_LENGTH),
    type: String,
    format: '@',
    ...(wrap && { wrap, alignVertical: 'top' as const }),
    ...(bold && { fontWeight: 'bold' as const }),
  };
}

/** A cell that can be added up; `null` where there is no number, never a zero. */
export const numberCell = (value: number | null) => (value === null ? null : { value, type: Number });
