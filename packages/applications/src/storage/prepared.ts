import type { CaseFile } from '../case-file.ts';
import type { Content } from '../context.ts';
import type { CaseEvent } from '../event.ts';
import type { ApplicationRow } from './tables.ts';

/** A case file and how many events made it. */
export type StoredCase = { readonly state: CaseFile; readonly version: number };

/** What was decided about an application, worked out as far as it is possible before the log's turn. */
export type Prepared = {
  readonly before: StoredCase | null;
  readonly events: readonly CaseEvent[];
  readonly contents: readonly Content[];
  readonly after: StoredCase;
  readonly row: ApplicationRow;
};
