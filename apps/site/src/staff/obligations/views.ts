import type { rowsOf } from './routes.ts';

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

declare module '../../page/views.ts' {
  interface Views {
    'staff-duties': { readonly isAll: boolean; readonly href: string; readonly rows: readonly Row[] };
  }
}
