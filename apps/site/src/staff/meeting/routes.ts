import { type CaseFile, type Command, decide, isRefusal, refusalWords, type Seen } from '@aipower/applications';
import {
  agendaHash,
  casesOfRound,
  dropProposal,
  executeEach,
  keepMeeting,
  openProposals,
} from '@aipower/applications/storage';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { NotFound } from '../../http/failures.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { watch, watchAfter } from '../../watch/watch.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { layBefore } from '../proposals.ts';
import { type AskedRound, askedRound, roundAddress, roundName, seconds, tableReaders } from '../round/asked-round.ts';
import { rankRound } from '../round/ranking.ts';
import { rankedRound, readRound } from '../round/read-round.ts';
import { seenBy } from '../seen.ts';
import type { StaffOnly } from '../staff-only.ts';
import { conveneCommand, readConvene } from './convene.ts';
import { decisionCommand, decisionFacts } from './decision-command.ts';
import { isDecision, outcomes } from './decisions.ts';
import { meetingView } from './meeting-view.ts';
import { sittingPeople } from './sitting.ts';

const chairs = ['chair'] as const;
type Besides = Parameters<typeof executeEach>[3];
type Act = {
  readonly state: CaseFile;
  readonly command: Command;
  readonly proposal?: string;
  readonly seen?: Seen | undefined;
};
type More = { readonly problem?: string; readonly status?: number; readonly typed?: Entries; readonly open?: string };

