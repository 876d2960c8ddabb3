import { assertDay, type Day, daysBetween } from '@aipower/taiwan/dates';
import { type Judgement, judge, type Standing } from '../judge.ts';
import type { Snapshot } from './snapshot.ts';

/** How a certificate stands on a day, as lists filter by it. `expiring` is `valid` with at most 90 days to go. */
export const listStates = [
  'valid',
  'expiring',
  'not-yet-valid',
  'expired',
  'suspended',
  'revoked',
  'gone',
  'unverifiable',
] as const;
/** One of {@link listStates}. */
export type ListState = (typeof listStates)[number];

/** Days before its end from which a certificate counts as `expiring`. Our choice, no rule of a scheme. */
export const EXPIRING_DAYS = 90;

const stateOf: Record<Standing, ListState> = {
  valid: 'valid',
  'not-yet-valid': 'not-yet-valid',
  expired: 'expired',
  suspended: 'suspended',
  revoked: 'revoked',
  'not-found': 'gone',
  unverifiable: 'unverifiable',
};

/** The state of every certificate of a snapshot on one day: one bit per state, in the order of providers and theirs. */
export interface DayView {
  readonly day: Day;
  readonly states: Uint8Array;
}

export function stateBit(state: ListState): number {
  return 1 << listStates.indexOf(state);
}

/**
 * The states of one certificate on a day; a valid one close to its end is both `valid` and `expiring`.
 * @param judgement what {@link judge} says of it on that day, from whoever has asked already.
 */
export function certificateStates(
  certificate: Snapshot['providers'][number]['certificates'][number],
  day: Day,
  { verdict }: Pick<Judgement, 'verdict'> = judge(certificate, day),
): ListState[] {
  const { until } = certificate.states.at(-1)!.period;
  const expiring = verdict === 'valid' && until !== 'open' && daysBetween(day, until) <= EXPIRING_DAYS;
  return expiring ? ['valid', 'expiring'] : [stateOf[verdict]];
}

/** Judges every certificate of the snapshot once: about a microsecond each. */
export function viewDay(snapshot: Snapshot, day: Day): DayView {
  assertDay(day, 'providers({ on })');
  const states: number[] = [];
  for (const provider of snapshot.providers) {
    for (const certificate of provider.certificates) {
      states.push(certificateStates(certificate, day).reduce((bits, state) => bits | stateBit(state), 0));
    }
  }
  return { day, states: Uint8Array.from(states) };
}
