import type { RegisteredProvider } from '@aipower/matcher';
import { type Day, judge, type Register, type Snapshot, stateOn } from '@aipower/registry';
import { memo, memoOf } from '../memo.ts';

/** Today, and the days applicants plan to file on; some ten megabytes each for 30,000 providers. */
const MAX_DAYS = 4;

const heldByDay = memoOf((snapshot: Snapshot) => memo({ max: MAX_DAYS }, (on: Day) => heldOn(snapshot, on)));

/**
 * Every provider with what it validly holds on a day, as the matcher takes it. Those without a valid certificate of a
 * catalogue item are left out. Kept for the few days asked last; about a microsecond per certificate when made
 * anew.
 */
export function registeredProviders(register: Register, on: Day): readonly RegisteredProvider[] {
  return heldByDay(register.snapshot())(on);
}

/** Frozen, so that the matcher may index it once. */
function heldOn({ providers: all }: Snapshot, on: Day): readonly RegisteredProvider[] {
  const providers: RegisteredProvider[] = [];
  for (const { ubn, name, city, certificates } of all) {
    // Asked first, so that what is held by those without any item need not be judged.
    if (!certificates.some((one) => stateOn(one, on).items.length > 0)) continue;
    const valid = certificates.filter((one) => judge(one, on).verdict === 'valid');
    const scoped = valid.map((one) => stateOn(one, on)).filter(({ items }) => items.length > 0);
    if (scoped.length === 0) continue;
    const ends = scoped.map(({ period }) => period.until).sort();
    providers.push({
      ubn,
      name,
      city,
      items: [...new Set(scoped.flatMap(({ items }) => items))],
      schemes: [...new Set(valid.map(({ scheme }) => scheme))],
      // 'open' sorts after every day: a partner without an end states none.
      validUntil: ends.at(-1) === 'open' ? null : (ends.at(-1) ?? null),
    });
  }
  return Object.freeze(providers);
}
