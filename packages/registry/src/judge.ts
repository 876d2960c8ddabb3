import { assertDay, type Day } from '@aipower/taiwan/dates';
import { type Certificate, type CertificateState, terms } from './certificate.ts';
import { type Period, placeInPeriod } from './period.ts';

/** How a certificate stands on a day, whoever asks. */
export type Standing = 'valid' | 'not-yet-valid' | 'expired' | 'suspended' | 'revoked' | 'not-found' | 'unverifiable';

/** Why a certificate stands as it does on a day. */
export const standingReasons = [
  'within-period',
  'before-first-day',
  'after-last-day',
  'between-terms',
  'listed-as-expired',
  'suspended-since',
  'revoked-since',
  /** The first list that held it has it among the revoked and prints no day: what it was before nobody printed. */
  'listed-as-revoked',
  /** The list prints the day of its revocation and no other: whether it had begun before is not known. */
  'first-day-unknown',
  'gone-from-list',
  'suspension-day-unknown',
  'revocation-day-unknown',
  'reinstatement-day-unknown',
  'expiry-day-unknown',
  'gone-day-unknown',
] as const;
/** Why a certificate has its standing on a day. */
export type StandingReason = (typeof standingReasons)[number];

/** The standing of a certificate on a day, with its reason. */
export interface Judgement {
  /** How it stands. */
  readonly verdict: Standing;
  /** Why it stands so. */
  readonly reason: StandingReason;
  /** The day that is judged. */
  readonly day: Day;
  /** The day the reason names: first day, last day, day of suspension or revocation. `null` when it is not known. */
  readonly since: Day | null;
}

type Mark = 'active' | 'suspended' | 'revoked' | 'expired' | 'gone';

const unknownDay = {
  active: 'reinstatement-day-unknown',
  suspended: 'suspension-day-unknown',
  revoked: 'revocation-day-unknown',
  expired: 'expiry-day-unknown',
  gone: 'gone-day-unknown',
} as const;

/** What the state says beyond its period. A list of the expired only repeats a period that is over. */
function mark(state: CertificateState): Mark {
  if (!state.listed) return state.status === 'revoked' ? 'revoked' : 'gone';
  if (state.status === 'suspended' || state.status === 'revoked') return state.status;
  const { until } = state.period;
  return state.status === 'expired' && (until === 'open' || until >= state.from) ? 'expired' : 'active';
}

interface Step {
  readonly mark: Mark;
  /** Last day on which it certainly did not apply yet; `null`: no such day is known. */
  readonly notOn: Day | null;
  /** First day on which it certainly applied. */
  readonly by: Day;
  readonly since: Day | null;
}

/** The turns the status took. A turn that only repeats the mark before it is left out, so its day stays the first one. */
function steps(states: readonly CertificateState[]): Step[] {
  const turns: Step[] = [];
  for (const [i, state] of states.entries()) {
    const is = mark(state);
    const last = turns.at(-1);
    if (last ? last.mark === is && (state.statusOn === null || state.statusOn === last.since) : is === 'active')
      continue;
    const dated = is === 'active' || is === 'gone' ? null : state.statusOn;
    // The same mark with a newly printed day: the list now tells when it began.
    if (last?.mark === is && dated !== null) turns.pop();
    if (dated !== null) turns.push({ mark: is, notOn: null, by: dated, since: dated });
    // A list that did not hold the certificate yet says nothing of its status.
    else turns.push({ mark: is, notOn: i === 0 ? null : state.after, by: state.from, since: null });
  }
  return turns;
}

function inTerm(periods: readonly Period[], day: Day): Judgement | null {
  const first = periods[0]!;
  if (day < first.from) return { verdict: 'not-yet-valid', reason: 'before-first-day', day, since: first.from };
  if (periods.some((period) => placeInPeriod(period, day) === 'in')) return null;
  const ended = periods.filter((period) => period.until !== 'open' && period.until < day).at(-1)!;
  const reason = periods.at(-1)!.from > day ? 'between-terms' : 'after-last-day';
  return { verdict: 'expired', reason, day, since: ended.until };
}

/**
 * How does this certificate stand on this day, by all that is known of it?
 *
 * Read aloud: before its first day it is not yet valid. Revoked stays revoked, also when its period is over; one that no
 * list ever had in force is revoked on every day of its period. Outside
 * its terms it is expired. Suspended, or gone from the list, it is not valid. On a day for which the lists leave open
 * whether a change had already happened, it is `unverifiable`: neither valid nor invalid.
 *
 * @returns pure and total; reason codes as in {@link StandingReason}.
 */
export function judge(certificate: Certificate, day: Day): Judgement {
  assertDay(day, 'judge(day)');
  const { states } = certificate;
  if (revokedOnly(states) && day < states[0]!.period.from)
    return { verdict: 'unverifiable', reason: 'first-day-unknown', day, since: null };
  const outside = inTerm(terms(certificate), day);
  const period =
    outside ?? ({ verdict: 'valid', reason: 'within-period', day, since: states.at(-1)!.period.from } as const);
  if (states.length === 1 && mark(states[0]!) === 'active') return period;
  if (outside?.verdict === 'not-yet-valid') return outside;
  const turns = steps(states);
  for (let i = turns.length - 1; i >= 0; i--) {
    const turn = turns[i]!;
    if (day >= turn.by) return settle(turn, period, day);
    const certainlyBefore = turn.since !== null || (turn.notOn !== null && day <= turn.notOn);
    if (certainlyBefore) continue;
    // Over by the calendar either way.
    if (outside) return outside;
    // No list ever had it in force: what the first one says is all that is known of it, and no day makes it valid.
    if (i === 0 && turn.mark === 'revoked' && mark(states[0]!) === 'revoked')
      return { verdict: 'revoked', reason: 'listed-as-revoked', day, since: null };
    return { verdict: 'unverifiable', reason: unknownDay[turn.mark], day, since: null };
  }
  return period;
}

/**
 * The period that alone decides how a certificate stands on every day, as {@link judge} does where no list ever said more
 * than that it is in force; `null` where one did.
 */
export function calendarPeriod({ states }: Certificate): Period | null {
  const only = states.length === 1 ? states[0]! : null;
  return only && mark(only) === 'active' ? only.period : null;
}

/** A list that prints the day of a revocation in place of the period gives that day as both of its ends. */
function revokedOnly([first]: readonly CertificateState[]): boolean {
  const { status, statusOn, period } = first!;
  return status === 'revoked' && statusOn !== null && period.from === statusOn && period.until === statusOn;
}

function settle(turn: Step, period: Judgement, day: Day): Judgement {
  if (turn.mark === 'revoked') return { verdict: 'revoked', reason: 'revoked-since', day, since: turn.since };
  if (period.verdict !== 'valid' || turn.mark === 'active') return period;
  if (turn.mark === 'suspended') return { verdict: 'suspended', reason: 'suspended-since', day, since: turn.since };
  if (turn.mark === 'expired') return { verdict: 'expired', reason: 'listed-as-expired', day, since: turn.since };
  return { verdict: 'not-found', reason: 'gone-from-list', day, since: null };
}
