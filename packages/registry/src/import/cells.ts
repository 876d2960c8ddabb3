import { type Day, parseDay } from '@aipower/taiwan/dates';
import { checkUbn } from '@aipower/taiwan/ubn';
import type { Columns, RegisterField } from './columns.ts';
import { type Problem, type ProblemCode, problem } from './problem.ts';
import type { SheetRow } from './table.ts';

const LONGEST = 500;
// A scope may name every item of the catalogue, title and all.
const LONGEST_ITEMS = 5000;

const dayFaults = {
  empty: 'cell-missing',
  unrecognised: 'date-unreadable',
  ambiguous: 'date-ambiguous',
  'no-such-day': 'date-impossible',
} as const satisfies Record<string, ProblemCode>;

/** The cells of one row by field, and every problem found in reading them. */
export interface Cells {
  readonly problems: readonly Problem[];
  say(code: ProblemCode, field: RegisterField | null, found: string): void;
  /** The text of a cell that must not be blank; `''` (and a problem) when it is. */
  needed(field: RegisterField): string;
  /** The text of a cell; `null` when blank, `undefined` when the list has no such column. */
  optional(field: RegisterField): string | null | undefined;
  list(field: RegisterField, separators: RegExp): string[] | undefined;
  /** `''` (and a problem) when it is no day. */
  day(field: RegisterField, text: string): Day;
  ubn(field: RegisterField, text: string): { ubn: string; warnings: string[] };
}

export function createCells(line: SheetRow, sheet: string | null, columns: Columns): Cells {
  const problems: Problem[] = [];
  const say = (code: ProblemCode, field: RegisterField | null, found: string) => {
    const column = field === null ? null : (columns.header(field) ?? field);
    problems.push(problem(code, found, { sheet, row: line.number, column }));
  };
  const beyond = line.cells.slice(columns.width).find((text) => text.trim() !== '');
  if (beyond !== undefined) say('cell-beyond-header', null, beyond);

  const text = (field: RegisterField): string | undefined => {
    const at = columns.at.get(field);
    const found = at === undefined ? columns.constants[field] : (line.cells[at] ?? '');
    if (found !== undefined && found.length > (field === 'items' ? LONGEST_ITEMS : LONGEST)) {
      say('cell-too-long', field, found);
      return '';
    }
    return found?.trim();
  };

  return {
    problems,
    say,
    needed(field) {
      const found = text(field) ?? '';
      if (found === '') say('cell-missing', field, '');
      return found;
    },
    optional(field) {
      const found = text(field);
      return found === '' ? null : found;
    },
    list: (field, separators) =>
      text(field)
        ?.split(separators)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    day(field, found) {
      if (found === '') return '';
      const reading = parseDay(found);
      if (reading.ok) return reading.day;
      say(dayFaults[reading.code], field, found);
      return '';
    },
    ubn(field, found) {
      const check = checkUbn(found);
      if (check.ok) return { ubn: check.ubn, warnings: [] };
      if (check.code === 'all-zero') say('ubn-all-zero', field, found);
      else if (check.digits !== undefined) {
        // Some real firms have such a number (domain notes, 3): what an official list prints is kept.
        say('ubn-checksum', field, found);
        return { ubn: check.digits, warnings: ['ubn-checksum'] };
      } else say('ubn-malformed', field, found);
      return { ubn: '', warnings: [] };
    },
  };
}
