import type { CaseEvent } from './event.ts';
import { addDays } from './taipei-day.ts';

/** A notice that an application can cause. */
export type NoticeKind =
  | 'receipt'
  | 'supplement'
  | 'supplement-extended'
  | 'supplement-cancelled'
  | 'not-accepted'
  | 'result'
  | 'withdrawn'
  | 'award-started'
  | 'idle'
  | 'suspended'
  | 'resumed'
  | 'ended'
  | 'obligation-returned'
  | 'change-granted'
  | 'change-declined'
  | 'reminder';

/** A notice for the company: which, and about what. No text and no address yet. */
export type Notice = {
  readonly kind: NoticeKind;
  readonly detail: Readonly<Record<string, unknown>>;
};

const kindOf: { readonly [K in CaseEvent['type']]?: NoticeKind } = {
  submit: 'receipt',
  revise: 'receipt',
  'supplement.submit': 'receipt',
  'supplement.request': 'supplement',
  'supplement.extend': 'supplement-extended',
  'supplement.cancel': 'supplement-cancelled',
  'not-accept': 'not-accepted',
  'round.publish': 'result',
  withdraw: 'withdrawn',
  'award.start': 'award-started',
  'idle.notify': 'idle',
  'award.suspend': 'suspended',
  'award.resume': 'resumed',
  'award.terminate': 'ended',
  'award.expire': 'ended',
  'obligation.return': 'obligation-returned',
  'award.change': 'change-granted',
  'change.decline': 'change-declined',
};

/** The last day of what a notice asks for. */
function lastDayOf(event: CaseEvent): string | null {
  if (event.type === 'idle.notify') return addDays(event.data.decideFrom, -1);
  return 'due' in event.data ? event.data.due : null;
}

/** The notice that goes with an event, or null. What is held until publication has none. */
export function noticeOf(event: CaseEvent): Notice | null {
  const kind = kindOf[event.type];
  if (!kind) return null;
  const last = lastDayOf(event);
  const due = last === null ? {} : { due: last };
  return { kind, detail: { event: event.type, reason: event.reason, ...due } };
}
