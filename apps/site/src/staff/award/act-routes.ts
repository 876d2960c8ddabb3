import { type Command, type CommandType, decide, isRefusal, type Refusal, refusalWords } from '@aipower/applications';
import { dropProposal, execute, openProposals } from '@aipower/applications/storage';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { watchAfter } from '../../watch/watch.ts';
import { actorAs, type Member } from '../member.ts';
import { layBefore } from '../proposals.ts';
import { seenBy } from '../seen.ts';
import { type StaffOnly, sentApplication } from '../staff-only.ts';
import { type Act, awardActs } from './acts.ts';

/** Shows the page of an award, with what was typed where an act was not carried out. */
export type ShowAward = (
  req: Request,
  res: Response,
  member: Member,
  more?: { readonly problem?: string; readonly status?: number; readonly typed?: Entries },
) => Promise<void>;

/** What is refused for the form, and not for what the case has become meanwhile. */
const byForm: readonly Refusal['refused'][] = [
  'no-reason',
  'bad-day',
  'ends-before-start',
  'bad-points',
  'bad-link',
  'no-evidence',
  'not-later',
  'unknown-item',
];

/** Each act a form, each a command. What needs a second person is laid before them, once it could be carried out as it is. */
export function awardActRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly, show: ShowAward): void {
  const post = posting(deps, page);
  const { database } = deps.desk;
  const now = () => deps.clock.now().toISOString();

  for (const [name, act] of Object.entries<Act>(awardActs)) {
    router.post(
      `${pages.staffAward.path}/${name}`,
      ...post,
      only([act.by], async (req, res, member) => {
        // Which form it came from, so that what was typed stands in that one again.
        const body: Entries = { ...((req.body ?? {}) as Entries), act: name };
        const { state, programme } = await sentApplication(deps, req);
        const command = act.make(body, actorAs(member, [act.by])!);
        if (act.second) {
          const confirmed = { ...command, confirmedBy: { kind: 'officer', id: 'somebody else' } } as Command;
          const could = decide(state, confirmed, { programme }, now());
          if (isRefusal(could)) return refused(req, res, member, could, body);
          const problem = await layBefore(deps, state.id, command, body, visitOf(req, deps.clock));
          if (problem !== null) return show(req, res, member, { problem, typed: body, status: 409 });
          return back(req, res, state.id);
        }
        const request = { application: state.id, command, programme, seen: seenBy(body) };
        const done = await execute(database, request, now());
        if (isRefusal(done)) return refused(req, res, member, done, body);
        await watchAfter(deps, done.state, command);
        back(req, res, state.id);
      }),
    );
  }

  router.post(
    `${pages.staffAward.path}/proposals/:proposal`,
    ...post,
    only(['officer', 'chair'], async (req, res, member) => {
      const { state, programme } = await sentApplication(deps, req);
      const open = await openProposals(database, state.id);
      const proposal = open.find(({ id }) => id === req.params['proposal']);
      const problem = visitOf(req, deps.clock).t.staff.noProposal;
      const gone = () => show(req, res, member, { problem, typed: (req.body ?? {}) as Entries, status: 409 });
      if (!proposal) return gone();
      const second = actorAs(member, ['officer', 'chair'])!;
      if (entry(req.body, 'to') === 'drop') {
        if (!(await dropProposal(database, proposal, second, now()))) return gone();
      } else {
        // What a second person confirms is never a draft or a form.
        const command = { ...proposal.command, confirmedBy: second } as Command<Exclude<CommandType, 'draft.start'>>;
        const request = { application: state.id, command, programme, proposal: proposal.id };
        const done = await execute(database, request, now());
        if (isRefusal(done)) return refused(req, res, member, done, (req.body ?? {}) as Entries);
        if (done.repeated) return gone();
      }
      back(req, res, state.id);
    }),
  );

  function back(req: Request, res: Response, id: string): void {
    res.redirect(303, visitOf(req, deps.clock).paths.staffAward(id));
  }

  async function refused(req: Request, res: Response, member: Member, refusal: Refusal, typed: Entries) {
    const problem = refusalWords[refusal.refused][visitOf(req, deps.clock).language];
    const status = byForm.includes(refusal.refused) ? 400 : 409;
    await show(req, res, member, { problem, typed, status });
  }
}
