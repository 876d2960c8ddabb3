import { spreadsheetCsv } from '@aipower/registry';
import type { Request, Router } from 'express';
import type { Deps } from '../deps.ts';
import { readQuery, readStrictQuery } from '../http/query.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { downloads, pages } from '../page/pages.ts';
import { otherYears, programmeAsked } from '../programme/year.ts';
import { barsOf } from './bars.ts';
import { openTables } from './open-tables.ts';
import { registerOverTime } from './over-time.ts';
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
      overTime: overTimeView(await registerOverTime(deps.register, visit.today), visit),
      isEmpty: open.applications === 0,
      // Nothing was sent: a page of noughts and of what is not published would say no more than that.
      tables: (open.applications === 0 ? [] : tables).map((table) => ({
        ...table,
        bars: table.drawn === null ? null : barsOf(table.rows, table.drawn),
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
          value,
          value === null ? t.statistics.withheld : '',
        ]),
      ),
    );
    const head = ['year', 'as_of', 'table', 'row', 'label', 'measure', 'value', 'note'];
    res.attachment(`aipower-statistics-${programme.id}.csv`).type('text/csv; charset=utf-8');
    res.send(spreadsheetCsv([head, ...lines]));
  });

  async function read(req: Request, year: string) {
    const visit = visitOf(req, deps.clock);
    const programme = programmeAsked(deps, visit, year === '' ? undefined : year);
    const { open } = await readFigures(deps, programme);
    return { programme, open, tables: openTables(open, programme, visit) };
  }
}
