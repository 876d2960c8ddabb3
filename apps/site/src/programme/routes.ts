import { findCategory, programme115 } from '@aipower/programme';
import type { Router } from 'express';
import { taipeiToday } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { NotFound } from '../http/failures.ts';
import { BadQuery, readQuery } from '../http/query.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { sourceLines } from './source-lines.ts';
import { timeline } from './timeline.ts';
import { type Conversion, calculate, conversions, formPages, levels, rounds, windowState } from './view.ts';
import type {} from './views.ts';

const programme = programme115;

export function programmeRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  router.get(pages.programme.path, (req, res) => {
    const { t, show, language } = visitOf(req, deps.clock);
    const words = t.programme;
    const { amount, unit } = readQuery(req, t, ['amount', 'unit']);
    if (unit !== '' && !isConversion(unit)) throw new BadQuery(words.errors.unitUnknown(unit.slice(0, 40)));
    const asked = amount !== '' || unit !== '';
    const calculation = asked ? calculate(programme, amount, unit || 'training-points', words, show) : null;
    const today = taipeiToday(deps.clock);
    const options = { title: words.title, description: words.lead, status: calculation?.error ? 400 : 200 };
    page(req, res, 'programme', options, {
      programme,
      state: windowState(programme, deps.clock.now(), words, show),
      rounds: programme.categories.map((category) => ({ category, rows: rounds(category, today) })),
      levels: levels(programme),
      conversions,
      calculation,
      timeline: timeline(programme, today, words, show, language),
    });
  });

  router.get(pages.programmeSource.path, (req, res) => {
    const { t } = visitOf(req, deps.clock);
    const options = { title: t.programme.sourceTitle, description: t.programme.sourceLead };
    page(req, res, 'programme-source', options, { programme, lines: sourceLines(programme) });
  });

  router.get(pages.notices.path, (req, res) => {
    const { t } = visitOf(req, deps.clock);
    const options = { title: t.programme.noticesTitle, description: t.programme.noticesLead };
    page(req, res, 'programme-notices', options, { programme });
  });

  router.get(pages.programmeForm.path, (req, res) => {
    const { t, show, language, paths } = visitOf(req, deps.clock);
    const category = findCategory(programme, req.params.category);
    if (!category) {
      const links = programme.categories.map(({ id, name }) => ({
        href: paths.programmeForm(id),
        label: t.programme.form(name[language]),
      }));
      throw new NotFound(t.programme.errors.noSuchForm(req.params.category.slice(0, 40)), links);
    }
    const sections = formPages(programme, category, t.programme, show, language);
    const options = { title: t.programme.form(category.name[language]), description: t.programme.formLead };
    page(req, res, 'programme-form', options, { programme, category, sections });
  });
}

function isConversion(text: string): text is Conversion {
  return (conversions as readonly string[]).includes(text);
}
