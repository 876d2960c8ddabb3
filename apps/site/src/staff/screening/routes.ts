import { lastFormVersion, recordRead } from '@aipower/applications/storage';
import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { NotFound } from '../../http/failures.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { readers, type StaffOnly, sentApplication } from '../staff-only.ts';
import { actionRoutes, type ShowCase } from './actions.ts';
import { screeningView } from './screening-view.ts';
import { SignalIndex } from './signal-index.ts';

/** The page on which an application is screened, and everything an officer may do with it. */
export function screeningRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const index = new SignalIndex();

  const show: ShowCase = async (req, res, member, { problem, status = 200, typed = {}, answers } = {}) => {
    const visit = visitOf(req, deps.clock);
    const { state, programme } = await sentApplication(deps, req);
    const stored = await lastFormVersion(deps.desk.database, state);
    if (!stored) throw new NotFound(visit.t.staff.formDeleted);
    await recordReading(deps, state.id, member, 'screening');
    const shown = { state, programme, form: stored.form, member, typed, answers, problem };
    const model = await screeningView(deps, index, shown, visit);
    page(
      req,
      res,
      'screening',
      { title: visit.t.staff.screening.title(model.name), status },
      model,
      sitterOf(member, visit),
    );
  };

  router.get(
    pages.staffCase.path,
    only(readers, (req, res, member) => show(req, res, member)),
  );
  actionRoutes(router, deps, page, only, show);
}

/** Whoever of staff opens an application is named in the log, once for a login and a page. */
export async function recordReading(deps: Deps, application: string, member: Member, what: string): Promise<void> {
  const by = actorAs(member, readers)!;
  const read = { by, application, what, session: member.session };
  await recordRead(deps.desk.database, read, deps.clock.now().toISOString());
}
