import { isRefusal } from '@aipower/applications';
import { eventsOf, execute, lastFormVersion } from '@aipower/applications/storage';
import { formFields, type Programme } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import { answersView } from '../../apply/check/answers-view.ts';
import { entriesOf, fixedFields } from '../../apply/form/entries.ts';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { readQuery } from '../../http/query.ts';
import { visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { actorAs, type Member, sitterOf } from '../member.ts';
import { companyName } from '../queue/row.ts';
import { dayOf, sentenceOf } from '../screening/actions.ts';
import { recordReading } from '../screening/routes.ts';
import { seenBy, seenOn, sinceView } from '../seen.ts';
import { officers, type StaffOnly, sentApplication } from '../staff-only.ts';

/** Longest sentence that says what is missing. */
const MAX_REASON = 1000;

/** Asking for what is missing: which fields, for each why, until when. The company sees these fields open and no others. */
export function supplementRequestRoutes(router: Router, deps: Deps, page: DeskPage, only: StaffOnly): void {
  router.get(
    pages.staffSupplement.path,
    only(officers, (req, res, member) => {
      readQuery(req, visitOf(req, deps.clock).t, []);
      return show(req, res, member, {});
    }),
  );

  router.post(
    pages.staffSupplement.path,
    ...posting(deps, page),
    only(officers, async (req, res, member) => {
      const visit = visitOf(req, deps.clock);
      const { state, programme } = await sentApplication(deps, req);
      const body = (req.body ?? {}) as Entries;
      const command = {
        type: 'supplement.request',
        by: actorAs(member, officers)!,
        fields: fieldsFrom(programme, state.category, body),
        due: dayOf(entry(body, 'due')),
      } as const;
      const request = { application: state.id, command, programme, seen: seenBy(body) };
      const done = await execute(deps.desk.database, request, deps.clock.now().toISOString());
      if (!isRefusal(done)) return res.redirect(303, visit.paths.staffCase(state.id));
      const status = done.refused === 'wrong-state' || done.refused === 'overtaken' ? 409 : 400;
      await show(req, res, member, { problem: sentenceOf(done, programme, visit), status, typed: body });
    }),
  );

  async function show(
    req: Request,
    res: Response,
    member: Member,
    {
      problem,
      status = 200,
      typed = {},
    }: { readonly problem?: string; readonly status?: number; readonly typed?: Entries },
  ): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { t, paths } = visit;
    const { state, programme } = await sentApplication(deps, req);
    if (state.main !== 'screening' && problem === undefined) return res.redirect(303, paths.staffCase(state.id));
    const stored = await lastFormVersion(deps.desk.database, state);
    await recordReading(deps, state.id, member, 'supplement');
    const events = await eventsOf(deps.desk.database, state.id);
    const reason = (id: string) => entry(typed, `reason-${id}`);
    const sections = answersView(
      programme,
      { category: state.category, entries: entriesOf(stored?.form ?? {}), fixed: {} },
      visit,
    ).map(({ id, heading, answers }) => ({
      id,
      heading,
      fields: answers
        .filter((one) => isAskable(one.id))
        .map((one) => ({ ...one, reason: reason(one.id), isAsked: reason(one.id) !== '' })),
    }));
    const model = {
      problem,
      since: problem === undefined ? [] : await sinceView(deps, state.id, events, typed, visit),
      seen: seenOn(events, []),
      caseHref: paths.staffCase(state.id),
      action: paths.staffSupplement(state.id),
      name: await companyName(deps, state),
      due: entry(typed, 'due'),
      sections,
    };
    page(req, res, 'staff-supplement', { title: t.staff.supplement.title, status }, model, sitterOf(member, visit));
  }
}

/** Filled in by the desk itself: nobody can be asked to change them. */
const isAskable = (id: string) => !(fixedFields as readonly string[]).includes(id);

/** A field is asked for by saying what is missing in it. */
function fieldsFrom(programme: Programme, category: string, body: Entries) {
  return formFields(programme, category).flatMap(({ id }) => {
    const reason = entry(body, `reason-${id}`).replace(/\r\n?/g, '\n').trim().slice(0, MAX_REASON);
    return reason !== '' && isAskable(id) ? [{ field: id, reason }] : [];
  });
}
