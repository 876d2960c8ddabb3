import type { Day } from '@aipower/taiwan/dates';
import type { Certificate } from './certificate.ts';
import type { Provider } from './provider.ts';
import type { SchemeId } from './scheme.ts';
import type { ListAge, NearNumber } from './verdict.ts';

/**
 * How many searches for numbers two edits away are left. They cost a hundred times as much as everything else in a
 * verification, so one call gets a fixed number of them; numbers one edit away are always looked for.
 */
export interface NearBudget {
  /** Walks of the number tree that may still be made; counted down. */
  left: number;
  /** Searches that were due and not made. */
  missed: number;
}

/** What a verification asks of a register. Pure for one state of the register. */
export interface RegisterFacts {
  /** Key as {@link readNumber} gives it; empty when there is none. */
  certificatesByKey(scheme: SchemeId, key: string): readonly Certificate[];
  /** By 統一編號, eight digits; `null` when the register knows none. */
  provider(ubn: string): Provider | null;
  /** Present and former names, letter for letter. */
  providersByName(name: string): readonly Provider[];
  /** Those a name means that nobody bears letter for letter; else those it may mean. */
  providersMeant(name: string): readonly Provider[];
  /** Nearest first; `walks` bounds how much is searched for all claims together. */
  nearNumbers(scheme: SchemeId, key: string, claimantUbn: string | null, walks?: NearBudget): readonly NearNumber[];
  /** The newest list of a scheme, and how old it is on that day. */
  listAge(scheme: SchemeId, today: Day): ListAge;
}
