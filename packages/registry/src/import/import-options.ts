import type { Day } from '@aipower/taiwan/dates';
import type { ColumnMap } from './columns.ts';

/** Where a list comes from, the day it shows, and who imports it why. */
export interface ImportOptions {
  /** The day the list was read at its source: what it says is known as of this day. */
  readonly seenOn: Day;
  /** The instant of the import, ISO 8601 with offset or Z. */
  readonly recordedAt: string;
  /** Who imports. */
  readonly by: string;
  /** Why, in words for the history. */
  readonly why?: string | undefined;
  /** Name of the list, e.g. its address; default: the file name. */
  readonly source?: string | undefined;
  /** How columns are called: the id of a map of data/column-maps.yml or a map; left out, the best fitting one. */
  readonly map?: string | ColumnMap | undefined;
  /** Fields that are the same in every row and have no column, e.g. `{ scheme: 'e-signature' }`. */
  readonly constants?: ColumnMap['constants'] | undefined;
  /** Whether the list holds everything of its schemes (default true): what it lacks is then gone. */
  readonly complete?: boolean | undefined;
  /** Whether the list is invented, such as the sample. A register holds fictional lists or real ones, never both. */
  readonly fictional?: boolean | undefined;
  /** Compare and report only. */
  readonly dryRun?: boolean | undefined;
  /** Accept that more than half of what was listed is gone. */
  readonly acceptGone?: boolean | undefined;
  /** Accept that more than half of the listed companies have another name than before. */
  readonly acceptChanged?: boolean | undefined;
}
