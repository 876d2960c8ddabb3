import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { sitterOf } from '../member.ts';
import { recordReading } from '../screening/routes.ts';
import { readers, type StaffOnly, sentApplication } from '../staff-only.ts';
import { awardActRoutes, type ShowAward } from './act-routes.ts';
import { awardsView } from './awards-view.ts';
import { staffAwardView } from './view.ts';

/** Every award, by what it waits for. */
export function awardListRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  router.get(
    pages.staffAwards.path,
    only(readers, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const model = await awardsView(deps, req, visit);
      page(req, res, 'staff-awards', { title: visit.t.staff.award.listTitle }, model, sitterOf(member, visit));
    }),
  );
}

/** One award from its publication to the last follow-up, and everything that may be done with it. */
export function awardRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const show: ShowAward = async (req, res, member, { problem, status = 200, typed = {} } = {}) => {
    const visit = visitOf(req, deps.clock);
    const { state, programme } = await sentApplication(deps, req);
    if (!state.award) return res.redirect(303, visit.paths.staffCase(state.id));
    await recordReading(deps, state.id, member, 'award');
    const model = await staffAwardView(deps, { state, programme, member, typed, problem }, visit);
    const title = visit.t.staff.award.title(model.name);
    page(req, res, 'staff-award', { title, status }, model, sitterOf(member, visit));
  };

  router.get(
    pages.staffAward.path,
    only(readers, (req, res, member) => show(req, res, member)),
  );
  awardActRoutes(router, deps, page, only, show);
}
