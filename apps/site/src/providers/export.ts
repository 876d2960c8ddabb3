import { BOM, type Provider, type ProviderPage, spreadsheetLine } from '@aipower/registry';
import { type Day, formatRocDay } from '@aipower/taiwan/dates';
import type { Paths } from '../page/paths.ts';
import { holdingsOf, validItems } from '../presenters/holding.ts';

/** One provider of an export: ids first, then what the list shows. Lists are in the order of the page. */
function exportRecord(provider: Provider, day: Day, origin: string, paths: Paths) {
  const holdings = holdingsOf(provider, day);
  return {
    ubn: provider.ubn,
    certificates: holdings.map(({ certificate, state, period }) => ({
      scheme: certificate.scheme,
      number: certificate.number,
      state,
      from: period.from,
      until: period.until,
    })),
    name: provider.name,
    name_en: provider.nameEn,
    former_names: provider.formerNames,
    city: provider.city,
    valid_items: validItems(holdings),
    head_office_ubn: provider.headOfficeUbn,
    predecessor_ubn: provider.predecessorUbn,
    successor_ubn: provider.successorUbn,
    warnings: provider.warnings,
    judged_on: day,
    url: origin + paths.provider(provider.ubn),
  };
}

type ExportRecord = ReturnType<typeof exportRecord>;

const csvColumns = [
  'ubn',
  'certificate_numbers',
  'name',
  'name_en',
  'former_names',
  'city',
  'certificates',
  'valid_items',
  'head_office_ubn',
  'predecessor_ubn',
  'successor_ubn',
  'warnings',
  'judged_on',
  'judged_on_roc',
  'url',
] as const;

/** The record as one line of cells. Lists are joined with `;`; a certificate reads `scheme number state from/until`. */
function csvCells(record: ExportRecord): readonly string[] {
  const cells: Record<(typeof csvColumns)[number], string> = {
    ubn: record.ubn,
    certificate_numbers: record.certificates.flatMap(({ number }) => number ?? []).join(';'),
    name: record.name,
    name_en: record.name_en ?? '',
    former_names: record.former_names.join(';'),
    city: record.city ?? '',
    certificates: record.certificates
      .map(({ scheme, number, state, from, until }) => `${scheme} ${number ?? '-'} ${state} ${from}/${until}`)
      .join(';'),
    valid_items: record.valid_items.join(';'),
    head_office_ubn: record.head_office_ubn ?? '',
    predecessor_ubn: record.predecessor_ubn ?? '',
    successor_ubn: record.successor_ubn ?? '',
    warnings: record.warnings.join(';'),
    judged_on: record.judged_on,
    judged_on_roc: formatRocDay(record.judged_on),
    url: record.url,
  };
  return csvColumns.map((column) => cells[column]);
}

/** The lines of the table. A spreadsheet takes the mark for UTF-8, and would run a cell that begins like a formula. */
export function* csvLines({ providers, on }: ProviderPage, origin: string, paths: Paths): Generator<string> {
  yield BOM + spreadsheetLine(csvColumns);
  for (const provider of providers) yield spreadsheetLine(csvCells(exportRecord(provider, on, origin, paths)));
}

/** The document, a provider a line. @param filter as its address says it */
export function* jsonLines(
  { providers, on, revision, total }: ProviderPage,
  filter: Readonly<Record<string, unknown>>,
  origin: string,
  paths: Paths,
): Generator<string> {
  const head = { revision, judged_on: on, filter, total };
  yield `${JSON.stringify(head).slice(0, -1)},"providers":[`;
  let comma = '\n';
  for (const provider of providers) {
    yield comma + JSON.stringify(exportRecord(provider, on, origin, paths));
    comma = ',\n';
  }
  yield '\n]}\n';
}
