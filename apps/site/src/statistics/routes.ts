import { spreadsheetCsv } from '@aipower/registry';
import type { Request, Router } from 'express';
import type { Deps } from '../deps.ts';
import { readQuery, readStrictQuery } from '../http/query.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { downloads, pages } from '../page/pages.ts';
import { otherYears, programmeAsked } from '../programme/year.ts';
import { barsOf } from './bars.ts';
import { openTables, unsaid } from './open-tables.ts';
import { registerOverTime } from './over-time.ts';
import { overTimeCsv } from './over-time-records.ts';
import { overTimeView } from './over-time-view.ts';
import { readFigures } from './read-figures.ts';
import type {} from './views.ts';

/** What the country asks for and what it has, open to everybody: numbers without names, none of fewer than five. */
export function statisticsRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.statistics.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths, show, language } = visit;
    const { programme, tables, open } = await read(req, readQuery(req, t, ['year']).year);
    const model = {
      programme: programme.title[language],
      asOf: show.day(open.asOf),
      csv: paths.statisticsCsv({ year: programme.id }),
      json: paths.api(`/programmes/${programme.id}/statistics`),
      years: otherYears(deps, programme).map((year) => ({ year, href: paths.statistics({ year }) })),
      overTime: overTimeView(await registerOverTime(deps.register, visit.today), deps.isSample(), visit),
      isEmpty: open.applications === 0,
      // Nothing was sent: a page of noughts and of what is not published would say no more than that.
      tables: (open.applications === 0 ? [] : tables).map((table) => ({
        ...table,
        rows: table.rows.map(({ label, values }) => ({
          label,
          values: values.map((value) => (typeof value === 'number' ? show.number(value) : unsaid(value, t))),
        })),
        bars: table.drawn === null ? null : barsOf(table.rows, table.drawn),
        legend: table.columns.length > 2 ? table.columns.slice(1) : [],
      })),
    };
    page(req, res, 'statistics', { title: t.statistics.title, description: t.statistics.description }, model);
  });

  router.get(downloads.statisticsCsv, async (req, res) => {
    const { t } = visitOf(req, deps.clock);
    const { programme, tables, open } = await read(req, readStrictQuery(req, t, ['year']).year);
    const lines = tables.flatMap(({ id, columns, rows }) =>
      rows.flatMap((row) =>
        row.values.map((value, i) => [
          open.year,
          open.asOf,
          id,
          row.id,
          row.label,
          columns[i + 1]!,
          typeof value === 'number' ? value : '',
          typeof value === 'number' ? '' : unsaid(value, t),
        ]),
      ),
    );
    const head = ['year', 'as_of', 'table', 'row', 'label', 'measure', 'value', 'note'];
    res.attachment(`aipower-statistics-${programme.id}.csv`).type('text/csv; charset=utf-8');
    res.send(spreadsheetCsv([head, ...lines]));
  });

  router.get(downloads.overTimeCsv, async (req, res) => {
    const { t, today } = visitOf(req, deps.clock);
    readStrictQuery(req, t, []);
    res.attachment('aipower-register-over-time.csv').type('text/csv; charset=utf-8');
    res.send(overTimeCsv(await registerOverTime(deps.register, today), deps.isSample()));
  });

  async function read(req: Request, year: string) {
    const visit = visitOf(req, deps.clock);
    const programme = programmeAsked(deps, visit, year === '' ? undefined : year);
    const { open } = await readFigures(deps, programme);
    return { programme, open, tables: openTables(open, programme, visit) };
  }
}
