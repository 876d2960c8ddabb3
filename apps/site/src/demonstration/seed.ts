import { isRefusal } from '@aipower/applications';
import { publications, publish, reviewerProfiles, saveReviewerProfile } from '@aipower/applications/storage';
import { syncedOnce } from '@aipower/database';
import { getProgramme, type Programme } from '@aipower/programme';
import type { Deps } from '../deps.ts';
import { demonstrationStaff } from '../desk/demonstration-staff.ts';
import { plans, planYear } from './plan.ts';
import { byMoment, MINUTE_MS, play } from './play.ts';
import { type Company, qualified } from './qualification.ts';
import { lastMoment } from './resume.ts';
import { awardSteps } from './round-awards.ts';
import { meetingSteps } from './round-meeting.ts';
import { stepsOf } from './steps.ts';
import { companiesOfRound, FORMER_EMPLOYER, roundSteps } from './whole-round.ts';

const PUBLISHED_AT = Date.parse('2026-07-10T15:00:00+08:00');
/** Within the year of the programme; the conditions that the tax register shows do not depend on the day. */
const CHECKED_ON = '2026-06-22';
const [chair, second] = demonstrationStaff.chairs.map((id) => ({ kind: 'chair', id }) as const);

/**
 * Fills an empty desk with the fictional applications of {@link plans} and a whole round, by the commands people would give, in
 * the order of their time. Where a process ended in the middle of it, the next one goes on after the last line of the log; a
 * desk that is past the end of the plan is left alone.
 *
 * @param signal ends it between two steps
 * @throws Error when a command is refused: then plan and rules no longer fit together
 */
export async function seedDemonstration(deps: Deps, signal?: AbortSignal): Promise<void> {
  const last = await lastMoment(deps);
  const programme = getProgramme(planYear, deps.programmes);
  const offices = deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const companies: Company[] = [];
  for (const one of offices) companies.push(await qualified(deps, programme, one, CHECKED_ON));
  const planned = plans.flatMap((plan, n) => stepsOf(deps, programme, plan, companies[(n * 2) % companies.length]!, n));
  const ends = Math.max(...planned.map(({ at }) => at));
  if (last >= ends) return;
  const others = companiesOfRound(companies);
  for (const [n, one] of others.entries()) planned.push(...roundSteps(programme, one, n));
  planned.push(...meetingSteps(deps, programme));
  for (const category of ['training', 'inference']) {
    planned.push({ at: PUBLISHED_AT, alone: (now) => publishFirst(deps, programme, category, now) });
  }
  const begins = Math.min(...planned.map(({ at }) => at));
  planned.push({
    at: begins - MINUTE_MS,
    alone: (now) => introduceReviewers(deps, others[FORMER_EMPLOYER]!, now),
  });
  await syncedOnce(deps.desk.database, async () => {
    const stage = { deps, programme, last, signal };
    await play(stage, byMoment(planned.filter(({ at }) => at <= PUBLISHED_AT)));
    // Who was approved, the meeting has decided.
    const later = [...planned.filter(({ at }) => at > PUBLISHED_AT), ...(await awardSteps(deps, programme))];
    await play(stage, byMoment(later));
  });
}

/** What the reviewers of the demonstration know: items that its applications ask for. */
const expertise = [
  ['4.6', '4.13'],
  ['1.1', '4.9'],
  ['4.6.1', '2.1'],
  ['4.1'],
  ['1.3', '4.12'],
  ['4.9', '3.1'],
  ['2.2', '4.6'],
  ['4.13'],
  ['1.1', '1.2'],
  ['4.10', '4.11'],
  ['3.2'],
  ['4.6', '1.3'],
] as const;

/** @param formerly a company that the last of them worked for */
async function introduceReviewers(
  deps: Deps,
  formerly: { readonly ubn: string; readonly name: string },
  now: string,
): Promise<void> {
  const { database } = deps.desk;
  const { reviewers } = demonstrationStaff;
  const known = await reviewerProfiles(database, reviewers);
  for (const [i, id] of reviewers.entries()) {
    // Where a process ended among them, the next one goes on: what is said once stands in the log once.
    if (known.get(id)!.items.length > 0) continue;
    const employers = i === reviewers.length - 1 ? [{ ubn: formerly.ubn, name: formerly.name }] : [];
    const profile = { items: [...expertise[i]!], employers };
    const by = { kind: 'reviewer', id } as const;
    await saveReviewerProfile(database, id, profile, by, now);
  }
}

async function publishFirst(deps: Deps, programme: Programme, category: string, now: string): Promise<void> {
  const { length } = await publications(deps.desk.database, { programme: programme.id, category, round: 1 });
  if (length > 0) return;
  const wanted = { category, round: 1, by: chair!, confirmedBy: second! };
  const done = await publish(deps.desk.database, wanted, programme, now);
  if (isRefusal(done)) throw new Error(`demonstration ${category}: ${JSON.stringify(done)}`);
}
