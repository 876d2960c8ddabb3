import { hashOf, refusalWords } from '@aipower/applications';
import type { NotDone } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { NotFound } from '../../http/failures.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { showCase, unsavedTexts } from '../case/show-case.ts';
import type { Company } from '../company/company.ts';
import { ownApplication, ownCase } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';
import { type Draft, type PageState, readDraft } from './draft.ts';
import { typedEntries } from './entries.ts';
import { formPages } from './form-pages.ts';
import { pageView } from './page-view.ts';
import { savePage, saveSection } from './save.ts';

/** The draft, page by page. Every 下一步 saves; what is wrong with an answer is a warning until the form is sent. */
export function formRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const only = signedIn(deps, page);
  const post = posting(deps, page);
  const showStanding = showCase(deps, page);

  router.get(
    pages.applicationNotices.path,
    only(async (req, res, company) => {
      const { t, paths } = visitOf(req, deps.clock);
      readQuery(req, t, []);
      const { state, programme } = await ownApplication(deps, req, company);
      const model = {
        notice: termsOf(programme),
        action: paths.applicationNotices(state.id),
        isDraft: state.main === 'draft',
      };
      page(req, res, 'form-notices', { title: t.apply.form.noticesTitle }, model, company.sitter);
    }),
  );

  router.post(
    pages.applicationNotices.path,
    ...post,
    only(async (req, res, company) => {
      const { paths } = visitOf(req, deps.clock);
      const { state, programme } = await ownApplication(deps, req, company);
      const version = state.sections['notices']?.version ?? 0;
      // Read once is read: another window may have been first.
      if (version === 0 && state.main === 'draft') {
        await saveSection(deps, { state, programme }, company, {
          section: 'notices',
          version,
          body: { terms: hashOf(termsOf(programme)) },
          findings: 0,
        });
      }
      res.redirect(303, paths.applicationForm(state.id, formPages(programme, state.category)[0]!.id));
    }),
  );

  router.get(
    pages.applicationForm.path,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      readQuery(req, visit.t, []);
      const state = await ownCase(deps, req, company);
      if (state.main !== 'draft') return res.redirect(303, visit.paths.application(state.id));
      const draft = await readDraft(deps, state, company);
      const model = await pageView(deps, state.id, draft, pageOf(req, draft), visit);
      const options = {
        title: visit.t.apply.form.pageTitle(model.number, model.of, model.heading),
        carriedBy: 'answers',
      };
      page(req, res, 'form-page', options, model, company.sitter);
    }),
  );

  router.post(
    pages.applicationForm.path,
    ...post,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      const { paths, t } = visit;
      const state = await ownCase(deps, req, company);
      if (state.main !== 'draft') return sentMeanwhile(req, res, company);
      const draft = await readDraft(deps, state, company);
      const { page: formPage } = pageOf(req, draft);
      const body = (req.body ?? {}) as Entries;
      const version = Number(entry(body, 'version')) || 0;
      const done = await savePage(deps, state, company, { page: formPage, body, version });
      const to = entry(body, 'to');
      const isDone = 'version' in done;
      if (to === 'auto' && isDone) return void res.json({ version: done.version });
      if (to === 'auto') return void res.status(409).json({ message: t.apply.form.saveStale });
      if (!isDone) return stale(req, res, company, draft, done);
      const at = draft.pages.findIndex((one) => one.page.id === formPage.id);
      const next = draft.pages[at + (to === 'previous' ? -1 : 1)];
      if (to === 'leave') return res.redirect(303, paths.application(state.id));
      if (to === 'next' && !next) return res.redirect(303, paths.applicationCheck(state.id));
      const target = to === 'next' || to === 'previous' ? (next ?? draft.pages[at]!) : draft.pages[at]!;
      res.redirect(303, paths.applicationForm(state.id, target.page.id));
    }),
  );

  /** In another window the form was sent: what was typed here since is in no version, and is shown. */
  async function sentMeanwhile(req: Request, res: Response, company: Company): Promise<void> {
    const { paths, language } = visitOf(req, deps.clock);
    const { state, programme } = await ownApplication(deps, req, company);
    const problem = refusalWords['wrong-state'][language];
    if (entry(req.body, 'to') === 'auto') return void res.status(409).json({ message: problem });
    const unsaved = await unsavedTexts(deps, { state, programme }, req.body, language);
    if (unsaved.length === 0) return res.redirect(303, paths.application(state.id));
    await showStanding(req, res, company, { problem, unsaved });
  }

  function pageOf(req: Request, { pages: all }: Draft): PageState {
    const found = all.find(({ page: one }) => one.id === req.params['page']);
    if (found) return found;
    throw new NotFound(visitOf(req, deps.clock).t.apply.form.noSuchPage);
  }

  /** The page was saved in another window since: both texts are shown, and the person chooses. */
  function stale(req: Request, res: Response, company: Company, draft: Draft, { saved, detail }: NotDone): void {
    const { t, language } = visitOf(req, deps.clock);
    const { page: formPage } = pageOf(req, draft);
    const stored = (saved ?? {}) as Entries;
    const typed = typedEntries(formPage.fields, (req.body ?? {}) as Entries);
    const many = (value: Entries[string]) =>
      value === undefined ? [] : Array.isArray(value) ? value : [String(value)];
    const fields = formPage.fields.map(({ id, label }) => ({
      id,
      label: label[language],
      saved: many(stored[id]).join('\n'),
      yours: many(typed[id]).join('\n'),
      differs: many(stored[id]).join('\n') !== many(typed[id]).join('\n'),
      values: many(typed[id]),
    }));
    const model = { action: req.originalUrl, version: Number(detail['saved']), fields };
    page(req, res, 'form-stale', { title: t.apply.form.staleTitle, status: 409 }, model, company.sitter);
  }
}

const termsOf = ({ notices }: Programme) => notices.find(({ id }) => id === 'terms')!;
