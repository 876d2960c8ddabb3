import type { searchPage } from './view.ts';

type Found = ReturnType<typeof searchPage>;

declare module '../page/views.ts' {
  interface Views {
    search: {
      readonly q: string;
      readonly error: string | null;
      readonly found: Found | null;
    };
  }
  interface Partials {
    /** The pages to begin at. */
    'search-starts': object;
    'found-providers': { readonly providers: Found['providers'] };
  }
}
