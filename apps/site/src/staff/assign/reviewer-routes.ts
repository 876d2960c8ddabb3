import {
  type Employer,
  nameReviewer,
  profileHash,
  type ReviewerProfile,
  recordAct,
  reviewLoads,
  saveReviewerProfile,
} from '@aipower/applications/storage';
import { checkUbn } from '@aipower/taiwan/ubn';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { entry, posting } from '../../desk/posting.ts';
import { NotFound } from '../../http/failures.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { readers, type StaffOnly } from '../staff-only.ts';
import { isCode, itemName } from './item-names.ts';
import { reviewersOf } from './reviewers.ts';

const MAX_TEXT = 4000;
const MAX_NAME = 100;
const MAX_ACCOUNT = 250;

interface NewReviewer {
  readonly typed?: { readonly name: string; readonly account: string };
  readonly problem?: string | null;
}

/** The reviewers, what they know and how much they have to read; each says themselves where they worked. */
export function reviewerRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const { database } = deps.desk;

  router.get(
    pages.staffReviewers.path,
    only(readers, (req, res, member) => showAll(req, res, member)),
  );

  /** @param typed what an officer has typed of somebody new, shown again where it cannot be taken. */
  async function showAll(
    req: Request,
    res: Response,
    member: Member,
    { typed = { name: '', account: '' }, problem = null }: NewReviewer = {},
  ): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const [reviewers, loads] = await Promise.all([reviewersOf(deps, visit), reviewLoads(database)]);
    const rows = reviewers.map(({ id, name, items }) => ({
      name,
      href: visit.paths.staffReviewer(id),
      items: items.map((code) => itemName(code, visit)),
      open: loads.get(id)?.open ?? 0,
      done: loads.get(id)?.done ?? 0,
    }));
    // Without a provider there is nobody who could log in later.
    const mayAdd = deps.staffLogin !== null && member.roles.includes('officer');
    const model = { rows, typed, problem, mayAdd };
    const options = { title: visit.t.staff.reviewers.title, status: problem ? 400 : 200 };
    page(req, res, 'staff-reviewers', options, model, sitterOf(member, visit));
  }

  router.post(
    pages.staffReviewers.path,
    ...posting(deps, page),
    only(['officer'], async (req, res, member) => {
      const { t, paths, today } = visitOf(req, deps.clock);
      const [name, account] = ['name', 'account'].map((field) => entry(req.body, field).trim());
      const typed = { name: name!.slice(0, MAX_NAME), account: account!.slice(0, MAX_ACCOUNT) };
      const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(account!);
      const isUsable = account!.length <= MAX_ACCOUNT && (isAddress || /^[^\s@]+$/.test(account!));
      if (!deps.staffLogin || name === '' || name!.length > MAX_NAME || !isUsable) {
        return showAll(req, res, member, { typed, problem: t.staff.reviewers.badNew });
      }
      const now = deps.clock.now().toISOString();
      const { issuer } = deps.staffLogin;
      const id = await nameReviewer(database, { issuer, account: account!, name: name!, from: today }, now);
      const by = { kind: 'officer', id: member.id } as const;
      await recordAct(database, { by, application: null, type: 'reviewer.name', body: { staff: id } }, now);
      res.redirect(303, paths.staffReviewer(id));
    }),
  );

  router.get(
    pages.staffReviewer.path,
    only(['officer', 'reviewer'], async (req, res, member) => {
      const { reviewer } = await asked(req, member);
      show(req, res, member, asTyped(reviewer), null);
    }),
  );

  router.post(
    pages.staffReviewer.path,
    ...posting(deps, page),
    only(['officer', 'reviewer'], async (req, res, member) => {
      const { reviewer, isOwn } = await asked(req, member);
      const { t, paths } = visitOf(req, deps.clock);
      const seen = entry(req.body, 'seen');
      const typed = {
        items: entry(req.body, 'items').slice(0, MAX_TEXT),
        employers: entry(req.body, 'employers').slice(0, MAX_TEXT),
      };
      const codes = typed.items.split(/[\s,，、;；]+/).filter(Boolean);
      const unknown = codes.find((code) => !isCode(code));
      if (unknown !== undefined) {
        return show(req, res, member, typed, t.staff.reviewers.noSuchCode(unknown.slice(0, 20)));
      }
      const lines = isOwn ? linesOf(typed.employers).map(employerOf) : reviewer.employers;
      const wrong = lines.find(({ ubn }) => ubn !== null && !checkUbn(ubn).ok);
      if (wrong) return show(req, res, member, typed, t.staff.reviewers.badNumber(wrong.ubn!));
      const profile = { items: [...new Set(codes)].sort(), employers: lines };
      const by = actorAs(member, isOwn ? ['reviewer', 'officer'] : ['officer'])!;
      const now = deps.clock.now().toISOString();
      const base = seen === '' ? undefined : seen;
      if (!(await saveReviewerProfile(database, reviewer.id, profile, by, now, base))) {
        return show(req, res, member, typed, t.staff.reviewers.stale, 409);
      }
      res.redirect(303, isOwn ? paths.staff() : paths.staffReviewers());
    }),
  );

  /** An officer opens everybody's, a reviewer their own. @throws NotFound */
  async function asked(req: Request, member: Member) {
    const visit = visitOf(req, deps.clock);
    const id = String(req.params['reviewer']);
    const reviewer = (await reviewersOf(deps, visit)).find((one) => one.id === id);
    const isOwn = id === member.id;
    if (!reviewer || !(isOwn || member.roles.includes('officer'))) throw new NotFound(visit.t.staff.reviewers.notFound);
    return { reviewer, isOwn };
  }

  async function show(
    req: Request,
    res: Response,
    member: Member,
    typed: { readonly items: string; readonly employers: string },
    problem: string | null,
    status = 400,
  ): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { reviewer, isOwn } = await asked(req, member);
    const model = {
      ...typed,
      problem,
      seen: profileHash(reviewer),
      // Beside what was typed over it: what stands there by now.
      stands: problem !== null && status === 409 ? asTyped(reviewer) : null,
      isOwn,
      known: reviewer.items.map((code) => itemName(code, visit)),
      action: visit.paths.staffReviewer(reviewer.id),
      back: isOwn ? visit.paths.staff() : visit.paths.staffReviewers(),
    };
    const options = { title: visit.t.staff.reviewers.one(reviewer.name), status: problem ? status : 200 };
    page(req, res, 'staff-reviewer', options, model, sitterOf(member, visit));
  }
}

/** A profile as its form shows it. */
function asTyped({ items, employers }: ReviewerProfile) {
  const lines = employers.map(({ ubn, name }) => [ubn, name].filter(Boolean).join(' '));
  return { items: items.join('\n'), employers: lines.join('\n') };
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** A line with a number of eight digits, a name, or both. */
function employerOf(line: string): Employer {
  const ubn = /(?<!\d)\d{8}(?!\d)/.exec(line)?.[0] ?? null;
  const name = (ubn === null ? line : line.replace(ubn, '')).replace(/\s+/g, ' ').trim();
  return { ubn, name };
}
