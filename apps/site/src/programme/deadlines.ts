import type { Programme } from '@aipower/programme';
import { addDays, adYear, parseDay } from '@aipower/taiwan/dates';
import type { Show } from '../page/show.ts';
import type { Messages } from '../page/words.zh.ts';

export interface Deadlines {
  readonly typed: string;
  readonly error?: string;
  readonly lines: readonly { readonly label: string; readonly day: string }[];
}

/** Use begins in the programme's year and lasts months, a few times prolonged: a day beyond is a slip of the hand. */
const YEARS_OF_USE = 3;

/** What is due when the use of the platform ends on a day: as many calendar days, or years, later as the programme says. */
export function deadlinesAfter(
  { id, afterAward }: Programme,
  typed: string,
  t: Messages['programme'],
  show: Show,
): Deadlines {
  const reading = parseDay(typed);
  if (!reading.ok) return { typed, error: t.errors.endsNotDay(typed.slice(0, 40)), lines: [] };
  const from = `${adYear(Number(id))}-01-01`;
  const until = `${adYear(Number(id)) + YEARS_OF_USE}-12-31`;
  if (reading.day < from || reading.day > until) {
    return { typed, error: t.errors.endsOutside(show.day(from), show.day(until)), lines: [] };
  }
  const lines = afterAward.flatMap(({ calendarDaysAfterUse, years }) => [
    ...(calendarDaysAfterUse === undefined
      ? []
      : [
          {
            label: t.dueReport(calendarDaysAfterUse),
            day: show.day(addDays(reading.day, calendarDaysAfterUse)),
          },
        ]),
    ...(years === undefined ? [] : [{ label: t.dueFollowUp(years), day: show.day(yearsLater(reading.day, years)) }]),
  ]);
  return { typed, lines };
}

/** The same day of a later year; 29 February becomes the last of the month. */
function yearsLater(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const same = `${year}${day.slice(4)}`;
  return new Date(`${same}T00:00:00Z`).toISOString().startsWith(same) ? same : `${year}-02-28`;
}
