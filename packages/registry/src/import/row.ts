import { addDays, type Day } from '@aipower/taiwan/dates';
import { readNumber } from '../certificate-number.ts';
import { cellWords, openEnded } from '../generated/cell-words.ts';
import { plausibleDays } from '../generated/plausible-days.ts';
import { statusWords } from '../generated/status-words.ts';
import { dayWithin, graverStatus, type ListedStatus, statusInWords, statusOfCell } from '../listed-status.ts';
import type { Period } from '../period.ts';
import { findScheme, type Scheme, type SchemeId } from '../scheme.ts';
import { type Cells, createCells } from './cells.ts';
import type { Columns } from './columns.ts';
import { readItems } from './items-cell.ts';
import { sayShifted } from './misfit.ts';
import { standsForNumber } from './no-number.ts';
import { type Problem, unnamedScheme } from './problem.ts';
import { readMarks } from './status-marks.ts';
import type { SheetRow } from './table.ts';

/** One row of a register list, understood. `null`: the cell is blank; `undefined`: the list has no such column. */
export interface RegisterRow {
  readonly sheet: string | null;
  readonly row: number;
  readonly scheme: SchemeId;
  readonly number: string | null;
  readonly key: string;
  readonly extended: boolean;
  readonly ubn: string;
  readonly ubnWarnings: readonly string[];
  readonly name: string;
  readonly nameEn: string | null | undefined;
  readonly formerNames: readonly string[] | undefined;
  readonly city: string | null | undefined;
  readonly headOfficeUbn: string | null | undefined;
  readonly predecessorUbn: string | null | undefined;
  readonly successorUbn: string | null | undefined;
  readonly period: Period;
  readonly status: ListedStatus;
  readonly statusOn: Day | null | undefined;
  readonly items: readonly string[] | undefined;
  readonly edition: string | null | undefined;
  readonly evidenceUrl: string | null | undefined;
}

/** What a row is judged by besides itself. */
export interface RowRules {
  readonly seenOn: Day;
  /** The heading that the row stands under, where it says a status. */
  readonly heading?: { readonly text: string; readonly status: ListedStatus } | null | undefined;
}

const openWords: ReadonlySet<string> = new Set(openEnded);

function readScheme(cells: Cells): Scheme | null {
  const text = cells.needed('scheme');
  const scheme = text === '' ? null : findScheme(text);
  if (text !== '' && !scheme) cells.say(unnamedScheme(text), 'scheme', text);
  return scheme;
}

/** What stands in brackets at the end of a cell, when `means` takes it; else the cell as it is. */
function splitBracket(text: string, means: RegExp): { text: string; note: string | null } {
  const match = /^(.*\S)\s*[(（[【〔]([^()（）[\]【】〔〕]*)[)）\]】〕]$/su.exec(text);
  return match && means.test(match[2]!) ? { text: match[1]!, note: match[2]! } : { text, note: null };
}

const statusNote = new RegExp(statusWords.noted);
const formerNote = new RegExp(`^(?:${cellWords.formerNames})[:：]?(?=.)`);

/** What cells other than the status say of it: a list may print 廢止 behind the number, the name or in place of a day. */
interface StatusNotes {
  readonly said: string[];
}

function readCertificateNumber(
  cells: Cells,
  scheme: Scheme | null,
  notes: StatusNotes,
): Pick<RegisterRow, 'number' | 'key' | 'extended'> {
  const printed = cells.optional('number') ?? null;
  const { text, note } = splitBracket(printed ?? '', statusNote);
  if (note !== null) notes.said.push(note);
  const needed = scheme?.verifiedBy.includes('number') ?? false;
  const number = printed === null || standsForNumber(cells, text, needed) ? null : text;
  const { key, extended } = readNumber(number ?? '');
  if (key === '' && (number !== null || needed) && !cells.hasProblem('number'))
    cells.say('cell-missing', 'number', number ?? '');
  return { number, key, extended };
}

function readName(cells: Cells, notes: StatusNotes): { name: string; former: string[] } {
  const status = splitBracket(cells.needed('name'), statusNote);
  if (status.note !== null) notes.said.push(status.note);
  const former = splitBracket(status.text, formerNote);
  return { name: former.text, former: former.note === null ? [] : [former.note.replace(formerNote, '').trim()] };
}

const { earliest, mostYears, aheadWithoutWord, mostAhead } = plausibleDays.registrations;

/** Days that no registration has are slips of the year: 24 read as ROC 24, 215 for 115. */
function assertPlausible(cells: Cells, { from, until }: Period, seenOn: Day): void {
  if (from !== '' && (from < earliest || from > addDays(seenOn, mostAhead)))
    cells.say('date-implausible', 'registered_on', from);
  else if (from !== '' && from > addDays(seenOn, aheadWithoutWord))
    cells.say('registered-after-list', 'registered_on', from);
  const years =
    until === 'open' || until === '' || from === '' ? 0 : Number(until.slice(0, 4)) - Number(from.slice(0, 4));
  if (years > mostYears || (until !== '' && until < earliest)) cells.say('date-implausible', 'valid_until', until);
}

/** The day that 自113年5月1日起廢止登錄資格 names; `null` for any other text. */
function revokedOn(text: string): Day | null {
  return statusInWords(text) === 'revoked' ? dayWithin(text) : null;
}

/**
 * First and last day. A list may print a revocation in place of either: its day is then the last one, since the
 * certificate stood no longer; and the first one too where no other is printed (see `first-day-unknown`).
 */
