import type { Sort } from './filter.ts';
import type { Entry } from './holding.ts';

const collator = new Intl.Collator('zh-Hant-TW');

// A provider without any certificate that runs comes last.
const never = '9999-99-99';

function newest({ holdings }: Entry): string {
  return holdings.reduce((latest, { period }) => (period.from > latest ? period.from : latest), '');
}

function endingFirst({ holdings }: Entry): string {
  return holdings.reduce(
    (first, { judgement, period }) =>
      judgement.verdict === 'valid' && period.until !== 'open' && period.until < first ? period.until : first,
    never,
  );
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The order of a whole register by one criterion, as indexes; ties by name, then by 統一編號, so that two pages never
 * show the same provider twice. Names sort by strokes, as Taiwanese lists do.
 */
export function orderBy(
  entries: readonly Entry[],
  sort: Exclude<Sort, 'relevance'>,
  byNameOrder?: readonly number[],
): number[] {
  const order = entries.map((_, index) => index);
  if (sort === 'ubn') return order.sort((a, b) => text(entries[a]!.provider.ubn, entries[b]!.provider.ubn));
  if (sort === 'name' || !byNameOrder) {
    return order.sort((a, b) => {
      const [left, right] = [entries[a]!.provider, entries[b]!.provider];
      return collator.compare(left.name, right.name) || text(left.ubn, right.ubn);
    });
  }
  const key: Record<'items' | 'newest' | 'expiring', (a: Entry, b: Entry) => number> = {
    items: (a, b) => b.items.length - a.items.length,
    newest: (a, b) => text(newest(b), newest(a)),
    expiring: (a, b) => text(endingFirst(a), endingFirst(b)),
  };
  // Sorting is stable, so what is equal keeps the order of the names.
  return [...byNameOrder].sort((a, b) => key[sort](entries[a]!, entries[b]!));
}
