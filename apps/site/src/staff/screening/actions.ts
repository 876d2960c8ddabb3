import { type Command, isRefusal, type Refusal, refusalWords } from '@aipower/applications';
import { dropProposal, execute, openProposals, saveCheckDraft } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import { parseDay } from '@aipower/taiwan/dates';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { observationsOf, watch } from '../../watch/watch.ts';
import { actorAs, type Member } from '../member.ts';
import { layBefore, mayReadProposal } from '../proposals.ts';
import { seenBy } from '../seen.ts';
import { officers, type StaffOnly, sentApplication, sentCase } from '../staff-only.ts';
import { type Answers, answersFrom, checksOf, isComplete } from './conditions.ts';

/** Shows the page of an application, with what was typed where an action was not carried out. */
export type ShowCase = (
  req: Request,
  res: Response,
  member: Member,
  more?: {
    readonly problem?: string;
    readonly status?: number;
    readonly typed?: Entries;
    readonly answers?: Answers;
  },
) => Promise<void>;

type Plain = Exclude<
  Command['type'],
  'draft.start' | 'section.save' | 'submit' | 'revise' | 'supplement.save' | 'supplement.submit'
>;

/** What an officer may do on the page of an application: each a form, each a command of the state table. */
export function actionRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly, show: ShowCase): void {
  const post = posting(deps, page);
  const { database } = deps.desk;
  const now = () => deps.clock.now().toISOString();

  const act = (name: string, make: (body: Entries, by: Command['by']) => Command) =>
    router.post(
      `${pages.staffCase.path}/${name}`,
      ...post,
      only(officers, async (req, res, member) => {
        const { state, programme } = await sentApplication(deps, req);
        const body = (req.body ?? {}) as Entries;
        const command = make(body, actorAs(member, officers)!);
        const done = await execute(database, { application: state.id, command, programme, seen: seenBy(body) }, now());
        if (isRefusal(done)) return refused(req, res, member, done, programme, body);
        if (command.type === 'screening.start') await watch(deps, done.state, 'screening');
        res.redirect(303, visitOf(req, deps.clock).paths.staffCase(state.id));
      }),
    );

  act('start', (_body, by) => ({ type: 'screening.start', by }));
  act('extend', (body, by) => ({
    type: 'supplement.extend',
    by,
    due: dayOf(entry(body, 'extendDue')),
    reason: entry(body, 'extendReason'),
  }));
  act('cancel', (body, by) => ({ type: 'supplement.cancel', by, reason: entry(body, 'cancelReason') }));
  act('not-accept', (body, by) => ({
    type: 'not-accept',
    by,
    because: entry(body, 'because') === 'supplement-overdue' ? 'supplement-overdue' : 'ineligible',
    conditions: [body['condition'] ?? []].flat(),
    reason: entry(body, 'notAcceptReason'),
  }));
  act('return', (body, by) => ({ type: 'screening.return', by, reason: entry(body, 'returnReason') }));
  act('move', (body, by) => ({
    type: 'round.move',
    by,
    round: Number(entry(body, 'moveRound')),
    reason: entry(body, 'moveReason'),
  }));

  router.post(
    `${pages.staffCase.path}/checks`,
    ...post,
    only(officers, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const { state, programme } = await sentApplication(deps, req);
      const body = (req.body ?? {}) as Entries;
      const answers = answersFrom(programme, body);
      const version = Number(entry(body, 'version')) || 0;
      const problem = (text: string, status: number) =>
        show(req, res, member, { problem: text, status, typed: body, answers });
      if (state.main !== 'screening') return problem(refusalWords['wrong-state'][visit.language], 409);
      const saved = await saveCheckDraft(database, state.id, { version, answers, by: member.id }, now());
      // Another officer saved in between: what was typed here stands on the page, over what they saved.
      if (!saved) return problem(visit.t.staff.checks.stale, 409);
      if (entry(body, 'to') !== 'accept') return res.redirect(303, `${visit.paths.staffCase(state.id)}#checks`);
      // Asked once more where it counts; what the command refuses anyway is not looked at.
      const complete = isComplete(programme, answers);
      if (complete) await watch(deps, state, 'accepted');
      const looks = complete ? await observationsOf(database, state.id) : [];
      const receipt = looks.at(-1)?.receipts[0]?.id ?? null;
      const command = {
        type: 'accept-eligible',
        by: actorAs(member, officers)!,
        checks: checksOf(answers, receipt),
      } as const;
      const done = await execute(database, { application: state.id, command, programme, seen: seenBy(body) }, now());
      if (!isRefusal(done)) return res.redirect(303, visit.paths.staffCase(state.id));
      return problem(
        sentenceOf(done, programme, visit),
        done.refused === 'unanswered' || done.refused === 'not-met' ? 400 : 409,
      );
    }),
  );

  // What a second person has to confirm: laid before them with its reason, and carried out when they do.
  router.post(
    `${pages.staffCase.path}/reopen`,
    ...post,
    only(officers, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const { language, paths } = visit;
      const state = await sentCase(deps, req);
      const body = (req.body ?? {}) as Entries;
      const reason = entry(body, 'reopenReason').trim();
      const again = (problem: string, status: number) => show(req, res, member, { problem, status, typed: body });
      if (state.main !== 'not-accepted') return again(refusalWords['wrong-state'][language], 409);
      if (reason === '') return again(refusalWords['no-reason'][language], 400);
      const command = { type: 'reopen', by: actorAs(member, officers)!, reason } as const;
      const problem = await layBefore(deps, state.id, command, body, visit);
      if (problem !== null) return again(problem, 409);
      res.redirect(303, paths.staffCase(state.id));
    }),
  );

  router.post(
    `${pages.staffCase.path}/proposals/:proposal`,
    ...post,
    only(['officer', 'chair'], async (req, res, member) => {
      const { t, paths } = visitOf(req, deps.clock);
      const { state, programme } = await sentApplication(deps, req);
      const proposal = (await openProposals(database, state.id)).find(({ id }) => id === req.params['proposal']);
      const body = (req.body ?? {}) as Entries;
      const gone = () => show(req, res, member, { problem: t.staff.noProposal, status: 409, typed: body });
      if (!proposal || !mayReadProposal(state, member, proposal.command)) return gone();
      if (entry(body, 'to') === 'drop') {
        const isDropped = await dropProposal(database, proposal, actorAs(member, ['officer', 'chair'])!, now());
        return isDropped ? res.redirect(303, paths.staffCase(state.id)) : gone();
      }
      const command = { ...proposal.command, confirmedBy: actorAs(member, ['officer', 'chair'])! } as Command<Plain>;
      const request = { application: state.id, command, programme, proposal: proposal.id };
      const done = await execute(database, request, now());
      if (isRefusal(done)) return refused(req, res, member, done, programme, body);
      if (done.repeated) return gone();
      res.redirect(303, paths.staffCase(state.id));
    }),
  );

  async function refused(
    req: Request,
    res: Response,
    member: Member,
    refusal: Refusal,
    programme: Programme,
    typed: Entries,
  ): Promise<void> {
    const byForm = ['no-reason', 'bad-day', 'not-later', 'due-too-early', 'no-condition', 'no-such-round'];
    const status = byForm.includes(refusal.refused) ? 400 : 409;
    await show(req, res, member, { problem: sentenceOf(refusal, programme, visitOf(req, deps.clock)), status, typed });
  }
}

/** The sentence of a refusal, with the conditions or the day that it is about. */
export function sentenceOf({ refused, detail }: Refusal, programme: Programme, { language, show }: Visit): string {
  const sentence = refusalWords[refused][language];
  const { conditions, earliest } = detail;
  if (Array.isArray(conditions)) {
    const names = conditions.map(
      (id) => programme.eligibility.conditions.find((one) => one.id === id)?.text[language] ?? String(id),
    );
    return show.sentences([sentence, show.clauses(names)]);
  }
  return typeof earliest === 'string' ? show.sentences([sentence, show.day(earliest)]) : sentence;
}

/** A day in either calendar; what is none stays as typed, to be refused in words. */
export function dayOf(typed: string): string {
  const reading = parseDay(typed.trim());
  return reading.ok ? reading.day : typed.trim();
}
