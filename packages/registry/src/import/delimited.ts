import { CsvError, parse } from 'csv-parse/sync';
import { Budget, OverBudget, type ReadLimits } from '../workbook/budget.ts';
import { type Problem, problem } from './problem.ts';
import type { SheetRow } from './table.ts';

/**
 * Text of a file: UTF-8 with or without BOM, UTF-16 with BOM, else Big5 (with a warning), which older office programs
 * in Taiwan still write. Marks are taken off wherever programs have put one, also in front of a quoted header, and
 * one that was read as Latin letters.
 */
export function decodeText(bytes: Uint8Array): { text: string; problems: Problem[] } {
  const { text, problems } = decode(bytes);
  return { text: text.replace(/\ufeff/g, '').replace(/^(?:ï»¿)+/, ''), problems };
}

function decode(bytes: Uint8Array): { text: string; problems: Problem[] } {
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
      return { text: '', problems: [problem('file-unreadable', '')] };
    }
  }
}

const lineEnd = /\r\n|\n|\r/;

export type Delimiter = ',' | '\t' | ';';

/**
 * Which sign stands between cells? A pasted table has tabs; CSV has none outside quotes, and in some countries semicolons.
 * Looks at the first lines, since a title above the table has no sign at all.
 */
export function guessDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/, 20);
  const most = (sign: Delimiter) => Math.max(...lines.map((line) => line.split(sign).length - 1));
  if (most('\t') > 0) return '\t';
  return most(';') > most(',') ? ';' : ',';
}

/** `="00501406"`, which keeps a spreadsheet from dropping zeros, is the text between the quotes. */
function plainTexts(text: string): string {
  return text.includes('="') ? text.replace(/(^|[,;\t\r\n])="((?:[^"]|"")*)"(?=[,;\t\r\n]|$)/g, '$1"$2"') : text;
}

/**
 * Reads CSV or TSV text. Lines may end in any of the three ways, also mixed.
 * @returns no rows with a problem when quotes are broken (the row is named) or a limit is passed.
 */
export function readDelimited(
  text: string,
  limits: ReadLimits,
  delimiter = guessDelimiter(text),
): { lines: SheetRow[]; problems: Problem[] } {
  try {
    const records = parse(plainTexts(text), {
      delimiter,
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A pasted cell may hold a bare quote; in CSV a bare quote is a broken file.
      relax_quotes: delimiter === '\t',
      max_record_size: 1_000_000,
    }) as string[][];
    const budget = new Budget(limits);
    const lines: SheetRow[] = [];
    for (const [i, record] of records.entries()) {
      // Blank cells behind the last one with content are no cells: one long row must not widen all others.
      const cells = record.slice(0, record.findLastIndex((cell) => cell.trim() !== '') + 1);
      const filled = cells.filter((cell) => cell !== '');
      if (filled.length === 0) continue;
      budget.row(
        null,
        i + 1,
        filled.length,
        filled.reduce((sum, { length }) => sum + length, 0),
        cells.length,
      );
      lines.push({ number: i + 1, cells });
    }
    return { lines, problems: [] };
  } catch (error) {
    if (error instanceof OverBudget) return { lines: [], problems: [problem(error.code, error.found, error)] };
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? error.lines : null;
    // Of a quote that is never closed the parser names the end of the file; the line that opens it is the one to mend.
    const told = error.code === 'CSV_QUOTE_NOT_CLOSED' ? lastOpened(text) : row;
    const found = told === null ? '' : (text.split(lineEnd)[told - 1] ?? '').trim();
    return { lines: [], problems: [problem('quote-broken', found, { row: told })] };
  }
}

/** The line of the quote that is never closed, from 1. */
function lastOpened(text: string): number | null {
  let open: number | null = null;
  for (const [i, line] of text.split(lineEnd).entries())
    if (line.split('"').length % 2 === 0) open = open === null ? i + 1 : null;
  return open;
}
