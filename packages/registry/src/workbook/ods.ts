import { Budget, type ReadLimits } from './budget.ts';
import { type Grid, GridBuilder, type Merge } from './grid.ts';
import { type Opening, readXml } from './xml.ts';
import { BrokenArchive, openArchive } from './zip.ts';

/** What stands in a cell and is not its text: remarks, drawings, the small print above a word. */
const outside = new Set([
  'annotation',
  'note',
  'ruby-text',
  'frame',
  'shape',
  'custom-shape',
  'g',
  'forms',
  'tracked-changes',
]);

interface Cell {
  readonly type: string;
  readonly value: string | null;
  readonly times: number;
  paragraphs: number;
  text: string;
}

const count = (text: string | undefined) => Math.max(1, Math.trunc(Number(text ?? 1)) || 1);

function storedValue({ attribute }: Opening): string | null {
  const of = (name: string) => attribute(name) ?? null;
  switch (attribute('value-type')) {
    case 'date':
      return of('date-value')?.slice(0, 10) ?? null;
    case 'boolean':
      return of('boolean-value')?.toUpperCase() ?? null;
    case 'string':
      return of('string-value');
    case 'float':
    case 'percentage':
    case 'currency':
      return of('value');
    default:
      return null;
  }
}

function cellText({ type, value, text }: Cell): string {
  if (value === null) return text;
  if (type !== 'float') return value;
  // Shown with zeros in front, a number is a code and not a quantity.
  if (/^0\d+$/.test(text) && Number(text) === Number(value)) return text;
  return Number.isFinite(Number(value)) && value.trim() !== '' ? String(Number(value)) : value;
}

/**
 * Reads every sheet of an ODS workbook (OpenDocument 1.3). Repeated rows and cells are counted before they are made, and
 * blank ones, which programs repeat to the end of the sheet, are never made.
 * @throws BrokenArchive, BrokenXml, OverBudget
 */
export function readOds(bytes: Uint8Array, limits: ReadLimits): Grid[] {
  const budget = new Budget(limits);
  const content = openArchive(bytes, budget).read('content.xml');
  if (!content) throw new BrokenArchive('content.xml is missing');
  const grids: Grid[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let sheet: { name: string; hidden: boolean; grid: GridBuilder; merges: Merge[] } | null = null;
  let depth = 0;
  let row = 0;
  let rowTimes = 1;
  let rowHidden = false;
  let cells: string[] = [];
  let column = 0;
  let cell: Cell | null = null;
  let skipped = 0;

  function endCell(): void {
    if (!cell) return;
    const text = cellText(cell);
    // Blank cells are passed over; a repeated text is counted first, so that a billion of them are never made.
    if (text !== '') {
      budget.row(sheet!.name, row + 1, 0, 0, column + cell.times, 0);
      for (let i = 0; i < cell.times; i++) cells[column + i] = text;
    }
    column += cell.times;
    cell = null;
  }

  readXml(content, {
    open(element, path) {
      const { name, attribute } = element;
      if (outside.has(name)) skipped++;
      if (name === 'style') style = attribute('name') ?? '';
      else if (name === 'table-properties' && attribute('display') === 'false') hiddenStyles.add(style);
      else if (name === 'table' && path.includes('spreadsheet')) {
        // A table within a cell is no sheet.
        if (++depth > 1) return;
        const title = attribute('name') ?? '';
        const hidden = hiddenStyles.has(attribute('style-name') ?? '');
        sheet = { name: title, hidden, grid: new GridBuilder(title, budget), merges: [] };
        row = 0;
      } else if (!sheet || depth !== 1 || skipped > 0) return;
      else if (name === 'table-row') {
        rowTimes = count(attribute('number-rows-repeated'));
        rowHidden = (attribute('visibility') ?? 'visible') !== 'visible';
        cells = [];
        column = 0;
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        const times = count(attribute('number-columns-repeated'));
        const covered = name === 'covered-table-cell';
        const value = covered ? '' : storedValue(element);
        cell = { type: covered ? 'string' : (attribute('value-type') ?? ''), value, times, paragraphs: 0, text: '' };
        const [tall, wide] = [count(attribute('number-rows-spanned')), count(attribute('number-columns-spanned'))];
        if (tall > 1 || wide > 1)
          sheet.merges.push({ top: row + 1, bottom: row + tall, left: column, right: column + wide - 1 });
      } else if (cell && name === 'p') {
        if (cell.paragraphs++ > 0) cell.text += '\n';
      } else if (cell && name === 's') cell.text += ' '.repeat(Math.min(count(attribute('c')), 1000));
      else if (cell && name === 'tab') cell.text += '\t';
      else if (cell && name === 'line-break') cell.text += '\n';
    },
    text(text, path) {
      if (cell && skipped === 0 && depth === 1 && path.includes('p'))
        // Blanks and line ends of the file are one blank (ODF 1.3, 6.1.2); real ones have elements of their own.
        cell.text += text.replace(/[ \t\r\n]+/g, ' ');
    },
    close(name) {
      if (outside.has(name)) skipped--;
      else if (name === 'table' && depth > 0) {
        if (--depth === 0 && sheet) {
          const { name: title, hidden, grid, merges } = sheet;
          grids.push({ name: title, hidden, date1904: false, rows: grid.rows, merges });
          sheet = null;
        }
      } else if (!sheet || depth !== 1 || skipped > 0) return;
      else if (name === 'table-cell' || name === 'covered-table-cell') endCell();
      else if (name === 'table-row') {
        sheet.grid.add(row + 1, cells, rowHidden, rowTimes);
        row += rowTimes;
      }
    },
  });
  return grids;
}
