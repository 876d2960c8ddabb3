import type { Edition, Entry, Group, Item, Tier } from '@aipower/taxonomy';
import type { NearFirm } from '../presenters/near-firms.ts';
import type { besides, catalogueTree, crumbsOf, neighboursOf, Piece, withCounts } from './view.ts';

type Countable = ReturnType<typeof withCounts>;
type Crumbs = ReturnType<typeof crumbsOf>;

interface EntryModel extends ReturnType<typeof besides> {
  readonly edition: Edition;
  readonly permanent: string;
  readonly crumbs: Crumbs;
}

declare module '../page/views.ts' {
  interface Views {
    catalogue: { readonly tiers: ReturnType<typeof catalogueTree> };
    'catalogue-item': EntryModel & {
      readonly entry: Item;
      readonly pieces: readonly Piece[];
      readonly neighbours: ReturnType<typeof neighboursOf>;
      readonly providers: readonly {
        readonly ubn: string;
        readonly name: string;
        readonly city: string | null;
        /** Last day of the registration; `null`: without end. */
        readonly until: string | null;
      }[];
      /** `null`: not known. */
      readonly total: number | null;
      /** Where nobody is registered: firms of the items beside it. */
      readonly near: readonly NearFirm[];
    };
    'catalogue-branch': EntryModel & {
      readonly entry: Tier | Group;
      readonly sections: readonly (Pick<Entry, 'code' | 'title'> & { readonly items: Countable })[];
    };
  }

  interface Partials {
    besides: ReturnType<typeof besides>;
    crumbs: { readonly crumbs: Crumbs };
    /** `told`: with the definition of each. */
    items: { readonly items: Countable; readonly told: boolean };
    provenance: { readonly edition: Edition; readonly permanent: string };
  }
}
