import { programmesOfCases } from '@aipower/applications/storage';
import { spreadsheetCsv } from '@aipower/registry';
import type { Request, Router } from 'express';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { NotFound } from '../../http/failures.ts';
import { readQuery } from '../../http/query.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { numberCell, textCell } from '../../presenters/workbook-cells.ts';
import { programmeAsked } from '../../programme/year.ts';
import { barsOf } from '../../statistics/bars.ts';
import { readFigures } from '../../statistics/read-figures.ts';
import { sitterOf } from '../member.ts';
import { namesOf } from '../screening/history.ts';
import { readers, type StaffOnly } from '../staff-only.ts';
import { dashboardTables, type Table } from './tables.ts';

/** How the programme goes, for those who answer for it: every table on the page, as CSV and as a workbook. */
export function dashboardRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  router.get(
    pages.staffDashboard.path,
    only(readers, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const { t, paths, show, language } = visit;
      const { programme, tables, demand, years } = await read(req, visit);
      const model = {
        programme: programme.title[language],
        asOf: show.day(visit.today),
        years: years
          .filter(({ id }) => id !== programme.id)
          .map(({ id }) => ({
            year: id,
            href: paths.staffDashboard({ year: id }),
          })),
        csv: `${paths.staffDashboard()}.csv?year=${programme.id}`,
        xlsx: `${paths.staffDashboard()}.xlsx?year=${programme.id}`,
        unmatched: t.staff.dashboard.unmatched(demand.unmatched),
        tables: tables.map((table) => ({
          ...table,
          bars: table.drawn === null ? null : barsOf(table.drawn),
          // What the picture says already is folded.
          isSame: table.drawn === table.rows && table.rows.length > 0,
        })),
      };
      page(req, res, 'staff-dashboard', { title: t.staff.dashboard.title }, model, sitterOf(member, visit));
    }),
  );

  router.get(
    `${pages.staffDashboard.path}.csv`,
    only(readers, async (req, res) => {
      const { tables, programme } = await read(req, visitOf(req, deps.clock));
      const lines = tables.flatMap(({ id, columns, rows }) =>
        rows.flatMap((row) => row.values.map((value, i) => [id, row.id, row.label, columns[i + 1]!, value])),
      );
      res.set('Cache-Control', 'private, no-store').attachment(`aipower-dashboard-${programme.id}.csv`);
      res
        .type('text/csv; charset=utf-8')
        .send(spreadsheetCsv([['table', 'row', 'label', 'measure', 'value'], ...lines]));
    }),
  );

  router.get(
    `${pages.staffDashboard.path}.xlsx`,
    only(readers, async (req, res) => {
      const { tables, programme } = await read(req, visitOf(req, deps.clock));
      const sheets = tables.map((table) => ({ data: sheetOf(table), sheet: table.title, stickyRowsCount: 1 }));
      res.set('Cache-Control', 'private, no-store').attachment(`aipower-dashboard-${programme.id}.xlsx`);
      res.send(await writeXlsxFile(sheets).toBuffer());
    }),
  );

  async function read(req: Request, visit: Visit) {
    const years = await programmesOfCases(deps.desk.database, deps.programmes);
    const { year } = readQuery(req, visit.t, ['year']);
    const programme = year === '' ? (years[0] ?? programmeAsked(deps, visit)) : years.find(({ id }) => id === year);
    if (!programme) throw new NotFound(visit.t.programme.errors.noSuchYear(year.slice(0, 40)));
    const { figures, demand } = await readFigures(deps, programme);
    const names = await namesOf(deps, [...figures.reviewers.keys()], visit);
    return { programme, demand, years, tables: dashboardTables(figures, demand, names, visit) };
  }
}

function sheetOf({ columns, rows }: Table): SheetData {
  return [
    columns.map((value) => textCell(value, { bold: true })),
    ...rows.map(({ label, values }) => [textCell(label), ...values.map(numberCell)]),
  ] as SheetData;
}
