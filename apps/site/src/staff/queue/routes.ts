import { mainStates } from '@aipower/applications';
import { countByState, lastFormVersion, openProposals, queue, readCase } from '@aipower/applications/storage';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { missingParts } from '../../desk/parts.ts';
import { readQuery } from '../../http/query.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { awardCommands } from '../award/acts.ts';
import { isDecision } from '../meeting/decisions.ts';
import { type Member, sitterOf } from '../member.ts';
import { pageAsked, pagingOf } from '../paging.ts';
import { anyRole, readers, type StaffOnly } from '../staff-only.ts';
import { filtersOf, numberOf } from './filters.ts';
import { type Group, groupNames, groups } from './groups.ts';
import { companyName, rowOf } from './row.ts';

const PER_PAGE = 50;

/** The applications by what they wait for, what waits longest first. */
export function queueRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  router.get(
    pages.staff.path,
    only(anyRole, (req, res, member) =>
      member.roles.some((role) => readers.includes(role)) ? showQueue(req, res, member) : showReviews(req, res, member),
    ),
  );

  async function showQueue(req: Request, res: Response, member: Member): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { t, paths } = visit;
    const asked = readQuery(req, t, ['group', 'year', 'category', 'round', 'number', 'page']);
    const group = groupNames.find((name) => name === asked.group) ?? 'ours';
    const { year, category, round, choices } = await filtersOf(deps, asked, visit);
    const number = pageAsked(asked.page);
    // Whoever has a number in hand does not know in which group it stands.
    const numbered = numberOf(asked.number);
    const wanted = {
      ...(numbered ? { mains: mainStates, ...numbered } : groups[group]),
      ...(year && { programme: year }),
      ...(category && { category }),
      ...(round !== undefined && { round }),
    };
    const { database } = deps.desk;
    const [found, counts] = await Promise.all([
      queue(database, { ...wanted, skip: (number - 1) * PER_PAGE, most: PER_PAGE }),
      countsOf(),
    ]);
    const filters = { year, category, round };
    const model = {
      group,
      groups: groupNames.map((name) => ({
        name,
        label: t.staff.groups[name],
        count: counts[name],
        href: paths.staff({ group: name === 'ours' ? undefined : name, ...filters }),
        current: name === group && numbered === null,
      })),
      number: asked.number,
      year: year ?? '',
      category: category ?? '',
      round: round === undefined ? '' : String(round),
      ...choices,
      total: found.total,
      rows: await Promise.all(found.cases.map((state) => rowOf(deps, state, visit))),
      paging: pagingOf({ total: found.total, perPage: PER_PAGE, asked: asked.page }, (to) =>
        paths.staff({ group, ...filters, number: asked.number || undefined, page: to }),
      ),
      proposals: await proposalsOf(visit),
      missingCount: (missingParts(deps) ?? []).length,
      missing: (missingParts(deps) ?? []).slice(0, PER_PAGE).map(({ application, receiptNo, version }) => ({
        href: paths.staffCase(application),
        text: t.staff.queue.missingPart(receiptNo ?? application, version),
      })),
    };
    page(req, res, 'staff-queue', { title: t.staff.queue.title }, model, sitterOf(member, visit));
  }

  /** How many there are in each group, whatever the filters. Of those that wait for the company, the overdue are ours, too. */
  async function countsOf(): Promise<Readonly<Record<Group, number>>> {
    const { database } = deps.desk;
    const [byState, ours] = await Promise.all([
      countByState(database),
      queue(database, { ...groups.ours, skip: 0, most: 1 }),
    ]);
    const sum = (name: Group) => groups[name].mains.reduce((total, main) => total + (byState.get(main) ?? 0), 0);
    return {
      ...(Object.fromEntries(groupNames.map((name) => [name, sum(name)])) as Record<Group, number>),
      ours: ours.total,
    };
  }

  async function proposalsOf({ t, paths }: Visit) {
    // What a meeting decides is confirmed on its own page, all of a round together.
    const open = (await openProposals(deps.desk.database)).filter(({ command }) => !isDecision(command.type));
    return Promise.all(
      open.map(async ({ application, command }) => {
        const state = await readCase(deps.desk.database, application);
        return {
          href: awardCommands.includes(command.type) ? paths.staffAward(application) : paths.staffCase(application),
          what: t.staff.proposals[command.type as 'reopen'] ?? command.type,
          name: state ? await companyName(deps, state) : application,
        };
      }),
    );
  }

  /** What a reviewer sees before having declared: whose application it is and what it is about, and nothing else. */
  async function showReviews(req: Request, res: Response, member: Member): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const rows = await deps.desk.database.db
      .selectFrom('desk_review')
      .innerJoin('desk_application', 'desk_application.id', 'desk_review.application')
      .select(['application', 'state'])
      .where('reviewer', '=', member.id)
      .where('state', 'not in', ['unassigned', 'recused'])
      .orderBy('receipt_no')
      .execute();
    const views = await Promise.all(rows.map(({ application, state }) => assignedView(application, state, visit)));
    const all = views.filter((one) => one !== null);
    // What still waits for this person stands above what was sent.
    const todo = all.filter(({ status }) => status === 'warn');
    const model = {
      todo: todo.length,
      assigned: [...todo, ...all.filter((one) => !todo.includes(one))],
      profile: visit.paths.staffReviewer(member.id),
    };
    page(req, res, 'staff-reviews', { title: visit.t.staff.reviews.title }, model, sitterOf(member, visit));
  }

  async function assignedView(application: string, stage: string, { t, paths }: Visit) {
    const state = await readCase(deps.desk.database, application);
    const stored = state && (await lastFormVersion(deps.desk.database, state));
    if (!stored) return null;
    const { companyName: name, topic } = stored.form;
    const isWaiting = state.main === 'eligible' || state.main === 'under-review';
    return {
      href: paths.staffReview(state.id),
      name: String(name),
      ubn: state.ubn,
      topic: String(topic),
      state: t.staff.review.states[stage as 'assigned'],
      status: stage === 'submitted' ? ('good' as const) : isWaiting ? ('warn' as const) : ('open' as const),
    };
  }
}
