import { spreadsheetCsv } from '@aipower/registry';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Router } from 'express';
import type { Deps } from '../deps.ts';
import { readQuery, readStrictQuery } from '../http/query.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { downloads, pages } from '../page/pages.ts';
import { programmeAsked } from '../programme/year.ts';
import { feedOf } from './feed.ts';
import { resultsOf } from './results.ts';
import { resultsView } from './view.ts';
import type {} from './views.ts';

const columns = [
  'year',
  'category',
  'round',
  'publication',
  'published_on',
  'outcome',
  'company',
  'ubn',
  'topic',
  'level',
  'points',
  'corrected',
] as const;

/** What was published of the rounds of a year: page, CSV and feed, of the one answer that the API gives, too. */
export function resultsRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.results.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    readQuery(req, visit.t, []);
    const programme = programmeAsked(deps, visit, req.params.year);
    const model = await resultsView(deps, programme, visit);
    const title = visit.t.results.title(String(programme.rocYear));
    page(req, res, 'results', { title, description: visit.t.results.lead }, model);
  });

  router.get(downloads.resultsCsv, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    readStrictQuery(req, visit.t, []);
    const programme = programmeAsked(deps, visit, req.params.year);
    const rows = (await resultsOf(deps, programme)).flatMap(({ category, round, publications, current }) =>
      current.map(({ publication, isCorrected, outcome, company, ubn, topic, level, points }) => {
        const at = publications.find((one) => one.publication === publication)!.at;
        return [
          programme.id,
          category,
          String(round),
          publication,
          taipeiDay(at),
          outcome,
          company,
          ubn ?? '',
          topic ?? '',
          level ?? '',
          points ?? null,
          isCorrected ? 'yes' : '',
        ];
      }),
    );
    res
      .set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="results-${programme.id}.csv"`,
        'Cache-Control': 'no-cache',
      })
      .send(spreadsheetCsv([columns, ...rows]));
  });

  router.get(downloads.resultsFeed, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    readQuery(req, visit.t, []);
    const programme = programmeAsked(deps, visit, req.params.year);
    res
      .set({ 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'no-cache' })
      .send(feedOf(deps.origin, programme, await resultsOf(deps, programme), visit));
  });
}
