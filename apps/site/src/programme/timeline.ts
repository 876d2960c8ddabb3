import type { Programme } from '@aipower/programme';
import type { Language } from '../page/language.ts';
import type { Messages } from '../page/words.zh.ts';

/** A day on the line: where it stands, in per cent of the width. */
interface Point {
  readonly day: string;
  readonly short: string;
  readonly x: number;
  readonly isPast: boolean;
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const isoDay = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const short = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;

/** The picture is this wide on both sides of its first and last day, in per cent. */
const LEFT = 14;
const RIGHT = 94;

/**
 * The dates of a programme as a picture: months, the application period, the reviews of each category, today. Places are in
 * per cent, so that the picture fits any width. An opening day that is not printed is not drawn as a beginning.
 */
export function timeline(programme: Programme, today: string, t: Messages['programme'], language: Language) {
  const closes = programme.window.closesAt.slice(0, 10);
  const { opensOn, seenOpenOn } = programme.window;
  const begins = opensOn ?? seenOpenOn?.date ?? closes;
  const days = [
    begins,
    closes,
    today,
    ...programme.categories.flatMap(({ rounds }) => rounds.map(({ reviewOn }) => reviewOn)),
  ];
  const from = Math.min(...days.map(dayNumber));
  const until = Math.max(...days.map(dayNumber));
  const at = (day: string) =>
    Math.round((LEFT + ((dayNumber(day) - from) / (until - from || 1)) * (RIGHT - LEFT)) * 100) / 100;
  const point = (day: string): Point => ({ day, short: short(day), x: at(day), isPast: day < today });
  const months: (Point & { readonly label: string })[] = [];
  for (let number = from; number <= until; number++)
    if (isoDay(number).endsWith('-01')) {
      const label = t.timelineMonth(Number(isoDay(number).slice(5, 7)));
      months.push({ ...point(isoDay(number)), label });
    }
  const rows = programme.categories.map(({ name, rounds }) => ({
    name: name[language],
    points: rounds.map(({ reviewOn }) => point(reviewOn)),
  }));
  return {
    months,
    rows,
    opens: { known: opensOn !== null, ...point(begins) },
    closes: point(closes),
    today: point(today),
  };
}
