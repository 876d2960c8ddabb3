import { randomUUID } from 'node:crypto';
import { type CaseFile, isRefusal, refusalWords } from '@aipower/applications';
import { execute } from '@aipower/applications/storage';
import { type FieldIssue, roundFor, validateApplication } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { readQuery } from '../../http/query.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { watchAfter } from '../../watch/watch.ts';
import type { Company } from '../company/company.ts';
import { outsideFacts } from '../company/facts.ts';
import { categoryName, type Draft, readDraft } from '../form/draft.ts';
import { answersOf, typedEntries } from '../form/entries.ts';
import { fieldView } from '../form/field-view.ts';
import { pledgeFields } from '../form/form-pages.ts';
import { helpFor } from '../form/help.ts';
import { issueLines, issuesByPage } from '../form/refused.ts';
import { stepsView } from '../form/steps.ts';
import { ownCase } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';
import { answersView } from './answers-view.ts';
import { receiptOf } from './receipt.ts';
import { textHashes } from './texts.ts';

interface Problem {
  readonly title: string;
  readonly text?: string;
  readonly lines: readonly { readonly href: string; readonly text: string }[];
}

/** The whole form to be read once more, the pledge, and 送出. */
export function checkRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const only = signedIn(deps, page);
  const post = posting(deps, page);

  router.get(
    pages.applicationCheck.path,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      readQuery(req, visit.t, []);
      const state = await ownCase(deps, req, company);
      if (state.main !== 'draft') return res.redirect(303, visit.paths.application(state.id));
      await show(req, res, { company, state, draft: await readDraft(deps, state, company) });
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
      const problem: Problem =
        done.refused === 'incomplete'
          ? {
              title: t.apply.form.notSent,
              lines: issueLines({ state, programme }, (done.detail['issues'] ?? []) as FieldIssue[], visit),
            }
          : { title: t.apply.form.notSent, text: refusalWords[done.refused][language], lines: [] };
      await show(req, res, {
        company,
        state,
        draft,
        problem,
        pledged,
        key: submitKey,
        status: done.refused === 'incomplete' ? 400 : 409,
      });
    }),
  );

  async function show(
    req: Request,
    res: Response,
    shown: {
      readonly company: Company;
      readonly state: CaseFile;
      readonly draft: Draft;
      readonly problem?: Problem;
      readonly pledged?: Entries;
      readonly key?: string;
      readonly status?: number;
    },
  ): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { t, language, show: print } = visit;
    const { state, draft, problem, pledged = {} } = shown;
    const { programme } = draft;
    const check = validateApplication(programme, state.category, draft.answers);
    const later = new Set(pledgeFields(programme, state.category).map(({ id }) => id));
    const missing = check.ok ? [] : check.issues.filter(({ field }) => !later.has(field));
    const round = roundFor(programme, state.category, deps.clock.now());
    const facts = { entries: pledged, issues: [], help: {}, suggested: [], showMissing: false };
    const pledge = programme.forms.sections.find(({ id }) => id === 'pledge');
    const model = {
      ...stepsView(draft, state.id, 'check', deps.clock.now(), visit),
      id: state.id,
      key: shown.key ?? randomUUID(),
      problem,
      missing: issuesByPage({ state, programme }, missing, visit),
      missingCount: missing.length,
      round:
        round.state === 'open'
          ? t.apply.home.joins(round.round.name[language], print.day(round.round.reviewOn))
          : t.apply.home.closedRow,
      notes: await badNotes(deps, state.id, draft, visit),
      answers: answersView(
        programme,
        { category: state.category, entries: draft.entries, fixed: { ...draft.fixed } },
        visit,
      ),
      categoryName: categoryName(programme, state.category, language),
      pledge: programme.notices.find(({ id }) => id === 'pledge') ?? null,
      pledgeNotice: pledge?.notice?.[language],
      pledgeFields: pledgeFields(programme, state.category).map((field) => fieldView(programme, field, facts, visit)),
    };
    page(
      req,
      res,
      'check',
      { title: t.apply.form.checkTitle, status: shown.status ?? 200 },
      model,
      shown.company.sitter,
    );
  }
}

/** What stands in red beside an answer is said once more before the form is sent: it refuses nothing. */
async function badNotes(deps: Deps, id: string, draft: Draft, visit: Visit) {
  const notes = [];
  for (const { page } of draft.pages) {
    const help = await helpFor(deps, page, draft, visit);
    for (const [field, list] of Object.entries(help)) {
      for (const { status, title, lines } of list) {
        if (status !== 'bad') continue;
        const href = `${visit.paths.applicationForm(id, page.id)}#${field}`;
        notes.push({ status, title, text: lines[0]?.text ?? '', href });
      }
    }
  }
  return notes;
}
