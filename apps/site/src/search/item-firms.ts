import type { Register } from '@aipower/registry';
import type { County } from '@aipower/taiwan/counties';
import type { ItemCode } from '@aipower/taxonomy';
import type { Visit } from '../page/page.ts';
import { knowsItems } from '../presenters/valid-per-item.ts';

/** Who is registered for an item today: a few names, how many there are, and the way to all. */
export interface ItemFirms {
  readonly firms: readonly {
    readonly ubn: string;
    readonly name: string;
    readonly city: string | null;
    readonly href: string;
  }[];
  readonly total: number;
  /** False while no list is loaded that could say: then a total of 0 means nothing. */
  readonly isKnown: boolean;
  readonly all: string;
  /** Where a place was named: how many there are anywhere. */
  readonly anywhere: { readonly total: number; readonly all: string } | null;
}

/** Valid registrations of an item, in the named counties where there are any named. */
export function itemFirms(
  item: ItemCode,
  counties: readonly County[] | null,
  count: number,
  register: Register,
  { today, paths }: Visit,
): ItemFirms {
  const question = { on: today, item: [item], state: ['valid' as const] };
  const everywhere = register.providers({ ...question, perPage: counties ? 1 : count });
  const city = counties?.map(({ name }) => name as string);
  const found = city ? register.providers({ ...question, city, perPage: count }) : everywhere;
  const address = { item, state: 'valid' };
  return {
    firms: found.providers.map(({ ubn, name, city: at }) => ({ ubn, name, city: at, href: paths.provider(ubn) })),
    total: found.total,
    isKnown: knowsItems(register),
    all: paths.providers({ ...address, city: city?.length === 1 ? city[0] : undefined }),
    anywhere: city ? { total: everywhere.total, all: paths.providers(address) } : null,
  };
}
