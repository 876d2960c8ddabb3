import {
  type OutboxEntry,
  type OutboxState,
  outboxEntries,
  outboxEntry,
  readCase,
  recipientHash,
  settlements,
  settleNotice,
} from '@aipower/applications/storage';
import type { Request, Response, Router } from 'express';
import { momentOf } from '../../apply/case/moment.ts';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { entry, posting } from '../../desk/posting.ts';
import { NotFound } from '../../http/failures.ts';
import { readQuery } from '../../http/query.ts';
import { mailOf, noticeSender } from '../../mail/sender.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { pageAsked, pagingOf } from '../paging.ts';
import { companyName } from '../queue/row.ts';
import { officers, type StaffOnly } from '../staff-only.ts';

const PER_PAGE = 20;
const open: readonly OutboxState[] = ['waiting', 'sending', 'failed', 'partly-sent'];
const done: readonly OutboxState[] = ['sent', 'told-by-phone', 'sent-by-hand'];

/** What the companies are told and when; without a mail server officers send it themselves from here and say that they did. */
export function outboxRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const { database } = deps.desk;

  router.get(
    pages.staffOutbox.path,
    only(officers, (req, res, member) => show(req, res, member)),
  );

  async function show(req: Request, res: Response, member: Member, problem?: string): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { t, paths } = visit;
    const asked = req.method === 'GET' ? readQuery(req, t, ['group', 'page']) : { group: '', page: '' };
    const isDone = asked.group === 'done';
    const number = pageAsked(asked.page);
    const query = { states: isDone ? done : open, skip: (number - 1) * PER_PAGE, most: PER_PAGE };
    const { total, entries } = await outboxEntries(database, query);
    const model = {
      problem,
      isDone,
      total,
      sendsByItself: noticeSender(deps) !== null,
      bounces: noticeSender(deps) === null ? null : deps.desk.mail!.from,
      rows: await Promise.all(entries.map((one) => rowOf(one, visit))),
      paging: pagingOf({ total, perPage: PER_PAGE, asked: asked.page }, (to) =>
        paths.staffOutbox({ group: isDone ? 'done' : undefined, page: to }),
      ),
    };
    const options = { title: t.staff.outbox.title, status: problem === undefined ? 200 : 409 };
    page(req, res, 'staff-outbox', options, model, sitterOf(member, visit));
  }

  router.post(
    `${pages.staffOutbox.path}/:notice`,
    ...posting(deps, page),
    only(officers, async (req, res, member) => {
      const { t, paths } = visitOf(req, deps.clock);
      const notice = await outboxEntry(database, String(req.params['notice']));
      const how = settlements.find((one) => one === entry(req.body, 'how'));
      if (!notice || !how) throw new NotFound(t.staff.outbox.noNotice);
      const by = actorAs(member, officers)!;
      const from = entry(req.body, 'from');
      const seen = from === 'open' ? open : from === 'done' ? done : undefined;
      if (await settleNotice(database, notice.id, how, by, deps.clock.now().toISOString(), seen)) {
        return res.redirect(303, paths.staffOutbox());
      }
      await show(req, res, member, t.staff.outbox.settledMeanwhile);
    }),
  );

  async function rowOf(notice: OutboxEntry, visit: Visit) {
    const { t, show, paths } = visit;
    const state = await readCase(database, notice.application);
    const mail = await mailOf(deps, notice);
    const answers = new Map(notice.deliveries.map((one) => [one.recipient, one]));
    const to = (mail?.to ?? []).map((address) => {
      const { state: answered, answer } = answers.get(recipientHash(address)) ?? { state: null, answer: null };
      return {
        address,
        answered: answered && t.staff.outbox.answered[answered],
        isReached: answered === 'taken',
        answer,
      };
    });
    return {
      id: notice.id,
      kind: t.staff.outbox.kinds[notice.kind],
      name: state ? await companyName(deps, state) : notice.application,
      number: state?.receiptNo ?? '',
      href: state ? paths.staffCase(state.id) : null,
      made: momentOf(notice.createdAt, show),
      state: t.staff.outbox.states[notice.state],
      status:
        notice.state === 'failed' || notice.state === 'partly-sent'
          ? ('bad' as const)
          : done.includes(notice.state)
            ? ('good' as const)
            : ('open' as const),
      sent: notice.sentAt === null ? '' : momentOf(notice.sentAt, show),
      problem: problemOf(notice, to, visit),
      mail: mail && { to, subject: mail.subject, text: mail.text },
      isDone: done.includes(notice.state),
    };
  }
}

/** What stands in the way, and for whom: the addresses that refused it, or that it could not be handed over at all. */
function problemOf(
  { state, lastError, tries, deliveries }: OutboxEntry,
  to: readonly { readonly address: string; readonly isReached: boolean }[],
  { t, show }: Visit,
): string {
  const words = t.staff.outbox;
  if (state === 'told-by-phone' || state === 'sent-by-hand' || state === 'sent' || lastError === null) return '';
  if (deliveries.length === 0) return words.failed(tries);
  const missing = show.list(to.flatMap(({ address, isReached }) => (isReached ? [] : [address])));
  return state === 'waiting' || state === 'sending'
    ? words.deferred(missing)
    : words.refusedBy(missing, state === 'partly-sent');
}
