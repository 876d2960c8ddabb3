import { type Programme, programmeOn } from '@aipower/programme';
import express, { type Request, type Response, type Router } from 'express';
import { assess } from '../applicant/assess.ts';
import type { Deps } from '../deps.ts';
import { readForm, readQuery } from '../http/query.ts';
import { type PageRenderer, type Visit, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { otherYears, programmeAsked } from '../programme/year.ts';
import { byField } from '../verify/form.ts';
import {
  blankPrecheck,
  MAX_TEXT,
  organisationChoices,
  type PrecheckQuestion,
  type PrecheckValues,
  precheckFields,
  readPrecheck,
} from './form.ts';
import { declarations, needHint } from './questions.ts';
import { bonusLabel, precheckView } from './view.ts';
import type {} from './views.ts';

const body = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 100 });
const PARTNERS = 8;

/** The applicant's own check before you apply. Posted, judged, shown, forgotten. */
export function precheckRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  const form = (programme: Programme, visit: Visit, values: PrecheckValues) => ({
    programme,
    otherYears: otherYears(deps, programme),
    questions: declarations(programme, visit.t.precheck),
    needHint: needHint(programme, visit),
    asked: programme.facts.map(({ id }) => id),
    values,
    organisations: organisationChoices(programme),
    bonusLabels: Object.fromEntries(
      programme.bonus.items.map(({ id }) => [id, bonusLabel(programme, id, visit.language)]),
    ),
    maxText: visit.show.number(MAX_TEXT),
    tax: deps.register.tax.status(),
    errors: [],
    errorOf: {},
  });

  router.get(pages.precheck.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { category, year } = readQuery(req, visit.t, ['category', 'year']);
    const programme = programmeAsked(deps, visit, year || undefined);
    const options = { title: visit.t.precheck.title, description: visit.t.precheck.lead };
    page(req, res, 'precheck', options, form(programme, visit, blankPrecheck(programme, category)));
  });

  // The result belongs to what was posted; its bare address leads to the form.
  router.get(pages.precheckResult.path, (req, res) => {
    res.redirect(303, visitOf(req, deps.clock).paths.precheck());
  });

  router.post(pages.precheckResult.path, body, async (req: Request, res: Response) => {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    const programme = postedTo(req.body, visit);
    const values = readForm(req.body, t, precheckFields(programme)) as PrecheckValues;
    const { errors, warnings, question } = readPrecheck(programme, values, visit);
    const common = { ...form(programme, visit, values), errors, errorOf: byField(errors) };
    if (!question) return page(req, res, 'precheck', { title: t.precheck.title, status: 400, posted: values }, common);
    const result = precheckView(programme, question, await assessed(programme, question, visit.today), visit);
    page(
      req,
      res,
      'precheck-result',
      { title: t.precheck.resultTitle, posted: values },
      { ...common, category: question.category, warnings, result },
    );
  });

  /** The year whose form was filled in; a form that says none was the one of the day. */
  function postedTo(posted: unknown, visit: Visit): Programme {
    const year: unknown = (posted as Readonly<Record<string, unknown>> | undefined)?.['year'];
    const given = typeof year === 'string' ? deps.programmes.get(year) : undefined;
    return given ?? programmeOn(visit.today, deps.programmes);
  }

  function assessed(
    programme: Programme,
    { category, on, facts, text, models, claims }: PrecheckQuestion,
    today: string,
  ) {
    // A planned day is judged at its noon: no round turns on the hour, and the window closes at its last minute.
    const submittedAt = on === null ? deps.clock.now().toISOString() : `${on}T12:00:00+08:00`;
    const applicant = { category: category.id, submittedAt, facts, text, models, claims };
    return assess(deps, programme, applicant, { today, partners: PARTNERS });
  }
}
