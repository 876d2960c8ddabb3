import { adYear, assertDay, type Day, taipeiDay } from '@aipower/taiwan/dates';
import type { Condition, Programme } from '../programme/parse-programme.ts';
import { assertProgramme } from '../programme/programme.ts';
import { type ApplicantFacts, assertFacts } from './facts.ts';
import type { ConditionResult, EligibilityResult, FactUsed, MissingFact, Outcome } from './outcome.ts';
import { testCondition } from './test-condition.ts';

interface Force {
  readonly from: Day;
  readonly until: Day;
}

/**
 * May this applicant apply to the programme on this day, and has it priority?
 *
 * @param facts what is known; leave out what is not (see `applicantFactsSchema`). Nothing is read into a missing fact.
 * @param programme whose rules are applied.
 * @param on the day judged, YYYY-MM-DD in Taiwan.
 * @returns the tree: `outcome` (met when every condition in force is met; not-met when one says no; else unknown), each
 * condition with the facts it used and their source, the facts that are missing with the cheapest first, and priority apart.
 * @throws TypeError for a malformed fact, an unknown key or a day that does not exist, naming each.
 * @example checkEligibility({ industryCodes: ['620211'] }, programme115, '2026-07-01').outcome // 'unknown'
 */
export function checkEligibility(facts: ApplicantFacts, programme: Programme, on: Day): EligibilityResult {
  assertFacts(facts, 'checkEligibility(facts)');
  assertProgramme(programme, 'checkEligibility(programme)');
  assertDay(on, 'checkEligibility(on)');
  const inForce = programmeForce(programme);
  const judge = (condition: Condition) => judgeCondition(condition, facts, inForce, on);
  const conditions = programme.eligibility.conditions.map(judge);
  const priority = programme.eligibility.priority.map(judge);
  return {
    programme: programme.id,
    on,
    outcome: isIn(inForce, on) ? together(conditions) : 'not-in-force',
    inForce,
    conditions,
    blocking: conditions.filter(({ outcome }) => outcome === 'not-met').map(({ rule }) => rule),
    missing: missingFacts(programme, conditions, priority),
    priority,
  };
}

/** The days on which the rules apply: as printed, else the programme's year until the window closes. */
function programmeForce({ eligibility: { inForce }, rocYear, window }: Programme): Force {
  return {
    from: inForce.from ?? window.opensOn ?? `${adYear(rocYear)}-01-01`,
    until: inForce.until ?? taipeiDay(window.closesAt),
  };
}

function isIn({ from, until }: Force, on: Day): boolean {
  return from <= on && on <= until;
}

function judgeCondition(condition: Condition, facts: ApplicantFacts, programme: Force, on: Day): ConditionResult {
  const { id, letter, text, test, inForce } = condition;
  const about = { rule: id, letter, text };
  const own = { from: inForce?.from ?? programme.from, until: inForce?.until ?? programme.until };
  // Outside the programme's own window a condition is still shown; outside its own force it says nothing.
  if (inForce && !isIn(own, on)) {
    const nothing = { used: [], missing: [], cautions: [], codes: [], metFrom: null };
    return { ...about, outcome: 'not-in-force', reason: 'rule-not-in-force', ...nothing };
  }
  const { outcome, reason, uses, missing, cautions = [], codes = [], metFrom = null } = testCondition(test, facts, on);
  const used = uses.flatMap((fact): FactUsed[] => {
    const value = facts[fact];
    return value === undefined ? [] : [{ fact, value, source: facts.sources?.[fact] ?? null }];
  });
  return { ...about, outcome, reason, used, missing, cautions, codes, metFrom };
}

function together(conditions: readonly ConditionResult[]): Outcome {
  const outcomes = conditions.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'not-in-force');
  if (outcomes.includes('not-met')) return 'not-met';
  return outcomes.includes('unknown') ? 'unknown' : 'met';
}

/** In the order of the programme's `facts`, which is the order of effort. */
function missingFacts(
  programme: Programme,
  conditions: readonly ConditionResult[],
  priority: readonly ConditionResult[],
): MissingFact[] {
  const waiting = [...conditions, ...priority].filter(({ outcome }) => outcome === 'unknown');
  return programme.facts.flatMap(({ id: fact, from, name, place }) => {
    const results = waiting.filter(({ missing }) => missing.includes(fact));
    if (results.length === 0) return [];
    const onlyForPriority = results.every((result) => priority.includes(result));
    return [{ fact, from, name, place, rules: results.map(({ rule }) => rule), onlyForPriority }];
  });
}
