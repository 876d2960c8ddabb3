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
    'found-providers': { readonly providers: Found['providers'] };
  }
}
