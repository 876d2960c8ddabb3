import type { Day } from '@aipower/taiwan/dates';
import { type SchemeId, schemes } from './scheme.ts';
import { certificateStates, type ListState, listStates } from './snapshot/day-view.ts';
import type { Snapshot } from './snapshot/snapshot.ts';
import type { ListAge } from './verdict.ts';

/** The newest list of a scheme and its age in days. */
export interface SchemeStatus {
  /** Registration scheme. */
  readonly scheme: SchemeId;
  /** How old its list is, and whether there is one. */
  readonly list: ListAge;
  /** Number of certificates, ended ones too. */
  readonly certificates: number;
  /** Number of providers that hold one. */
  readonly providers: number;
  /** Certificates per state today; `expiring` ones are counted under `valid` too. */
  readonly states: Readonly<Record<ListState, number>>;
}

/** How many providers and certificates there are, and how old every list is. */
export interface RegisterStatus {
  /** Grows by one with every import that changed something: the version of the data. */
  readonly revision: number;
  /** The day the states are of. */
  readonly today: Day;
  /** Whether its lists are invented, such as the sample: nothing may be decided on them. */
  readonly fictional: boolean;
  /** Number of providers on any list. */
  readonly providers: number;
  /** Number of certificates, ended ones too. */
  readonly certificates: number;
  /** Providers kept although their official row has a fault, e.g. a check digit that does not fit. */
  readonly providersWithWarnings: number;
  /** Every scheme, those without a list too. */
  readonly schemes: readonly SchemeStatus[];
}

/** What is in the register, how old is each list, and how do its certificates stand today? */
export function registerStatus(snapshot: Snapshot, today: Day): RegisterStatus {
  const tallies = new Map(
    schemes.map(({ id }) => [
      id,
      { holders: new Set<string>(), total: 0, states: Object.fromEntries(listStates.map((s) => [s, 0])) },
    ]),
  );
  let certificates = 0;
  for (const provider of snapshot.providers) {
    for (const certificate of provider.certificates) {
      const tally = tallies.get(certificate.scheme)!;
      certificates++;
      tally.total++;
      tally.holders.add(provider.ubn);
      for (const state of certificateStates(certificate, today)) tally.states[state]!++;
    }
  }
  return {
    revision: snapshot.revision,
    today,
    fictional: [...snapshot.lists.values()].some((list) => list.fictional),
    providers: snapshot.providers.length,
    certificates,
    providersWithWarnings: snapshot.providers.filter(({ warnings }) => warnings.length > 0).length,
    schemes: [...tallies].map(([scheme, { holders, total, states }]) => ({
      scheme,
      list: snapshot.listAge(scheme, today),
      certificates: total,
      providers: holders.size,
      states: states as Record<ListState, number>,
    })),
  };
}
