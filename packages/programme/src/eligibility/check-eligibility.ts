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

/** A programme does not change, and reading its days takes longer than judging by them. */
const forces = new WeakMap<Programme, Force>();

/** The days on which the rules apply: as printed, else the programme's year until the window closes. */
function programmeForce(programme: Programme): Force {
  let force = forces.get(programme);
  if (force === undefined) {
    const { eligibility, rocYear, window } = programme;
    force = Object.freeze({
      from: eligibility.inForce.from ?? window.opensOn ?? `${adYear(rocYear)}-01-01`,
      until: eligibility.inForce.until ?? taipeiDay(window.closesAt),
    });
    forces.set(programme, force);
  }
  return force;
}

function isIn({ from, until }: Force, on: Day): boolean {
  return from <= on && on <= until;
}

function judgeCondition(condition: Condition, facts: ApplicantFacts, programme: Force, on: Day): ConditionResult {
  const { id: rule, letter, text, test, inForce } = condition;
  // Outside the programme's own window a condition is still shown; outside its own force it says nothing.
  if (inForce && !isIn({ from: inForce.from ?? programme.from, until: inForce.until ?? programme.until }, on)) {
    const nothing = { used: [], missing: [], cautions: [], codes: [], metFrom: null };
    return { rule, letter, text, outcome: 'not-in-force', reason: 'rule-not-in-force', ...nothing };
  }
  const { outcome, reason, uses, missing, cautions = [], codes = [], metFrom = null } = testCondition(test, facts, on);
  const used: FactUsed[] = [];
  for (const fact of uses) {
    const value = facts[fact];
    if (value !== undefined) used.push({ fact, value, source: facts.sources?.[fact] ?? null });
  }
  return { rule, letter, text, outcome, reason, used, missing, cautions, codes, metFrom };
}

function together(conditions: readonly ConditionResult[]): Outcome {
  let unknown = false;
  for (const { outcome } of conditions) {
    if (outcome === 'not-met') return 'not-met';
    if (outcome === 'unknown') unknown = true;
  }
  return unknown ? 'unknown' : 'met';
}

/** In the order of the programme's `facts`, which is the order of effort. */
function missingFacts(
  programme: Programme,
  conditions: readonly ConditionResult[],
  priority: readonly ConditionResult[],
): MissingFact[] {
  const waiting = new Map<string, { readonly rules: string[]; onlyForPriority: boolean }>();
  const note = ({ outcome, missing, rule }: ConditionResult, forPriority: boolean) => {
    if (outcome !== 'unknown') return;
    for (const fact of missing) {
      const known = waiting.get(fact);
      if (known === undefined) waiting.set(fact, { rules: [rule], onlyForPriority: forPriority });
      else {
        known.rules.push(rule);
        known.onlyForPriority &&= forPriority;
      }
    }
  };
  for (const result of conditions) note(result, false);
  for (const result of priority) note(result, true);
  const found: MissingFact[] = [];
  if (waiting.size === 0) return found;
  for (const { id: fact, from, name, place } of programme.facts) {
    const known = waiting.get(fact);
    if (known !== undefined) found.push({ fact, from, name, place, ...known });
  }
  return found;
}
