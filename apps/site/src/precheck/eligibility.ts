import type { ApplicantAssessment } from '@aipower/matcher';
import type {
  Condition,
  ConditionResult,
  EligibilityStep,
  FactSource,
  FactUsed,
  Outcome,
  Programme,
} from '@aipower/programme';
import { isDay } from '@aipower/taiwan/dates';
import type { Visit } from '../page/page.ts';
import type { RuleFacts } from './rules.words.zh.ts';

export const outcomeStatus: Readonly<Record<Outcome, 'good' | 'bad' | 'unsure' | 'open'>> = {
  met: 'good',
  'not-met': 'bad',
  unknown: 'unsure',
  'not-in-force': 'open',
};

function classesOf({ test }: Condition): string[] {
  return test.kind === 'industry-code' ? test.classes.map(({ id }) => id) : [];
}

function factsOf(condition: Condition, result: ConditionResult, on: string, visit: Visit): RuleFacts {
  const { t, show } = visit;
  const { test } = condition;
  const used = (fact: string) => result.used.find((one) => one.fact === fact)?.value;
  const day = (value: unknown) => (isDay(value) ? show.day(value) : '');
  const hits = result.codes.flatMap((code) =>
    'class' in code && code.class && code.kind !== 'ambiguous' ? [code.class.id] : [],
  );
  const subject = test.kind === 'none-within-years' ? t.rules.subjects[test.fact] : '';
  const own = test.kind === 'on-or-after' ? used(test.fact) : undefined;
  const other = test.kind === 'on-or-after' && test.mistakenFor ? used(test.mistakenFor) : undefined;
  return {
    on: show.day(on),
    codes: show.list(result.codes.map(({ code }) => code)),
    classes: show.list(hits.length > 0 ? [...new Set(hits)] : classesOf(condition)),
    form: String(used('organisationType') ?? ''),
    headOffice: String(used('headOfficeUbn') ?? ''),
    subject,
    event: test.kind === 'none-within-years' ? day(used(test.fact)) : '',
    years: test.kind === 'none-within-years' ? String(test.years) : '',
    metFrom: day(result.metFrom),
    cutOff: test.kind === 'on-or-after' ? day(test.date) : '',
    date: day(own),
    otherDate: day(other),
  };
}

function sourceWords(source: FactSource | null, { t, show }: Visit): string {
  if (!source) return t.precheck.typed;
  return source.seenOn ? t.precheck.seenOn(source.source, show.day(source.seenOn)) : source.source;
}

function valueWords({ fact, value }: FactUsed, { t, show }: Visit): string {
  // "No breach" is said as 無, "no PRC investment" as 否.
  if (value === false && fact !== 'prcInvestment') return t.precheck.values.null;
  if (typeof value === 'object' && value !== null) return show.list(value.map(String));
  if (value === null || typeof value === 'boolean') return t.precheck.values[`${value}`];
  return isDay(value) ? show.day(value) : String(value);
}

/** A condition with its answer in a sentence, and every fact the answer rests on with its source. */
export function conditionView(programme: Programme, result: ConditionResult, on: string, visit: Visit) {
  const { t, language } = visit;
  const { conditions, priority } = programme.eligibility;
  const condition = [...conditions, ...priority].find(({ id }) => id === result.rule)!;
  const factNames = new Map<string, string>([
    ...programme.facts.map(({ id, name }) => [id, name[language]] as const),
    ['taxRegisteredOn', t.precheck.taxRegisteredOn],
  ]);
  return {
    rule: result.rule,
    letter: result.letter,
    text: result.text,
    // The text of the first condition says where to look; what must be found there stands in its classes.
    accepted:
      condition.test.kind === 'industry-code' ? condition.test.classes.map(({ printed }) => printed[language]) : [],
    outcome: result.outcome,
    status: outcomeStatus[result.outcome],
    word: t.rules.outcomes[result.outcome],
    sentence: t.rules.reasons[result.reason](factsOf(condition, result, on, visit)),
    cautions: result.cautions.map((code) => t.rules.cautions[code]),
    evidence: result.used.map((used) => ({
      name: factNames.get(used.fact) ?? used.fact,
      value: valueWords(used, visit),
      source: sourceWords(used.source, visit),
    })),
    codes: result.codes.map(({ code, kind }) => ({
      code,
      plain: kind === 'tax-code',
      kind: t.precheck.codeRead[kind],
    })),
  };
}

/** What would make the applicant eligible, as sentences. */
export function stepLines(steps: readonly EligibilityStep[], { t, show, language }: Visit): string[] {
  return steps.map((step) => {
    const has = <Key extends string>(key: Key) =>
      key in step ? (step as unknown as Record<Key, unknown>)[key] : undefined;
    const days = (key: 'day' | 'from' | 'until') => (isDay(has(key)) ? show.day(has(key) as string) : '');
    return t.rules.steps[step.action]({
      classes:
        step.action === 'register-industry' ? show.list(step.classes.map(({ printed }) => printed[language])) : '',
      headOffice: step.action === 'apply-as-head-office' ? (step.headOfficeUbn ?? '') : '',
      accepted: step.action === 'use-accepted-form' ? step.accepted.join('、') : '',
      day: days('day'),
      beforeClose: has('beforeClose') === true,
      from: days('from'),
      until: days('until'),
      facts: step.action === 'supply-facts' ? show.names(step.facts.map(({ name }) => name[language])) : '',
    });
  });
}

/** The facts that are missing, by the place that supplies them, the easiest place first. */
export function missingByPlace({ eligibility }: ApplicantAssessment, { t, language }: Visit) {
  const places = [...new Set(eligibility.missing.map(({ from }) => from))];
  return places.map((from) => ({
    place: t.precheck.missingFrom[from],
    facts: eligibility.missing
      .filter((fact) => fact.from === from)
      .map(({ name, place, onlyForPriority }) => ({ name: name[language], place, onlyForPriority })),
  }));
}

/** The whole of eligibility: one line to begin with, then each condition. */
export function eligibilityView(programme: Programme, assessment: ApplicantAssessment, visit: Visit) {
  const { t } = visit;
  const { eligibility, plan, on } = assessment;
  const count = (outcome: Outcome) => eligibility.conditions.filter((one) => one.outcome === outcome).length;
  const [met, notMet, unknown] = [count('met'), count('not-met'), count('unknown')];
  const headlines = {
    met: t.precheck.headline.met(met),
    'not-met': t.precheck.headline['not-met'](notMet, met, unknown),
    unknown: t.precheck.headline.unknown(met, unknown),
    'not-in-force': t.precheck.headline['not-in-force'](met, notMet, unknown),
  };
  return {
    status: outcomeStatus[eligibility.outcome],
    word: t.rules.outcomes[eligibility.outcome],
    headline: headlines[eligibility.outcome],
    conditions: eligibility.conditions.map((one) => conditionView(programme, one, on, visit)),
    priority: eligibility.priority.map((one) => conditionView(programme, one, on, visit)),
    missing: missingByPlace(assessment, visit),
    // What is missing has a section of its own; that it is not the time stands in the summary, or with the round.
    steps: stepLines(
      plan.steps.filter(({ action }) => action !== 'supply-facts' && action !== 'outside-window'),
      visit,
    ),
  };
}