/** The meeting of a round, or its decisions where the process has none: one by one, each by two people, held until all are told. */
export function meetingRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const post = posting(deps, page);
  const { database } = deps.desk;
  const now = () => deps.clock.now().toISOString();
  const path = pages.staffMeeting.path;

  async function show(req: Request, res: Response, member: Member, more: More = {}): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const asked = await askedRound(deps, req);
    const read = await readRound(deps, asked, member);
    const { open, page: number } =
      req.method === 'GET' ? readQuery(req, visit.t, ['open', 'page']) : { open: more.open ?? '', page: '' };
    const model = await meetingView(
      deps,
      read,
      { open, page: number, problem: more.problem, typed: more.typed ?? {} },
      member,
      visit,
    );
    const options = { title: visit.t.staff.meeting.title(roundName(asked, visit)), status: more.status ?? 200 };
    page(req, res, 'staff-meeting', options, model, sitterOf(member, visit));
  }

  router.get(
    path,
    only(tableReaders, (req, res, member) => show(req, res, member)),
  );

  router.post(
    `${path}/convene`,
    ...post,
    only(chairs, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const asked = await askedRound(deps, req);
      const body = (req.body ?? {}) as Entries;
      const cases = await casesOfRound(database, asked.key);
      const scored = cases.filter(({ main }) => main === 'scored');
      // Sent twice, or nothing scored yet: a meeting on nothing would stand in the place of the one before.
      if (scored.length === 0) {
        return show(req, res, member, { problem: visit.t.staff.meeting.faults.nothing, status: 409 });
      }
      const people = await sittingPeople(deps, visit, scored);
      const read = readConvene(
        body,
        people.map(({ id }) => id),
        scored,
      );
      if ('code' in read) {
        const words = visit.t.staff.meeting.faults;
        return show(req, res, member, {
          problem: read.code === 'unknown' ? words.unknown(read.number) : words[read.code],
          status: 400,
          typed: body,
        });
      }
      const numbers = scored.map(({ receiptNo }) => receiptNo ?? '');
      const ranked = rankRound(scored).ranked.map(({ state }) => state.receiptNo ?? '');
      const agenda = read.order === 'rank' ? ranked : numbers;
      const by = actorAs(member, chairs)!;
      const { on, attendance } = read;
      const meeting = { on, attendance, agenda, convenedBy: member.id };
      await each(
        req,
        res,
        member,
        asked,
        scored.map((state) => ({ state, command: conveneCommand(read, state, agendaHash(meeting), by) })),
        { besides: (desk) => keepMeeting(desk, asked.key, meeting, now()) },
      );
    }),
  );

  /** What is decided about some applications in one act: what is refused is said, the rest is done. */
  async function each(
    req: Request,
    res: Response,
    member: Member,
    asked: AskedRound,
    acts: readonly Act[],
    more: {
      readonly besides?: Besides;
      readonly after?: (state: CaseFile) => Promise<unknown>;
      /** Proposals that were ticked and waited no more. */
      readonly gone?: number;
      /** What the page shows again where something was refused. */
      readonly again?: More;
    } = {},
  ): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const requests = acts.map(({ state, ...act }) => {
      return { application: state.id, programme: asked.programme, ...act };
    });
    const results = await executeEach(database, requests, now(), more.besides);
    let gone = more.gone ?? 0;
    const refusals: string[] = [];
    for (const [i, result] of results.entries()) {
      const { state, command } = acts[i]!;
      if (isRefusal(result)) {
        refusals.push(visit.show.labelled(state.receiptNo ?? '', refusalWords[result.refused][visit.language]));
      } else if (result.repeated) gone++;
      else {
        await watchAfter(deps, result.state, command);
        await more.after?.(result.state);
      }
    }
    if (gone > 0) refusals.push(visit.t.staff.meeting.faults.gone(gone));
    if (refusals.length > 0) {
      return show(req, res, member, { ...more.again, problem: visit.show.sentences(refusals), status: 409 });
    }
    res.redirect(303, visit.paths.staffMeeting(...roundAddress(asked.key)));
  }

  /** The application of this round that an item is about. @throws NotFound */
  async function itemOf(req: Request, asked: AskedRound): Promise<CaseFile> {
    const number = entry(req.body, 'number');
    const found = (await casesOfRound(database, asked.key)).find(({ receiptNo }) => receiptNo === number);
    if (!found) throw new NotFound(visitOf(req, deps.clock).t.staff.notFound);
    return found;
  }

  router.post(
    `${path}/propose`,
    ...post,
    only(chairs, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const { t, paths } = visit;
      const asked = await askedRound(deps, req);
      const state = await itemOf(req, asked);
      const body = (req.body ?? {}) as Entries;
      const again = (problem: string, status = 400) =>
        show(req, res, member, { problem, status, typed: body, open: state.receiptNo ?? '' });
      const outcome = outcomes.find((one) => one === entry(body, 'outcome'));
      if (!outcome) return again(t.staff.meeting.faults.outcome);
      const by = actorAs(member, chairs)!;
      const command = decisionCommand(state, outcome, body, by);
      const isExplained = [body['because'] ?? []].flat().length > 0 && entry(body, 'told').trim() !== '';
      if (outcome === 'declined' && !isExplained) return again(t.staff.meeting.faults.reasons);
      // What a second person could not carry out is said now, to the one who can mend it.
      const tried = { ...command, confirmedBy: { kind: 'chair', id: '' } } as Command;
      const refusal = decide(state, tried, await decisionFacts(deps, asked, state), now());
      if (isRefusal(refusal)) return again(refusalWords[refusal.refused][visit.language]);
      const problem = await layBefore(deps, state.id, command, body, visit);
      if (problem !== null) return again(problem, 409);
      const next = await nextOf(asked, state);
      res.redirect(303, paths.staffMeeting(...roundAddress(asked.key), { open: next }));
    }),
  );

  /** The receipt number of the next one on the agenda that nobody has proposed anything for. */
  async function nextOf(asked: AskedRound, state: CaseFile): Promise<string | undefined> {
    const { ranked } = (await rankedRound(deps, asked.key)).ranking;
    const waiting = new Set((await openProposals(database)).map(({ application }) => application));
    const next = ranked.find(({ state: { id, main } }) => main === state.main && id !== state.id && !waiting.has(id));
    return next?.state.receiptNo ?? undefined;
  }

  router.post(
    `${path}/confirm`,
    ...post,
    only(seconds, async (req, res, member) => {
      const { t, paths } = visitOf(req, deps.clock);
      const asked = await askedRound(deps, req);
      const body = (req.body ?? {}) as Entries;
      const chosen = new Set([body['proposal'] ?? []].flat());
      const cases = await casesOfRound(database, asked.key);
      const byId = new Map(cases.map((one) => [one.id, one]));
      const open = (await openProposals(database)).filter(
        ({ id, application, command }) => chosen.has(id) && isDecision(command.type) && byId.has(application),
      );
      if (chosen.size === 0) return show(req, res, member, { problem: t.staff.meeting.faults.none, status: 400 });
      const confirmedBy = actorAs(member, seconds)!;
      if (entry(body, 'to') === 'drop') {
        let dropped = 0;
        for (const one of open) if (await dropProposal(database, one, confirmedBy, now())) dropped++;
        const gone = chosen.size - dropped;
        if (gone > 0) return show(req, res, member, { problem: t.staff.meeting.faults.gone(gone), status: 409 });
        return res.redirect(303, paths.staffMeeting(...roundAddress(asked.key)));
      }
      const acts = open.map(({ id, application, command }) => {
        return { state: byId.get(application)!, command: { ...command, confirmedBy } as Command, proposal: id };
      });
      // Registers are asked once more where it counts: a difference is shown to officers, and decides nothing.
      const after = (state: CaseFile) => watch(deps, state, 'decided');
      await each(req, res, member, asked, acts, { after, gone: chosen.size - open.length });
    }),
  );

  const plain = (name: string, type: 'decision.reopen' | 'meeting.adjourn') =>
    router.post(
      `${path}/${name}`,
      ...post,
      only(chairs, async (req, res, member) => {
        const asked = await askedRound(deps, req);
        const state = await itemOf(req, asked);
        const body = (req.body ?? {}) as Entries;
        const command = { type, by: actorAs(member, chairs)!, reason: entry(body, 'reason') };
        const again = { typed: { ...body, act: name }, open: state.receiptNo ?? '' };
        await each(req, res, member, asked, [{ state, command, seen: seenBy(body) }], { again });
      }),
    );
  plain('reopen', 'decision.reopen');
  plain('adjourn', 'meeting.adjourn');
}
