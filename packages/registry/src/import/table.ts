import { typeName } from '../type-name.ts';

/** Rows of cells as a file holds them, before anything is understood. */
export interface Sheet {
  /** `null` for a format without sheets. */
  readonly name: string | null;
  /** Its cells as printed. */
  readonly header: readonly string[];
  /** Row of the file the header stands in. */
  readonly headerRow: number;
  /** Those below the header. */
  readonly rows: readonly SheetRow[];
  /** Whether the workbook hides this sheet. */
  readonly hidden?: boolean | undefined;
  /** Whether serial days of the workbook count from 1904. */
  readonly date1904?: boolean | undefined;
}

/** One row of a sheet. */
export interface SheetRow {
  /** As a spreadsheet counts: the first row of the sheet is 1, and a cell of several lines is one row. */
  readonly number: number;
  /** As text, in the order of the header. */
  readonly cells: readonly string[];
  /** Whether the workbook hides this row. */
  readonly hidden?: boolean | undefined;
}

/** A file as it came: its name (for its ending and for messages) and its bytes. */
export interface SourceFile {
  /** File name with its ending, which tells CSV, TSV, XLSX or ODS. */
  readonly name: string;
  /** The whole file. */
  readonly bytes: Uint8Array;
}

/**
 * A path, a text or an ArrayBuffer in place of a file would be told as a file that cannot be read.
 * @throws TypeError that says what was given and what to give
 */
export function assertFile(file: SourceFile): void {
  const bytes: unknown = (file as SourceFile | null | undefined)?.bytes;
  if (ArrayBuffer.isView(bytes) && 'length' in bytes) return;
  const given = typeof file !== 'object' || file === null ? file : bytes;
  const kind = (typeof given === 'object' && given?.constructor?.name) || typeName(given);
  throw new TypeError(
    `file: expected { name: 'list.csv', bytes: Uint8Array }, got ${given === file ? '' : 'bytes of '}${kind}; text is given as new TextEncoder().encode(text)`,
  );
}

/** Drops rows without content and makes the first row with content the header. */
export function toSheet(
  name: string | null,
  lines: readonly SheetRow[],
  how: Pick<Sheet, 'hidden' | 'date1904'> = {},
): Sheet | null {
  const filled = lines.filter((line) => line.cells.some((cell) => cell.trim() !== ''));
  const [header, ...rows] = filled;
  if (!header) return null;
  return { name, header: headerCells(header.cells), headerRow: header.number, rows, ...how };
}

/** Cells of a header, trimmed, up to the last one that says something. */
export function headerCells(cells: readonly string[]): string[] {
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return cells.slice(0, width).map((cell) => cell.trim());
}
