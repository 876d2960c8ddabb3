import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, problem } from './problem.ts';
import { type Sheet, type SheetRow, toSheet } from './table.ts';

/**
 * Text of a file: UTF-8 with or without BOM, UTF-16 with BOM, else Big5 (with a warning), which older office programs
 * in Taiwan still write.
 */
export function decodeText(bytes: Uint8Array): { text: string; problems: Problem[] } {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (mark) return { text: new TextDecoder(mark).decode(bytes), problems: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    try {
      const text = new TextDecoder('big5', { fatal: true }).decode(bytes);
      return { text, problems: [problem('file-not-utf8', 'Big5')] };
    } catch {
      return { text: '', problems: [problem('file-unreadable', 'bytes that are neither UTF-8 nor Big5')] };
    }
  }
}

/** A pasted table has tabs in its first line; a CSV file has none outside quotes. */
export function guessDelimiter(text: string): ',' | '\t' {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  return first.includes('\t') ? '\t' : ',';
}

/**
 * Reads CSV or TSV text.
 * @returns no sheet with a problem when there is no row, or when quotes are broken (the row is named).
 */
export function readDelimited(
  text: string,
  delimiter = guessDelimiter(text),
): { sheet: Sheet | null; problems: Problem[] } {
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      // A pasted cell may hold a bare quote; in CSV a bare quote is a broken file.
      relax_quotes: delimiter === '\t',
      info: true,
      max_record_size: 1_000_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let next = 1;
    const lines: SheetRow[] = records.map(({ record, info }) => {
      const number = next;
      next = info.lines + 1;
      return { number, cells: record };
    });
    const sheet = toSheet(null, lines);
    return sheet && sheet.rows.length > 0
      ? { sheet, problems: [] }
      : { sheet: null, problems: [problem('file-empty', '')] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? error.lines : null;
    return { sheet: null, problems: [problem('quote-broken', error.message, { row })] };
  }
}
