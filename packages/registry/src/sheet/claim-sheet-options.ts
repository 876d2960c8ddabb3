import type { SchemeId } from '../scheme.ts';
import type { ClaimField, RegistrationColumn } from './claim-columns.ts';

/** How a sheet of claims is read. */
export interface ClaimSheetOptions {
  /** Corrects what was recognised: field → position of its column, from 0; `null` for none. */
  readonly columns?: Partial<Record<ClaimField, number | null>> | undefined;
  /** Corrects which columns hold the numbers of one registration each; `[]` says that the sheet has one claim per row. */
  readonly registrations?: readonly RegistrationColumn[] | undefined;
  /** The scheme of every row, where the sheet has no column for it. */
  readonly scheme?: SchemeId | undefined;
  /** Which of the sheets with rows, from 0; default: the one whose columns are known best. */
  readonly sheet?: number | undefined;
  /** Most rows that are read; default 10,000. */
  readonly rows?: number | undefined;
}
