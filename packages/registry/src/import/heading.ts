import { rowWords } from '../generated/row-words.ts';
import { type ListedStatus, statusOfHeading } from '../listed-status.ts';
import { findScheme, type SchemeId } from '../scheme.ts';
import { type Problem, problem } from './problem.ts';
import type { Sheet, SheetRow } from './table.ts';

const squeeze = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*:：]+/g, '');

/** Texts of a row that say something, each once: a merged title may stand in every cell. */
function texts(line: SheetRow): string[] {
  return [...new Set(line.cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
}

/** Is this row the header once more, as tables of several pages print it? */
export function repeatsHeader(line: SheetRow, header: readonly string[]): boolean {
  let same = 0;
  for (const [i, text] of header.entries()) {
    const cell = line.cells[i] ?? '';
    if (cell === '') continue;
    if (cell !== text && squeeze(cell) !== squeeze(text)) return false;
    same++;
  }
  return same >= 2;
}

const remark = new RegExp(`^[(（[【*※＊●◎▲#]?\\s*(?:${rowWords.spacedRemarks}|${rowWords.remarks}|第\\s*\\d+\\s*頁)`);
const total = new RegExp(`^[(（]?(?:${rowWords.totals}|(?:${rowWords.count})\\d+)`);
const counts = new RegExp(`^(?:[\\d,.\\s%]|${rowWords.counted})+$`);

/** Is this row a remark beside the table (備註, 合計, 資料來源 …) and no record? */
export function isRemark(line: SheetRow): boolean {
  const first = line.cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  const isNote = remark.test(first);
  if (!isNote && !total.test(squeeze(first))) return false;
  const said = texts(line);
  if (said.length === 1 && isNote) return true;
  // A total stands beside counts; a record has texts of its own.
  return total.test(squeeze(first)) && said.slice(1).every((text) => counts.test(text.normalize('NFKC')));
}

/** Is this remark a total (合計, 共 20 家)? */
export function isTotal(line: SheetRow): boolean {
  return total.test(squeeze(line.cells.find((cell) => cell.trim() !== '') ?? ''));
}

/** What a row with one text says of the rows below it. */
export interface Heading {
  readonly text: string;
  readonly status: ListedStatus | null;
  readonly scheme: SchemeId | null;
}

const MAX_HEADING_LENGTH = 60;
const numbering = /^[(（]?(?:[一二三四五六七八九十]{1,3}|[壹貳參肆伍陸柒捌玖拾]|\d{1,2}|[a-z])[)）、.．]\s*/i;
const group = new RegExp(
  `^(?:\\d{2,4}\\s*年(?:度)?|第\\s*[\\d一二三四五六七八九十]+\\s*(?:${rowWords.turns})|${rowWords.categories}|.{0,10}(?:${rowWords.lists}))(?:[(（].*[)）])?$`,
);
/** The count behind a heading: 通過業者（共 20 家）. */
export const headingCount = new RegExp(`[(（]?共?\\s*(\\d+)\\s*(?:${rowWords.countedInHeading})[)）]?$`);

/** Does this row head a section: one text that says the status or the registration of what follows, or a group of rows? */
export function headingOf(line: SheetRow): Heading | null {
  const first = line.cells.findIndex((cell) => cell.trim() !== '');
  // Most rows are records, with a second text of their own.
  if (line.cells.some((cell, i) => i > first && cell.trim() !== '' && cell !== line.cells[first])) return null;
  const said = texts(line);
  if (said.length !== 1 || said[0]!.length > MAX_HEADING_LENGTH || /^[\d\s.,/-]+$/.test(said[0]!)) return null;
  const text = said[0]!;
  const bare = text.normalize('NFKC').replace(numbering, '').replace(headingCount, '').trim();
  const status = statusOfHeading(bare);
  const scheme = findScheme(bare)?.id ?? null;
  return status !== null || scheme !== null || group.test(bare) ? { text, status, scheme } : null;
}

/** Do headings within the table say the status of every record of it? */
export function statedByHeadings(rows: readonly SheetRow[], header: readonly string[]): boolean {
  for (const row of rows) {
    if (repeatsHeader(row, header) || isRemark(row)) continue;
    const heading = headingOf(row);
    if (!heading) return false;
    if (heading.status !== null) return true;
  }
  return false;
}

/** Why a row is no record. */
export type NoRecord = 'row-repeats-header' | 'row-is-remark' | 'row-is-heading';

/** Says of a row of the sheet that it was passed over, and what stands in it. */
export function passedOver(code: NoRecord, line: SheetRow, sheet: Sheet): Problem {
  return problem(code, line.cells.filter(Boolean).join(' '), { sheet: sheet.name, row: line.number });
}

/** Rows that the workbook hides are read all the same: one problem says how many there are, and where the first is. */
export function hiddenRows(sheet: Sheet): Problem[] {
  const hidden = sheet.rows.filter((line) => line.hidden);
  if (hidden.length === 0) return [];
  return [problem('rows-hidden', String(hidden.length), { sheet: sheet.name, row: hidden[0]!.number })];
}
