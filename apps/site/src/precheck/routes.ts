import { type Programme, programmeOn } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import { assess } from '../applicant/assess.ts';
import { readDraftUpload } from '../applicant/draft-upload.ts';
import { projectFields } from '../applicant/project-fields.ts';
import type { Deps } from '../deps.ts';
import { formBody } from '../http/form-body.ts';
import { readForm, readQuery } from '../http/query.ts';
import { receiveUpload } from '../http/receive-upload.ts';
import { type PageRenderer, type Visit, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { otherYears, programmeAsked } from '../programme/year.ts';
import { eligibilityContent } from '../receipts/eligibility-receipt.ts';
import { receiptView } from '../receipts/view.ts';
import { byField } from '../verify/form.ts';
import { applicationOf, domainChoices, listedModels } from './application.ts';
import { draftFile, withDraft } from './draft-file.ts';
import { MAX_TEXT, organisationChoices, type PrecheckQuestion, readPrecheck } from './form.ts';
import { declarations, needHint } from './questions.ts';
import { blankPrecheck, linesOf, manyFields, type PrecheckValues, precheckFields } from './values.ts';
import { bonusLabel, precheckView } from './view.ts';
import type { PrecheckForm } from './views.ts';

/** Every model of the list may be ticked. */
const MAX_FIELDS = 200;
// The official answers are long: 1.1 MB of Chinese, percent-encoded.
const body = formBody({ limit: '1200kb', parameterLimit: MAX_FIELDS });
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
    answers: projectFields(programme).filter(({ id }) => id !== 'topic'),
    domains: domainChoices(programme),
    listed: listedModels(programme),
    ticked: { listed: linesOf(values['listed']), domains: linesOf(values['domains']) },
    errors: [],
    errorOf: {},
    draft: null,
  });

  router.get(pages.precheck.path, (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { category, year } = readQuery(req, visit.t, ['category', 'year']);
    const programme = programmeAsked(deps, visit, year || undefined);
    const options = { title: visit.t.precheck.title, description: visit.t.precheck.lead };
    page(req, res, 'precheck', options, {
      ...form(programme, visit, blankPrecheck(programme, category)),
    });
  });

  // The result belongs to what was posted; its bare address leads to the form.
  router.get(pages.precheckResult.path, (req, res) => {
    res.redirect(303, visitOf(req, deps.clock).paths.precheck());
  });

  router.post(pages.precheckResult.path, body, async (req: Request, res: Response) => {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    const programme = postedTo(req.body, visit);
    const values = readForm(joined(req.body), t, precheckFields(programme)) as PrecheckValues;
    if (values['as'] === 'draft') return sendDraft(res, draftFile(programme, values), values.category);
    const { errors, warnings, question } = readPrecheck(programme, values, visit);
    const common = { ...form(programme, visit, values), errors, errorOf: byField(errors) };
    if (!question) {
      const options = { title: t.precheck.title, status: 400, posted: values };
      return page(req, res, 'precheck', options, common);
    }
    const parts = await assessed(programme, question, visit.today);
    if (values['as'] === 'receipt') {
      const { eligibility } = parts.assessment;
      const { token } = await deps.receipts.sign(
        eligibilityContent(deps, parts.facts, eligibility, parts.lookUp.snapshotOn),
      );
      const receipt = await receiptView(deps, token, visit);
      return page(req, res, 'receipt', { title: t.receipts.titled(receipt.id) }, { receipt });
    }
    const result = precheckView(programme, question, parts, visit);
    page(
      req,
      res,
      'precheck-result',
      { title: t.precheck.resultTitle, posted: values },
      { ...common, category: question.category, warnings, result },
    );
  });

  // What was taken along, from here or from the application desk, back into the form.
  // Or, from the switch of language, what stands in the form already.
  router.post(pages.precheck.path, body, async (req: Request, res: Response) => {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    const programme = programmeOn(visit.today, deps.programmes);
    if (!req.is('multipart/form-data')) {
      const values = readForm(joined(req.body), t, precheckFields(programme)) as PrecheckValues;
      const options = { title: t.precheck.title, carriedBy: 'precheck-form' };
      return page(req, res, 'precheck', options, form(programme, visit, values));
    }
    const upload = await receiveUpload(req, precheckFields(programme), { most: MAX_FIELDS });
    const typed = readForm(joined(upload.fields), t, precheckFields(programme)) as PrecheckValues;
    const read = readDraftUpload(upload, visit);
    const show = (values: PrecheckValues, draft: PrecheckForm['draft'], status: number) => {
      const options = { title: t.precheck.title, status, carriedBy: 'precheck-form' };
      page(req, res, 'precheck', options, { ...form(programme, visit, values), draft });
    };
    if (read.refused !== undefined) return show(typed, { status: 'bad', says: read.refused }, read.status);
    const says = t.precheck.draft.loaded(read.name);
    show(withDraft(programme, typed, read.draft), { status: 'good', says }, 200);
  });

  /** The year whose form was filled in; a form that says none was the one of the day. */
  function postedTo(posted: unknown, visit: Visit): Programme {
    const year: unknown = (posted as Readonly<Record<string, unknown>> | undefined)?.['year'];
    const given = typeof year === 'string' ? deps.programmes.get(year) : undefined;
    return given ?? programmeOn(visit.today, deps.programmes);
  }

  function assessed(
    programme: Programme,
    { category, on, facts, text, entries, models, claims }: PrecheckQuestion,
    today: string,
  ) {
    // A planned day is judged at its noon: no round turns on the hour, and the window closes at its last minute.
    const submittedAt = on === null ? deps.clock.now().toISOString() : `${on}T12:00:00+08:00`;
    const application = applicationOf(programme, category.id, entries);
    const applicant = { category: category.id, submittedAt, facts, text, application, models, claims };
    return assess(deps, programme, applicant, { today, partners: PARTNERS });
  }
}

/**
 * A form as it was posted, with what was ticked several times under one name as the lines of one value. Where its button is not
 * the one of the draft file, the box of the file sends a name and no file.
 */
function joined(posted: unknown): unknown {
  const { file: _nameOfFile, ...body } = { ...(posted as Readonly<Record<string, unknown>> | undefined) };
  for (const name of manyFields) {
    const value = body[name];
    if (Array.isArray(value)) body[name] = value.join('\n');
  }
  return body;
}

function sendDraft(res: Response, text: string, category: string): void {
  const name = /^[\w-]{1,40}$/.test(category) ? `aipower-draft-${category}.json` : 'aipower-draft.json';
  res.set('Cache-Control', 'private, no-store').attachment(name).type('json').send(text);
}
