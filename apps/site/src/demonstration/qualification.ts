import type { Command } from '@aipower/applications';
import { checkEligibility, type Programme } from '@aipower/programme';
import type { Day, TaxUnit } from '@aipower/registry';
import { withTaxFacts } from '../applicant/tax-facts.ts';
import type { Deps } from '../deps.ts';

/** A company of the sample register, with what the tax register says of it. */
export interface Company {
  readonly ubn: string;
  readonly name: string;
  readonly unit: TaxUnit | null;
  /** Each condition, as the officer's page shows it. */
  readonly conditions: readonly { readonly id: string; readonly outcome: 'met' | 'not-met' | 'unknown' }[];
  /** Ids of those that are not met. */
  readonly unmet: readonly string[];
}

/** What the page of the officer will say of a company: the fictional officers decide by it. @param on day of the check */
export async function qualified(
  { register: { tax } }: Deps,
  programme: Programme,
  { ubn, name }: { readonly ubn: string; readonly name: string },
  on: Day,
): Promise<Company> {
  const { facts, unit } = await withTaxFacts(tax, { ubn, name });
  const { conditions, blocking } = checkEligibility(facts, programme, on);
  return {
    ubn,
    name,
    unit,
    conditions: conditions.map(({ rule, outcome }) => ({
      id: rule,
      outcome: outcome === 'met' || outcome === 'not-met' ? outcome : 'unknown',
    })),
    unmet: blocking,
  };
}

/**
 * Why a company is not accepted: what its page shows as not met. Without the tax register the page shows nothing, and the first
 * condition was looked up by hand.
 *
 * @throws Error when nothing speaks against the company: then plan and register no longer fit together
 */
export function refusalOf(
  programme: Programme,
  { ubn, unit, unmet }: Company,
): Pick<Command<'not-accept'>, 'type' | 'because' | 'conditions' | 'reason'> {
  if (unit && unmet.length === 0)
    throw new Error(`demonstration ${ubn}: refused, and meets every condition that is known`);
  const conditions = unit ? unmet : [programme.eligibility.conditions[0]!.id];
  return { type: 'not-accept', because: 'ineligible', conditions, reason: '稅籍登記資料不符合這項申請資格。' };
}

/**
 * The answers of an officer who accepts: what the tax register shows is met, the rest stands in the applicant's declaration.
 *
 * @throws Error when a condition is not met: then plan and register no longer fit together
 */
export function checksOf({ ubn, conditions, unmet }: Company): Command<'accept-eligible'>['checks'] {
  if (unmet.length > 0) throw new Error(`demonstration ${ubn}: accepted, and does not meet ${unmet.join(', ')}`);
  return conditions.map(({ id: condition, outcome }) =>
    outcome === 'met' ? { condition, answer: 'yes' } : { condition, answer: 'by-hand', note: '依申請者聲明。' },
  );
}
