import { claimsNothing, type Programme } from '@aipower/programme';
import type { ApplicationEvidence } from '../applicant/application-evidence.ts';

/** When an application is looked at again. */
export const occasions = ['submitted', 'resubmitted', 'screening', 'accepted', 'decided', 'started', 'report'] as const;
export type Occasion = (typeof occasions)[number];

/** What the registers said at one moment, in codes: two of them can be compared. */
export interface Observation {
  readonly occasion: Occasion;
  readonly at: string;
  /** Answer of each condition, by id. */
  readonly conditions: Readonly<Record<string, string>>;
  /** What the tax register holds; null where it was not loaded or does not know the number. */
  readonly tax: Readonly<Record<string, string>> | null;
  readonly taxStatus: string;
  /** Verdict of the day of each registration that is claimed, by bonus item. */
  readonly registrations: Readonly<Record<string, string>>;
  /** Receipts of what was asked, by their short id. */
  readonly receipts: readonly { readonly id: string; readonly token: string }[];
}

export interface Change {
  readonly kind: 'condition' | 'tax' | 'registration';
  /** Condition, fact or bonus item. */
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** @param at the moment of the look (ISO instant) */
export function observe(
  programme: Programme,
  occasion: Occasion,
  { eligibility, facts, lookUp, verdicts, claims }: ApplicationEvidence,
  at: string,
): Omit<Observation, 'receipts'> {
  const registrations = programme.bonus.items.flatMap(({ id }) => {
    const claim = claims[id];
    const claimed = claim !== undefined && !claimsNothing(claim);
    // The verdict of today: a registration that ends after the application is a change that somebody should look at.
    return claimed && verdicts[id] ? [[id, verdicts[id].today.verdict] as const] : [];
  });
  const found = lookUp.status === 'found';
  return {
    occasion,
    at,
    conditions: Object.fromEntries(eligibility.conditions.map(({ rule, outcome }) => [rule, outcome])),
    taxStatus: lookUp.status,
    tax: found
      ? {
          name: lookUp.name ?? '',
          industryCodes: (facts.industryCodes ?? []).join(' '),
          organisationType: facts.organisationType ?? '',
          headOfficeUbn: facts.headOfficeUbn ?? '',
        }
      : null,
    registrations: Object.fromEntries(registrations),
  };
}

/** What is different now. What could not be asked either time is no change: nobody knows whether there was one. */
export function changesBetween(before: Observation, after: Observation): readonly Change[] {
  const changes: Change[] = [];
  const compare = (
    kind: Change['kind'],
    old: Readonly<Record<string, string>>,
    now: Readonly<Record<string, string>>,
    open: readonly string[],
  ) => {
    for (const [id, value] of Object.entries(now)) {
      const was = old[id];
      if (was === undefined || was === value || open.includes(was) || open.includes(value)) continue;
      changes.push({ kind, id, before: was, after: value });
    }
  };
  compare('condition', before.conditions, after.conditions, ['unknown']);
  compare('registration', before.registrations, after.registrations, ['unverifiable']);
  if (before.tax && after.tax) compare('tax', before.tax, after.tax, []);
  // A number that the tax register knew and does not know any more: the company may have closed.
  if (before.taxStatus === 'found' && after.taxStatus === 'not-found') {
    changes.push({ kind: 'tax', id: 'status', before: 'found', after: 'not-found' });
  }
  return changes;
}
