import { casesOfRound, meetingsOf, offerPoints, pointsOffered, roundCounts } from '@aipower/applications/storage';
import { spreadsheetCsv } from '@aipower/registry';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { entry, posting } from '../../desk/posting.ts';
import { NotFound } from '../../http/failures.ts';
import { BadQuery, readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { anyRole, type StaffOnly } from '../staff-only.ts';
import { accountOf } from './account.ts';
import { askedRound, mayReadTable, roundAddress, roundName, roundPath } from './asked-round.ts';
import { roundRows, workbook } from './export.ts';
import { papersView } from './papers.ts';
import { readRound } from './read-round.ts';
import { roundView } from './round-view.ts';
import { roundsView } from './rounds-view.ts';

const MAX_POINTS = 100_000_000;

/** The rounds, the table of each, its files and its papers for a meeting. */
export function roundRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const { database } = deps.desk;

  router.get(
    pages.staffRounds.path,
    only(anyRole, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const counts = await roundCounts(database);
      const seen = [];
      for (const one of counts) {
        const { programme, category, round } = one;
        if (await mayReadTable(deps, member, { programme, category, round })) seen.push(one);
      }
      const model = await roundsView(deps, seen, visit);
      page(req, res, 'staff-rounds', { title: visit.t.staff.rounds.title }, model, sitterOf(member, visit));
    }),
  );

  /** Whoever sits in a meeting on the round reads its table, and so do staff. @throws NotFound */
  async function open(req: Request, member: Member) {
    const asked = await askedRound(deps, req);
    if (!(await mayReadTable(deps, member, asked.key))) {
      throw new NotFound(visitOf(req, deps.clock).t.staff.rounds.notFound);
    }
    return readRound(deps, asked, member);
  }

  router.get(
    roundPath,
    only(anyRole, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const read = await open(req, member);
      const query = readQuery(req, visit.t, ['line', 'from', 'show', 'page']);
      const model = await roundView(deps, read, query, member, visit);
      const title = visit.t.staff.table.title(roundName(read.asked, visit));
      page(req, res, 'staff-round', { title }, model, sitterOf(member, visit));
    }),
  );

  router.get(
    pages.staffPapers.path,
    only(anyRole, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const read = await open(req, member);
      const asked = readQuery(req, visit.t, ['page']);
      const meetings = await meetingsOf(database, read.asked.key);
      const model = await papersView(deps, read, meetings[0] ?? null, { page: asked.page, member }, visit);
      const title = visit.t.staff.papers.title(roundName(read.asked, visit));
      page(req, res, 'staff-papers', { title }, model, sitterOf(member, visit));
    }),
  );

  for (const kind of ['csv', 'xlsx'] as const) {
    router.get(
      `${roundPath}/table.${kind}`,
      only(anyRole, async (req, res: Response, member) => {
        const visit = visitOf(req, deps.clock);
        const read = await open(req, member);
        const rows = await roundRows(deps, read, visit);
        const { programme, category, round } = read.asked.key;
        const name = `${programme}-${category}-${round}.${kind}`;
        const type =
          kind === 'csv'
            ? 'text/csv; charset=utf-8'
            : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
        res
          .set({
            'Content-Type': type,
            'Content-Disposition': `attachment; filename="${name}"`,
            'Cache-Control': 'private, no-store',
          })
          .send(kind === 'csv' ? spreadsheetCsv(rows) : await workbook(rows, visit.t.staff.table.sheet));
      }),
    );
  }

  router.post(
    `${roundPath}/points`,
    ...posting(deps, page),
    only(['chair'], async (req, res, member) => {
      const { t, paths, show } = visitOf(req, deps.clock);
      const { key } = await askedRound(deps, req);
      const typed = entry(req.body, 'points').replaceAll(',', '').trim();
      if (!/^\d{1,9}$/.test(typed) || Number(typed) > MAX_POINTS) throw new BadQuery(t.staff.table.badPoints(typed));
      const points = Number(typed);
      const { held, given } = accountOf(await casesOfRound(database, key), points, 0);
      if (points < held + given) throw new BadQuery(t.staff.table.fewerThanGiven(show.number(held + given)));
      // What stood on the page: another figure that was set since is not replaced unseen.
      const seen = entry(req.body, 'offered');
      const stands = await pointsOffered(database, key);
      const before = req.body !== undefined && 'offered' in req.body ? (seen === '' ? null : Number(seen)) : stands;
      const deed = { by: actorAs(member, ['chair'])!, before, now: deps.clock.now().toISOString() };
      if (!(await offerPoints(database, key, points, deed))) {
        throw new BadQuery(t.staff.table.pointsChanged(show.number((await pointsOffered(database, key)) ?? 0)));
      }
      res.redirect(303, paths.staffRound(...roundAddress(key)));
    }),
  );
}
