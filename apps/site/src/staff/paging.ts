import { NoPageNumber, OtherAddress } from '../http/failures.ts';

/** A part of a long list, with the way to its neighbours: addresses, so that it works without scripts. */
export interface Paging {
  /** From 1. */
  readonly number: number;
  readonly last: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** The page that an address asks for; the first where it names none. @throws NoPageNumber */
export function pageAsked(text: string): number {
  if (text === '') return 1;
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1) throw new NoPageNumber(text.slice(0, 60));
  return Number(text);
}

/**
 * @param to the address of a page; the first has no number in it.
 * @throws OtherAddress of the last page, where the list has become shorter than the page that is asked for; NoPageNumber
 */
export function pagingOf(
  { total, perPage, asked }: { readonly total: number; readonly perPage: number; readonly asked: string },
  to: (page: number | undefined) => string,
): Paging {
  const last = Math.max(1, Math.ceil(total / perPage));
  const number = pageAsked(asked);
  const at = (page: number) => to(page > 1 ? page : undefined);
  if (number > last) throw new OtherAddress(at(last));
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
