import { type Command, hashOf, isRefusal } from '@aipower/applications';
import { execute, publish, saveReviewerProfile } from '@aipower/applications/storage';
import { syncedOnce } from '@aipower/database';
import { getProgramme, type Programme } from '@aipower/programme';
import type { TaxUnit } from '@aipower/registry';
import { textHashes } from '../apply/check/texts.ts';
import { entriesOf } from '../apply/form/entries.ts';
import { formPages } from '../apply/form/form-pages.ts';
import type { Deps } from '../deps.ts';
import { watchAfter } from '../watch/watch.ts';
import { type Plan, plans, planYear, type Stage, stages } from './plan.ts';
import { sampleForm } from './sample-form.ts';
import { sampleUsage } from './sample-usage.ts';
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
 * in the order of their time. @throws Error when a command is refused: then plan and rules no longer fit together
 */
export async function seedDemonstration(deps: Deps): Promise<void> {
  const { db } = deps.desk.database;
  if (await db.selectFrom('desk_event').select('seq').limit(1).executeTakeFirst()) return;
  const programme = getProgramme(planYear, deps.programmes);
  const companies = deps.register.snapshot().providers.filter(({ headOfficeUbn }) => headOfficeUbn === null);
  const steps: Step[] = [];
  for (const [n, plan] of plans.entries()) {
    const company = companies[(n * 2) % companies.length]!;
    const unit = deps.register.tax.status().loaded ? await deps.register.tax.byUbn(company.ubn) : null;
    steps.push(...stepsOf(deps, programme, plan, company, unit, n));
  }
  for (const category of ['training', 'inference']) {
    steps.push({ at: Date.parse('2026-07-10T15:00:00+08:00'), run: () => publishFirst(deps, programme, category) });
  }
  await syncedOnce(deps.desk.database, async () => {
    for (const { run } of steps.sort((a, b) => a.at - b.at)) await run();
  });
  for (const [i, { id }] of reviewers.entries()) {
    const profile = { items: expertise[i]!, employers: [] };
    await saveReviewerProfile(deps.desk.database, id, profile, id, deps.clock.now().toISOString());
  }
}

/** What the reviewers of the demonstration know: items that its applications ask for. */
const expertise = [
  ['4.6', '4.13'],
  ['1.1', '4.9'],
] as const;

function stepsOf(
  deps: Deps,
  programme: Programme,
  { category, stage, from, due }: Plan,
  { ubn, name }: { readonly ubn: string; readonly name: string },
  unit: TaxUnit | null,
  n: number,
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
  const step = (day: number, hour: number, command: Command) => {
    const at = Date.parse(`${from}T00:00:00+08:00`) + day * DAY_MS + (hour + n / 60) * (DAY_MS / 24);
    const run = async () => {
      const request = { ...(id !== undefined && { application: id }), command, programme };
      const done = await execute(deps.desk.database, request, new Date(at).toISOString());
      if (isRefusal(done)) throw new Error(`demonstration ${n} ${command.type}: ${JSON.stringify(done)}`);
      id = done.state.id;
      // As the page of the command does, on its day.
      await watchAfter({ ...deps, clock: { now: () => new Date(at) } }, done.state, command);
    };
    steps.push({ at, run });
  };

  const companyHash = hashOf({ ubn, name, kind: 'company' });
  step(0, 9, { type: 'draft.start', by: company, ubn, category, cardFingerprint: 'demonstration', companyHash });
  if (stage === 'draft') {
    for (const page of formPages(programme, category).slice(0, 4)) {
      const ids = page.fields.map((field) => field.id);
      const body = Object.fromEntries(Object.entries(entriesOf(form)).filter(([field]) => ids.includes(field)));
      step(0, 10, { type: 'section.save', by: company, section: page.section, version: 0, body, findings: 0 });
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
  for (const { id: reviewer } of reviewers) step(4, 9, { type: 'reviewer.assign', by: officer!, reviewer });
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
    const day = Math.round((Date.parse('2026-07-20') - Date.parse(from)) / DAY_MS);
    step(day, 10, { type: 'award.start', by: officer!, start: '2026-07-21', lastDay: '2026-10-20' });
    step(day + 91, 9, { type: 'usage.import', by: officer!, source: 'demonstration.csv', days: sampleUsage(n) });
  }
  return steps;
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
  const wanted = { category, round: 1, by: chair!, confirmedBy: second! };
  const done = await publish(deps.desk.database, wanted, programme, '2026-07-10T07:00:00.000Z');
  if (isRefusal(done)) throw new Error(`demonstration ${category}: ${JSON.stringify(done)}`);
}
