import type { Award } from '@aipower/applications';
import type { Programme } from '@aipower/programme';
import type { Visit } from '../../page/page.ts';
import { pointsInWords } from './amounts.ts';
import { weeksOf } from './weeks.ts';

/** Height of the bars' field in pixels; the width is whatever the page has. */
const HEIGHT = 120;
/** Most labels that fit below the bars of a phone. */
const LABELS = 7;

/**
 * The use of every week as bars, places in per cent of the width. The tallest is the week with most use. A week that is not
 * known has a dashed frame and no bar: it is never drawn as empty. The same stands in a table beside it.
 */
export function usagePicture(award: Award, programme: Programme, category: string, visit: Visit) {
  const { t, show, today } = visit;
  const weeks = weeksOf(award, today);
  const most = Math.max(0, ...weeks.map(({ points }) => points));
  const step = 100 / Math.max(1, weeks.length);
  const every = Math.ceil(weeks.length / LABELS);
  return {
    height: HEIGHT,
    most: most === 0 ? '' : show.number(most),
    bars: weeks.map((week, i) => {
      const height = most === 0 ? 0 : Math.max(week.points > 0 ? 2 : 0, Math.round((week.points / most) * HEIGHT));
      return {
        state: week.state,
        x: percent(i * step + step * 0.12),
        width: percent(step * 0.76),
        middle: percent(i * step + step / 2),
        y: HEIGHT - height,
        height,
        label: i % every === 0 ? String(week.n) : '',
      };
    }),
    rows: weeks.map((week) => ({
      n: String(week.n),
      days: `${show.shortDay(week.from)} – ${show.shortDay(week.until)}`,
      state: week.state,
      status: ({ used: 'good', unused: 'warn', unknown: 'unsure', ahead: 'open' } as const)[week.state],
      word: t.apply.award.weekStates[week.state],
      points: week.points > 0 ? pointsInWords(programme, category, week.points, visit) : '',
      unknown: week.unknownDays > 0 ? t.apply.award.unknownDays(week.unknownDays) : '',
    })),
  };
}

const percent = (value: number) => Math.round(value * 100) / 100;
