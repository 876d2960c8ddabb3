import { saysNone } from '@aipower/taiwan/answers';
import { type Day, parseDay } from '@aipower/taiwan/dates';
import { checkUbn } from '@aipower/taiwan/ubn';
import type { Columns, RegisterField } from './columns.ts';
import { isMark } from './mark.ts';
import { isNoValue, printedList } from './printed-list.ts';
import { type Problem, type ProblemCode, problem } from './problem.ts';
import type { SheetRow } from './table.ts';

const MAX_LENGTH = 500;
// A scope may name every item of the catalogue, title and all.
const MAX_ITEMS_LENGTH = 5000;

const dayFaults = {
  empty: 'cell-missing',
  unrecognised: 'date-unreadable',
  ambiguous: 'date-ambiguous',
  'no-such-day': 'date-impossible',
} as const satisfies Record<string, ProblemCode>;

/** Fields whose cell may hold several values. */
const listFields: ReadonlySet<RegisterField> = new Set(['items', 'former_names']);
/** Fields of free text, where 無, N/A and a dash say that there is nothing, and true, checked and 有 say nothing at all. */
const textFields: ReadonlySet<RegisterField> = new Set([
  'name',
  'name_en',
  'former_names',
  'city',
  'items',
  'edition',
  'status_on',
  'evidence_url',
  'head_office_ubn',
  'predecessor_ubn',
  'successor_ubn',
]);

/** The cells of one row by field, and every problem found in reading them. */
export interface Cells {
  readonly problems: readonly Problem[];
  say(code: ProblemCode, field: RegisterField | null, found: string): void;
  /** Has something been said of this field? */
  hasProblem(field: RegisterField): boolean;
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

  /** What the cell holds, a list that a program printed as its values. */
  const valuesOf = (field: RegisterField): string[] | undefined => {
    const at = columns.at.get(field);
    const found = at === undefined ? columns.constants[field] : (line.cells[at] ?? '');
    if (found === undefined) return undefined;
    if (found.length > (field === 'items' ? MAX_ITEMS_LENGTH : MAX_LENGTH)) {
      say('cell-too-long', field, found);
      return [];
    }
    const printed = printedList(found);
    const all = (printed === null || printed === 'nested' ? [found] : printed).map((one) => one.trim());
    const values = all.filter((one) => one !== '' && !isNoValue(one) && !(textFields.has(field) && saysNone(one)));
    if (printed === 'nested' || (!listFields.has(field) && new Set(values).size > 1)) {
      say('cell-holds-several', field, found);
      return [];
    }
    const marked = textFields.has(field) ? values.find(isMark) : undefined;
    if (marked === undefined) return values;
    say('cell-is-mark', field, marked);
    return [];
  };
  const held = new Map<RegisterField, string[] | undefined>();
  // A field may be asked for twice; what is wrong with it is told once.
  const values = (field: RegisterField) => {
    if (!held.has(field)) held.set(field, valuesOf(field));
    return held.get(field);
  };
  const text = (field: RegisterField): string | undefined => {
    const found = values(field);
    return found && (found[0] ?? '');
  };
  const hasProblem = (field: RegisterField) =>
    problems.some(({ column }) => column === (columns.header(field) ?? field));

  return {
    problems,
    say,
    hasProblem,
    needed(field) {
      const found = text(field) ?? '';
      if (found === '' && !hasProblem(field)) say('cell-missing', field, '');
      return found;
    },
    optional(field) {
      const found = text(field);
      return found === '' ? null : found;
    },
    list: (field, separators) =>
      values(field)
        ?.flatMap((value) => value.split(separators))
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
