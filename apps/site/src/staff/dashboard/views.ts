import type { Bars } from '../../statistics/bars.ts';
import type { Table } from './tables.ts';

declare module '../../page/views.ts' {
  interface Views {
    'staff-dashboard': {
      readonly programme: string;
      readonly asOf: string;
      readonly years: readonly { readonly year: string; readonly href: string }[];
      readonly csv: string;
      readonly xlsx: string;
      readonly unmatched: string;
      readonly tables: readonly (Table & { readonly bars: Bars | null; readonly isSame: boolean })[];
    };
  }
}
