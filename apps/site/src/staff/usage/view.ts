import type { Sheet } from '@aipower/registry';
import { pointsInWords } from '../../apply/award/amounts.ts';
import { exact } from '../../apply/award/weeks.ts';
import type { Deps } from '../../deps.ts';
import type { Visit } from '../../page/page.ts';
import { companyNames } from '../company-names.ts';
import { type UsageColumns, usageFields } from './columns.ts';
import type { UsagePlan } from './plan.ts';

const PROBLEMS_SHOWN = 30;

/** What was sent or done, as the page shows it again. */
export interface Shown {
  readonly sheet?: Sheet;
  readonly columns?: UsageColumns;
  readonly plan?: UsagePlan;
  readonly problem?: string;
  readonly typed?: string;
  readonly done?: number;
}

/** What was read of a table of usage, and what an import would change. */
export async function usageView(deps: Deps, shown: Shown, visit: Visit) {
  const { t, show, paths } = visit;
  const words = t.staff.usage;
  const { sheet, columns, plan } = shown;
  const company = await companyNames(
    deps,
    (plan?.awards ?? []).map(({ state }) => state),
  );
  return {
    problem: shown.problem,
    typed: shown.typed ?? '',
    done: shown.done === undefined ? '' : words.done(shown.done),
    columns:
      sheet && columns
        ? usageFields.map((field) => ({
            id: `col-${field}`,
            label: words.fields[field],
            value: columns[field] === null ? '' : String(columns[field]),
            options: sheet.header.map((head, i) => ({ value: String(i), label: head || words.columnNo(i + 1) })),
          }))
        : null,
    /** The table travels with the page, so that columns can be corrected and the import asked for. */
    table: sheet ? [sheet.header, ...sheet.rows.map(({ cells }) => cells)].map(line).join('\n') : '',
    problems: (plan?.problems ?? [])
      .slice(0, PROBLEMS_SHOWN)
      .map(({ row, code, found }) => words.problem(row, found.slice(0, 60), words.faults[code])),
    more: Math.max(0, (plan?.problems.length ?? 0) - PROBLEMS_SHOWN),
    isReady: plan !== undefined && plan.problems.length === 0 && plan.awards.length > 0,
    awards: (plan?.awards ?? []).map(({ state, programme, days }) => {
      const known = days.reduce((sum, { points }) => sum + (points ?? 0), 0);
      return {
        href: paths.staffAward(state.id),
        name: company(state),
        number: state.receiptNo ?? '',
        days: show.number(days.length),
        period: `${show.shortDay(days[0]!.day)} – ${show.shortDay(days.at(-1)!.day)}`,
        points: pointsInWords(programme, state.category, exact(known), visit),
        unknown: show.number(days.filter(({ points }) => points === null).length),
        replaced: show.number(days.filter(({ day }) => state.award!.usage[day] !== undefined).length),
      };
    }),
  };
}

/** Tabs and ends of lines inside a cell would make other cells. */
const line = (cells: readonly string[]) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t');
