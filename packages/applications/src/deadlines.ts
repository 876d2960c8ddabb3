import { type CaseFile, rulesIn } from './case-file.ts';
import { afterDay, dayOf, daysBetween } from './taipei-day.ts';
import { daysAfterNotice } from './tracks/idle.ts';

/** A day by which the company has to act. */
export type Deadline = {
  /** What has to be done by then. */
  readonly kind: 'submit' | 'supplement' | 'award-accept' | 'idle-notice' | 'use-ends' | 'obligation';
  /** Which supplement or obligation; empty where there is only one. */
  readonly id: string;
  /** Last day, inclusive, in Taiwan. */
  readonly day: string;
  /** The first moment after it (ISO instant). */
  readonly until: string;
};

/** Every deadline that waits for the company now, the nearest first. @param closesAt the closing time of the programme, for a draft. */
export function deadlines(state: CaseFile, closesAt: string): readonly Deadline[] {
  const found: Deadline[] = [];
  const add = (kind: Deadline['kind'], id: string, day: string) => found.push({ kind, id, day, until: afterDay(day) });
  if (state.main === 'draft') {
    const until = new Date(Date.parse(closesAt) + 1000).toISOString();
    found.push({ kind: 'submit', id: '', day: dayOf(closesAt), until });
  }
  const supplement = state.supplements.at(-1);
  if (state.main === 'supplement-requested' && supplement) add('supplement', String(supplement.n), supplement.due);
  const { award } = state;
  if (award?.state === 'awarded' && award.acceptBy !== null && award.acceptedOn === null) {
    add('award-accept', '', award.acceptBy);
  }
  if (award?.state === 'idle-noticed') add('idle-notice', award.notice!.day, daysAfterNotice(state).at(-1)!);
  if (award && award.lastDay !== null && award.state !== 'awarded' && award.state !== 'ended') {
    add('use-ends', '', award.lastDay);
  }
  for (const { id, due, state: stage } of state.obligations) {
    if (due !== null && ['scheduled', 'due', 'overdue', 'returned'].includes(stage)) add('obligation', id, due);
  }
  return found.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
}

/**
 * Which reminder of a deadline is the latest that should have gone out by a day, as a key that stays the same until the next
 * one: storage sends each key once, so a missed day delays a reminder and never loses it. Null while none is due.
 */
export function reminderKey(state: CaseFile, { kind, id, day }: Deadline, today: string): string | null {
  const { daysBefore, overdueEveryDays } = rulesIn(state).reminders;
  const left = daysBetween(today, day);
  if (left < 0) {
    const turn = Math.floor((-left - 1) / overdueEveryDays);
    return `${kind}/${id}/${day}/overdue-${turn}`;
  }
  const passed = daysBefore.filter((days) => days >= left);
  return passed.length > 0 ? `${kind}/${id}/${day}/before-${Math.min(...passed)}` : null;
}
