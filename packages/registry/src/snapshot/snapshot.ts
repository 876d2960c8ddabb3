import { type Day, daysBetween } from '@aipower/taiwan/dates';
import type { Certificate } from '../certificate.ts';
import { nameKey, type Provider } from '../provider.ts';
import type { RegisterFacts } from '../register-facts.ts';
import { type SchemeId, schemes } from '../scheme.ts';
import type { ListAge } from '../verdict.ts';
import { createFirmFinder } from './firm-finder.ts';
import { createNearFinder } from './near.ts';

/** The newest list of a scheme that went into a snapshot. */
export interface ListFacts {
  /** Registration scheme of the list. */
  readonly scheme: SchemeId;
  /** Day of the newest complete list; of the newest partial one while there is no other. */
  readonly seenOn: Day;
  /** Day of the newest list of either kind. */
  readonly newestOn: Day;
  /** Whether `seenOn` is of a list that says it is the whole one. */
  readonly complete: boolean;
  /** Where the list was published; empty when nobody said. */
  readonly source: string;
  /** Whether the list was invented, such as the sample. All lists of a register are, or none. */
  readonly fictional: boolean;
  /** Revision at which it was last imported. */
  readonly revision: number;
}

/** The whole register at one revision, in memory and never changed: what every question is answered from. */
export interface Snapshot extends RegisterFacts {
  /** Revision all its answers belong to. */
  readonly revision: number;
  /** By 統一編號. */
  readonly providers: readonly Provider[];
  /** A scheme without a list is not there. */
  readonly lists: ReadonlyMap<SchemeId, ListFacts>;
}

const nothing: readonly never[] = [];

/** Builds the look-ups over providers (with their certificates) that were read at one revision. */
export function createSnapshot(
  revision: number,
  providers: readonly Provider[],
  lists: ReadonlyMap<SchemeId, ListFacts>,
  freshDays: number,
): Snapshot {
  const byUbn = new Map<string, Provider>();
  const byName = new Map<string, Provider[]>();
  const byKey = new Map<SchemeId, Map<string, Certificate[]>>(schemes.map(({ id }) => [id, new Map()]));
  for (const provider of providers) {
    byUbn.set(provider.ubn, provider);
    const names = new Set([provider.name, provider.nameEn ?? '', ...provider.formerNames].map(nameKey));
    for (const key of names) {
      if (key === '') continue;
      const same = byName.get(key);
      if (same) same.push(provider);
      else byName.set(key, [provider]);
    }
    for (const certificate of provider.certificates) {
      if (certificate.key === '') continue;
      const keys = byKey.get(certificate.scheme)!;
      const same = keys.get(certificate.key);
      if (same) same.push(certificate);
      else keys.set(certificate.key, [certificate]);
    }
  }
  let near: ReturnType<typeof createNearFinder> | null = null;
  let firms: ReturnType<typeof createFirmFinder> | null = null;
  const ages = new Map<string, ListAge>();

  return {
    revision,
    providers,
    lists,
    certificatesByKey: (scheme, key) => byKey.get(scheme)?.get(key) ?? nothing,
    provider: (ubn) => byUbn.get(ubn) ?? null,
    providersByName: (name) => byName.get(nameKey(name)) ?? nothing,
    providersMeant(name) {
      firms ??= createFirmFinder(providers);
      return firms(name);
    },
    nearNumbers(scheme, key, claimantUbn, walks = { left: 1, missed: 0 }) {
      near ??= createNearFinder(byKey, byUbn);
      return near(scheme, key, claimantUbn, walks);
    },
    listAge(scheme, today) {
      const asked = `${scheme} ${today}`;
      let age = ages.get(asked);
      if (!age) {
        if (ages.size > 100) ages.clear();
        age = listAge(scheme, lists.get(scheme) ?? null, today, freshDays);
        ages.set(asked, age);
      }
      return age;
    },
  };
}

function listAge(scheme: SchemeId, list: ListFacts | null, today: Day, freshDays: number): ListAge {
  if (!list) return { scheme, loaded: false, seenOn: null, ageDays: null, stale: false, complete: false, source: null };
  const { seenOn, complete, source } = list;
  const ageDays = daysBetween(seenOn, today);
  return { scheme, loaded: true, seenOn, ageDays, stale: ageDays > freshDays, complete, source };
}
