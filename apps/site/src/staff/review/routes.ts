import { type CaseFile, type Command, decide, isRefusal, type Refusal, refusalWords } from '@aipower/applications';
import { execute, lastFormVersion, pagesRead, recordRead } from '@aipower/applications/storage';
import { getCategory, type Programme } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { NotFound } from '../../http/failures.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { projectReader } from '../assign/project-items.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { layBefore } from '../proposals.ts';
import { anyRole, officers, readers, type StaffOnly, sentApplication } from '../staff-only.ts';
import { type ReviewText, savedReview, scoresFrom, typedReview } from './own-draft.ts';
import { declarationView, reviewView, type ShownReview } from './review-view.ts';

type More = {
  readonly problem?: string;
  readonly status?: number;
  readonly typed?: ReviewText;
  /** Why an opinion was to be returned or struck: kept where neither was done. */
  readonly reason?: string;
};
const reviewersOnly = ['reviewer'] as const;

/** One application as its reviewers read and score it; officers and the organiser read along. */
export function reviewRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const post = posting(deps, page);
  const read = projectReader(deps);
  const { database } = deps.desk;
  const now = () => deps.clock.now().toISOString();
  const path = pages.staffReview.path;

  /** Of a reviewer only what was given to them. @throws NotFound */
  async function asked(req: Request, member: Member) {
    const { t } = visitOf(req, deps.clock);
    const { state, programme } = await sentApplication(deps, req);
    const own = state.reviews.find(({ reviewer, state: stage }) => reviewer === member.id && stage !== 'unassigned');
    const readsAll = member.roles.some((role) => readers.includes(role));
    if (!own && !readsAll) throw new NotFound(t.staff.notFound);
    if (state.reviews.length === 0 && !own) throw new NotFound(t.staff.review.notYet);
    return { state, programme, own: own ?? null };
  }

  async function show(req: Request, res: Response, member: Member, more: More = {}): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { t } = visit;
    const { state, programme, own } = await asked(req, member);
    const project = await read(state, programme);
    const title = t.staff.review.title(project.name);
    const shown = {
      state,
      programme,
      project,
      member,
      own,
      problem: more.problem,
      typed: more.typed,
      reason: more.reason,
    };
    if (own && (own.state === 'assigned' || own.state === 'recused')) {
      const model = await declarationView(deps, { ...shown, form: {} }, visit);
      return page(
        req,
        res,
        'review-declaration',
        { title, status: more.status ?? 200 },
        model,
        sitterOf(member, visit),
      );
    }
    const stored = await lastFormVersion(database, state);
    if (!stored) throw new NotFound(t.staff.formDeleted);
    const by = actorAs(member, own ? [...reviewersOnly, ...readers] : readers)!;
    const line = { by, application: state.id, what: 'review', session: member.session };
    await recordRead(database, line, now());
    const model = await reviewView(deps, { ...shown, form: stored.form } satisfies ShownReview, visit);
    page(req, res, 'review', { title, status: more.status ?? 200 }, model, sitterOf(member, visit));
  }

  router.get(
    path,
    only(anyRole, (req, res, member) => show(req, res, member)),
  );

  const act = (name: string, make: (req: Request, member: Member, state: CaseFile) => Promise<Command>) =>
    router.post(
      `${path}/${name}`,
      ...post,
      only(reviewersOnly, async (req, res, member) => {
        const { state, programme } = await asked(req, member);
        const command = await make(req, member, state);
        const done = await execute(database, { application: state.id, command, programme }, now());
        if (isRefusal(done))
          return show(req, res, member, { problem: words(done, programme, state, req), status: 409 });
        res.redirect(303, visitOf(req, deps.clock).paths.staffReview(state.id));
      }),
    );
  const reviewer = (member: Member) => actorAs(member, reviewersOnly)!;
  act('declare', async (_req, member) => ({ type: 'review.declare', by: reviewer(member) }));
  act('recuse', async (req, member, state) => ({
    type: 'review.recuse',
    by: reviewer(member),
    // What this person has opened, by the log: not what they remember.
    seen: await pagesRead(database, state.id, member.id),
    reason: entry(req.body, 'recuseReason'),
  }));

  router.post(
    path,
    ...post,
    only(reviewersOnly, async (req, res, member) => {
      const { t, paths } = visitOf(req, deps.clock);
      const { state, programme, own } = await asked(req, member);
      const body = (req.body ?? {}) as Entries;
      const to = entry(body, 'to');
      const typed = typedReview(
        state.rules!.weights.map(({ id }) => id),
        body,
      );
      const saved = await savedReview(deps, state, member.id);
      const fail = (problem: string, status: number) =>
        to === 'auto'
          ? void res.status(status).json({ problem, version: saved.version })
          : show(req, res, member, { problem, status, typed });
      // Another window saved in between: what was typed here stands on the page, over what was saved there.
      const isStale = own?.state === 'reading' && Number(entry(body, 'version')) !== saved.version;
      if (isStale) return fail(t.staff.review.stale, 409);
      const by = reviewer(member);
      const request = (command: Command) => ({ application: state.id, command, programme });
      const kept = await execute(database, request({ type: 'review.save', by, body: typed }), now());
      if (isRefusal(kept)) return fail(words(kept, programme, state, req), 409);
      if (to === 'auto') return void res.json({ version: saved.version + 1 });
      if (to !== 'send') return res.redirect(303, paths.staffReview(state.id));
      const { comments, level } = typed;
      const command = {
        type: 'review.submit',
        by,
        scores: scoresFrom(typed),
        comments,
        level: level === '' ? null : level,
      } as const;
      const done = await execute(database, request(command), now());
      if (isRefusal(done)) return show(req, res, member, { problem: words(done, programme, state, req), status: 400 });
      res.redirect(303, paths.staffReview(state.id));
    }),
  );

  // An officer writes no review: one can be given back to its writer, or struck by two people.
  router.post(
    `${path}/return`,
    ...post,
    only(officers, async (req, res, member) => {
      const { state, programme } = await asked(req, member);
      const [of, reason] = [entry(req.body, 'reviewer'), entry(req.body, 'reason')];
      const command = { type: 'review.return', by: actorAs(member, officers)!, reviewer: of, reason } as const;
      const done = await execute(database, { application: state.id, command, programme }, now());
      if (isRefusal(done)) {
        const status = done.refused === 'no-reason' ? 400 : 409;
        return show(req, res, member, { problem: words(done, programme, state, req), status, reason });
      }
      res.redirect(303, visitOf(req, deps.clock).paths.staffReview(state.id));
    }),
  );
  router.post(
    `${path}/annul`,
    ...post,
    only(officers, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const { language, paths } = visit;
      const { state, programme } = await asked(req, member);
      const reason = entry(req.body, 'reason').trim();
      if (reason === '') return show(req, res, member, { problem: refusalWords['no-reason'][language], status: 400 });
      const by = actorAs(member, officers)!;
      const command = { type: 'review.annul', by, reviewer: entry(req.body, 'reviewer'), reason } as const;
      // What a second person could not carry out is said now.
      const could = decide(state, { ...command, confirmedBy: { kind: 'officer', id: '' } }, { programme }, now());
      if (isRefusal(could)) {
        return show(req, res, member, { problem: words(could, programme, state, req), status: 409, reason });
      }
      const problem = await layBefore(deps, state.id, command, (req.body ?? {}) as Entries, visit);
      if (problem !== null) return show(req, res, member, { problem, status: 409, reason });
      res.redirect(303, paths.staffReview(state.id));
    }),
  );

  /** The sentence of a refusal, with the criteria it is about. */
  function words({ refused, detail }: Refusal, programme: Programme, { category }: CaseFile, req: Request): string {
    const { language, show: shown }: Visit = visitOf(req, deps.clock);
    const { criteria } = detail;
    const sentence = refusalWords[refused][language];
    if (!Array.isArray(criteria)) return sentence;
    const { weights } = getCategory(programme, category);
    const names = criteria.map((id) => weights.find((one) => one.id === id)?.name[language] ?? String(id));
    return shown.sentences([sentence, shown.names(names)]);
  }
}
