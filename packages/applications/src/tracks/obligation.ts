import type { CaseFile, Obligation, ObligationKind, ObligationState } from '../case-file.ts';
import type { Changes } from '../change.ts';
import type { SomeHandlers } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Rules } from '../rules.ts';
import { addDays, addYears, isDay } from '../taipei-day.ts';

/** What is handed in for a duty, as links in this order. Reports and films stay where the company keeps them. */
export const linksOf = {
  'closing-report': ['report', 'slides', 'video'],
  'demo-meeting': [],
  'follow-up': ['report'],
} as const satisfies Readonly<Record<ObligationKind, readonly string[]>>;

const open: readonly ObligationState[] = ['scheduled', 'due', 'overdue', 'returned'];

/** Duties after the award: report, demo meeting, yearly follow-up. A due day is stored once and moved only by an officer. */
export const obligationHandlers: SomeHandlers<
  | 'obligation.set-day'
  | 'obligation.extend'
  | 'obligation.deliver'
  | 'obligation.accept'
  | 'obligation.return'
  | 'obligation.waive'
> = {
  'obligation.set-day': ({ state, command: { obligation, due } }) => {
    const refusal = refuseUnless(state, obligation, open);
    if (refusal) return refusal;
    if (find(state, obligation)!.due !== null) return refuse('wrong-obligation-state', { obligation });
    return isDay(due) ? [{ type: 'obligation.set-day', data: { obligation, due } }] : refuse('bad-day', { due });
  },
  'obligation.extend': ({ state, command: { obligation, due } }) => {
    const refusal = refuseUnless(state, obligation, open);
    if (refusal) return refusal;
    const before = find(state, obligation)!.due;
    if (!isDay(due)) return refuse('bad-day', { due });
    if (before === null || due <= before) return refuse('not-later', { due: before });
    return [{ type: 'obligation.extend', data: { obligation, before, due } }];
  },
  'obligation.deliver': ({ state, command: { obligation, links } }) => {
    const refusal = refuseUnless(state, obligation, open);
    if (refusal) return refusal;
    const { kind } = find(state, obligation)!;
    if (kind === 'demo-meeting') return refuse('no-delivery');
    if (links.length < linksOf[kind].length) return refuse('links-missing', { links: linksOf[kind] });
    const good = links.length > 0 && links.every((link) => /^https:\/\/[^\s/]+\.[^\s]+$/.test(link));
    return good ? [{ type: 'obligation.deliver', data: { obligation, links } }] : refuse('bad-link');
  },
  'obligation.accept': ({ state, day, command: { obligation } }) => {
    const found = find(state, obligation);
    if (found?.kind !== 'demo-meeting') {
      return refuseUnless(state, obligation, ['received']) ?? [{ type: 'obligation.accept', data: { obligation } }];
    }
    // Nothing is handed in for a meeting: the officer records that the company was there.
    const refusal = refuseUnless(state, obligation, open);
    if (refusal) return refusal;
    if (found.due === null || day < found.due) return refuse('too-early', { due: found.due });
    return [{ type: 'obligation.accept', data: { obligation } }];
  },
  'obligation.return': ({ state, command: { obligation } }) =>
    refuseUnless(state, obligation, ['received']) ?? [{ type: 'obligation.return', data: { obligation } }],
  'obligation.waive': ({ state, command: { obligation } }) =>
    refuseUnless(state, obligation, [...open, 'received']) ?? [{ type: 'obligation.waive', data: { obligation } }],
};

export const obligationChanges: Changes = {
  'obligation.due': (state, { data }) => change(state, data.obligation, { state: 'due' }),
  'obligation.overdue': (state, { data }) => change(state, data.obligation, { state: 'overdue' }),
  'obligation.set-day': (state, { data: { obligation, due } }) => change(state, obligation, { due }),
  'obligation.extend': (state, { data: { obligation, due } }) => change(state, obligation, { due, state: 'scheduled' }),
  'obligation.deliver': (state, { data }) => change(state, data.obligation, { state: 'received' }),
  'obligation.accept': (state, { data }) => change(state, data.obligation, { state: 'accepted' }),
  'obligation.return': (state, { data }) => change(state, data.obligation, { state: 'returned' }),
  'obligation.waive': (state, { data }) => change(state, data.obligation, { state: 'waived' }),
};

/** The duties that begin with the use. `lastDay`: the last day of use as printed in the award. */
export function obligationsFrom({ reportDays, demoMeeting, followUpYears }: Rules, lastDay: string): Obligation[] {
  const scheduled = 'scheduled' as const;
  const report = { id: 'closing-report', kind: 'closing-report' as const, state: scheduled };
  return [
    ...(reportDays === null ? [] : [{ ...report, due: addDays(lastDay, reportDays) }]),
    ...(demoMeeting ? [{ id: 'demo-meeting', kind: 'demo-meeting' as const, due: null, state: scheduled }] : []),
    ...Array.from({ length: followUpYears }, (_, i) => {
      return { id: `follow-up-${i + 1}`, kind: 'follow-up' as const, due: addYears(lastDay, i + 1), state: scheduled };
    }),
  ];
}

/** After a change of the last day: what is still only scheduled moves with it. */
export function shiftedObligations(obligations: readonly Obligation[], days: number): Obligation[] {
  return obligations.map((one) =>
    one.state === 'scheduled' && one.due !== null && one.kind !== 'demo-meeting'
      ? { ...one, due: addDays(one.due, days) }
      : one,
  );
}

function find({ obligations }: CaseFile, id: string): Obligation | undefined {
  return obligations.find((one) => one.id === id);
}

function change({ obligations }: CaseFile, id: string, change: Partial<Obligation>): Partial<CaseFile> {
  return { obligations: obligations.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

function refuseUnless(state: CaseFile, id: string, allowed: readonly ObligationState[]): Refusal | null {
  const found = find(state, id);
  if (!found) return refuse('no-such-obligation', { obligation: id });
  return allowed.includes(found.state)
    ? null
    : refuse('wrong-obligation-state', { obligation: id, state: found.state });
}
