import { type CaseFile, type Command, hashOf, isRefusal } from '@aipower/applications';
import {
  execute,
  keepMeeting,
  meetingsOf,
  publications,
  publish,
  readCase,
  saveReviewerProfile,
  tickAll,
} from '@aipower/applications/storage';
import { syncedOnce } from '@aipower/database';
import { getProgramme, type Programme } from '@aipower/programme';
import type { TaxUnit } from '@aipower/registry';
import { textHashes } from '../apply/check/texts.ts';
import { entriesOf } from '../apply/form/entries.ts';
import { formPages } from '../apply/form/form-pages.ts';
import type { Deps } from '../deps.ts';
import { observationsOf, watchAfter } from '../watch/watch.ts';
import { afterAward } from './after-award.ts';
import { type Plan, plans, planYear, type Stage, stages } from './plan.ts';
import { carriedOutOn, lastMoment } from './resume.ts';
import { sampleForm } from './sample-form.ts';
import { demonstrationStaff } from './staff.ts';

const DAY_MS = 86_400_000;
const [officer] = demonstrationStaff.officers.map((id) => ({ kind: 'officer', id }) as const);
const reviewers = demonstrationStaff.reviewers.map((id) => ({ kind: 'reviewer', id }) as const);
const [chair, second] = demonstrationStaff.chairs.map((id) => ({ kind: 'chair', id }) as const);

interface Step {
  readonly at: number;
  readonly run: () => Promise<void>;
}

/**
 * Fills an empty desk with the fictional applications of {@link plans}, by the commands people would give, one after the other
 * in the order of their time. Where a process ended in the middle of it, the next one goes on after the last line of the log;
 * a desk that is past the end of the plan is left alone.
 *
 * @throws Error when a command is refused: then plan and rules no longer fit together
 */
export async function seedDemonstration(deps: Deps): Promise<void> {
  const last = await lastMoment(deps);
  const programme = getProgramme(planYear, deps.programmes);
  const companies = deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const steps: Step[] = [];
  for (const [n, plan] of plans.entries()) {
    const company = companies[(n * 2) % companies.length]!;
    const unit = deps.register.tax.status().loaded ? await deps.register.tax.byUbn(company.ubn) : null;
    steps.push(...stepsOf(deps, programme, plan, company, { unit, n, last }));
  }
  for (const category of ['training', 'inference']) {
    steps.push({ at: Date.parse('2026-07-10T15:00:00+08:00'), run: () => publishFirst(deps, programme, category) });
  }
  steps.sort((a, b) => a.at - b.at);
  if (last >= steps.at(-1)!.at) return;
  for (const [i, { id }] of reviewers.entries()) {
    const profile = { items: expertise[i]!, employers: [] };
    await saveReviewerProfile(deps.desk.database, id, profile, id, deps.clock.now().toISOString());
  }
  await syncedOnce(deps.desk.database, async () => {
    for (const { at, run } of steps) if (at >= last) await run();
  });
}

/** What the reviewers of the demonstration know: items that its applications ask for. */
const expertise = [
  ['4.6', '4.13'],
  ['1.1', '4.9'],
] as const;

