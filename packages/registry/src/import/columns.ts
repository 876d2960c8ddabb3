import { COLUMN_MAP_DATA } from '../generated/column-maps.ts';
import { statusOfHeading, statusWord } from '../listed-status.ts';
import { placeHeader } from './header.ts';
import { statedByHeadings } from './heading.ts';
import { type Problem, problem } from './problem.ts';
import { type StatusMark, statusMarkOf } from './status-marks.ts';
import { headerCells, type Sheet, type SheetRow } from './table.ts';

/** The fields of a register list. */
export const registerFields = [
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
  'status_on',
  'items',
  'edition',
  'evidence_url',
  'head_office_ubn',
  'predecessor_ubn',
  'successor_ubn',
] as const;

/** A field of the register that a column of a list can fill. */
export type RegisterField = (typeof registerFields)[number];

/** How one kind of list calls its columns. Source: data/column-maps.yml, or made by the caller. */
export interface ColumnMap {
  /** Key that `--map` takes. */
  readonly id: string;
  /** What kind of list it is for. */
  readonly title: { readonly zh: string; readonly en: string };
  /** Fields that are the same in every row and have no column. */
  readonly constants: Readonly<Partial<Record<RegisterField, string>>>;
  /** What the name of a sheet says about its rows. */
  readonly sheets: readonly { readonly names: readonly string[]; readonly status: string }[];
  /** Field → headers it may have. `row` names a running number that is not read. */
  readonly columns: Readonly<Partial<Record<RegisterField | 'row', readonly string[]>>>;
  /** Fields without which a list is refused. */
  readonly required: readonly string[];
}

/** The maps that come with the package; `register` is this project's own format. */
export const columnMaps: readonly ColumnMap[] = COLUMN_MAP_DATA;

const fold = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*＊]+/g, '');

const brackets = /[([【〔（［][^)\]】〕）］]*[)\]】〕）］]/g;

