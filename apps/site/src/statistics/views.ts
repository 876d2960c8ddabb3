import type { Bars } from './bars.ts';
import type { OpenTable } from './open-tables.ts';

declare module '../page/views.ts' {
  interface Views {
    statistics: {
      readonly programme: string;
      readonly asOf: string;
      readonly csv: string;
      readonly json: string;
      readonly years: readonly { readonly year: string; readonly href: string }[];
      readonly tables: readonly (OpenTable & { readonly bars: Bars | null })[];
    };
  }

  interface Partials {
    'bar-chart': { readonly rows: Bars; readonly label: string };
  }
}
