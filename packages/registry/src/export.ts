import type { Day } from '@aipower/taiwan/dates';
import { csvLine } from '@aipower/taxonomy/csv';
import { currentState } from './certificate.ts';
import type { RegisterField } from './import/columns.ts';
import { judge } from './judge.ts';
import { BOM, spreadsheetLine } from './sheet/spreadsheet-csv.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** Columns of an export: those an import reads, then the standing on a day. */
export const exportColumns = [
  'scheme',
  'number',
  'ubn',
  'name',
  'name_en',
  'former_names',
  'city',
  'registered_on',
  'valid_until',
  'status',
  'items',
  'evidence_url',
  'status_on',
  'edition',
  'head_office_ubn',
  'predecessor_ubn',
  'successor_ubn',
] as const satisfies readonly RegisterField[];

/** The formats a register is exported in. */
export type ExportFormat = 'csv' | 'csv-safe' | 'jsonl';

/**
 * Every certificate of the register, a line at a time: what is listed now and, marked, what is gone.
 *
 * `csv` reads back in with an import and changes nothing (gone rows are left out of it, as they are out of the list);
 * `csv-safe` is the edition for spreadsheets, with BOM, formulas made harmless and the standing on the day; `jsonl` has
 * everything, the states of each certificate too.
 */
export function* exportRegister(snapshot: Snapshot, format: ExportFormat, on: Day): Generator<string> {
  if (format === 'jsonl') {
    for (const provider of snapshot.providers) {
      for (const certificate of provider.certificates) {
        const { certificates: _, ...holder } = provider;
        yield `${JSON.stringify({ ...certificate, holder, standing: judge(certificate, on) })}\n`;
      }
    }
    return;
  }
  const safe = format === 'csv-safe';
  yield safe
    ? BOM + spreadsheetLine([...exportColumns, 'listed', 'on', 'standing', 'reason'])
    : `${csvLine(exportColumns)}\n`;
  for (const provider of snapshot.providers) {
    for (const certificate of provider.certificates) {
      const state = currentState(certificate);
      if (!safe && !state.listed) continue;
      const cells = [
        certificate.scheme,
        certificate.number ?? '',
        provider.ubn,
        provider.name,
        provider.nameEn ?? '',
        provider.formerNames.join(';'),
        provider.city ?? '',
        state.period.from,
        state.period.until,
        state.status,
        state.items.join(';'),
        state.evidenceUrl ?? '',
        state.statusOn ?? '',
        state.edition ?? '',
        provider.headOfficeUbn ?? '',
        provider.predecessorUbn ?? '',
        provider.successorUbn ?? '',
      ];
      if (!safe) {
        yield `${csvLine(cells)}\n`;
        continue;
      }
      const { verdict, reason } = judge(certificate, on);
      yield spreadsheetLine([...cells, state.listed ? 'yes' : 'no', on, verdict, reason]);
    }
  }
}
