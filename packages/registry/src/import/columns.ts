import { COLUMN_MAP_DATA } from '../generated/column-maps.ts';
import { type Problem, problem } from './problem.ts';
import type { Sheet } from './table.ts';

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

export type RegisterField = (typeof registerFields)[number];

/** How one kind of list calls its columns. Source: data/column-maps.yml, or made by the caller. */
export interface ColumnMap {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Fields that are the same in every row and have no column. */
  readonly constants: Readonly<Partial<Record<RegisterField, string>>>;
  /** What the name of a sheet says about its rows. */
  readonly sheets: readonly { readonly names: readonly string[]; readonly status: string }[];
  /** Field → headers it may have. `row` names a running number that is not read. */
  readonly columns: Readonly<Partial<Record<RegisterField | 'row', readonly string[]>>>;
  readonly required: readonly string[];
}

/** The maps that come with the package; `register` is this project's own format. */
export const columnMaps: readonly ColumnMap[] = COLUMN_MAP_DATA;

const fold = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*＊]+/g, '');

/** Which column holds which field, and what the file does not print. */
export interface Columns {
  readonly at: ReadonlyMap<RegisterField, number>;
  readonly constants: Readonly<Partial<Record<RegisterField, string>>>;
  /** How many columns the header has. */
  readonly width: number;
  /** Header of a field as the file prints it, for messages. */
  header(field: RegisterField): string | null;
}

/**
 * Finds the columns of a sheet.
 * @returns the problems `column-missing`, `column-repeated` (errors) and `column-unknown` (warning), each with its header.
 */
export function findColumns(sheet: Sheet, map: ColumnMap): { columns: Columns; problems: Problem[] } {
  const problems: Problem[] = [];
  const place = { sheet: sheet.name, row: 1 };
  const known = new Map<string, RegisterField | 'row'>();
  for (const [field, headers] of Object.entries(map.columns)) {
    for (const header of headers) known.set(fold(header), field as RegisterField);
  }
  const at = new Map<RegisterField, number>();
  for (const [i, header] of sheet.header.entries()) {
    const field = known.get(fold(header));
    if (field === 'row') continue;
    if (field === undefined) {
      if (header !== '') problems.push(problem('column-unknown', header, { ...place, column: header }));
    } else if (at.has(field)) problems.push(problem('column-repeated', header, { ...place, column: header }));
    else at.set(field, i);
  }
  const status = map.sheets.find(({ names }) => names.some((name) => fold(name) === fold(sheet.name ?? '')))?.status;
  const constants = status === undefined || at.has('status') ? map.constants : { ...map.constants, status };
  for (const field of map.required as RegisterField[]) {
    if (!at.has(field) && constants[field] === undefined) {
      problems.push(
        problem('column-missing', sheet.header.join(', '), { ...place, column: map.columns[field]?.[0] ?? field }),
      );
    }
  }
  const { header } = sheet;
  return {
    columns: { at, constants, width: header.length, header: (field) => header[at.get(field) ?? -1] ?? null },
    problems,
  };
}

/** Which of the package's maps fits the headers best: the one that leaves nothing missing and knows most of them. */
export function guessColumnMap(sheets: readonly Sheet[]): ColumnMap {
  const score = (map: ColumnMap) => {
    const found = sheets.map((sheet) => findColumns(sheet, map));
    const missing = found.flatMap(({ problems }) => problems).filter(({ code }) => code === 'column-missing').length;
    const named = sheets.filter((sheet) => map.sheets.some(({ names }) => names.includes(sheet.name ?? ''))).length;
    return found.reduce((sum, { columns }) => sum + columns.at.size, named) - missing * 100;
  };
  return columnMaps.reduce((best, map) => (score(map) > score(best) ? map : best));
}
