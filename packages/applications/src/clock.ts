import { type CaseFile, rulesIn } from './case-file.ts';
import type { EventDraft } from './context.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { addDays, afterDay, endOfDay, timeOf } from './taipei-day.ts';
import { daysAfterNotice } from './tracks/idle.ts';
import { isOpen } from './window.ts';

/**
 * What time alone has made true: marks, never a refusal, a cancellation or a sanction. Every mark counts from the moment it
 * became true (`data.on`), so missed ticks change nothing but when it was noticed, and a second tick adds nothing.
 *
 * @param closesAt when the programme closes by its file today: what becomes of a draft.
 */
export function tick(state: CaseFile, closesAt: string, now: string): readonly CaseEvent[] {
  const time = timeOf(now);
  const events: CaseEvent[] = [];
  for (let at = state; ; ) {
    const mark = nextMark(at, closesAt, time);
    if (!mark) return events;
    const event = {
      type: mark.type,
      application: at.id,
      at: new Date(time).toISOString(),
      by: { kind: 'clock', id: mark.type },
      confirmedBy: null,
      reason: null,
      from: at.main,
      to: mark.to ?? at.main,
      data: mark.data,
    } as CaseEvent;
    events.push(event);
    at = evolve(at, event);
  }
}

function nextMark(state: CaseFile, closesAt: string, time: number): EventDraft | null {
  if (state.main === 'draft') {
    const on = new Date(Date.parse(closesAt) + 1000).toISOString();
    return isOpen(closesAt, time) ? null : { type: 'draft.lapse', to: 'lapsed', data: { on } };
  }
  const supplement = state.supplements.at(-1);
  if (state.main === 'supplement-requested' && supplement?.state === 'open' && time >= endOfDay(supplement.due)) {
    return { type: 'supplement.overdue', data: { on: afterDay(supplement.due) } };
  }
  if (state.main !== 'approved') return null;
  return awardMark(state, time) ?? barMark(state, time) ?? obligationMark(state, time);
}

function awardMark(state: CaseFile, time: number): EventDraft | null {
  const { award } = state;
  if (!award || award.lastDay === null || award.state === 'ended') return null;
  if (award.state === 'idle-noticed') {
    const used = daysAfterNotice(state).find((day) => (award.usage[day] ?? 0) > 0);
    if (used) return { type: 'idle.cured', data: { on: afterDay(used) } };
  }
  let sum = 0;
  for (const day of Object.keys(award.usage).sort()) {
    sum += award.usage[day] ?? 0;
    if (sum >= award.points && day <= award.lastDay) {
      return { type: 'award.expire', data: { on: afterDay(day), because: 'points-used' } };
    }
  }
  if (time < endOfDay(award.lastDay)) return null;
  return { type: 'award.expire', data: { on: afterDay(award.lastDay), because: 'last-day' } };
}

function barMark({ bars }: CaseFile, time: number): EventDraft | null {
  const over = bars.find(({ state, until }) => state === 'open' && until !== null && time >= endOfDay(until));
  return over ? { type: 'bar.consume', data: { bar: over.n, on: afterDay(over.until!) } } : null;
}

function obligationMark(state: CaseFile, time: number): EventDraft | null {
  const firstReminder = Math.max(...rulesIn(state).reminders.daysBefore);
  for (const { id: obligation, due, state: stage } of state.obligations) {
    if (due === null) continue;
    const since = afterDay(addDays(due, -firstReminder - 1));
    if (stage === 'scheduled' && time >= Date.parse(since))
      return { type: 'obligation.due', data: { obligation, on: since } };
    if (stage === 'due' && time >= endOfDay(due))
      return { type: 'obligation.overdue', data: { obligation, on: afterDay(due) } };
  }
  return null;
}
