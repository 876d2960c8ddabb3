import type { CaseFile } from './case-file.ts';
import type { CaseEvent } from './event.ts';
import type { MainState } from './states.ts';

/** The points of one round: still free, promised by decisions and awards that have not begun, and given out. */
export type Ledger = { readonly pool: number; readonly held: number; readonly given: number };
type Account = keyof Ledger;
type Movement = { readonly from: Account; readonly to: Account; readonly points: number };

/** A round's points before anything is held or given. @param offered whole points that the organiser puts into the round. */
export function newLedger(offered: number): Ledger {
  return { pool: offered, held: 0, given: 0 };
}

/** The ledger after an event. @param before the case file before that event. */
export function book(ledger: Ledger, before: CaseFile | null, event: CaseEvent): Ledger {
  const after = { ...ledger };
  for (const { from, to, points } of movements(before, event)) {
    after[from] -= points;
    after[to] += points;
  }
  return after;
}

const correcting: readonly MainState[] = ['under-review', 'scored', 'in-meeting', 'decided'];

function movements(before: CaseFile | null, event: CaseEvent): readonly Movement[] {
  const move = (from: Account, to: Account, points: number) => [{ from, to, points }];
  switch (event.type) {
    case 'decide':
    case 'waitlist.promote':
      return move('pool', 'held', event.data.points);
    case 'decision.correct': {
      const { award } = before!;
      const old = award && award.state !== 'ended' ? award.points : 0;
      return [...move('held', 'pool', old), ...move('pool', 'held', event.data.points)];
    }
    case 'decision.reopen':
    case 'withdraw':
      return move('held', 'pool', event.data.returned);
    case 'award.start':
      return move('held', 'given', before!.award!.points);
    case 'award.change':
      return move('pool', 'given', event.data.points - event.data.before.points);
    case 'award.lapse':
      return move('held', 'pool', event.data.returned);
    case 'award.terminate':
      return move('given', 'pool', event.data.returned);
    case 'award.renounce': {
      // While a correction is held, the award's points went back when the correction was recorded.
      if (correcting.includes(before!.main)) return [];
      return move(before!.award!.start === null ? 'held' : 'given', 'pool', event.data.returned);
    }
    default:
      return [];
  }
}

/** What one application holds and was given, read off its case file: the sum over a round must agree with its ledger. */
export function pointsOf(state: CaseFile): Omit<Ledger, 'pool'> {
  if (correcting.includes(state.main)) {
    const held = state.decisions.findLast(({ publishedIn, reopened }) => publishedIn === null && !reopened);
    return { held: held?.points ?? 0, given: 0 };
  }
  const { award } = state;
  if (state.main !== 'approved' || !award) return { held: 0, given: 0 };
  if (award.start !== null) return { held: 0, given: award.points - award.returned };
  return { held: award.state === 'ended' ? 0 : award.points, given: 0 };
}
