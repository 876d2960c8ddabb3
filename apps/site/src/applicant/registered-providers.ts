import type { RegisteredProvider } from '@aipower/matcher';
import { type Day, judge, type Register, stateOn } from '@aipower/registry';

interface Kept {
  readonly revision: number;
  readonly on: Day;
  readonly providers: readonly RegisteredProvider[];
}

const last = new WeakMap<Register, Kept>();

/**
 * Every provider with what it validly holds on a day, as the matcher takes it. Those without a valid certificate of a
 * catalogue item are left out. Kept for the day asked last; about a microsecond per certificate when made anew.
 */
export function registeredProviders(register: Register, on: Day): readonly RegisteredProvider[] {
  const kept = last.get(register);
  if (kept && kept.revision === register.revision && kept.on === on) return kept.providers;
  const { revision, providers: all } = register.snapshot();
  const providers: RegisteredProvider[] = [];
  for (const { ubn, name, city, certificates } of all) {
    const valid = certificates.filter((one) => judge(one, on).verdict === 'valid');
    const scoped = valid.filter((one) => stateOn(one, on).items.length > 0);
    if (scoped.length === 0) continue;
    const ends = scoped.map((one) => stateOn(one, on).period.until).sort();
    providers.push({
      ubn,
      name,
      city,
      items: [...new Set(scoped.flatMap((one) => stateOn(one, on).items))],
      schemes: [...new Set(valid.map(({ scheme }) => scheme))],
      // 'open' sorts after every day: a partner without an end states none.
      validUntil: ends.at(-1) === 'open' ? null : (ends.at(-1) ?? null),
    });
  }
  // Frozen, so that the matcher may index it once.
  last.set(register, { revision, on, providers: Object.freeze(providers) });
  return providers;
}
