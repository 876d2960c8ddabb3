import { type Command, isRefusal, refusalWords } from '@aipower/applications';
import { draftSections, execute, lastFormVersion, textOf } from '@aipower/applications/storage';
import { formFields } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { watchAfter } from '../../watch/watch.ts';
import { showCase, unsavedTexts } from '../case/show-case.ts';
import type { Company } from '../company/company.ts';
import { answersOf, entriesOf, fixedOf, typedEntries } from '../form/entries.ts';
import { fieldView } from '../form/field-view.ts';
import { type RefusedForm, refusedForm } from '../form/refused.ts';
import { wasJustDone } from '../just-done.ts';
import { type OwnApplication, ownApplication } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';

interface Shown extends Partial<RefusedForm> {
  readonly typed?: Entries;
  readonly saved?: boolean;
}

/** 補件: the fields that were named, each with what is missing, and no others. */
export function supplementRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const only = signedIn(deps, page);
  const showStanding = showCase(deps, page);

  router.get(
    pages.applicationSupplement.path,
    only(async (req, res, company) => {
      const { t, paths } = visitOf(req, deps.clock);
      const { saved } = readQuery(req, t, ['saved']);
      const { state, programme } = await ownApplication(deps, req, company);
      if (state.main !== 'supplement-requested') return res.redirect(303, paths.application(state.id));
      await show(req, res, company, { state, programme }, { saved: saved !== '' });
    }),
  );

  router.post(
    pages.applicationSupplement.path,
    ...posting(deps, page),
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      const { paths } = visit;
      const { state, programme } = await ownApplication(deps, req, company);
      const by = { kind: 'company', id: company.ubn } as const;
      const typed = typedEntries(openFields({ state, programme }), (req.body ?? {}) as Entries);
      const sends = entry(req.body, 'to') === 'send';
      const command = sends
        ? ({ type: 'supplement.submit', by, form: await wholeForm({ state, programme }, typed) } as const)
        : ({ type: 'supplement.save', by, values: typed } as const);
      const request = { application: state.id, command, programme };
      const done = await execute(deps.desk.database, request, deps.clock.now().toISOString());
      if (!isRefusal(done)) {
        await watchAfter(deps, done.state, command);
        const next = sends ? paths.applicationReceipt(state.id) : `${paths.applicationSupplement(state.id)}?saved=yes`;
        return res.redirect(303, next);
      }
      if (done.refused === 'wrong-state') return tooLate(req, res, company, { state, programme }, command);
      const own = { state, programme };
      await show(req, res, company, own, { ...refusedForm(own, done, visit), typed });
    }),
  );

  /** Sent by the first of two clicks, or ended by an officer meanwhile: then what was typed is shown, to be kept elsewhere. */
  async function tooLate(req: Request, res: Response, company: Company, own: OwnApplication, command: Command) {
    const { paths, language } = visitOf(req, deps.clock);
    if (await wasJustDone(deps, own.state.id, command))
      return res.redirect(303, paths.applicationReceipt(own.state.id));
    const unsaved = await unsavedTexts(deps, own, req.body, language);
    await showStanding(req, res, company, { problem: refusalWords['wrong-state'][language], unsaved });
  }

  function openFields({ state: { category, supplements }, programme }: OwnApplication) {
    const open = new Set(supplements.at(-1)?.fields.map(({ field }) => field));
    return formFields(programme, category).filter(({ id }) => open.has(id));
  }

  /** The last version with the new answers in their places: what was sent before is taken as it was, not read again. */
  async function wholeForm({ state, programme }: OwnApplication, typed: Entries): Promise<Record<string, unknown>> {
    const last = (await lastFormVersion(deps.desk.database, state))?.form ?? {};
    const fixed = fixedOf(state, last);
    const ids = openFields({ state, programme }).map(({ id }) => id);
    const read = answersOf(programme, fixed, typed);
    const rest = Object.entries(last).filter(([id]) => !ids.includes(id));
    const fresh = ids.filter((id) => read[id] !== undefined).map((id) => [id, read[id]]);
    return Object.fromEntries([...rest, ...fresh]);
  }

  async function show(
    req: Request,
    res: Response,
    company: Company,
    { state, programme }: OwnApplication,
    shown: Shown,
  ): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { t, paths } = visit;
    const supplement = state.supplements.at(-1)!;
    const { database } = deps.desk;
    const last = (await lastFormVersion(database, state))?.form ?? {};
    const kept = (await draftSections(database, state.id))['supplement']?.body as Entries | undefined;
    const fields = openFields({ state, programme });
    const entries = { ...entriesOf(last), ...(kept && typedEntries(fields, kept)), ...shown.typed };
    const facts = { entries, issues: shown.issues ?? [], help: {}, suggested: [], showMissing: true };
    const reasons = new Map(supplement.fields.map(({ field, reason }) => [field, reason]));
    const model = {
      ...shown,
      action: paths.applicationSupplement(state.id),
      lead: t.apply.case.supplementLead(visit.show.day(supplement.due)),
      fields: await Promise.all(
        fields.map(async (field) => ({
          field: fieldView(programme, field, facts, visit),
          reason: String((await textOf(database, state.id, reasons.get(field.id)!)) ?? ''),
        })),
      ),
    };
    page(
      req,
      res,
      'supplement',
      { title: t.apply.case.supplementTitle, status: shown.status ?? 200 },
      model,
      company.sitter,
    );
  }
}
