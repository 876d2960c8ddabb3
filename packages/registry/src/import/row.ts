import type { Day } from '@aipower/taiwan/dates';
import type { ListedStatus } from '../certificate.ts';
import { readNumber } from '../certificate-number.ts';
import type { Period } from '../period.ts';
import { findScheme, type Scheme, type SchemeId } from '../scheme.ts';
import { type Cells, createCells } from './cells.ts';
import type { Columns } from './columns.ts';
import { type Problem, unnamedScheme } from './problem.ts';
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
  /** Is the code an item of this edition (`null`: not printed)? Left out, only the grammar is checked. */
  readonly isItem?: ((code: string, edition: string | null) => boolean) | undefined;
  readonly seenOn: Day;
}

const statuses: Readonly<Record<ListedStatus, readonly string[]>> = {
  'in-force': ['', '生效', '現生效', '生效中', '有效', 'valid', 'active', 'in-force'],
  renewed: ['展延', '已展延', 'renewed', 'extended'],
  suspended: ['暫停', '停權', '暫停登錄', 'suspended'],
  revoked: ['廢止', '已廢止', '已廢止業者', '撤銷', '註銷', 'revoked'],
  expired: ['屆期失效', '屆期失效業者', '屆期', '失效', 'expired'],
};

const statusOf = new Map<string, ListedStatus>();
for (const [status, words] of Object.entries(statuses)) {
  for (const word of words) statusOf.set(word, status as ListedStatus);
}

const openWords = new Set(['open', '無期限', '長期有效', '不定期']);

function readScheme(cells: Cells): Scheme | null {
  const text = cells.needed('scheme');
  const scheme = text === '' ? null : findScheme(text);
  if (text !== '' && !scheme) cells.say(unnamedScheme(text), 'scheme', text);
  return scheme;
}

function readCertificateNumber(cells: Cells, scheme: Scheme | null): Pick<RegisterRow, 'number' | 'key' | 'extended'> {
  const number = cells.optional('number') ?? null;
  const { key, extended } = readNumber(number ?? '');
  if (key === '' && (number !== null || scheme?.verifiedBy.includes('number')))
    cells.say('cell-missing', 'number', number ?? '');
  return { number, key, extended };
}

function readPeriod(cells: Cells): Period {
  const from = cells.day('registered_on', cells.needed('registered_on'));
  const text = cells.needed('valid_until');
  const until = openWords.has(text.toLowerCase()) ? 'open' : cells.day('valid_until', text);
  if (from && until && until !== 'open' && until < from)
    cells.say('period-reversed', 'valid_until', `${from} – ${until}`);
  return { from, until };
}

function readStatus(cells: Cells, { until }: Period, seenOn: Day): ListedStatus {
  const text = cells.optional('status') ?? '';
  const status = statusOf.get(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ''));
  if (!status) cells.say('status-unknown', 'status', text);
  if (status === 'expired' && until !== '' && (until === 'open' || until >= seenOn)) {
    cells.say('status-contradicts-period', 'status', `${text}, ${until}`);
  }
  return status ?? 'in-force';
}

/** Item codes sort by their numbers: 4.2.10 behind 4.2.9. */
function byNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return left[0]! - right[0]! || left[1]! - right[1]! || left[2]! - right[2]!;
}

function readItems(cells: Cells, edition: string | null, rules: RowRules): string[] | undefined {
  const codes = cells.list('items', /[;；、,，\n]/)?.map((text) => {
    // Lists print the code alone or with the item's title behind it.
    const code = /^(\d{1,2}\.\d{1,2}\.\d{1,2})\.?(?![\d.])/.exec(text.normalize('NFKC').replace(/\s*\.\s*/g, '.'))?.[1];
    if (!code) cells.say('item-malformed', 'items', text);
    else if (rules.isItem && !rules.isItem(code, edition)) cells.say('item-unknown', 'items', code);
    return code ?? '';
  });
  return codes && [...new Set(codes)].sort(byNumbers);
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
  const period = readPeriod(cells);
  const edition = cells.optional('edition');
  const row = {
    sheet,
    row: line.number,
    scheme: scheme?.id as SchemeId,
    ...readCertificateNumber(cells, scheme),
    ubn: ubn.ubn,
    ubnWarnings: ubn.warnings,
    name: cells.needed('name'),
    nameEn: cells.optional('name_en'),
    formerNames: cells.list('former_names', /[;；、]/),
    city: cells.optional('city'),
    headOfficeUbn: readKin(cells, 'head_office_ubn'),
    predecessorUbn: readKin(cells, 'predecessor_ubn'),
    successorUbn: readKin(cells, 'successor_ubn'),
    period,
    status: readStatus(cells, period, rules.seenOn),
    statusOn: readDayOf(cells, 'status_on'),
    items: readItems(cells, edition ?? null, rules),
    edition,
    evidenceUrl: readUrl(cells),
  };
  const broken = cells.problems.some(({ severity }) => severity === 'error');
  return { row: broken ? null : row, problems: cells.problems };
}
