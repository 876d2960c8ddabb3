import { csvLine } from '@aipower/taxonomy/csv';
import { currentState } from '../certificate.ts';
import type { Verdict } from '../verdict.ts';
import type { ClaimSheet } from './claim-sheet.ts';
import { BOM, spreadsheetLine } from './spreadsheet-csv.ts';

/** Our columns, ids first. Prefixed, so that they never meet a column of the user's. */
export const answerColumns = [
  'aipower_row',
  'aipower_scheme',
  'aipower_certificate',
  'aipower_holder_ubn',
  'aipower_holder_name',
  'aipower_verdict',
  'aipower_reason',
  'aipower_on',
  'aipower_since',
  'aipower_verdict_today',
  'aipower_reason_today',
  'aipower_today',
  'aipower_registered_on',
  'aipower_valid_until',
  'aipower_relation',
  'aipower_cautions',
  'aipower_suggestions',
  'aipower_list_seen_on',
  'aipower_list_age_days',
  'aipower_list_source',
] as const;

function answer(row: number, verdict: Verdict | null, scheme: string): string[] {
  if (!verdict) {
    const blank = answerColumns.slice(2).map((column) => (column === 'aipower_verdict' ? 'not-asked' : ''));
    return [String(row), scheme, ...blank];
  }
  const { match, today, list } = verdict;
  const period = match && currentState(match.certificate).period;
  return [
    String(row),
    verdict.claim.scheme,
    match?.certificate.number ?? '',
    match?.holder.ubn ?? '',
    match?.holder.name ?? '',
    verdict.verdict,
    verdict.reason,
    verdict.day,
    verdict.since ?? '',
    today.verdict,
    today.reason,
    today.day,
    period?.from ?? '',
    period?.until ?? '',
    verdict.relation,
    verdict.cautions.join(';'),
    verdict.suggestions.map(({ scheme, number, ubn }) => `${scheme}:${number} (${ubn})`).join('; '),
    list.seenOn ?? '',
    list.ageDays === null ? '' : String(list.ageDays),
    list.source ?? '',
  ];
}

/**
 * The user's sheet with our answers behind it, as CSV: their columns and rows in their order, then ours.
 *
 * A wide sheet gets a line for each claim of each row, so that `aipower_row` and `aipower_scheme` name it.
 *
 * @param verdicts one per claim of the sheet; `null` for those that could not be asked about (`not-asked`).
 * @param options.safe the edition for spreadsheets: cells that would run as formulas are made harmless and a BOM stands
 *   in front. Without it, every cell of the user's is exactly as it came.
 */
export function writeAnswerSheet(
  sheet: ClaimSheet,
  verdicts: readonly (Verdict | null)[],
  options: { safe?: boolean } = {},
): string {
  if (verdicts.length !== sheet.claims.length) {
    throw new TypeError(`writeAnswerSheet(verdicts): ${verdicts.length} verdicts for ${sheet.claims.length} claims`);
  }
  const line = options.safe ? spreadsheetLine : (cells: readonly string[]) => `${csvLine(cells)}\r\n`;
  const lines = [line([...sheet.header, ...answerColumns])];
  for (const [i, at] of sheet.claimRows.entries()) {
    const scheme = sheet.registrations[i % Math.max(sheet.registrations.length, 1)]?.scheme ?? '';
    lines.push(line([...sheet.rows[at]!, ...answer(sheet.rowNumbers[at]!, verdicts[i]!, scheme)]));
  }
  return `${options.safe ? BOM : ''}${lines.join('')}`;
}
