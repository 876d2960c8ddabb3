import type { RegisteredProvider } from '@aipower/matcher';
import { type Day, judge, type Register, type Snapshot, stateOn } from '@aipower/registry';

interface Kept {
  readonly revision: number;
  /** Oldest asked first. */
  readonly days: Map<Day, readonly RegisteredProvider[]>;
}

/** Today, and the days applicants plan to file on; some ten megabytes each for 30,000 providers. */
const MOST_DAYS = 4;

const known = new WeakMap<Register, Kept>();

/**
 * Every provider with what it validly holds on a day, as the matcher takes it. Those without a valid certificate of a
 * catalogue item are left out. Kept for the few days asked last; about a microsecond per certificate when made
 * anew.
 */
export function registeredProviders(register: Register, on: Day): readonly RegisteredProvider[] {
  const snapshot = register.snapshot();
  let kept = known.get(register);
  if (kept?.revision !== snapshot.revision) {
    kept = { revision: snapshot.revision, days: new Map() };
    known.set(register, kept);
  }
  const { days } = kept;
  const providers = days.get(on) ?? heldOn(snapshot, on);
  days.delete(on);
  days.set(on, providers);
  if (days.size > MOST_DAYS) days.delete(days.keys().next().value!);
  return providers;
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
