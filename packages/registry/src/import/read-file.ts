import { unpackedSize } from './archive.ts';
import { decodeText, readDelimited } from './delimited.ts';
import { type Problem, problem } from './problem.ts';
import type { Sheet, SourceFile } from './table.ts';
import { readWorkbook } from './workbook.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_UNPACKED = 512 * 1024 * 1024;

/**
 * Reads a table from a file or from pasted text, by what it holds and not by its name: CSV, TSV, XLSX, ODS.
 *
 * @param limits.bytes largest file that is read (default 64 MiB); a workbook may unpack to eight times as much.
 * @returns the sheets with rows, and problems; with an error among them there are no sheets.
 */
export function readTable(file: SourceFile, limits: { bytes?: number } = {}): { sheets: Sheet[]; problems: Problem[] } {
  const most = limits.bytes ?? MOST_BYTES;
  const { bytes } = file;
  if (bytes.length > most) return { sheets: [], problems: [problem('file-too-large', `${bytes.length} bytes`)] };
  if (bytes.length === 0) return { sheets: [], problems: [problem('file-empty', '')] };
  const unpacked = unpackedSize(bytes);
  if (unpacked !== null) {
    const large = unpacked > Math.min(MOST_UNPACKED, most * 8);
    return large
      ? { sheets: [], problems: [problem('file-too-large', `${unpacked} bytes unpacked`)] }
      : readWorkbook(bytes);
  }
  const { text, problems } = decodeText(bytes);
  if (problems.some(({ severity }) => severity === 'error')) return { sheets: [], problems };
  // A NUL never stands in a table: an old .xls, an image or a PDF.
  if (text.includes('\0') || text.startsWith('%PDF'))
    return { sheets: [], problems: [problem('file-unreadable', 'a binary file')] };
  const table = readDelimited(text);
  return { sheets: table.sheet ? [table.sheet] : [], problems: [...problems, ...table.problems] };
}
