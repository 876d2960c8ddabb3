import { type Award, type CaseFile, rulesIn } from '../case-file.ts';
import type { Changes } from '../change.ts';
import type { SomeHandlers } from '../context.ts';
import { refuse } from '../refusal.ts';
import { addDays } from '../taipei-day.ts';
import { refuseUnless, withAward } from './award.ts';

/**
 * The idle rule as printed: unused completed weeks, counted together, are more than half of the approved ones → notice to the
 * contact → three calendar days from the next day → an officer decides. A week with unknown usage is never unused.
 */
export const idleHandlers: SomeHandlers<'idle.notify' | 'idle.confirm'> = {
  'idle.notify': ({ state, command, day }) => {
    const refusal = refuseUnless(state, ['active']);
    if (refusal) return refusal;
    const { idle } = rulesIn(state);
    const award = state.award!;
    const unusedWeeks = countUnusedWeeks(award, day);
    const before = award.notice?.unusedWeeks ?? 0;
    const isIdle = idle && unusedWeeks > award.weeks! * idle.moreThanShareOfWeeks && unusedWeeks > before;
    if (!isIdle) return refuse('not-idle', { unusedWeeks, weeks: award.weeks, noticedAt: before });
    const decideFrom = addDays(day, idle.daysAfterNotice + 1);
    return [{ type: 'idle.notify', data: { noticeId: command.noticeId, day, unusedWeeks, decideFrom } }];
  },
  'idle.confirm': ({ state, day }) => {
    const refusal = refuseUnless(state, ['idle-noticed']);
    if (refusal) return refusal;
    const days = daysAfterNotice(state);
    if (day <= days.at(-1)!) return refuse('too-early', { decideFrom: addDays(days.at(-1)!, 1) });
    const { usage } = state.award!;
    const used = days.find((one) => (usage[one] ?? 0) > 0);
    if (used) return refuse('usage-seen', { day: used });
    const unknown = days.filter((one) => usage[one] === undefined || usage[one] === null);
    if (unknown.length > 0) return refuse('usage-unknown', { days: unknown });
    return [{ type: 'idle.confirm', data: { item: 'idle', on: day } }];
  },
};

export const idleChanges: Changes = {
  'idle.notify': (state, { data: { day, unusedWeeks } }) =>
    withAward(state, { state: 'idle-noticed', notice: { day, unusedWeeks } }),
  'idle.cured': (state) => withAward(state, { state: 'active' }),
  'idle.confirm': (state, { data: { item, on } }) => ({
    ...withAward(state, { state: 'active' }),
    breaches: [...state.breaches, { n: state.breaches.length + 1, item, on }],
  }),
};

/** Completed weeks since the start, seven days each, on every day of which usage is known to be nothing. */
export function countUnusedWeeks({ start, weeks, usage }: Award, today: string): number {
  if (start === null || weeks === null) return 0;
  let unused = 0;
  for (let week = 0; week < weeks && addDays(start, week * 7 + 6) < today; week++) {
    let day = 0;
    while (day < 7 && usage[addDays(start, week * 7 + day)] === 0) day++;
    if (day === 7) unused++;
  }
  return unused;
}

/** The days in which use must be seen again: from the day after the notice. */
export function daysAfterNotice(state: CaseFile): string[] {
  const { idle } = rulesIn(state);
  const { day } = state.award!.notice!;
  return Array.from({ length: idle?.daysAfterNotice ?? 0 }, (_, i) => addDays(day, i + 1));
}
