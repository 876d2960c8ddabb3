import { isRefusal, refusalWords } from '@aipower/applications';
import { execute, formVersion } from '@aipower/applications/storage';
import { getCategory } from '@aipower/programme';
import { printShortId } from '@aipower/receipts';
import type { Request, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { posting } from '../../desk/posting.ts';
import { NotFound } from '../../http/failures.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { answersView } from '../check/answers-view.ts';
import { receiptOf } from '../check/receipt.ts';
import { entriesOf } from '../form/entries.ts';
import { formPages } from '../form/form-pages.ts';
import { contactView } from '../home/call.ts';
import { wasJustDone } from '../just-done.ts';
import { ownApplication } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';
import { momentOf } from './moment.ts';
import { showCase } from './show-case.ts';

/** An application as its company sees it: where it stands, what was sent, the receipt, and the way out. */
export function caseRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const only = signedIn(deps, page);
  const show = showCase(deps, page);

  router.get(
    pages.application.path,
    only((req, res, company) => {
      readQuery(req, visitOf(req, deps.clock).t, []);
      return show(req, res, company);
    }),
  );

  router.post(
    `${pages.application.path}/withdraw`,
    ...posting(deps, page),
    only(async (req, res, company) => {
      const { paths, language } = visitOf(req, deps.clock);
      const { state, programme } = await ownApplication(deps, req, company);
      const command = { type: 'withdraw', by: { kind: 'company', id: company.ubn } } as const;
      const request = { application: state.id, command, programme };
      const done = await execute(deps.desk.database, request, deps.clock.now().toISOString());
      if (isRefusal(done) && !(await wasJustDone(deps, state.id, command)))
        return show(req, res, company, { problem: refusalWords[done.refused][language] });
      res.redirect(303, paths.application(state.id));
    }),
  );

  router.get(
    pages.applicationSent.path,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      const { t, paths, language } = visit;
      const { state, programme } = await ownApplication(deps, req, company);
      const n = versionOf(req, state.forms.length);
      const stored = await formVersion(deps.desk.database, state.id, n);
      const version = state.forms.find((one) => one.n === n);
      if (!stored || !version) throw new NotFound(t.apply.case.notFound);
      const fixed = {
        category: getCategory(programme, state.category).name[language],
        companyName: String(stored.form['companyName']),
        ubn: state.ubn,
      };
      const model = {
        id: state.id,
        number: state.receiptNo,
        category: fixed.category,
        version: t.apply.case.version(n, momentOf(version.at, visit.show)),
        versions: state.forms.map((one) => ({
          n: one.n,
          href: paths.applicationSent(state.id, one.n),
          current: one.n === n,
        })),
        answers: answersView(programme, { category: state.category, entries: entriesOf(stored.form), fixed }, visit),
      };
      page(req, res, 'sent', { title: t.apply.case.sentTitle }, model, company.sitter);
    }),
  );

  router.get(
    pages.applicationReceipt.path,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      const { t, language } = visit;
      const { state, programme } = await ownApplication(deps, req, company);
      const signed = await receiptOf(deps, state, versionOf(req, state.forms.length));
      if (!signed) throw new NotFound(t.apply.case.notFound);
      const { receipt, token } = signed;
      const category = getCategory(programme, state.category);
      const round = category.rounds.find(({ number }) => number === receipt.answer.round);
      const titles = new Map(
        formPages(programme, state.category).map(({ id, sections }) => [id, sections[0]!.heading[language]]),
      );
      const model = {
        application: state.id,
        receipt,
        token,
        id: printShortId(receipt.id),
        time: momentOf(receipt.at, visit.show),
        category: category.name[language],
        round: round ? t.apply.case.roundOf(round.name[language], visit.show.day(round.reviewOn)) : null,
        parts: receipt.asked.parts.map(({ name, hash }) => ({ name: titles.get(name) ?? t.apply.case.whole, hash })),
        submitted: programme.submitted,
        process: programme.process.filter(({ categories }) => categories.includes(state.category)),
        contact: contactView(programme, visit),
      };
      page(req, res, 'submission-receipt', { title: t.apply.case.receiptTitle }, model, company.sitter);
    }),
  );

  function versionOf(req: Request, last: number): number {
    const { version } = readQuery(req, visitOf(req, deps.clock).t, ['version']);
    return /^\d{1,4}$/.test(version) ? Number(version) : last;
  }
}
