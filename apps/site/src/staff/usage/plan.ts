import type { CaseFile } from '@aipower/applications';
import { getCategory, type Programme } from '@aipower/programme';
import type { Sheet, SheetRow } from '@aipower/registry';
import { parseDay } from '@aipower/taiwan/dates';
import { exact } from '../../apply/award/weeks.ts';
import type { UsageColumns, UsageField } from './columns.ts';
import { unknownAmount } from './generated/usage-columns.ts';

/** What keeps a row from being imported. */
export type UsageFault =
  | 'no-application'
  | 'unknown-application'
  | 'several-applications'
  | 'no-award'
  | 'not-started'
  | 'day-unreadable'
  | 'day-outside'
  | 'day-ahead'
  | 'amount-unreadable'
  | 'other-unit'
  | 'no-amount-column';
export interface UsageProblem {
  readonly row: number;
  readonly code: UsageFault;
  readonly found: string;
}

export interface Awarded {
  readonly state: CaseFile;
  readonly programme: Programme;
}
/** Days of one award, as the command takes them: points, or null where the file says that it does not know. */
export interface UsageOfAward extends Awarded {
  readonly days: readonly { readonly day: string; readonly points: number | null }[];
}
export interface UsagePlan {
  readonly awards: readonly UsageOfAward[];
  readonly problems: readonly UsageProblem[];
}

/** Cells that say that nothing is known: never taken for nothing used. */
const UNKNOWN = new RegExp(`^(?:|${unknownAmount})$`, 'i');

/** What a table of usage would change. Rows of the same day add up; with one of them unknown the day is unknown. */
export function usagePlan(sheet: Sheet, columns: UsageColumns, awarded: readonly Awarded[], today: string): UsagePlan {
  const problems: UsageProblem[] = [];
  const units = (['points', 'gpuHours', 'tokens'] as const).filter((field) => columns[field] !== null);
  if (units.length !== 1) {
    return {
      awards: [],
      problems: [{ row: sheet.headerRow, code: 'no-amount-column', found: sheet.header.join(' ') }],
    };
  }
  const sums = new Map<Awarded, Map<string, number | null>>();
  // Tens of thousands of rows look up thousands of awards.
  const found: Lookup = {
    byNumber: Map.groupBy(awarded, ({ state }) => state.receiptNo ?? ''),
    byUbn: Map.groupBy(awarded, ({ state }) => state.ubn),
  };
  for (const row of sheet.rows) {
    const read = readRow(row, columns, units[0]!, { found, today });
    if ('code' in read) problems.push({ row: row.number, ...read });
    else {
      const days = sums.get(read.one) ?? new Map<string, number | null>();
      sums.set(read.one, days);
      const before = days.get(read.day);
      const sum = before === null || read.amount === null ? null : exact((before ?? 0) + read.amount);
      days.set(read.day, sum);
    }
  }
  const awards = [...sums].map(([one, days]) => ({
    ...one,
    days: [...days]
      .map(([day, amount]) => ({ day, points: amount === null ? null : pointsOf(one, units[0]!, amount) }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  }));
  return { awards, problems };
}

interface Lookup {
  readonly byNumber: ReadonlyMap<string, readonly Awarded[]>;
  readonly byUbn: ReadonlyMap<string, readonly Awarded[]>;
}

type Unit = Extract<UsageField, 'points' | 'gpuHours' | 'tokens'>;
type Fault = Omit<UsageProblem, 'row'>;
type Read = { readonly one: Awarded; readonly day: string; readonly amount: number | null };

function readRow(
  { cells }: SheetRow,
  columns: UsageColumns,
  unit: Unit,
  { found, today }: { readonly found: Lookup; readonly today: string },
): Fault | Read {
  const cell = (field: UsageField) => (columns[field] === null ? '' : (cells[columns[field]] ?? '').trim());
  const one = awardOf(cell('application'), cell('ubn').normalize('NFKC'), found);
  if ('code' in one) return one;
  const { award, category } = one.state;
  // A time may stand behind the day, and a spreadsheet writes it so.
  const text = cell('day').replace(/[T ]\d{1,2}:.*$/, '');
  const reading = parseDay(text);
  if (!reading.ok) return { code: 'day-unreadable', found: cell('day') };
  const { day } = reading;
  if (!award?.start || !award.lastDay) return { code: 'not-started', found: cell('application') || cell('ubn') };
  if (day < award.start || day > award.lastDay) return { code: 'day-outside', found: cell('day') };
  if (day > today) return { code: 'day-ahead', found: cell('day') };
  const own = getCategory(one.programme, category).point.unit;
  if ((unit === 'gpuHours' && own !== 'gpu-hour') || (unit === 'tokens' && own !== 'token')) {
    return { code: 'other-unit', found: cell('application') || cell('ubn') };
  }
  const said = cell(unit).normalize('NFKC');
  if (UNKNOWN.test(said)) return { one, day, amount: null };
  const amount = /^\d{1,12}(?:\.\d+)?$/.test(said.replaceAll(',', '')) ? Number(said.replaceAll(',', '')) : null;
  return amount === null ? { code: 'amount-unreadable', found: said } : { one, day, amount };
}

/** By its number, or by the 統一編號 of a company that has one award. */
function awardOf(number: string, ubn: string, { byNumber, byUbn }: Lookup): Awarded | Fault {
  if (number === '' && ubn === '') return { code: 'no-application', found: '' };
  const found = (number === '' ? byUbn.get(ubn) : byNumber.get(number)) ?? [];
  if (found.length > 1) return { code: 'several-applications', found: ubn };
  const [one] = found;
  if (!one) return { code: 'unknown-application', found: number || ubn };
  return one.state.main === 'approved' ? one : { code: 'no-award', found: number || ubn };
}

/** In the points of its category: a begun smallest unit counts as a whole one, the cautious reading. */
function pointsOf({ state, programme }: Awarded, unit: Unit, amount: number): number {
  if (unit === 'points') return amount;
  const { perPoint, smallest } = getCategory(programme, state.category).point;
  const counted = smallest === null ? amount : Math.ceil(amount / smallest) * smallest;
  return exact(counted / perPoint);
}
