import type { CaseEvent } from './event.ts';

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
};

/** The notice that goes with an event, or null. What is held until publication has none. */
export function noticeOf(event: CaseEvent): Notice | null {
  const kind = kindOf[event.type];
  if (!kind) return null;
  const due = 'due' in event.data ? { due: event.data.due } : {};
  return { kind, detail: { event: event.type, reason: event.reason, ...due } };
}
