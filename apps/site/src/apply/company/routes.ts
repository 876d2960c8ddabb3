import { hashOf, isRefusal, type Refusal, refusalWords } from '@aipower/applications';
import { execute, readCase } from '@aipower/applications/storage';
import { findCategory, type Programme, programmeOn } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import { taipeiToday } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { entry, posting } from '../../desk/posting.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { callView } from '../home/call.ts';
import { wasJustDone } from '../just-done.ts';
import { ownApplication } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';
import type { Company } from './company.ts';
import { companyView, outsideFacts } from './facts.ts';

/** 公司資訊 and 請選擇申請類別: the company confirms who it is, and opens an application or swaps its category. */
export function companyRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const only = signedIn(deps, page);
  const post = posting(deps, page);

  router.get(
    pages.applyCompany.path,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      readQuery(req, visit.t, []);
      const model = await companyView(deps, company, visit);
      page(req, res, 'company', { title: visit.t.apply.company.title }, model, company.sitter);
    }),
  );

  router.get(
    pages.applyStart.path,
    only((req, res, company) => showCategories(req, res, company, current(), {})),
  );

  router.post(
    pages.applyStart.path,
    ...post,
    only(async (req, res, company) => {
      const { paths, t } = visitOf(req, deps.clock);
      const category = entry(req.body, 'category');
      const programme = current();
      if (!findCategory(programme, category)) {
        const problem = { title: t.apply.form.category.title, text: t.apply.form.category.choose };
        return showCategories(req, res, company, programme, { problem, status: 400 });
      }
      const { ubn, fingerprint, name, kind } = company;
      const command = {
        type: 'draft.start',
        by: { kind: 'company', id: ubn },
        ubn,
        category,
        cardFingerprint: fingerprint,
        companyHash: hashOf({ ubn, name, kind }),
      } as const;
      const request = { command, programme, facts: await outsideFacts(deps, company) };
      const done = await execute(deps.desk.database, request, deps.clock.now().toISOString());
      const begun = isRefusal(done) ? done.detail['application'] : undefined;
      if (typeof begun === 'string' && (await wasJustDone(deps, begun, command)))
        return res.redirect(303, paths.applicationNotices(begun));
      if (isRefusal(done)) return refused(req, res, company, programme, done, category);
      res.redirect(303, paths.applicationNotices(done.state.id));
    }),
  );

  router.get(
    pages.applicationCategory.path,
    only(async (req, res, company) => {
      const { state, programme } = await ownApplication(deps, req, company);
      showCategories(req, res, company, programme, { swap: state.category });
    }),
  );

  router.post(
    pages.applicationCategory.path,
    ...post,
    only(async (req, res, company) => {
      const { paths } = visitOf(req, deps.clock);
      const { state, programme } = await ownApplication(deps, req, company);
      const category = entry(req.body, 'category');
      const by = { kind: 'company', id: company.ubn } as const;
      const facts = await outsideFacts(deps, company);
      const request = {
        application: state.id,
        command: { type: 'category.change', by, category },
        programme,
        facts,
      } as const;
      const done = await execute(deps.desk.database, request, deps.clock.now().toISOString());
      if (isRefusal(done) && done.refused !== 'same-category') {
        return refused(req, res, company, programme, done, category, state.category);
      }
      res.redirect(303, paths.applicationCheck(state.id));
    }),
  );

  /** The programme that takes applications now, or the next. */
  const current = () => programmeOn(taipeiToday(deps.clock), deps.programmes);

  async function refused(
    req: Request,
    res: Response,
    company: Company,
    programme: Programme,
    { refused: code, detail }: Refusal,
    chosen: string,
    swap?: string,
  ): Promise<void> {
    const { language, paths, t } = visitOf(req, deps.clock);
    const other =
      typeof detail['application'] === 'string' ? await readCase(deps.desk.database, detail['application']) : null;
    const problem = {
      title: t.apply.form.category.notStarted,
      text: refusalWords[code][language],
      href: other && other.ubn === company.ubn ? paths.application(other.id) : null,
    };
    showCategories(req, res, company, programme, { problem, status: 409, chosen, ...(swap && { swap }) });
  }

  function showCategories(
    req: Request,
    res: Response,
    company: Company,
    programme: Programme,
    state: {
      readonly problem?: { readonly title: string; readonly text: string; readonly href?: string | null };
      readonly status?: number;
      readonly chosen?: string;
      readonly swap?: string;
    },
  ): void {
    const visit = visitOf(req, deps.clock);
    const { language, t } = visit;
    const { rounds } = callView(programme, deps.clock.now(), visit);
    const section = programme.forms.sections.find(({ id }) => id === 'category');
    const model = {
      ...state,
      action: req.originalUrl,
      isSwap: state.swap !== undefined,
      chosen: state.chosen ?? state.swap,
      notice: section?.notice?.[language],
      categories: programme.categories.map(({ id, name, audience }, i) => ({
        id,
        name: name[language],
        audience: audience?.[language] ?? '',
        round: rounds[i]!.text,
      })),
    };
    const options = { title: t.apply.form.category.title, status: state.status ?? 200 };
    page(req, res, 'start', options, model, company.sitter);
  }
}
