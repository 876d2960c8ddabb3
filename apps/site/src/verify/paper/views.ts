import type { paperView } from './view.ts';

declare module '../../page/views.ts' {
  interface Views {
    'verify-application-print': { readonly paper: ReturnType<typeof paperView> };
  }

  interface Partials {
    'application-paper': {
      readonly paper: ReturnType<typeof paperView>;
      /** Of its heading. */
      readonly id: string;
      readonly level: 'h1' | 'h2';
    };
  }
}
