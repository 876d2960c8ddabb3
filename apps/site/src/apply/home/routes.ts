import { publicState, publicWords } from '@aipower/applications';
import { casesOfCompany, programmeOfCase } from '@aipower/applications/storage';
import { getCategory, programmeOn } from '@aipower/programme';
import { taipeiDay } from '@aipower/taiwan/dates';
import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { statusOf } from '../case/status.ts';
import { companyOf } from '../signed-in.ts';
import type {} from '../views.ts';
import { callView, contactView } from './call.ts';

/** The first page of the desk: whether the call is open, what is needed, and for a company its applications. */
export function applyHomeRoutes(router: Router, deps: Deps, page: DeskPage): void {
  router.get(pages.apply.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, paths, language, show } = visit;
    readQuery(req, t, []);
    const company = await companyOf(deps, req);
    const programme = programmeOn(visit.today, deps.programmes);
    const cases = company ? await casesOfCompany(deps.desk.database, company.ubn) : [];
    const model = {
      company,
      call: callView(programme, deps.clock.now(), visit),
      provisional: programme.window.provisional[language],
      contact: contactView(programme, visit),
      cases: await Promise.all(
        cases.map(async (one) => ({
          href: paths.application(one.id),
          title: one.receiptNo ?? t.apply.home.draft,
          category: getCategory(await programmeOfCase(deps.desk.database, one, deps.programmes), one.category).name[
            language
          ],
          state: publicWords(one).label[language],
          status: statusOf(publicState(one)),
          since: t.apply.home.since(show.day(taipeiDay(new Date(publicState(one).since)))),
        })),
      ),
    };
    const options = { title: t.apply.home.title, description: t.apply.home.lead };
    page(req, res, 'apply-home', options, model, company?.sitter);
  });
}
