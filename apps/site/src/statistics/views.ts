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
      readonly tables: readonly (Omit<OpenTable, 'rows'> & {
        /** Every value as it is told, or the word that it is not. */
        readonly rows: readonly { readonly label: string; readonly values: readonly string[] }[];
        readonly bars: Bars | null;
        /** What the bars of a row stand for, where there are several. */
        readonly legend: readonly string[];
      })[];
    };
  }

  interface Partials {
    'over-time': { readonly picture: ReturnType<typeof overTimeView> };
    'bar-chart': { readonly rows: Bars; readonly label: string };
  }
}
