import { type CaseFile, type Command, hashOf } from '@aipower/applications';
import { keepMeeting, meetingsOf, tickAll } from '@aipower/applications/storage';
import type { Programme } from '@aipower/programme';
import { textHashes } from '../apply/check/texts.ts';
import { entriesOf } from '../apply/form/entries.ts';
import { formPages } from '../apply/form/form-pages.ts';
import type { Deps } from '../deps.ts';
import { demonstrationStaff } from '../desk/demonstration-staff.ts';
import { afterAward } from './after-award.ts';
import { type Plan, type Stage, stages } from './plan.ts';
import type { Played, Step } from './play.ts';
import { type Company, checksOf, refusalOf } from './qualification.ts';
import { sampleForm } from './sample-form.ts';

const DAY_MS = 86_400_000;
const [officer] = demonstrationStaff.officers.map((id) => ({ kind: 'officer', id }) as const);
/** Applications of the small rounds are read by two. */
const reviewers = demonstrationStaff.reviewers.slice(0, 2).map((id) => ({ kind: 'reviewer', id }) as const);
const [chair, second] = demonstrationStaff.chairs.map((id) => ({ kind: 'chair', id }) as const);

/** What happened to one application of a plan. @param n its number, which its form is made by */
export function stepsOf(
  deps: Deps,
  programme: Programme,
  { category, stage, from, due, award = 'running' }: Plan,
  firm: Company,
  n: number,
): Step[] {
  const { ubn, name, unit } = firm;
  const company = { kind: 'company', id: ubn } as const;
  // Those who use it promised to publish what they make: there is something to be kept, or missed, afterwards.
  const promise = stage === 'active' && {
    bonusDatasetHuggingFace: `https://huggingface.co/datasets/example-${n}/demo`,
  };
  const form = { ...sampleForm(category, { ubn, name }, unit, n), ...promise };
  const steps: Step[] = [];
  const application: Played = { company: ubn };
  const has = (wanted: Stage) => stages.indexOf(stage) >= stages.indexOf(wanted);
  const run = (at: number, command: Command | 'tick') => {
    if (command === 'tick') {
      steps.push({ at, alone: async (now) => void (await tickAll(deps.desk.database, deps.programmes, now)) });
    } else if (command.type === 'meeting.convene') {
      const beside = (state: CaseFile, now: string) => keepSitting(deps, state, command, now);
      steps.push({ at, application, command, beside });
    } else steps.push({ at, application, command });
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
  if (stage === 'not-accepted') step(3, 10, { by: officer!, ...refusalOf(programme, firm) });
  if (!has('eligible')) return steps;
  step(3, 11, { type: 'accept-eligible', by: officer!, checks: checksOf(firm) });
  if (!has('under-review')) return steps;
  for (const [i, { id: reviewer }] of reviewers.entries()) {
    step(4, 9 + i / 4, { type: 'reviewer.assign', by: officer!, reviewer });
  }
  step(4, 10, { type: 'review.open', by: officer! });
  for (const [i, by] of reviewers.entries()) {
    if (stage === 'under-review' && i > 0) break;
    step(5, 10 + i, { type: 'review.declare', by });
    if (stage !== 'under-review') step(6, 10 + i, review(programme, { category, stage }, by, n + i));
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
  { category, stage }: Pick<Plan, 'category' | 'stage'>,
  by: { readonly kind: 'reviewer'; readonly id: string },
  n: number,
): Command {
  const criteria = programme.categories.find(({ id }) => id === category)!.weights.map(({ id }) => id);
  // What was declined stands below what was approved.
  const least = stage === 'declined' ? 40 : 62;
  const scores = Object.fromEntries(criteria.map((id, i) => [id, least + ((n * 7 + i * 5) % 30)]));
  const comments = Object.fromEntries(criteria.map((id) => [id, '示範意見：說明具體，建議補充量化依據。']));
  return { type: 'review.submit', by, scores, comments, level: stage === 'declined' ? null : 'L1' };
}
