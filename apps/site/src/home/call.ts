import { type Programme, roundFor, whatFits } from '@aipower/programme';
import { daysBetween } from '@aipower/taiwan/dates';
import type { Visit } from '../page/page.ts';
import { daysLeft, windowState, yearWords } from '../programme/view.ts';

/** The line of the application period, from its first known day to its last, in per cent of the width. */
export interface CallBar {
  readonly today: number;
  readonly todayLabel: string;
  readonly from: string;
  readonly until: string;
}

const monthDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;

/**
 * The call as the first page tells it. Open: how long still, the next review, what there is to get. Before: from when on.
 * Closed: what comes next, as far as anything of it is known.
 */
export function callView(
  programme: Programme,
  programmes: ReadonlyMap<string, Programme>,
  now: Date,
  { t, show, language, today }: Visit,
) {
  const words = t.home.call;
  const state = windowState(programme, now, t.programme, show);
  const { closesAt, opensOn, seenOpenOn } = programme.window;
  const closes = closesAt.slice(0, 10);
  const begins = opensOn ?? seenOpenOn?.date ?? null;
  const rounds = programme.categories.flatMap((category) => {
    const answer = roundFor(programme, category.id, now);
    return answer.state === 'open' ? [{ name: category.name[language], on: answer.round.reviewOn }] : [];
  });
  const next = rounds.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(0);
  const top = programme.levels.at(-1);
  const most = programme.categories.map((category) => {
    const { unit, amount } = whatFits(programme, category.id, top!.id);
    return t.programme.amountOf[unit](t.programme.plain(amount));
  });
  const isOpen = state.state === 'open';
  const later = [...programmes.values()].some(({ rocYear }) => rocYear > programme.rocYear);
  const bar: CallBar | null =
    isOpen && begins !== null && begins <= today && begins < closes
      ? {
          today: Math.round((daysBetween(begins, today) / daysBetween(begins, closes)) * 1000) / 10,
          todayLabel: `${t.programme.timelineToday} ${monthDay(today)}`,
          from: opensOn ? monthDay(opensOn) : t.programme.timelineOpens,
          until: words.until(monthDay(closes)),
        }
      : null;
  return {
    title: t.programme.title(yearWords(programme)),
    word: state.word,
    isOpen,
    count: isOpen ? words.left(daysLeft(programme, now)) : null,
    bar,
    lines: [
      ...(isOpen ? [] : [state.sentence]),
      ...(next ? [words.next(next.name, show.dayInMinutes(next.on))] : []),
      ...(state.state === 'closed' && !later ? [words.nextYearUnknown] : []),
      words.get(programme.usePeriod.months, show.clauses(most)),
    ],
  };
}
