import type { Scheme } from '@aipower/registry';
import type { paperView } from '../paper/view.ts';
import type { FormState } from '../views.ts';
import type { columnChoices } from './columns.ts';
import type { Chosen, matrixView } from './matrix.ts';
import type { SheetValues } from './receive-table.ts';

export interface SheetModel extends FormState<SheetValues> {
  readonly schemes: readonly Scheme[];
  readonly maxMegabytes: number;
  /** The table, packed, as it travels with the page; blank before there is one. */
  readonly carried: string;
  readonly columns: ReturnType<typeof columnChoices> | null;
  /** What was understood of the columns, in one line. */
  readonly mapping: string;
  readonly problems: readonly string[];
  readonly problemCount: number;
  readonly problemsUnsaid: number;
  /** `null` until the sheet was answered. */
  readonly answer: {
    readonly chosen: Chosen;
    readonly result: ReturnType<typeof matrixView>;
    /** How many pages the print version has behind the table. */
    readonly toDiscuss: number;
    /** The most that the print version takes, where there are more. */
    readonly tooManyToPrint: string | null;
  } | null;
}

declare module '../../page/views.ts' {
  interface Views {
    'verify-sheet': SheetModel;
    'verify-sheet-print': {
      readonly result: ReturnType<typeof matrixView>;
      readonly papers: readonly ReturnType<typeof paperView>[];
      readonly sample: boolean;
    };
  }

  interface Partials {
    'sheet-defaults': Pick<SheetModel, 'values' | 'errorOf' | 'schemes'>;
    'sheet-columns': { readonly columns: NonNullable<SheetModel['columns']> };
    /** The matrix, with the id of the form that its cells are opened by; `null` on paper. */
    matrix: { readonly result: ReturnType<typeof matrixView>; readonly form: string | null };
    'upload-progress': Readonly<Record<never, never>>;
  }
}
