/** A part of a long list, with the way to its neighbours: addresses, so that it works without scripts. */
export interface Paging {
  /** From 1. */
  readonly number: number;
  readonly last: number;
  readonly previous: string | null;
  readonly next: string | null;
}

const MAX_PAGE = 10_000;

/** The page that an address asks for; the first for what is no number. */
export function pageAsked(text: string): number {
  return /^\d{1,5}$/.test(text) ? Math.min(Math.max(1, Number(text)), MAX_PAGE) : 1;
}

/** @param to the address of a page; the first has no number in it. */
export function pagingOf(
  { total, perPage, asked }: { readonly total: number; readonly perPage: number; readonly asked: string },
  to: (page: number | undefined) => string,
): Paging {
  const last = Math.max(1, Math.ceil(total / perPage));
  const number = Math.min(pageAsked(asked), last);
  const at = (page: number) => to(page > 1 ? page : undefined);
  return {
    number,
    last,
    previous: number > 1 ? at(number - 1) : null,
    next: number < last ? at(number + 1) : null,
  };
}

/** The rows of a page. */
export function partOf<Row>(rows: readonly Row[], { number }: Paging, perPage: number): readonly Row[] {
  return rows.slice((number - 1) * perPage, number * perPage);
}
