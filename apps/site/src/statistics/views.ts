import type { Bars } from './bars.ts';
import type { OpenTable } from './open-tables.ts';
import type { overTimeView } from './over-time-view.ts';

declare module '../page/views.ts' {
  interface Views {
    statistics: {
      readonly programme: string;
      readonly asOf: string;
      readonly csv: string;
      readonly json: string;
      readonly years: readonly { readonly year: string; readonly href: string }[];
      /** No application was sent. */
      readonly isEmpty: boolean;
      readonly overTime: ReturnType<typeof overTimeView>;
      readonly tables: readonly (OpenTable & { readonly bars: Bars | null })[];
    };
  }

  interface Partials {
    'over-time': { readonly picture: ReturnType<typeof overTimeView> };
    'bar-chart': { readonly rows: Bars; readonly label: string };
  }
}