/** What a header says at its core: brackets, units and colons are decoration, unless the whole is known. */
function foldHeader(header: string, known: ReadonlyMap<string, unknown>): string {
  const whole = fold(header);
  if (known.has(whole)) return whole;
  return whole
    .replace(brackets, '')
    .replace(/[:：;.。※#＃]+/g, '')
    .replace(/^\d+[.、]/, '');
}

/** Which column holds which field, and what the file does not print. */
export interface Columns {
  readonly at: ReadonlyMap<RegisterField, number>;
  readonly constants: Readonly<Partial<Record<RegisterField, string>>>;
  /** Columns that are headed by a status and hold marks. */
  readonly marks: readonly StatusMark[];
  /** How many columns the header has. */
  readonly width: number;
  /** Header of a field as the file prints it, for messages. */
  header(field: RegisterField): string | null;
}

/** What the name of a sheet says about its rows: the status whose words it is or begins with, the longest first. */
function statusOfSheet(name: string | null, map: ColumnMap): string | null {
  const folded = fold(name ?? '');
  const fitting = map.sheets
    .flatMap(({ names, status }) => names.map((known) => ({ known: fold(known), status })))
    .filter(({ known }) => folded.startsWith(known))
    .sort((a, b) => b.known.length - a.known.length);
  if (fitting[0]) return fitting[0].status;
  // 已註銷業者, 逾期名單: other words for the same.
  const said = name === null ? null : statusOfHeading(name);
  return said === null ? null : statusWord[said];
}

/** What the title above the table says of its rows; `null` when it says none or several. */
function statusOfTitle(above: readonly SheetRow[]): string | null {
  const said = above.map(({ cells }) => statusOfHeading(cells.join(' '))).filter((one) => one !== null);
  return new Set(said).size === 1 ? statusWord[said[0]!] : null;
}

export interface FoundColumns {
  /** The sheet from its header on. */
  readonly sheet: Sheet;
  readonly columns: Columns;
  readonly problems: readonly Problem[];
}

/**
 * Finds the header and the columns of a sheet.
 *
 * The name of a sheet may say the status of its rows. A map that requires a status refuses a sheet that says none: a
 * list of the revoked read as a list of those in force would be worse than no list.
 * @returns the problems `column-missing`, `column-repeated`, `status-not-stated` (errors), `column-unknown` and
 *   `row-above-header` (warnings), each with its place.
 */
export function findColumns(given: Sheet, map: ColumnMap): FoundColumns {
  const known = new Map<string, RegisterField | 'row'>();
  for (const [field, headers] of Object.entries(map.columns)) {
    for (const header of headers) known.set(fold(header), field as RegisterField);
  }
  const { sheet, above } = placeHeader(given, (header) => known.has(foldHeader(header, known)));
  const { header } = sheet;
  const place = { sheet: sheet.name, row: sheet.headerRow };
  const problems: Problem[] = above.map(({ number, cells }) =>
    problem('row-above-header', headerCells(cells).filter(Boolean).join(' '), { sheet: sheet.name, row: number }),
  );
  const at = new Map<RegisterField, number>();
  const marks: StatusMark[] = [];
  for (const [i, text] of header.entries()) {
    const field = known.get(foldHeader(text, known));
    if (field === 'row') continue;
    if (field === undefined) {
      const mark = statusMarkOf(text, i, sheet.rows);
      if (mark) marks.push(mark);
      else if (text !== '') problems.push(problem('column-unknown', text, { ...place, column: text }));
    } else if (at.has(field)) problems.push(problem('column-repeated', text, { ...place, column: text }));
    else at.set(field, i);
  }
  const status = at.has('status') ? null : (statusOfSheet(sheet.name, map) ?? statusOfTitle(above));
  const constants = status === null ? map.constants : { ...map.constants, status };
  const bySections = statedByHeadings(sheet.rows, header);
  for (const field of map.required as RegisterField[]) {
    if (at.has(field) || constants[field] !== undefined || (field === 'status' && bySections)) continue;
    problems.push(
      field === 'status'
        ? problem('status-not-stated', sheet.name ?? '', place)
        : problem('column-missing', header.join(', '), { ...place, column: map.columns[field]?.[0] ?? field }),
    );
  }
  const columns = {
    at,
    constants,
    marks,
    width: header.length,
    header: (field: RegisterField) => header[at.get(field) ?? -1] ?? null,
  };
  return { sheet, columns, problems };
}

/**
 * The sheets of a file with their columns. A sheet of a workbook that has none of the columns, beside others that have
 * them, holds notes and is left out with a warning, unless its name says that it is part of the list. Where the name of
 * one sheet says the status, the others must say theirs too.
 */
export function findSheets(sheets: readonly Sheet[], map: ColumnMap): FoundColumns[] {
  const found = sheets.map((sheet) => findColumns(sheet, map));
  if (found.every(({ columns }) => columns.at.size === 0)) return found;
  const named = sheets.some(({ name }) => statusOfSheet(name, map) !== null);
  return found.map((one) => {
    const { name, headerRow, header } = one.sheet;
    if (statusOfSheet(name, map) !== null) return one;
    if (one.columns.at.size > 0) {
      const told = one.columns.at.has('status') || one.columns.constants.status !== undefined;
      if (told || !named || one.problems.some(({ code }) => code === 'status-not-stated')) return one;
      return {
        ...one,
        problems: [...one.problems, problem('status-not-stated', name ?? '', { sheet: name, row: headerRow })],
      };
    }
    const left = problem('sheet-not-read', header.join(', '), { sheet: name, row: headerRow });
    return { ...one, sheet: { ...one.sheet, rows: [] }, problems: [left] };
  });
}

/** Which of the package's maps fits the headers best: the one that leaves nothing missing and knows most of them. */
export function guessColumnMap(sheets: readonly Sheet[]): ColumnMap {
  const score = (map: ColumnMap) => {
    const found = findSheets(sheets, map);
    const missing = found.flatMap(({ problems }) => problems).filter(({ code }) => code === 'column-missing').length;
    const named = sheets.filter(({ name }) => statusOfSheet(name, map) !== null).length;
    return found.reduce((sum, { columns }) => sum + columns.at.size, named) - missing * 100;
  };
  return columnMaps.reduce((best, map) => (score(map) > score(best) ? map : best));
}