function readPeriod(cells: Cells, notes: StatusNotes, seenOn: Day): Period {
  const [first, last] = [cells.optional('registered_on') ?? '', cells.optional('valid_until') ?? ''];
  const revoked = revokedOn(first) ?? revokedOn(last);
  if (revoked !== null) {
    const [field, text] =
      revokedOn(first) === null ? (['valid_until', last] as const) : (['registered_on', first] as const);
    notes.said.push(text);
    cells.say('period-from-revocation', field, text);
  }
  const from = revokedOn(first) ?? cells.day('registered_on', cells.needed('registered_on'));
  const text = revoked === null ? cells.needed('valid_until') : last;
  const printsNone = revoked !== null && (text === '' || revokedOn(text) !== null);
  const until = openWords.has(text.toLowerCase()) ? 'open' : printsNone ? revoked : cells.day('valid_until', text);
  if (from && until && until !== 'open' && until < from)
    cells.say('period-reversed', 'valid_until', `${from} – ${until}`);
  assertPlausible(cells, { from, until }, seenOn);
  return { from, until };
}

/**
 * The status of a row: that of its column, of its heading or sheet, and what stands behind its number or name. The
 * gravest counts; a column of the row's own that says something milder than its other cells is a contradiction.
 */
function readStatus(
  cells: Cells,
  { until }: Period,
  notes: StatusNotes,
  columns: Columns,
  rules: RowRules,
  line: SheetRow,
): { status: ListedStatus; on: Day | null } {
  const text = cells.optional('status') ?? '';
  const own = statusOfCell(text);
  if (!own) cells.say('status-unknown', 'status', text);
  let status = own?.status ?? 'in-force';
  let on = own?.on ?? null;
  const hasColumn = columns.at.has('status') && text !== '';
  const others = notes.said.map((note) => ({ note, status: statusInWords(note), on: dayWithin(note) }));
  const marks = readMarks(line, columns.marks);
  for (const mark of marks) if (!mark.denied) others.push(mark);
  if (rules.heading) others.push({ note: rules.heading.text, status: rules.heading.status, on: null });
  for (const other of others) {
    if (other.status === null) continue;
    const graver = graverStatus(status, other.status);
    if (hasColumn && graver !== status && graver !== 'renewed')
      cells.say('status-contradicts-itself', 'status', `${text}, ${other.note}`);
    else if (other.note !== rules.heading?.text && other.status !== 'in-force')
      cells.say('status-beside-cell', null, other.note);
    if (other.status === graver) on ??= other.on;
    status = graver;
  }
  const denied = marks.find((mark) => mark.denied);
  // Not in force, and nothing says what instead.
  const over = until !== '' && until !== 'open' && until < rules.seenOn;
  if (denied && !over && (status === 'in-force' || status === 'renewed'))
    cells.say('status-unknown', 'status', denied.note);
  if (status === 'expired' && until !== '' && (until === 'open' || until >= rules.seenOn)) {
    cells.say('status-contradicts-period', 'status', `${text}, ${until}`);
  }
  return { status, on };
}

function readUrl(cells: Cells): string | null | undefined {
  const text = cells.optional('evidence_url');
  if (text && !(/^https?:\/\//i.test(text) && URL.canParse(text))) cells.say('url-unusable', 'evidence_url', text);
  return text;
}

function readDayOf(cells: Cells, field: 'status_on'): Day | null | undefined {
  const text = cells.optional(field);
  return text ? cells.day(field, text) : text;
}

function readKin(
  cells: Cells,
  field: 'head_office_ubn' | 'predecessor_ubn' | 'successor_ubn',
): string | null | undefined {
  const text = cells.optional(field);
  return text ? cells.ubn(field, text).ubn : text;
}

/**
 * Understands one row.
 * @returns the row, or `null` with at least one error. Every problem of the row is told, not only the first.
 */
export function readRow(
  line: SheetRow,
  sheet: string | null,
  columns: Columns,
  rules: RowRules,
): { row: RegisterRow | null; problems: readonly Problem[] } {
  const cells = createCells(line, sheet, columns);
  const scheme = readScheme(cells);
  const ubnText = cells.needed('ubn');
  const ubn = ubnText === '' ? { ubn: '', warnings: [] } : cells.ubn('ubn', ubnText);
  const notes: StatusNotes = { said: [] };
  const number = readCertificateNumber(cells, scheme, notes);
  const { name, former } = readName(cells, notes);
  const period = readPeriod(cells, notes, rules.seenOn);
  const { status, on } = readStatus(cells, period, notes, columns, rules, line);
  const printedOn = readDayOf(cells, 'status_on');
  const formerNames = cells.list('former_names', /[;；、|\n]|\s[/／]\s/);
  const edition = cells.optional('edition');
  sayShifted(cells, line, columns);
  const row = {
    sheet,
    row: line.number,
    scheme: scheme?.id as SchemeId,
    ...number,
    ubn: ubn.ubn,
    ubnWarnings: ubn.warnings,
    name,
    nameEn: cells.optional('name_en'),
    formerNames: former.length > 0 ? [...(formerNames ?? []), ...former] : formerNames,
    city: cells.optional('city'),
    headOfficeUbn: readKin(cells, 'head_office_ubn'),
    predecessorUbn: readKin(cells, 'predecessor_ubn'),
    successorUbn: readKin(cells, 'successor_ubn'),
    period,
    status,
    statusOn: printedOn ?? on ?? printedOn,
    items: readItems(cells, edition ?? null),
    edition,
    evidenceUrl: readUrl(cells),
  };
  const broken = cells.problems.some(({ severity }) => severity === 'error');
  return { row: broken ? null : row, problems: cells.problems };
}
