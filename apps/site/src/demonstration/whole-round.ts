import { type Command, hashOf } from '@aipower/applications';
import type { Programme } from '@aipower/programme';
import { textHashes } from '../apply/check/texts.ts';
import { demonstrationStaff } from '../desk/demonstration-staff.ts';
import { plans } from './plan.ts';
import type { Played, Step } from './play.ts';
import { type Company, checksOf, refusalOf } from './qualification.ts';
import { sampleForm } from './sample-form.ts';

/** The round that is played as a whole: with those of the plan that are in it sixty applications. */
export const wholeRound = { category: 'training', round: 1 } as const;
/** Applications of it beside those of the plan. */
export const OTHERS = 54;
const READERS_EACH = 3;

const officers = demonstrationStaff.officers.map((id) => ({ kind: 'officer', id }) as const);
const reviewers = demonstrationStaff.reviewers.map((id) => ({ kind: 'reviewer', id }) as const);

/** What happened to some of them on the way. */
const WITHDRAWN = 13;
const NOT_ACCEPTED = [22, 41];
const SUPPLEMENTED = [5, 17, 30];
/** Its first reader stepped aside after reading. */
const ASIDE = 9;

const moment = (day: string, hour: number, n: number) =>
  Date.parse(`${day}T${String(hour).padStart(2, '0')}:${String(n).padStart(2, '0')}:00+08:00`);

/**
 * Head offices that send no training application in the plan: each sends one to this round. Those of whom the tax register says
 * that they may not apply stand where one is refused, and nowhere else.
 */
export function companiesOfRound(offices: readonly Company[]): readonly Company[] {
  const busy = new Set(plans.flatMap(({ category }, n) => (category === 'training' ? [(n * 2) % offices.length] : [])));
  const free = offices.filter((_one, i) => !busy.has(i));
  const [refused, fit] = [free.filter(({ unmet }) => unmet.length > 0), free.filter(({ unmet }) => unmet.length === 0)];
  const next = (n: number) => (NOT_ACCEPTED.includes(n) && refused.shift()) || fit.shift();
  return Array.from({ length: Math.min(OTHERS, free.length) }, (_one, n) => next(n)).filter((one) => one !== undefined);
}

/** What happened to the nth of them until its scores were closed. */
export function roundSteps(programme: Programme, company: Company, n: number): Step[] {
  const { category } = wholeRound;
  const { ubn, name, unit } = company;
  const by = { kind: 'company', id: ubn } as const;
  const application: Played = { company: ubn };
  const steps: Step[] = [];
  const step = (day: string, hour: number, command: Command) =>
    steps.push({ at: moment(day, hour, n), application, command });
  const number = plans.length + n;
  const promise = n % 2 === 0 && { bonusDatasetHuggingFace: `https://huggingface.co/datasets/example-${number}/demo` };
  const form = { ...sampleForm(category, { ubn, name }, unit, number), ...promise };

  const companyHash = hashOf({ ubn, name, kind: 'company' });
  const begun = `2026-06-${String(8 + (n % 3)).padStart(2, '0')}`;
  const sent = `2026-06-${String(11 + (n % 5)).padStart(2, '0')}`;
  step(begun, 9, { type: 'draft.start', by, ubn, category, cardFingerprint: 'demonstration', companyHash });
  step(sent, 14, { type: 'submit', by, form, receiptNo: '', texts: textHashes(programme) });
  const officer = officers[n % officers.length]!;
  step('2026-06-17', 9, { type: 'screening.start', by: officer });
  if (SUPPLEMENTED.includes(n)) {
    const fields = [{ field: 'datasetDescription', reason: '請說明資料的來源與授權。' }];
    step('2026-06-17', 11, { type: 'supplement.request', by: officer, fields, due: '2026-06-24' });
    const datasetDescription = `自有紀錄，已去識別化並完成標註。資料來自本公司產線，已取得使用同意。`;
    step('2026-06-19', 11, { type: 'supplement.submit', by, form: { ...form, datasetDescription } });
    step('2026-06-19', 15, { type: 'screening.start', by: officer });
  }
  if (n === WITHDRAWN) step('2026-06-18', 10, { type: 'withdraw', by });
  if (n === WITHDRAWN) return steps;
  if (NOT_ACCEPTED.includes(n)) {
    step('2026-06-22', 9, { by: officer, ...refusalOf(programme, company) });
    return steps;
  }
  step('2026-06-22', 10, { type: 'accept-eligible', by: officer, checks: checksOf(company) });
  const readers = readersOf(n);
  const aside = n === ASIDE ? readers[0]! : null;
  for (const [i, { id }] of readers.entries()) {
    step('2026-06-23', 9 + i, { type: 'reviewer.assign', by: officer, reviewer: id });
  }
  step('2026-06-23', 15, { type: 'review.open', by: officer });
  for (const [i, reader] of readers.entries()) {
    step('2026-06-24', 9 + i, { type: 'review.declare', by: reader });
    if (reader === aside) {
      step('2026-06-25', 8, { type: 'review.recuse', by: reader, seen: ['review'], reason: '曾與申請企業共同研究。' });
    } else step('2026-06-26', 9 + i, reviewOf(programme, reader, n));
  }
  step('2026-06-30', 10, { type: 'review.close', by: officer });
  return steps;
}

/** The last one worked for the company of the fourth application, and is given none of it. */
export const FORMER_EMPLOYER = 3;

function readersOf(n: number) {
  const able = n === FORMER_EMPLOYER ? reviewers.slice(0, -1) : reviewers;
  return Array.from({ length: READERS_EACH }, (_, i) => able[(n + 5 * i) % able.length]!);
}

/** Invented and always the same: applications differ, reviewers are stricter or milder, and some cases divide them. */
function reviewOf(programme: Programme, by: (typeof reviewers)[number], n: number): Command {
  const who = reviewers.indexOf(by);
  const divides = n % 11 === 4 && who % 2 === 0 ? -18 : 0;
  const { weights } = programme.categories.find(({ id }) => id === wholeRound.category)!;
  const whole = 58 + ((n * 37) % 35) + ((who * 5) % 7) - 3 + divides;
  const scores = Object.fromEntries(
    weights.map(({ id }, i) => [id, Math.max(0, Math.min(100, whole + ((n * 13 + who * 7 + i * 11) % 15) - 7))]),
  );
  const comments = Object.fromEntries(weights.map(({ id }) => [id, commentOn(scores[id]!)]));
  const level = whole >= 93 ? 'L3' : whole >= 87 ? 'L2' : whole >= 66 ? 'L1' : null;
  return { type: 'review.submit', by, scores, comments, level };
}

function commentOn(score: number): string {
  if (score >= 85) return '問題明確，量化依據完整，可在期間內看到成果。';
  if (score >= 70) return '說明具體，建議補充量化依據與驗證方式。';
  return '內容較籠統，看不出與現行做法的差別，資源需求缺少估算。';
}
