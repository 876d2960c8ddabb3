import { findScheme, readClaimSheet, readNumberCell } from '@aipower/registry';
import { parseDay } from '@aipower/taiwan/dates';
import { checkUbn } from '@aipower/taiwan/ubn';
import type { RegistrationField } from '../../presenters/registration-fields.ts';
import { bodies } from './generated/bodies.ts';

/** What a pasted row or column says, field by field of the form; blank where it says nothing. */
export type PastedFields = Readonly<Record<string, string>>;

export type PasteReading =
  | { readonly ok: true; readonly fields: PastedFields }
  | { readonly ok: false; readonly code: 'cells'; readonly found: number }
  | { readonly ok: false; readonly code: 'yes-or-no'; readonly found: string };

const companyWord = new RegExp(bodies);

/**
 * Reads a row or a column of six cells, as copied from a spreadsheet or from the application form: 5.1 to 5.6 in their
 * order, with or without labels beside or above them. 案號, company, 統一編號 and the day may stand before the six.
 *
 * @returns the fields, or what was found where they cannot be told apart
 */
export function readPaste(text: string, asked: readonly RegistrationField[]): PasteReading {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const table = lines.map((line) => line.split('\t').map((cell) => cell.trim().replace(/^"([\s\S]*)"$/, '$1')));
  return withHeader(text, table, asked) ?? withLabels(table, asked) ?? inOrder(table.flat(), asked);
}

/** A header and one row: read as a sheet is. */
function withHeader(
  text: string,
  table: readonly (readonly string[])[],
  asked: readonly RegistrationField[],
): PasteReading | null {
  if (table.length !== 2 || table[0]!.length < 3) return null;
  const sheet = readClaimSheet({ name: 'pasted', bytes: Buffer.from(text) });
  if (sheet.registrations.length < 2 || sheet.rows.length !== 1) return null;
  const cell = (column: number | null) => (column === null ? '' : (sheet.rows[0]![column] ?? '').trim());
  const { id, name, ubn, on } = sheet.columns;
  const claims = Object.fromEntries(sheet.registrations.map(({ scheme, column }) => [scheme, cell(column)]));
  return answered({ id: cell(id), company: cell(name), ubn: cell(ubn), on: cell(on) }, claims, asked);
}

/** A label beside each cell: 5.4 人工智慧 → 示範-AI-0001. */
function withLabels(table: readonly (readonly string[])[], asked: readonly RegistrationField[]): PasteReading | null {
  if (table.length < 2 || table.some((cells) => cells.length < 2)) return null;
  // 5.4 or 5-4.
  const orders = new RegExp(asked.map((one) => one.order.replace('.', '[.-]')).join('|'));
  const claims: Record<string, string> = {};
  for (const [label = '', said = ''] of table) {
    const order = orders.exec(label.normalize('NFKC'))?.[0].replace('-', '.');
    const scheme = asked.find((one) => one.order === order) ?? findScheme(order ?? label);
    if (scheme) claims[scheme.id] = said;
  }
  return Object.keys(claims).length >= 2 ? answered({}, claims, asked) : null;
}

function inOrder(cells: readonly string[], asked: readonly RegistrationField[]): PasteReading {
  const before = cells.length - asked.length;
  const rest = cells.slice(Math.max(0, before));
  if (before < 0 || before > 5) return { ok: false, code: 'cells', found: cells.length };
  const party: Record<string, string> = {};
  for (const cell of cells.slice(0, before)) {
    if (cell === '') continue;
    if (checkUbn(cell).ok) party['ubn'] = cell;
    else if (companyWord.test(cell)) party['company'] = cell;
    else if (parseDay(cell).ok) party['on'] = cell;
    else party['id'] ??= cell;
  }
  return answered(party, Object.fromEntries(asked.map(({ id }, i) => [id, rest[i]!])), asked);
}

/** The form asks yes or no where certificates bear no number. */
function answered(
  party: Record<string, string>,
  claims: Record<string, string>,
  asked: readonly RegistrationField[],
): PasteReading {
  const fields: Record<string, string> = { ...party };
  for (const { id, numberLabel } of asked) {
    const said = claims[id] ?? '';
    const { kind } = readNumberCell(said);
    if (numberLabel !== null || kind === 'blank') fields[id] = said;
    else if (kind === 'none' || kind === 'not-yet') fields[id] = 'no';
    else if (kind === 'yes') fields[id] = 'yes';
    else return { ok: false, code: 'yes-or-no', found: said };
  }
  return { ok: true, fields };
}
