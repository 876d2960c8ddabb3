import { isRefusal, refusalWords, roundList } from '@aipower/applications';
import {
  casesOfRound,
  dropPublicationProposal,
  openPublicationProposal,
  proposePublication,
  publications,
  publish,
} from '@aipower/applications/storage';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { entry, posting } from '../../desk/posting.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { receiptOfPublication } from '../../results/publication-receipt.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { type AskedRound, askedRound, roundAddress, roundName, seconds, tableReaders } from '../round/asked-round.ts';
import type { StaffOnly } from '../staff-only.ts';
import { publicationView } from './publication-view.ts';

const chairs = ['chair'] as const;

/** A round is told: one person proposes the list, another confirms that very list, and all of it is public at once. */
export function publicationRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  const post = posting(deps, page);
  const { database } = deps.desk;
  const now = () => deps.clock.now().toISOString();
  const path = pages.staffPublish.path;

  async function show(req: Request, res: Response, member: Member, problem?: string): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const asked = await askedRound(deps, req);
    const { page: number } = req.method === 'GET' ? readQuery(req, visit.t, ['page']) : { page: '' };
    const model = await publicationView(deps, asked, member, { page: number, problem }, visit);
    const title = visit.t.staff.publication.title(roundName(asked, visit));
    page(req, res, 'staff-publication', { title, status: problem ? 409 : 200 }, model, sitterOf(member, visit));
  }

  router.get(
    path,
    only(tableReaders, (req, res, member) => show(req, res, member)),
  );

  router.post(
    `${path}/propose`,
    ...post,
    only(chairs, async (req, res, member) => {
      const { t, language, paths } = visitOf(req, deps.clock);
      const { key } = await askedRound(deps, req);
      const { undecided, list, listHash } = roundList(await casesOfRound(database, key));
      if (undecided.length > 0) return show(req, res, member, refusalWords.undecided[language]);
      if (list.length === 0) return show(req, res, member, t.staff.publication.nothing);
      // The list that was on the screen, and no other.
      if (entry(req.body, 'list') !== listHash) return show(req, res, member, refusalWords['list-changed'][language]);
      const stands = await proposePublication(database, key, { listHash, by: actorAs(member, seconds)! }, now());
      // One's own, sent twice, is the one that waits; a colleague's is read, and confirmed or taken back, before another is made.
      if (stands && stands.madeBy !== member.id) return show(req, res, member, t.staff.publication.stands);
      res.redirect(303, paths.staffPublish(...roundAddress(key)));
    }),
  );

  router.post(
    `${path}/confirm`,
    ...post,
    only(seconds, async (req, res, member) => {
      const { t, language, paths } = visitOf(req, deps.clock);
      const asked = await askedRound(deps, req);
      const { key } = asked;
      const proposal = await openPublicationProposal(database, key);
      // The list that this person has read, and no other that was laid since.
      const read = entry(req.body, 'proposal');
      if (!proposal || (read !== '' && read !== proposal.id)) {
        return show(req, res, member, t.staff.publication.settled);
      }
      if (entry(req.body, 'to') === 'drop') {
        const isDropped = await dropPublicationProposal(database, key, proposal, actorAs(member, seconds)!, now());
        if (!isDropped) return show(req, res, member, t.staff.publication.settled);
        return res.redirect(303, paths.staffPublish(...roundAddress(key)));
      }
      if (proposal.madeBy === member.id) return show(req, res, member, refusalWords['second-person'][language]);
      const wanted = {
        category: key.category,
        round: key.round,
        by: { kind: 'chair', id: proposal.madeBy } as const,
        confirmedBy: actorAs(member, seconds)!,
        listHash: proposal.listHash,
        proposal: proposal.id,
      };
      const done = await publish(database, wanted, asked.programme, now());
      if (isRefusal(done)) return show(req, res, member, refusalWords[done.refused][language]);
      await signed(asked, done.publication);
      res.redirect(303, paths.staffPublish(...roundAddress(key)));
    }),
  );

  /** The receipt at once; a process that dies here makes it when it is first asked for. */
  async function signed({ key }: AskedRound, publication: string): Promise<void> {
    const all = await publications(database, key);
    const at = all.findIndex((one) => one.publication === publication);
    await receiptOfPublication(deps, all[at]!, at === 0);
  }
}
