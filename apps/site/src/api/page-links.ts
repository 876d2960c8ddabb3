import type { Request } from 'express';

interface Paged {
  readonly page: { readonly number: number; readonly pages: number };
}

/**
 * The `Link` header (RFC 8288) of one page of a list: first, prev, next and last, where they exist, with every other
 * parameter as it was asked.
 */
export function pageLinks(req: Request, origin: string, { page }: Paged): string {
  const { pathname, searchParams } = new URL(req.originalUrl, origin);
  const last = Math.max(page.pages, 1);
  const relations: readonly [string, number][] = [
    ['first', 1],
    // Also from a page behind the last one, as a list that has become shorter leaves its reader.
    ['prev', Math.min(page.number - 1, last)],
    ['next', page.number + 1],
    ['last', last],
  ];
  return relations
    .filter(([, number]) => number >= 1 && number <= last)
    .map(([relation, number]) => {
      searchParams.set('page', String(number));
      return `<${origin}${pathname}?${searchParams}>; rel="${relation}"`;
    })
    .join(', ');
}
