import { getScheme } from '@aipower/registry';
import type { Visit } from '../page/page.ts';
import { drawn, HEIGHT, type OverTime, type Stretch } from './over-time.ts';

/** The register over time as the page shows it: a picture for each scheme, and the same as a table, newest day first. */
export function overTimeView(overTime: OverTime, isSample: boolean, { t, show, language, paths }: Visit) {
  const words = t.statistics.overTime;
  const { schemes, from, until, withdrawn } = overTime;
  const named = schemes.map(({ scheme, stretches }) => ({
    name: getScheme(scheme).shortName[language],
    latest: stretches.length > 0 ? show.number(stretches.at(-1)!.valid) : null,
    bars: drawn(overTime, stretches),
    byDay: new Map(stretches.map((one) => [one.day, one])),
  }));
  const days = [...new Set(schemes.flatMap(({ stretches }) => stretches.map(({ day }) => day)))].sort().reverse();
  const cell = (one: Stretch | undefined): string => {
    if (!one) return '–';
    const n = show.number(one.valid);
    const marks = [
      one.isPartial ? words.partial : '',
      one.unverifiable > 0 ? words.unverifiable(show.number(one.unverifiable)) : '',
    ].filter(Boolean);
    const told = one.kind === 'before' ? words.atLeast(n) : n;
    return marks.length === 0 ? told : show.clauses([told, ...marks]);
  };
  return {
    height: HEIGHT,
    isSample,
    csv: paths.overTimeCsv(),
    json: paths.api('/register/over-time'),
    schemes: named,
    from: show.day(from),
    until: show.day(until),
    withdrawn: withdrawn > 0 ? words.withdrawn(show.number(withdrawn)) : null,
    rows: days.map((day) => ({
      day: show.day(day),
      cells: named.map(({ name, byDay }) => ({ name, told: cell(byDay.get(day)) })),
    })),
  };
}
