import { saysNone, saysYes } from '@aipower/taiwan/answers';
import { statusWords } from '../generated/status-words.ts';
import { dayWithin, type ListedStatus, statusOfWord } from '../listed-status.ts';
import { isMark, marksYes } from './mark.ts';
import type { SheetRow } from './table.ts';

/** A column that is headed by a status and marked with true, checked, 有 or a day: 廢止, is_active, 是否有效. */
export interface StatusMark {
  readonly at: number;
  readonly header: string;
  readonly status: ListedStatus;
}

const dated: ReadonlySet<ListedStatus> = new Set(['revoked', 'suspended']);
const isYes = (text: string) => marksYes(text) || saysYes(text);
const isAnswer = (text: string) => isMark(text) || isYes(text) || saysNone(text);

const { before, behind } = statusWords.asked;
const asks = new RegExp(`^(?:${before}|is(?=[\\s_-]|[A-Z]))|${behind}|[?？]$`, 'gu');
/** The column as one of marks; `null` when its header says no status or its cells hold anything else. */
export function statusMarkOf(header: string, at: number, rows: readonly SheetRow[]): StatusMark | null {
  const status = statusOfWord(header.replace(asks, ''));
  if (status === null) return null;
  const said = rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((text) => text !== '' && text !== header);
  const fits = (text: string) => isAnswer(text) || (dated.has(status) && dayWithin(text) !== null);
  return said.length > 0 && said.every(fits) ? { at, header, status } : null;
}

/** What the marks of a row say; `in-force` with `denied` where the mark of good standing is not set. */
export function readMarks(
  line: SheetRow,
  marks: readonly StatusMark[],
): { note: string; status: ListedStatus; on: string | null; denied: boolean }[] {
  return marks.flatMap(({ at, header, status }) => {
    const text = (line.cells[at] ?? '').trim();
    const set = isYes(text) || (!isAnswer(text) && text !== '');
    if (!set && status !== 'in-force') return [];
    return [{ note: `${header}: ${text}`, status, on: isYes(text) ? null : dayWithin(text), denied: !set }];
  });
}
