import { findCategory, type Programme } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { BadQuery, readQuery } from '../http/query.ts';
import { type PageRenderer, type Visit, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { pathsFor } from '../page/paths.ts';
import { calculate, conversionsOf } from './calculator.ts';
import { deadlinesAfter } from './deadlines.ts';
import { sourceLines, sourcePages } from './source-lines.ts';
import { stepsLine } from './steps.ts';
import { timeline } from './timeline.ts';
import {
  bonusByKind,
  criteria,
  formPages,
  levels,
  reviewedWords,
  reviews,
  whoAtAGlance,
  windowState,
  yearWords,
} from './view.ts';
import type {} from './views.ts';
import { otherYears, programmeAsked } from './year.ts';

// The address of a year is the one that lasts; without a year, the same page is shown under a second one.
const canonical = pathsFor('zh');

/** The programme, its notices and its forms: of the year in the address, or of the one meant today. */
export function programmeRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.programmeSource.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    const programme = programmeAsked(deps, visit);
    const { page: number } = readQuery(req, t, ['page']);
    const shown = number === '' ? sourcePages[0] : sourcePages.find((one) => String(one.page) === number);
    if (!shown)
      throw new NotFound(t.programme.errors.noSuchSourcePage(number.slice(0, 40), sourcePages.length), [
        { href: visit.paths.programmeSource(), label: t.programme.sourceTitle },
      ]);
    const options = {
      title: shown.page === 1 ? t.programme.sourceTitle : t.programme.sourcePageTitle(shown.from, shown.until),
      description: t.programme.sourceLead,
      canonical: canonical.programmeSource(shown.page),
    };
    page(req, res, 'programme-source', options, {
      programme,
      otherYears: otherYears(deps, programme),
      pages: sourcePages,
      shown,
      lines: sourceLines(programme, shown),
    });
  });
  router.get(pages.notices.path, (req, res) => notices(req, res));
  router.get(pages.programmeForm.path, (req, res) => form(req, res, req.params.category));
  router.get(pages.programme.path, (req, res) => overview(req, res));
  router.get(pages.programmeOfYear.path, (req, res) => overview(req, res, req.params.year));
  router.get(pages.noticesOfYear.path, (req, res) => notices(req, res, req.params.year));
  router.get(pages.programmeFormOfYear.path, (req, res) => form(req, res, req.params.category, req.params.year));

  function overview(req: Request, res: Response, year?: string): void {
    const visit = visitOf(req, deps.clock);
    const { t, show, language } = visit;
    const words = t.programme;
    const { amount, unit, ends } = readQuery(req, t, ['amount', 'unit', 'ends']);
    const programme = programmeAsked(deps, visit, year);
    const conversions = conversionsOf(programme, words, language);
    const conversion = unit === '' ? conversions[0] : conversions.find(({ id }) => id === unit);
    if (!conversion) throw new BadQuery(words.errors.unitUnknown(unit.slice(0, 40)));
    const asked = amount !== '' || unit !== '';
    const calculation = asked ? calculate(programme, amount, conversion, words, show) : null;
    const today = taipeiToday(deps.clock);
    const deadlines = ends === '' ? null : deadlinesAfter(programme, ends, words, show);
    const state = windowState(programme, deps.clock.now(), words, show);
    const options = {
      title: words.title(yearWords(programme)),
      description: words.lead(yearWords(programme)),
      canonical: canonical.programmeOfYear(programme.id) + rest(visit),
      status: calculation?.error || deadlines?.error ? 400 : 200,
    };
    page(req, res, 'programme', options, {
      programme,
      otherYears: otherYears(deps, programme),
      isMeantToday: programme === programmeAsked(deps, visit),
      state,
      steps: stepsLine(programme, state.state, today, words, show, language),
      deadlines,
      reviewed: state.state === 'closed' ? reviewedWords(programme, today, words, show) : '',
      heaviest: Math.max(...programme.categories.flatMap(({ weights }) => weights.map(({ percent }) => percent))),
      who: whoAtAGlance(programme),
      reviews: reviews(programme, today),
      levels: levels(programme),
      criteria: criteria(programme),
      bonus: bonusByKind(programme),
      conversions,
      calculation,
      timeline: timeline(programme, today, words, language),
    });
  }

  function notices(req: Request, res: Response, year?: string): void {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    const programme = programmeAsked(deps, visit, year);
    const options = {
      title: t.programme.noticesTitle,
      description: t.programme.noticesLead,
      canonical: canonical.noticesOfYear(programme.id),
    };
    page(req, res, 'programme-notices', options, { programme, otherYears: otherYears(deps, programme) });
  }

  function form(req: Request, res: Response, asked: string, year?: string): void {
    const visit = visitOf(req, deps.clock);
    const { t, show, language } = visit;
    const programme = programmeAsked(deps, visit, year);
    const category = findCategory(programme, asked);
    if (!category) throw noSuchForm(programme, asked, visit);
    const sections = formPages(programme, category, t.programme, show, language);
    const options = {
      title: t.programme.form(category.name[language]),
      description: t.programme.formLead,
      canonical: canonical.programmeFormOfYear(programme.id, category.id),
    };
    page(req, res, 'programme-form', options, {
      programme,
      otherYears: otherYears(deps, programme),
      category,
      sections,
    });
  }
}

function noSuchForm(programme: Programme, asked: string, { t, show, language, paths }: Visit): NotFound {
  const links = programme.categories.map(({ id, name }) => ({
    href: paths.programmeFormOfYear(programme.id, id),
    label: t.programme.form(name[language]),
  }));
  const known = show.names(programme.categories.map(({ name }) => name[language]));
  return new NotFound(t.programme.errors.noSuchForm(asked.slice(0, 40), known), links);
}

/** The query of the address that was asked for. */
function rest(visit: Visit): string {
  const at = visit.rest.indexOf('?');
  return at === -1 ? '' : visit.rest.slice(at);
}
