import { placeHeader } from '../import/header.ts';
import { looksLikeUbn } from '../import/misfit.ts';
import { type Problem, problem } from '../import/problem.ts';
import { headerCells, type Sheet } from '../import/table.ts';
import {
  alikeBeside,
  type ClaimColumns,
  type ClaimField,
  claimFields,
  findBareColumn,
  findColumns,
  findRegistrations,
  isClaimHeader,
  isRunningCount,
  type RegistrationColumn,
  withBeside,
} from './claim-columns.ts';
import type { ClaimSheetOptions } from './claim-sheet-options.ts';

/** A sheet from its header on, with what its columns hold. */
export interface RecognisedSheet {
  readonly sheet: Sheet;
  readonly columns: ClaimColumns;
  readonly registrations: readonly RegistrationColumn[];
  readonly problems: readonly Problem[];
}

/** Which sheet of the file holds the claims, and how? The one whose columns are known best; the others are told. */
export function chooseSheet(sheets: readonly Sheet[], options: ClaimSheetOptions): RecognisedSheet | null {
  const all = sheets.map((sheet) => recognise(sheet, options));
  const score = ({ columns, registrations }: RecognisedSheet) =>
    registrations.length + claimFields.filter((field) => columns[field] !== null).length;
  const best = all.reduce<RecognisedSheet | null>((a, b) => (a === null || score(b) > score(a) ? b : a), null);
  const chosen = options.sheet === undefined ? best : (all[options.sheet] ?? null);
  if (!chosen) return null;
  const left = all
    .filter((one) => one !== chosen)
    .map(({ sheet }) =>
      problem('sheet-not-read', sheet.header.join(', '), { sheet: sheet.name, row: sheet.headerRow }),
    );
  return { ...chosen, problems: [...chosen.problems, ...left] };
}

function recognise(given: Sheet, options: ClaimSheetOptions): RecognisedSheet {
  const { sheet, above } = placeHeader(given, isClaimHeader);
  const problems: Problem[] = above.map(({ number, cells }) =>
    problem('row-above-header', headerCells(cells).filter(Boolean).join(' '), { sheet: sheet.name, row: number }),
  );
  const data = sheet.header.find((text) => looksLikeUbn(text) || /.有限公司$/.test(text));
  if (data !== undefined) problems.push(problem('header-missing', data, { sheet: sheet.name, row: sheet.headerRow }));
  const registrations =
    options.registrations?.map((one) => withBeside(sheet.header, one)) ?? recogniseRegistrations(sheet, options);
  const taken = new Set(registrations.flatMap(({ column, beside = [] }) => [column, ...beside]));
  const candidates = Object.fromEntries(
    claimFields.map((field) => [field, findColumns(sheet.header, field, taken)]),
  ) as unknown as Readonly<Record<ClaimField, readonly number[]>>;
  const found = Object.fromEntries(
    claimFields.map((field) => [field, candidates[field][0] ?? null]),
  ) as unknown as ClaimColumns;
  const givenColumns = Object.fromEntries(
    Object.entries(options.columns ?? {}).filter(([, column]) => column !== undefined),
  );
  const wide = registrations.length > 0;
  const bare = wide ? {} : withBareColumn(sheet, found);
  const columns = { ...found, ...bare, ...givenColumns, ...(wide && { scheme: null, number: null }) };
  const sayAlike = (...alike: [read: number, other: number]) => {
    const [read, other] = alike.map((at) => sheet.rows.map(({ cells }) => (cells[at] ?? '').trim()));
    // Columns that hold the same say the same.
    if (read!.every((text, i) => text === other![i])) return;
    const named = alike.map((at) => `${letterOf(at)} ${sheet.header[at]}`).join(', ');
    problems.push(problem('column-alike', named, { sheet: sheet.name, row: sheet.headerRow }));
  };
  for (const one of options.registrations ? [] : registrations)
    for (const other of alikeBeside(sheet.header, one)) sayAlike(one.column, other);
  for (const field of claimFields) {
    const read = columns[field];
    if (read === null || givenColumns[field] !== undefined || !candidates[field].includes(read)) continue;
    for (const other of candidates[field].slice(1)) sayAlike(read, other);
  }
  // In a wide sheet 類別 is the category of the application, and every number has its own column.
  return { sheet, columns, registrations, problems };
}

/** What a spreadsheet calls the column with this index. */
function letterOf(at: number): string {
  return (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
}

/** Two columns or more that name a registration each make the sheet wide; one does where nothing else says which it is. */
function recogniseRegistrations(sheet: Sheet, options: ClaimSheetOptions): readonly RegistrationColumn[] {
  // Whoever corrects the columns of a tall sheet says that it is one.
  if (options.columns?.scheme !== undefined && options.columns.scheme !== null) return [];
  const found = findRegistrations(sheet.header);
  if (found.length >= 2) return found;
  const hasScheme = findColumns(sheet.header, 'scheme').length > 0 || options.scheme !== undefined;
  return hasScheme ? [] : found;
}

/** A column called only 編號 holds the numbers of the certificates, unless it counts the rows. */
function withBareColumn(sheet: Sheet, found: ClaimColumns): Partial<ClaimColumns> {
  const bare = findBareColumn(sheet.header);
  if (bare === null) return {};
  if (isRunningCount(sheet.rows.map(({ cells }) => cells[bare] ?? ''))) return found.id === null ? { id: bare } : {};
  return found.number === null ? { number: bare } : {};
}
