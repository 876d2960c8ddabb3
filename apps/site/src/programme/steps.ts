import type { Programme } from '@aipower/programme';
import type { Language } from '../page/language.ts';
import type { Show } from '../page/show.ts';
import type { Messages } from '../page/words.zh.ts';
import type { windowState } from './view.ts';

export interface Step {
  readonly name: string;
  readonly note: string;
  readonly place: 'past' | 'here' | 'next';
}

/**
 * The way of an application as a line: sent, reviewed as the programme says, used, closed. Today is marked where the
 * programme's own days tell it: while applications are taken, and until the last review. What follows differs by firm.
 */
export function stepsLine(
  programme: Programme,
  state: ReturnType<typeof windowState>['state'],
  today: string,
  t: Messages['programme'],
  show: Show,
  language: Language,
): readonly Step[] {
  const reviews = programme.categories.flatMap(({ rounds }) => rounds.map(({ reviewOn }) => reviewOn)).toSorted();
  const last = reviews.at(-1) ?? '';
  const stages = programme.process.filter(({ categories }) => categories.length === programme.categories.length);
  const report = programme.afterAward.find(({ calendarDaysAfterUse }) => calendarDaysAfterUse !== undefined);
  const steps = [
    { name: t.stepSend, note: t.timelineClosesAt(show.shortDay(programme.window.closesAt.slice(0, 10))) },
    // The printed number of a stage is not the number of its step here.
    ...stages.map(({ name }, index) => ({
      name: name[language].replace(/^[(（].{1,2}[)）]\s*/, ''),
      note: index === 0 ? t.stepReviews(show.shortDay(last)) : '',
    })),
    { name: t.stepUse, note: t.getMonths(programme.usePeriod.months) },
    ...(report ? [{ name: t.stepClose, note: t.dueReport(report.calendarDaysAfterUse ?? 0) }] : []),
  ];
  const here = state === 'open' ? 0 : state === 'closed' && today <= last ? 1 : -1;
  const done = state === 'closed' ? (today <= last ? 0 : stages.length) : -1;
  return steps.map((step, index) => ({
    ...step,
    place: index === here ? 'here' : index <= done ? 'past' : 'next',
  }));
}
