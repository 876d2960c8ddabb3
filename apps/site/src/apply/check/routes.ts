import { randomUUID } from 'node:crypto';
import { isRefusal, refusalWords } from '@aipower/applications';
import { execute } from '@aipower/applications/storage';
import type { FieldIssue } from '@aipower/programme';
import type { Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { watchAfter } from '../../watch/watch.ts';
import { outsideFacts } from '../company/facts.ts';
import { readDraft } from '../form/draft.ts';
import { answersOf, typedEntries } from '../form/entries.ts';
import { pledgeFields } from '../form/form-pages.ts';
import { issueLines } from '../form/refused.ts';
import { ownCase } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';
import { type OverviewProblem, overview } from './overview.ts';
import { receiptOf } from './receipt.ts';
import { textHashes } from './texts.ts';

/** The whole form to be read once more, the pledge, and 送出. */
export function checkRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const only = signedIn(deps, page);
  const post = posting(deps, page);
  const show = overview(deps, page);

  router.get(
    pages.applicationCheck.path,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      const { brought, from } = readQuery(req, visit.t, ['brought', 'from']);
      const state = await ownCase(deps, req, company);
      if (state.main !== 'draft') return res.redirect(303, visit.paths.application(state.id));
      const draft = await readDraft(deps, state, company);
      const answers = /^\d{1,3}$/.test(brought) ? Number(brought) : null;
      await show({ req, res }, { company, state, draft, ...(answers !== null && { brought: { answers, from } }) });
    }),
  );

  router.post(
    pages.applicationCheck.path,
    ...post,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      const state = await ownCase(deps, req, company);
      const draft = await readDraft(deps, state, company);
      const { programme } = draft;
      const pledged = typedEntries(pledgeFields(programme, state.category), (req.body ?? {}) as Entries);
      const form = answersOf(programme, draft.fixed, { ...draft.entries, ...pledged });
      const command = {
        type: 'submit',
        by: { kind: 'company', id: company.ubn },
        form,
        receiptNo: '',
        texts: textHashes(programme),
      } as const;
      const submitKey = entry(req.body, 'key') || randomUUID();
      const facts = await outsideFacts(deps, company);
      const request = { application: state.id, command, programme, facts, submitKey: `${state.id}/${submitKey}` };
      const done = await execute(deps.desk.database, request, deps.clock.now().toISOString());
      if (!isRefusal(done)) {
        // What is in is in: a receipt that cannot be signed now is signed when it is next asked for.
        await receiptOf(deps, done.state, 1).catch((error) => deps.log.error({ err: error }, 'receipt not signed yet'));
        if (!done.repeated) await watchAfter(deps, done.state, command);
        return res.redirect(303, visit.paths.applicationReceipt(state.id));
      }
      // Another window was first: what was sent is shown, not an error.
      if (state.main !== 'draft' || done.refused === 'wrong-state')
        return res.redirect(303, visit.paths.application(state.id));
      const { t, language } = visit;
      const problem: OverviewProblem =
        done.refused === 'incomplete'
          ? {
              title: t.apply.form.notSent,
              lines: issueLines({ state, programme }, (done.detail['issues'] ?? []) as FieldIssue[], visit),
            }
          : { title: t.apply.form.notSent, text: refusalWords[done.refused][language], lines: [] };
      await show(
        { req, res },
        {
          company,
          state,
          draft,
          problem,
          pledged,
          key: submitKey,
          status: done.refused === 'incomplete' ? 400 : 409,
        },
      );
    }),
  );
}
