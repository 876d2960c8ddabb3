import type { Scheme } from '@aipower/registry';
import type { FormState } from '../views.ts';
import type { SheetValues } from './routes.ts';
import type { columnChoices, Kind, resultView } from './view.ts';

export interface SheetModel extends FormState<SheetValues> {
  readonly schemes: readonly Scheme[];
  readonly maxMegabytes: number;
  /** The table, packed, as it travels with the page; blank before there is one. */
  readonly carried: string;
  readonly columns: ReturnType<typeof columnChoices> | null;
  readonly problems: readonly string[];
  readonly problemCount: number;
  readonly problemsUnsaid: number;
  /** `null` until the sheet was answered. */
  readonly answer: {
    readonly on: string;
    readonly chosen: { readonly kind: Kind | null; readonly page: number };
    readonly result: ReturnType<typeof resultView>;
  } | null;
}

declare module '../../page/views.ts' {
  interface Views {
    'verify-sheet': SheetModel;
  }

  interface Partials {
    'sheet-defaults': Pick<SheetModel, 'values' | 'errorOf' | 'schemes'>;
    'upload-progress': Readonly<Record<never, never>>;
  }
}
