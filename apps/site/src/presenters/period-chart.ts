import { judge, schemes, terms } from '@aipower/registry';
import { type Day, daysBetween, rocYear } from '@aipower/taiwan/dates';
import type { Visit } from '../page/page.ts';
import { type Holding, markOf } from './holding.ts';

/** Drawn to this width and stretched to the column: only bars and lines, so nothing is bent. */
const WIDTH = 1000;

/**
 * The periods of certificates on one line of time, a row each, today as an upright line, the day that is asked about, if
 * it is another, as a broken one. Everything in it is also said in words beside it.
 */
export function drawPeriods(holdings: readonly Holding[], { today, language, t }: Visit, on: Day) {
  const rows = holdings.map((holding) => ({ holding, stretches: terms(holding.certificate) }));
  const ends = rows.flatMap(({ stretches }) =>
    stretches.flatMap(({ from, until }) => [from, until === 'open' ? today : until]),
  );
  const sorted = [...ends, today, on].sort();
  const [from, to] = [yearOf(sorted[0]!), yearOf(sorted.at(-1)!)];
  const [first, last] = [`${from}-01-01`, `${to}-12-31`];
  const whole = daysBetween(first, last);
  const x = (day: Day) => Math.round((daysBetween(first, day) / whole) * WIDTH);
  const bar = (from: Day, to: Day, mark: string) => ({ x: x(from), width: Math.max(4, x(to) - x(from)), mark });
  const yearName = (year: number) => (language === 'zh' ? `${rocYear(`${year}-01-01`)}年（${year}）` : String(year));
  return {
    width: WIDTH,
    today: x(today),
    asked: on === today ? null : x(on),
    lines: t.verdict.lines(on !== today),
    years: Array.from({ length: to - from }, (_, index) => x(`${from + index + 1}-01-01`)),
    from: yearName(from),
    to: yearName(to),
    rows: rows.map(({ holding, stretches }) => {
      const cut = cutShort(holding, today);
      return {
        label: schemes.find(({ id }) => id === holding.certificate.scheme)!.shortName[language],
        bars: stretches.flatMap(({ from: start, until }) => {
          const end = until === 'open' ? last : until;
          if (cut === null || cut.day > end) return [bar(start, end, markOf[holding.state])];
          if (cut.day <= start) return [bar(start, end, cut.mark)];
          // What was in force before the day it was revoked or suspended is drawn as that, whatever it is today.
          return [bar(start, cut.day, 'good'), bar(cut.day, end, cut.mark)];
        }),
      };
    }),
  };
}

/** From when on a certificate is revoked or suspended, as it stands today; `null` where it is neither or the day is not known. */
function cutShort({ certificate }: Holding, today: Day): { readonly day: Day; readonly mark: string } | null {
  const { verdict, since } = judge(certificate, today);
  return since !== null && (verdict === 'revoked' || verdict === 'suspended')
    ? { day: since, mark: markOf[verdict] }
    : null;
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
