import { Budget, type ReadLimits } from './budget.ts';
import { type Grid, GridBuilder, type Merge } from './grid.ts';
import { type NumberKind, numberText } from './number-format.ts';
import { findParts, readNumberKinds, readStrings, unescapeText } from './xlsx-parts.ts';
import { readXml } from './xml.ts';
import { type Archive, openArchive } from './zip.ts';

/** The cells contradict each other: a row or column given twice or backwards, a string that does not exist. */
export class BrokenSheet extends Error {
  override name = 'BrokenSheet';
  readonly sheet: string;
  readonly row: number | null;

  constructor(sheet: string, row: number | null, message: string) {
    super(message);
    this.sheet = sheet;
    this.row = row;
  }
}

interface Book {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly date1904: boolean;
}

const reference = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** Column from 0 and row from 1 of `C7`. */
function parseReference(text: string): { column: number; row: number } | null {
  const match = reference.exec(text);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

function parseMerge(text: string): Merge | null {
  const [from = '', to = from] = text.split(':');
  const [a, b] = [parseReference(from), parseReference(to)];
  return a && b ? { top: a.row, bottom: b.row, left: a.column, right: b.column } : null;
}

/** One cell while it is read. */
interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  hasInline: boolean;
}

function cellText(cell: Cell, book: Book, say: (message: string) => never): string {
  const { type, value } = cell;
  if (type === 'inlineStr' || (cell.hasInline && value === '')) return unescapeText(cell.inline);
  if (value === '') return '';
  if (type === 's') {
    const text = /^\s*\d+\s*$/.test(value) ? book.strings[Number(value)] : undefined;
    return text ?? say(`shared string ${value} of ${book.strings.length}`);
  }
  if (type === 'str') return unescapeText(value);
  if (type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'd') return /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? value;
  if (type === 'e') return value;
  return numberText(value, book.kinds[cell.style] ?? 'number', book.date1904);
}

function readSheet(
  archive: Archive,
  part: { name: string; path: string; hidden: boolean },
  book: Book,
  budget: Budget,
): Grid {
  const grid = new GridBuilder(part.name, budget);
  const merges: Merge[] = [];
  let row = 0;
  let hiddenRow = false;
  let cells: string[] = [];
  let cell: Cell | null = null;
  let next = 0;
  let phonetic = 0;
  const say = (message: string): never => {
    throw new BrokenSheet(part.name, row || null, message);
  };
  readXml(archive.read(part.path)!, {
    open({ name, attribute }, path) {
      if (name === 'row' && path.at(-2) === 'sheetData') {
        const number = Number(attribute('r') ?? row + 1);
        if (!Number.isInteger(number) || number <= row) say(`row ${attribute('r')} behind row ${row}`);
        row = number;
        hiddenRow = /^(?:1|true)$/.test(attribute('hidden') ?? '');
        cells = [];
        next = 0;
      } else if (name === 'c' && path.at(-2) === 'row') {
        const where = attribute('r');
        const at = where === undefined ? { column: next, row } : parseReference(where);
        if (!at || at.row !== row || at.column < next) return void say(`cell ${where} in row ${row}`);
        next = at.column + 1;
        const style = Number(attribute('s') ?? 0);
        cell = { column: at.column, type: attribute('t') ?? 'n', style, value: '', inline: '', hasInline: false };
      } else if (name === 'is' && cell) cell.hasInline = true;
      else if (name === 'rPh') phonetic++;
      else if (name === 'mergeCell') {
        const merge = parseMerge(attribute('ref') ?? '');
        if (merge) merges.push(merge);
      }
    },
    text(text, path) {
      if (!cell || phonetic > 0) return;
      const name = path.at(-1);
      if (name === 'v') cell.value += text;
      else if (name === 't') cell.inline += text;
    },
    close(name, path) {
      if (name === 'rPh') phonetic--;
      else if (name === 'c' && cell) {
        const text = cellText(cell, book, say);
        if (text !== '') {
          if (cell.column >= budget.limits.columns) budget.row(part.name, row, 1, text.length, cell.column + 1);
          cells[cell.column] = text;
        }
        cell = null;
      } else if (name === 'row' && path.at(-2) === 'sheetData') grid.add(row, cells, hiddenRow);
    },
  });
  return { name: part.name, hidden: part.hidden, date1904: book.date1904, rows: grid.rows, merges };
}

/**
 * Reads every sheet of an XLSX workbook (ECMA-376, transitional and strict). Formulas are not computed: the value saved
 * with them counts.
 * @throws BrokenArchive, BrokenXml, BrokenSheet, OverBudget
 */
export function readXlsx(bytes: Uint8Array, limits: ReadLimits): Grid[] {
  const budget = new Budget(limits);
  const archive = openArchive(bytes, budget);
  const parts = findParts(archive);
  const book: Book = {
    strings: readStrings(archive, parts.strings),
    kinds: readNumberKinds(archive, parts.styles),
    date1904: parts.date1904,
  };
  return parts.sheets.map((part) => readSheet(archive, part, book, budget));
}
