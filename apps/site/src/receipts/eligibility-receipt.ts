import { createRequire } from 'node:module';
import {
  type ApplicantFacts,
  applicantFactsSchema,
  checkEligibility,
  type EligibilityResult,
  getProgramme,
  type Outcome,
  type Programme,
} from '@aipower/programme';
import type { Receipt } from '@aipower/receipts';
import type { Deps } from '../deps.ts';
import type { Unsigned } from '../signing/open-receipts.ts';

type EligibilityContent = Unsigned<'eligibility'>;
type EligibilityReceipt = Extract<Receipt, { kind: 'eligibility' }>;

const { version } = createRequire(import.meta.url)('@aipower/programme/package.json') as { version: string };
const rules = `@aipower/programme ${version}`;

const outcomes: Readonly<Record<Outcome, 'yes' | 'no' | 'unknown'>> = {
  met: 'yes',
  'not-met': 'no',
  unknown: 'unknown',
  // On such a day no application is taken: that is known.
  'not-in-force': 'no',
};

/**
 * What a receipt says of an eligibility check: the facts that it was judged by, those of the tax register included, and
 * the answer condition by condition.
 *
 * @param snapshotOn day of the tax register's data, where it was asked
 */
export function eligibilityContent(
  { origin, isSample }: Pick<Deps, 'origin' | 'isSample'>,
  facts: ApplicantFacts,
  result: EligibilityResult,
  snapshotOn: string | null,
): EligibilityContent {
  const ubn = (facts.ubn ?? '').normalize('NFKC').trim();
  return {
    kind: 'eligibility',
    issuer: origin,
    asked: {
      ...(/^\d{8}$/.test(ubn) ? { ubn } : {}),
      days: [{ day: result.on, role: 'application' }],
      facts: JSON.parse(JSON.stringify(facts)) as EligibilityContent['asked']['facts'],
    },
    answer: { days: [dayAnswer(result)] },
    data: { revision: null, hash: null, listDate: snapshotOn, rules, edition: result.programme, fictional: isSample() },
  };
}

function dayAnswer({ on, outcome, conditions }: EligibilityResult) {
  return {
    day: on,
    outcome: outcomes[outcome],
    conditions: conditions.map((one) => ({
      id: one.rule,
      outcome: outcomes[one.outcome],
      reasons: [one.reason, ...one.cautions].slice(0, 20),
    })),
  };
}

/** The answer that the same facts get under the rules of today, for the day of the receipt. */
export function eligibilityAgain(
  programmes: ReadonlyMap<string, Programme>,
  { asked, data }: EligibilityReceipt,
): EligibilityContent['answer']['days'][number] {
  const facts = applicantFactsSchema.parse(asked.facts);
  return dayAnswer(checkEligibility(facts, getProgramme(data.edition!, programmes), asked.days[0]!.day));
}
