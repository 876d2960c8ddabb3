import type { searchPage } from './view.ts';

declare module '../page/views.ts' {
  interface Views {
    search: {
      readonly q: string;
      readonly error: string | null;
      readonly found: ReturnType<typeof searchPage> | null;
    };
  }
}
