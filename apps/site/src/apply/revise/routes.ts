import { randomUUID } from 'node:crypto';
import { isRefusal, publicState } from '@aipower/applications';
import { execute, lastFormVersion } from '@aipower/applications/storage';
import { formFields } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { textHashes } from '../check/texts.ts';
import type { Company } from '../company/company.ts';
import { answersOf, entriesOf, fixedFields, fixedOf, typedEntries } from '../form/entries.ts';
import { fieldView } from '../form/field-view.ts';
import { formPages, pledgeFields } from '../form/form-pages.ts';
import { type RefusedForm, refusedForm } from '../form/refused.ts';
import { type OwnApplication, ownApplication } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';

interface Shown extends Partial<RefusedForm> {
  readonly typed?: Entries;
  readonly key?: string;
}

/** 更新申請表: the whole form on one page, sent as a new version; the one before stays. */
export function reviseRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const only = signedIn(deps, page);

  router.get(
    pages.applicationRevise.path,
    only(async (req, res, company) => {
      const { state, programme } = await ownApplication(deps, req, company);
      const { paths } = visitOf(req, deps.clock);
      if (!publicState(state).mayDo.includes('revise')) return res.redirect(303, paths.application(state.id));
      await show(req, res, company, { state, programme }, {});
    }),
  );

  router.post(
    pages.applicationRevise.path,
    ...posting(deps, page),
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      const { paths } = visit;
      const { state, programme } = await ownApplication(deps, req, company);
      const last = (await lastFormVersion(deps.desk.database, state))?.form ?? {};
      const typed = typedEntries(formFields(programme, state.category), (req.body ?? {}) as Entries);
      const fixed = fixedOf(state, last);
      const form = answersOf(programme, fixed, typed);
      const by = { kind: 'company', id: company.ubn } as const;
      const command = { type: 'revise', by, form, texts: textHashes(programme) } as const;
      // A second click is no second version.
      const key = entry(req.body, 'key') || randomUUID();
      const request = { application: state.id, command, programme, submitKey: `${state.id}/${key}` };
      const done = await execute(deps.desk.database, request, deps.clock.now().toISOString());
      if (!isRefusal(done)) return res.redirect(303, paths.applicationReceipt(state.id));
      const own = { state, programme };
      await show(req, res, company, own, { ...refusedForm(own, done, visit), typed, key });
    }),
  );

  async function show(
    req: Request,
    res: Response,
    company: Company,
    { state, programme }: OwnApplication,
    shown: Shown,
  ): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { t, paths, language } = visit;
    const last = (await lastFormVersion(deps.desk.database, state))?.form ?? {};
    const entries = shown.typed ?? entriesOf(last);
    const facts = { entries, issues: shown.issues ?? [], help: {}, suggested: [], showMissing: true };
    const all = formPages(programme, state.category);
    const groups = [
      ...all.map(({ id, sections, fields }) => ({ id, heading: sections[0]!.heading[language], fields })),
      // A year that asks for no pledge has no fields for it.
      ...programme.forms.sections
        .filter(({ id }) => id === 'pledge')
        .map(({ id, heading }) => ({
          id,
          heading: (programme.notices.find((notice) => notice.id === id)?.title ?? heading)[language],
          fields: pledgeFields(programme, state.category),
        })),
    ];
    const model = {
      ...shown,
      key: shown.key ?? randomUUID(),
      action: paths.applicationRevise(state.id),
      pages: groups.map(({ id, heading, fields }) => ({
        id,
        heading,
        fields: fields
          .filter((field) => !(fixedFields as readonly string[]).includes(field.id))
          .map((field) => fieldView(programme, field, facts, visit)),
      })),
    };
    page(req, res, 'revise', { title: t.apply.case.reviseTitle, status: shown.status ?? 200 }, model, company.sitter);
  }
}
