import type { CaseFile } from '@aipower/applications';
import { deadlines } from '@aipower/applications';
import { programmeOfCase } from '@aipower/applications/storage';
import type { Router } from 'express';
import { taipeiIso } from '../clock.ts';
import type { Demonstration, Deps } from '../deps.ts';
import { isFromOwnPage } from '../desk/posting.ts';
import { tickDesk } from '../desk/ticking.ts';
import { NotFound } from '../http/failures.ts';
import { BadQuery, readQuery } from '../http/query.ts';
import { type PageRenderer, visitOf } from '../page/page.ts';
import { pages } from '../page/pages.ts';
import { clockSteps } from './clock-steps.ts';
import type {} from './views.ts';

const DAY_MS = 86_400_000;
type Step = (typeof clockSteps)[number];

/** How to walk through the programme, and the clock to do it with. There is no such page where the data are real. */
export function demonstrationRoutes(router: Router, deps: Deps, page: PageRenderer): void {
  const active = (message: string): Demonstration => {
    if (!deps.demonstration?.isActive()) throw new NotFound(message);
    return deps.demonstration;
  };

  router.get(pages.demonstration.path, async (req, res) => {
    const visit = visitOf(req, deps.clock);
    const { t, show } = visit;
    readQuery(req, t, []);
    const demonstration = active(t.demonstration.refused);
    const moments = await Promise.all(clockSteps.map(async (step) => [step, await momentOf(step)] as const));
    const model = {
      now: show.moment(taipeiIso(deps.clock.now())),
      steps: moments.map(([step, moment]) => ({ step, day: moment && show.moment(taipeiIso(moment)) })),
      pin: demonstration.pin,
      hasReader: demonstration.component !== null,
    };
    page(req, res, 'demonstration', { title: t.demonstration.title, description: t.demonstration.lead }, model);
  });

  router.post(`${pages.demonstration.path}/clock/:step`, async (req, res) => {
    const { t, paths } = visitOf(req, deps.clock);
    const demonstration = active(t.demonstration.refused);
    if (!isFromOwnPage(req, deps.origin)) throw new BadQuery(t.desk.otherSite);
    const step = clockSteps.find((one) => one === req.params['step']);
    const moment = step && (await momentOf(step));
    if (moment) {
      demonstration.clock.forwardTo(moment);
      await tickDesk(deps);
    }
    res.redirect(303, paths.demonstration());
  });

  /** Where a step leads, or null when nothing of the kind lies ahead. */
  async function momentOf(step: Step): Promise<Date | null> {
    const now = deps.clock.now();
    if (step === 'day') return new Date(now.getTime() + DAY_MS);
    const ahead = step === 'review' ? reviewMornings() : await lastHours();
    return ahead.filter((moment) => moment > now).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }

  function reviewMornings(): Date[] {
    const categories = [...deps.programmes.values()].flatMap((programme) => programme.categories);
    const days = categories.flatMap(({ rounds }) => rounds.map(({ reviewOn }) => reviewOn));
    return days.map((day) => new Date(`${day}T09:00:00+08:00`));
  }

  /** An hour before each deadline that waits for somebody: late enough to be met, early enough to be missed. */
  async function lastHours(): Promise<Date[]> {
    const { database } = deps.desk;
    const rows = await database.db
      .selectFrom('desk_application')
      .select('case_file')
      .where('main', 'in', ['draft', 'supplement-requested', 'approved'])
      .execute();
    const ends = rows.map(async ({ case_file }) => {
      const state = JSON.parse(case_file) as CaseFile;
      const { window } = await programmeOfCase(database, state, deps.programmes);
      return deadlines(state, window.closesAt).map(({ until }) => Date.parse(until));
    });
    const closings = [...deps.programmes.values()].map(({ window }) => Date.parse(window.closesAt) + 1000);
    const moments = [...(await Promise.all(ends)).flat(), ...closings];
    return moments.map((moment) => new Date(moment - DAY_MS / 24));
  }
}
