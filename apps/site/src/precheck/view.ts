import type { ApplicantAssessment, CapabilityMatch } from '@aipower/matcher';
import { levelFor, type ModelOriginAnswer, type Programme } from '@aipower/programme';
import type { Verdict } from '@aipower/registry';
import type { Assessed } from '../applicant/assess.ts';
import type { TaxLookUp } from '../applicant/tax-facts.ts';
import type { Language } from '../page/language.ts';
import type { Visit } from '../page/page.ts';
import { dayView } from '../presenters/verdict.ts';
import { formCheck } from './application.ts';
import { eligibilityView } from './eligibility.ts';
import type { PrecheckQuestion } from './form.ts';
import { itemsView } from './items.ts';
import { summaryView } from './summary.ts';

type Assessment = ApplicantAssessment<CapabilityMatch>;

const bonusStatus = { proven: 'good', 'not-proven': 'bad', 'cannot-check': 'unsure', 'not-claimed': 'open' } as const;
const modelStatus = { listed: 'good', forbidden: 'bad', 'ask-organiser': 'unsure' } as const;

/** Everything the result page says, in the order in which an applicant needs it. */
export function precheckView(programme: Programme, question: PrecheckQuestion, parts: Assessed, visit: Visit) {
  const { t, show, language } = visit;
  const { assessment } = parts;
  const eligibility = asTyped(eligibilityView(programme, assessment, visit), parts.lookUp, visit);
  const round = roundView(assessment, visit);
  const models = assessment.models.map((answer) => modelView(answer, visit));
  const form = formCheck(programme, question.category.id, question.entries, visit);
  return {
    summary: summaryView({ eligibility, round, models, form }, visit),
    form,
    judged: t.precheck.judged(question.category.name[language], show.day(assessment.on)),
    eligibility,
    tax: taxLines(programme, parts.lookUp, visit),
    round,
    levels: levelsView(programme, question, assessment, visit),
    modelStatuses: ['bad', 'unsure', 'good'] as const,
    models,
    items: itemsView(assessment, parts.matched, parts.text, visit),
    bonus: bonusView(programme, assessment, parts.verdicts, visit),
  };
}

/** What was typed against the tax register is not what the review will go by: no verdict on it looks like the review's. */
function asTyped(view: ReturnType<typeof eligibilityView>, { differs }: TaxLookUp, { t }: Visit) {
  if (differs.length === 0) return view;
  return {
    ...view,
    status: view.status === 'good' ? ('unsure' as const) : view.status,
    word: t.precheck.asTyped(view.word),
    headline: t.precheck.typedNotRegistered(view.headline),
  };
}

function taxLines(programme: Programme, lookUp: TaxLookUp, { t, show, language }: Visit): string[] {
  const day = lookUp.snapshotOn ? show.day(lookUp.snapshotOn) : t.words.unknown;
  if (lookUp.status === 'not-asked') return [];
  if (lookUp.status === 'not-loaded') return [t.precheck.taxNotLoaded];
  if (lookUp.status === 'not-found') return [t.precheck.taxNotFound(day)];
  const differs = programme.facts.filter(({ id }) => lookUp.differs.includes(id)).map(({ name }) => name[language]);
  const found = t.precheck.taxFound(lookUp.name ?? '', day);
  return differs.length > 0 ? [found, t.precheck.taxDiffers(show.names(differs))] : [found];
}

function roundView({ round }: Assessment, { t, show, language }: Visit) {
  const words = t.rules.round;
  if (round.state === 'closed') {
    return {
      isOver: true,
      status: 'warn' as const,
      word: t.programme.closed,
      lines: [words.closed(show.moment(round.closesAt))],
      cautions: [],
    };
  }
  if (round.state === 'not-open') {
    const lines = [words.notOpen(show.day(round.opensOn))];
    return { isOver: false, status: 'open' as const, word: t.programme.notOpen, lines, cautions: [] };
  }
  const { next } = round;
  return {
    isOver: false,
    status: 'good' as const,
    word: t.programme.open,
    lines: [
      words.open(round.round.name[language], show.day(round.round.reviewOn)),
      next ? words.next(next.name[language], show.day(next.reviewOn)) : words.last,
    ],
    cautions: round.cautions.map((code) => words.cautions[code]),
  };
}

function levelsView(
  programme: Programme,
  { category, need }: PrecheckQuestion,
  { levels }: Assessment,
  { t, show }: Visit,
) {
  const amount = (n: number) => t.programme.amountOf[category.point.unit](show.number(n));
  const level = need === null ? null : levelFor(programme, category.id, need);
  const most = Math.max(...programme.levels.map(({ points }) => points));
  return {
    rows: levels.map((fit) => ({
      level: fit.level,
      points: show.number(fit.points),
      amount: amount(fit.amount),
      perMonth: amount(fit.perMonth),
      fits: level?.id === fit.level,
    })),
    need:
      need === null
        ? null
        : level
          ? t.precheck.needFits(amount(need), level.id)
          : t.precheck.needTooLarge(amount(need), show.number(most)),
  };
}

function modelView(answer: ModelOriginAnswer, { t, show, language }: Visit) {
  const words = t.rules.models;
  const name = answer.parts.map(({ text }) => text).join(' ← ');
  const origin = (code: string) =>
    code === 'CN'
      ? words.origins.CN
      : (new Intl.DisplayNames(language === 'zh' ? 'zh-Hant-TW' : 'en', { type: 'region' }).of(code) ?? code);
  const known = answer.parts
    .flatMap(({ recognised }) => recognised)
    .map((one) => (language === 'zh' ? `${one.name}，${origin(one.origin)}` : `${one.name}, ${origin(one.origin)}`));
  return {
    name,
    status: modelStatus[answer.answer],
    word: words.answers[answer.answer],
    sentence: words.reasons[answer.reason]({
      name,
      listed: answer.listed ?? '',
      base: answer.listedBase ?? '',
      known: show.clauses([...new Set(known)]),
    }),
  };
}

function bonusView(
  programme: Programme,
  { bonus }: Assessment,
  verdicts: Readonly<Record<string, Verdict>>,
  visit: Visit,
) {
  const { t, language } = visit;
  const { counts } = bonus;
  const claimed = bonus.items.length - counts['not-claimed'];
  return {
    tally: t.precheck.bonusTally(claimed, counts.proven, counts['not-proven'], counts['cannot-check']),
    items: bonus.items.map((item) => {
      const verdict = item.state === 'not-claimed' ? undefined : verdicts[item.id];
      return {
        id: item.id,
        label: bonusLabel(programme, item.id, language),
        claim: item.claim === 'yes' ? t.verify.yes : typeof item.claim === 'string' ? item.claim : '',
        isClaimed: item.state !== 'not-claimed',
        status: bonusStatus[item.state],
        word: t.rules.bonus.states[item.state],
        reason: verdict ? dayView(verdict, verdict, verdict.match, visit).sentence : t.rules.bonus.reasons[item.reason],
        proofs: item.wouldProve.map((code) => t.rules.bonus.proofs[code]),
        notes: item.notes.map((code) => t.rules.bonus.notes[code]),
      };
    }),
  };
}

/** What a bonus item asks for, without its number and without the colon of the form. */
export function bonusLabel(programme: Programme, id: string, language: Language): string {
  const item = programme.bonus.items.find((one) => one.id === id)!;
  const plain = item.label[language].replace(/^\d\.\d /, '').replace(/[：:。]$/, '');
  return item.kind === 'publication' && language === 'zh' ? `${item.group.zh}：${plain}` : plain;
}
