import { spreadsheetCsv } from '@aipower/registry';
import { addDays, type Day } from '@aipower/taiwan/dates';
import type { OverTime, Stretch } from './over-time.ts';

/** A count as the API and the table of the download give it. */
export interface OverTimeRecord {
  readonly day: Day;
  /** Last day it stands for, inclusive. */
  readonly until: Day;
  readonly basis: Stretch['kind'];
  readonly complete: boolean;
  readonly valid: number;
  readonly unverifiable: number;
}

export const overTimeRecords = (stretches: readonly Stretch[]): OverTimeRecord[] =>
  stretches.map(({ day, end, kind, isPartial, valid, unverifiable }) => ({
    day,
    until: addDays(end, -1),
    basis: kind,
    complete: kind === 'list' && !isPartial,
    valid,
    unverifiable,
  }));

/** The register over time as a table, a count a line; a scheme without a list has none. Each line says whether it is fictional. */
export function overTimeCsv({ schemes }: OverTime, fictional: boolean): string {
  const columns = ['scheme', 'day', 'until', 'basis', 'complete', 'valid', 'unverifiable', 'fictional'];
  const lines = schemes.flatMap(({ scheme, stretches }) =>
    overTimeRecords(stretches).map(({ day, until, basis, complete, valid, unverifiable }) => [
      scheme,
      day,
      until,
      basis,
      String(complete),
      valid,
      unverifiable,
      String(fictional),
    ]),
  );
  return spreadsheetCsv([columns, ...lines]);
}
