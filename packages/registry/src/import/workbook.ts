import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type Problem, problem } from './problem.ts';
import { type Sheet, type SheetRow, toSheet } from './table.ts';

const MOST_ROWS = 1_000_000;

/** Text of a cell as a list means it: days as ISO, whole numbers without exponent, everything else as shown. */
function cellText(cell: { t: string; v?: unknown; w?: string } | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'z') return '';
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
  // What is shown may be rounded or in exponents (1.23E+7); what is meant is the number. Shown zeros in front are kept.
  if (cell.t === 'n') return cell.w !== undefined && /^0\d+$/.test(cell.w) ? cell.w : String(cell.v);
  if (cell.t === 'e') return cell.w ?? '#ERROR';
  return String(cell.v);
}

function sheetRows(sheet: WorkSheet): SheetRow[] {
  const dense =
    (sheet as unknown as { '!data'?: ({ t: string; v?: unknown; w?: string } | undefined)[][] })['!data'] ?? [];
  const rows: SheetRow[] = [];
  for (const [i, cells] of dense.entries()) {
    if (cells && i < MOST_ROWS) rows.push({ number: i + 1, cells: Array.from(cells, cellText) });
  }
  return rows;
}

/**
 * Reads every sheet of an XLSX or ODS file that holds rows. Formulas are not computed: the value saved with them counts.
 */
export function readWorkbook(bytes: Uint8Array): { sheets: Sheet[]; problems: Problem[] } {
  let book: WorkBook;
  try {
    book = read(bytes, {
      dense: true,
      cellDates: true,
      UTC: true,
      cellFormula: false,
      cellHTML: false,
      sheetRows: MOST_ROWS + 1,
    });
  } catch (error) {
    // The parser throws plain errors of many kinds on broken files: all mean that it cannot be read.
    return {
      sheets: [],
      problems: [problem('file-unreadable', error instanceof Error ? error.message : String(error))],
    };
  }
  // The parser leaves out a sheet it stumbles over. A list that lacks a sheet would close all its certificates.
  const broken = book.SheetNames.filter((name) => !book.Sheets[name]);
  if (broken.length > 0)
    return { sheets: [], problems: broken.map((name) => problem('file-unreadable', name, { sheet: name })) };
  const sheets = book.SheetNames.flatMap((name) => {
    const sheet = toSheet(name, sheetRows(book.Sheets[name]!));
    return sheet && sheet.rows.length > 0 ? [sheet] : [];
  });
  return sheets.length > 0 ? { sheets, problems: [] } : { sheets, problems: [problem('file-empty', '')] };
}
