import { type CaseFile, type Command, isRefusal, publicState, refusalWords } from '@aipower/applications';
import { eventsOf, execute } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import type { Request, Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { DeskPage } from '../../desk/desk-page.ts';
import { type Entries, entry, posting } from '../../desk/posting.ts';
import { readDayOrTyped } from '../../desk/typed-day.ts';
import { type Visit, visitOf } from '../../page/page.ts';
import { pages } from '../../page/pages.ts';
import { watchAfter } from '../../watch/watch.ts';
import type { Company } from '../company/company.ts';
import { contactView } from '../home/call.ts';
import { wasJustDone } from '../just-done.ts';
import { ownApplication } from '../own-case.ts';
import { signedIn } from '../signed-in.ts';
import { awardFacts } from './award-facts.ts';
import { awardHistory } from './award-history.ts';
import { changesView } from './change-view.ts';
import { dutiesView, mayDeliver } from './duties-view.ts';
import { peopleFields, peopleNow, readPeople } from './people.ts';

type By = Command['by'];
interface Shown {
  readonly problem?: string;
  readonly typed?: Entries;
  readonly status?: number;
}

/** A company after its award: whether it takes it, how it uses it, what it wishes to change, what it still owes. */
export function applicationAwardRoutes(router: Router, deps: Deps, page: DeskPage): void {
  const only = signedIn(deps, page);
  const post = posting(deps, page);
  const { database } = deps.desk;

  router.get(
    pages.applicationAward.path,
    only((req, res, company) => show(req, res, company)),
  );

  const act = (name: string, make: (body: Entries, by: By) => Command) =>
    router.post(
      `${pages.applicationAward.path}/${name}`,
      ...post,
      only((req, res, company) => carryOut(req, res, company, make((req.body ?? {}) as Entries, byOf(company)))),
    );
  act('accept', (body, by) => {
    const typed = entry(body, 'readyFrom').trim();
    return { type: 'award.accept', by, ...(typed && { readyFrom: readDayOrTyped(typed) }) };
  });
  act('renounce', (_body, by) => ({ type: 'award.renounce', by }));
  act('withdraw-change', (body, by) => ({ type: 'change.withdraw', by, change: Number(entry(body, 'change')) }));
  act('deliver', (body, by) => ({
    type: 'obligation.deliver',
    by,
    obligation: entry(body, 'obligation'),
    links: [body['link'] ?? []]
      .flat()
      .map((link) => link.trim())
      .filter((link) => link !== ''),
  }));

  router.post(
    `${pages.applicationAward.path}/change`,
    ...post,
    only(async (req, res, company) => {
      const visit = visitOf(req, deps.clock);
      const body = (req.body ?? {}) as Entries;
      const { state, programme } = await ownApplication(deps, req, company);
      const { people, wrong } = await readPeople(deps, state, programme, body);
      if (wrong.length > 0) {
        const labels = visit.show.list(wrong.map(({ label }) => label[visit.language]));
        return show(req, res, company, { problem: visit.t.apply.award.peopleWrong(labels), typed: body, status: 400 });
      }
      const [lastDay, points] = [entry(body, 'lastDay').trim(), entry(body, 'points').trim()];
      await carryOut(req, res, company, {
        type: 'change.request',
        by: byOf(company),
        reason: entry(body, 'reason'),
        ...(lastDay && { lastDay: readDayOrTyped(lastDay) }),
        ...(points && { points: Number(points.replaceAll(',', '')) }),
        ...(Object.keys(people).length > 0 && { people }),
      });
    }),
  );

  async function carryOut(req: Request, res: Response, company: Company, command: Command): Promise<void> {
    const { paths, language } = visitOf(req, deps.clock);
    const { state, programme } = await ownApplication(deps, req, company);
    const request = { application: state.id, command, programme };
    const done = await execute(database, request, deps.clock.now().toISOString());
    if (!isRefusal(done)) {
      await watchAfter(deps, done.state, command);
      return res.redirect(303, paths.applicationAward(state.id));
    }
    const byForm = ['bad-day', 'bad-points', 'bad-link', 'links-missing', 'no-reason', 'nothing-changes'];
    const status = byForm.includes(done.refused) ? 400 : 409;
    if (status === 409 && (await wasJustDone(deps, state.id, command)))
      return res.redirect(303, paths.applicationAward(state.id));
    const problem = refusalWords[done.refused][language];
    await show(req, res, company, { problem, typed: (req.body ?? {}) as Entries, status });
  }

  async function show(req: Request, res: Response, company: Company, shown: Shown = {}): Promise<void> {
    const visit = visitOf(req, deps.clock);
    const { state, programme } = await ownApplication(deps, req, company);
    const facts = awardFacts(state, programme, visit);
    if (!facts) return res.redirect(303, visit.paths.application(state.id));
    const events = await eventsOf(database, state.id);
    const now = await peopleNow(deps, state);
    const model = {
      id: state.id,
      number: state.receiptNo ?? '',
      problem: shown.problem,
      facts,
      mayDo: publicState(state).mayDo,
      changes: await changesView(deps, state, programme, events, visit),
      people: peopleFields(programme, state.category).map(({ id, label }) => ({
        id,
        label: label[visit.language],
        now: String(now[id] ?? ''),
      })),
      ...dutiesView(state, programme, events, visit),
      history: await awardHistory(deps, state.id, events, visit),
      typed: (name: string) => entry(shown.typed, name),
      typedLinks: (obligation: string, i: number) =>
        entry(shown.typed, 'obligation') === obligation ? String([shown.typed?.['link'] ?? []].flat()[i] ?? '') : '',
      unsaved: unsavedOf(shown.typed, state, programme, visit),
      contact: contactView(programme, visit),
    };
    const options = { title: visit.t.apply.award.title, status: shown.status ?? 200 };
    page(req, res, 'application-award', options, model, company.sitter);
  }
}

/** What was typed into a form that the page does not offer any more. */
function unsavedOf(typed: Entries | undefined, state: CaseFile, programme: Programme, { t, language }: Visit) {
  const words = t.apply.award;
  const { mayDo } = publicState(state);
  const line = (label: string, text: string) => (text === '' ? [] : [{ label, text }]);
  const change = [
    ...line(words.newLastDay, entry(typed, 'lastDay')),
    ...line(words.newPoints, entry(typed, 'points')),
    ...peopleFields(programme, state.category).flatMap(({ id, label }) => line(label[language], entry(typed, id))),
    ...line(words.reason, entry(typed, 'reason')),
  ];
  const obligation = entry(typed, 'obligation');
  const isOffered = state.obligations.some((one) => one.id === obligation && mayDeliver(one));
  const links = [typed?.['link'] ?? []].flat();
  return [
    ...(mayDo.includes('change.request') ? [] : change),
    ...(mayDo.includes('award.accept') ? [] : line(words.readyFrom, entry(typed, 'readyFrom'))),
    ...(isOffered ? [] : links.flatMap((link) => line(words.deliver, link.trim()))),
  ];
}

const byOf = ({ ubn }: Company) => ({ kind: 'company', id: ubn }) as const;
