import { type CaseFile, type Command, isRefusal, refusalWords } from '@aipower/applications';
import { casesOfRound, executeEach, type RequestAmong, type Reviewer, readCase } from '@aipower/applications/storage';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { type AskedRound, askedRound, roundAddress, roundName } from '../round/asked-round.ts';
import { officers, readers, type StaffOnly } from '../staff-only.ts';
import { foundAgainst } from './applicant-conflicts.ts';
import { assignView, DEFAULT_EACH } from './assign-view.ts';
import { certain } from './conflicts.ts';
import { projectReader } from './project-items.ts';
import { reviewersOf } from './reviewers.ts';

const MAX_EACH = 9;

/** Who reads which application of a round: suggested, given, taken back; the reviews opened and closed. */
export function assignRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const post = posting(deps, page);
  const read = projectReader(deps);
  const { database } = deps.desk;
  const now = () => deps.clock.now().toISOString();

  const show = async (req: Request, res: Response, member: Member, problem?: string, typed?: Entries) => {
    const visit = visitOf(req, deps.clock);
    const asked = await askedRound(deps, req);
    const asking = readQuery(req, visit.t, ['each', 'show', 'page']);
    const each = /^\d$/.test(asking.each) ? Math.min(MAX_EACH, Number(asking.each)) : DEFAULT_EACH;
    const isOfficer = member.roles.includes('officer');
    const model = await assignView(deps, { ...asking, asked, read, each, isOfficer, problem, typed }, visit);
    const options = { title: visit.t.staff.assign.title(roundName(asked, visit)), status: problem ? 409 : 200 };
    page(req, res, 'staff-assign', options, model, sitterOf(member, visit));
  };

  router.get(
    pages.staffAssign.path,
    only(readers, (req, res, member) => show(req, res, member)),
  );

  /** Commands, one for each application, in one act: what is refused is said, the rest is done. */
  const each = (
    name: string,
    commands: (req: Request, by: Command['by']) => Promise<readonly (readonly [CaseFile, Command])[]>,
  ) =>
    router.post(
      `${pages.staffAssign.path}/${name}`,
      ...post,
      only(officers, async (req, res, member) => {
        const visit = visitOf(req, deps.clock);
        const asked = await askedRound(deps, req);
        const reviewers = await reviewersOf(deps, visit);
        const acts = await commands(req, actorAs(member, officers)!);
        const requests: RequestAmong[] = [];
        for (const [state, command] of acts) {
          const given = 'reviewer' in command ? reviewers.find(({ id }) => id === command.reviewer) : undefined;
          const facts = 'reviewer' in command ? { conflicts: await conflictsWith(asked, state, given) } : {};
          requests.push({ application: state.id, command, programme: asked.programme, facts });
        }
        const refusals = (await executeEach(database, requests, now())).flatMap((done, i) => {
          if (!isRefusal(done)) return [];
          return [visit.show.labelled(acts[i]![0].receiptNo ?? '', refusalWords[done.refused][visit.language])];
        });
        if (refusals.length > 0) {
          return show(req, res, member, visit.show.sentences(refusals), (req.body ?? {}) as Entries);
        }
        res.redirect(303, visit.paths.staffAssign(...roundAddress(asked.key)));
      }),
    );

  /** Kinds that forbid it; somebody who is no reviewer can be given nothing. */
  async function conflictsWith(
    { programme }: AskedRound,
    state: CaseFile,
    reviewer: Reviewer | undefined,
  ): Promise<readonly string[]> {
    if (!reviewer) return ['unknown'];
    const { name } = await read(state, programme);
    const found = foundAgainst(deps, reviewer, { ubn: state.ubn, name });
    return found.filter(({ kind }) => certain.includes(kind)).map(({ kind }) => kind);
  }

  each('give', async (req, by) => {
    const { key } = await askedRound(deps, req);
    const body = (req.body ?? {}) as Entries;
    const pairs = ['assign', 'other'].flatMap((name) => [body[name] ?? []].flat()).filter(Boolean);
    const commands: [CaseFile, Command][] = [];
    for (const pair of pairs) {
      const [id, reviewer] = pair.split(':') as [string, string];
      const state = await readCase(database, id);
      // An application of another round is not on this page.
      if (state?.round !== key.round || state.category !== key.category || state.programme.id !== key.programme)
        continue;
      commands.push([state, { type: 'reviewer.assign', by, reviewer }]);
    }
    return commands;
  });
  each('take', async (req, by) => {
    const [id = '', reviewer = ''] = entry(req.body, 'take').split(':');
    const state = await readCase(database, id);
    if (!state) return [];
    return [[state, { type: 'reviewer.unassign', by, reviewer, reason: entry(req.body, 'reason') }]];
  });
  each('open', async (req, by) => {
    const cases = await casesOfRound(database, (await askedRound(deps, req)).key);
    const ready = cases.filter(({ main, reviews, rules }) => {
      const busy = reviews.filter(({ state }) => ['assigned', 'reading', 'submitted'].includes(state));
      return main === 'eligible' && busy.length >= (rules?.atLeastReviewers ?? 1);
    });
    return ready.map((state) => [state, { type: 'review.open', by }] as const);
  });
  each('close', async (req, by) => {
    const cases = await casesOfRound(database, (await askedRound(deps, req)).key);
    const done = cases.filter(
      ({ main, reviews }) =>
        main === 'under-review' && !reviews.some(({ state }) => state === 'assigned' || state === 'reading'),
    );
    return done.map((state) => [state, { type: 'review.close', by }] as const);
  });
}
