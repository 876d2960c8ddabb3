import { isUbn, ubnDigits } from '@aipower/taiwan/ubn';
import { looksLikeCompany, looksLikeUbn } from '../import/misfit.ts';
import { type Problem, problem, unnamedScheme } from '../import/problem.ts';
import type { Sheet } from '../import/table.ts';
import { readNumberCell } from '../number-cell.ts';
import { findScheme, type SchemeId } from '../scheme.ts';
import type { Claim } from '../verdict.ts';
import type { ClaimColumns, ClaimField, RegistrationColumn } from './claim-columns.ts';
import { readClaimDay } from './claim-day.ts';
import type { ClaimRow } from './claim-rows.ts';

interface How {
  readonly columns: ClaimColumns;
  readonly registrations: readonly RegistrationColumn[];
  readonly scheme: SchemeId | undefined;
}

/** One claim per row, or one per registration of a row; what keeps a row from being asked about goes to `problems`. */
export function readClaims(
  sheet: Sheet,
  rows: readonly ClaimRow[],
  how: How,
  problems: Problem[],
): { claims: (Claim | null)[]; claimRows: number[] } {
  const broken = problems.some(({ severity }) => severity === 'error');
  const claims: (Claim | null)[] = [];
  const known = new Map<string, SchemeId | null>();
  const schemeOf = (text: string) => {
    const id = known.get(text) ?? findScheme(text)?.id ?? null;
    known.set(text, id);
    return id;
  };
  const claimRows: number[] = [];
  for (const [i, row] of rows.entries()) {
    const read = broken ? null : readRow(sheet, row, { ...how, schemeOf }, problems);
    const many = Math.max(how.registrations.length, 1);
    for (let k = 0; k < many; k++) {
      claims.push(read?.[k] ?? null);
      claimRows.push(i);
    }
  }
  return { claims, claimRows };
}

function readRow(
  sheet: Sheet,
  { line, section }: ClaimRow,
  how: How & { schemeOf(text: string): SchemeId | null },
  problems: Problem[],
): (Claim | null)[] | null {
  const { columns, registrations } = how;
  const cell = (field: ClaimField) => {
    const at = columns[field];
    return at === null ? undefined : (line.cells[at] ?? '').trim();
  };
  const say = (code: Problem['code'], field: ClaimField | null, found: string) => {
    const column = field === null || columns[field] === null ? null : (sheet.header[columns[field]] ?? null);
    problems.push(problem(code, found, { sheet: sheet.name, row: line.number, column }));
  };
  const shifted = misfits(cell, registrations, line.cells, sheet.header, columns);
  if (shifted.length >= 2) {
    say('row-shifted', null, shifted.join(', '));
    return null;
  }
  const day = readClaimDay(cell('on') ?? '', sheet.date1904 ?? false);
  if (day && 'code' in day) {
    say(day.code, 'on', cell('on')!);
    return null;
  }
  const ubn = cell('ubn');
  const full = paddedUbn(ubn ?? '');
  if (full !== null) say('ubn-padded', 'ubn', ubn!);
  const common = {
    id: cell('id'),
    ubn: full ?? ubn,
    ...(full === null ? {} : { ubnPadded: true }),
    name: cell('name'),
    ...(day ? { on: day.day } : {}),
  };
  if (registrations.length > 0)
    return registrations.map((one) => ({ ...common, scheme: one.scheme, number: claimedNumber(line.cells, one) }));
  const schemeText = cell('scheme');
  const scheme = schemeText === undefined || schemeText === '' ? (section ?? how.scheme) : how.schemeOf(schemeText);
  if (!scheme) {
    say(unnamedScheme(schemeText ?? ''), 'scheme', schemeText ?? '');
    return null;
  }
  return [{ ...common, scheme, number: cell('number') }];
}

/** The cell of a registration; where it is blank, what a column beside it claims: 是 without a number is a claim all the same. */
function claimedNumber(cells: readonly string[], { column, beside = [] }: RegistrationColumn): string {
  const text = (at: number) => (cells[at] ?? '').trim();
  const own = text(column);
  const claims = (other: string) => {
    const { kind } = readNumberCell(other);
    return kind !== 'blank' && kind !== 'unreadable';
  };
  return own === '' ? (beside.map(text).find(claims) ?? '') : own;
}

/** A 統一編號 that a spreadsheet took for a number, with its zeros, where the check digit then fits; else `null`. */
function paddedUbn(text: string): string | null {
  const digits = ubnDigits(text).replace(/\.0+$/, '');
  const full = digits.padStart(8, '0');
  return /^\d{5,7}$/.test(digits) && isUbn(full) ? full : null;
}

/** Cells that cannot be meant for their columns: a company as a number, a 統一編號 as a name. Named by the sheet's header. */
function misfits(
  cell: (field: ClaimField) => string | undefined,
  registrations: readonly RegistrationColumn[],
  cells: readonly string[],
  header: readonly string[],
  columns: ClaimColumns,
): string[] {
  const wrong: string[] = [];
  const add = (at: number | null, text: string) => wrong.push(`${at === null ? '' : (header[at] ?? '')}: ${text}`);
  const [ubn, name, number, scheme] = (['ubn', 'name', 'number', 'scheme'] as const).map((field) => cell(field) ?? '');
  if (looksLikeCompany(ubn!)) add(columns.ubn, ubn!);
  if (looksLikeUbn(name!)) add(columns.name, name!);
  if (looksLikeCompany(number!)) add(columns.number, number!);
  if (looksLikeCompany(scheme!) || looksLikeUbn(scheme!)) add(columns.scheme, scheme!);
  if (looksLikeCompany(cell('on') ?? '')) add(columns.on, cell('on')!);
  for (const { column } of registrations) {
    const text = (cells[column] ?? '').trim();
    if (looksLikeCompany(text)) add(column, text);
  }
  return wrong;
}