function stepsOf(
  deps: Deps,
  programme: Programme,
  { category, stage, from, due, award = 'running' }: Plan,
  { ubn, name }: { readonly ubn: string; readonly name: string },
  { unit, n, last }: { readonly unit: TaxUnit | null; readonly n: number; readonly last: number },
): Step[] {
  const company = { kind: 'company', id: ubn } as const;
  // Those who use it promised to publish what they make: there is something to be kept, or missed, afterwards.
  const promise = stage === 'active' && {
    bonusDatasetHuggingFace: `https://huggingface.co/datasets/example-${n}/demo`,
  };
  const form = { ...sampleForm(category, { ubn, name }, unit, n), ...promise };
  const steps: Step[] = [];
  let id: string | undefined;
  const has = (wanted: Stage) => stages.indexOf(stage) >= stages.indexOf(wanted);
  const carryOut = async (command: Command, now: string): Promise<CaseFile> => {
    const request = { ...(id !== undefined && { application: id }), command, programme };
    const done = await execute(deps.desk.database, request, now);
    if (isRefusal(done)) throw new Error(`demonstration ${n} ${command.type}: ${JSON.stringify(done)}`);
    id = done.state.id;
    return done.state;
  };
  // No two steps of an application have one moment: by it is known what an earlier process had done.
  const run = (at: number, command: Command | 'tick') => {
    const now = new Date(at).toISOString();
    steps.push({
      at,
      async run() {
        if (command === 'tick') return void (await tickAll(deps.desk.database, deps.programmes, now));
        // Begun by a process that ended: its application is known by its first line.
        if (last > 0) id ??= await carriedOutOn(deps, { type: 'draft.start', by: company }, steps[0]!.at);
        const isDone = at === last && id !== undefined && (await carriedOutOn(deps, command, at)) === id;
        const state = isDone ? (await readCase(deps.desk.database, id!))! : await carryOut(command, now);
        // As the page of the command does, on its day.
        const seen = isDone && (await observationsOf(deps.desk.database, state.id)).some((one) => one.at === now);
        if (!seen) await watchAfter({ ...deps, clock: { now: () => new Date(at) } }, state, command);
        if (command.type === 'meeting.convene') await keepSitting(deps, state, command, now);
      },
    });
  };
  const step = (day: number, hour: number, command: Command) =>
    run(Date.parse(`${from}T00:00:00+08:00`) + day * DAY_MS + (hour + n / 60) * (DAY_MS / 24), command);

  const companyHash = hashOf({ ubn, name, kind: 'company' });
  step(0, 9, { type: 'draft.start', by: company, ubn, category, cardFingerprint: 'demonstration', companyHash });
  if (stage === 'draft') {
    for (const [i, page] of formPages(programme, category).slice(0, 4).entries()) {
      const ids = page.fields.map((field) => field.id);
      const body = Object.fromEntries(Object.entries(entriesOf(form)).filter(([field]) => ids.includes(field)));
      step(0, 10 + i / 4, { type: 'section.save', by: company, section: page.section, version: 0, body, findings: 0 });
    }
    return steps;
  }
  step(0, 14, { type: 'submit', by: company, form, receiptNo: '', texts: textHashes(programme) });
  if (stage === 'withdrawn') step(1, 9, { type: 'withdraw', by: company });
  if (!has('screening')) return steps;
  step(2, 10, { type: 'screening.start', by: officer! });
  if (due !== undefined) {
    const fields = [{ field: 'benefits', reason: '請補充預期效益的估算方式。' }];
    step(2, 11, { type: 'supplement.request', by: officer!, fields, due });
    if (stage === 'resubmitted') {
      const changed = { ...form, benefits: `${form.benefits}估算依據為試辦三個月的紀錄。` };
      step(4, 15, { type: 'supplement.submit', by: company, form: changed });
    }
    return steps;
  }
  const [condition] = programme.eligibility.conditions.map((one) => one.id);
  if (stage === 'not-accepted') {
    const conditions = [condition!];
    step(3, 10, { type: 'not-accept', by: officer!, because: 'ineligible', conditions, reason: '行業代號不符。' });
  }
  if (!has('eligible')) return steps;
  const checks = programme.eligibility.conditions.map((one) => ({ condition: one.id, answer: 'yes' as const }));
  step(3, 11, { type: 'accept-eligible', by: officer!, checks });
  if (!has('under-review')) return steps;
  for (const [i, { id: reviewer }] of reviewers.entries()) {
    step(4, 9 + i / 4, { type: 'reviewer.assign', by: officer!, reviewer });
  }
  step(4, 10, { type: 'review.open', by: officer! });
  for (const [i, by] of reviewers.entries()) {
    if (stage === 'under-review' && i > 0) break;
    step(5, 10 + i, { type: 'review.declare', by });
    if (stage !== 'under-review') step(6, 10 + i, review(programme, category, by, n + i));
  }
  if (!has('scored')) return steps;
  step(7, 10, { type: 'review.close', by: officer! });
  if (!has('in-meeting')) return steps;
  const on = new Date(Date.parse(`${from}T00:00:00Z`) + 8 * DAY_MS).toISOString().slice(0, 10);
  if (category === 'training') {
    const attendance = [...demonstrationStaff.chairs];
    step(8, 10, { type: 'meeting.convene', by: chair!, on, attendance, recusals: [], agenda: hashOf({ on }) });
  }
  if (!has('decided')) return steps;
  const outcome = stage === 'declined' ? 'declined' : 'approved';
  const level =
    outcome === 'approved' ? { level: 'L1' } : { because: ['importance'], told: '請補充量化依據，並說明資料來源。' };
  step(8, 16, { type: 'decide', by: chair!, confirmedBy: second!, outcome, ...level });
  if (stage === 'active') {
    for (const one of afterAward(award, { n, programme, company: ubn })) run(Date.parse(one.at), one.command);
  }
  return steps;
}

/** The meeting as the chair's page keeps it: its day and who was there stand above the agenda. */
async function keepSitting(
  deps: Deps,
  { programme, category, round, receiptNo }: CaseFile,
  { on, attendance, by }: Command<'meeting.convene'>,
  now: string,
): Promise<void> {
  const key = { programme: programme.id, category, round: round! };
  const kept = await meetingsOf(deps.desk.database, key);
  if (kept.some((one) => one.at === now && one.agenda.includes(receiptNo!))) return;
  await keepMeeting(deps.desk.database, key, { on, attendance, agenda: [receiptNo!], convenedBy: by.id }, now);
}

function review(
  programme: Programme,
  category: string,
  by: { readonly kind: 'reviewer'; readonly id: string },
  n: number,
): Command {
  const criteria = programme.categories.find(({ id }) => id === category)!.weights.map(({ id }) => id);
  const scores = Object.fromEntries(criteria.map((id, i) => [id, 62 + ((n * 7 + i * 5) % 30)]));
  const comments = Object.fromEntries(criteria.map((id) => [id, '示範意見：說明具體，建議補充量化依據。']));
  return { type: 'review.submit', by, scores, comments, level: 'L1' };
}

async function publishFirst(deps: Deps, programme: Programme, category: string): Promise<void> {
  const { length } = await publications(deps.desk.database, { programme: programme.id, category, round: 1 });
  if (length > 0) return;
  const wanted = { category, round: 1, by: chair!, confirmedBy: second! };
  const done = await publish(deps.desk.database, wanted, programme, '2026-07-10T07:00:00.000Z');
  if (isRefusal(done)) throw new Error(`demonstration ${category}: ${JSON.stringify(done)}`);
}
