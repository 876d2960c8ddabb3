import type { Paging } from '../paging.ts';
import type { DutyRow } from './routes.ts';

declare module '../../page/views.ts' {
  interface Views {
    'staff-duties': {
      readonly isAll: boolean;
      readonly href: string;
      readonly rows: readonly DutyRow[];
      readonly paging: Paging;
    };
  }
}
