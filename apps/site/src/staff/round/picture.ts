import type { Ranked } from './ranking.ts';

/** An axis of scores, from a ten below the lowest score to 100. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Tens inside it, with their place in per cent. */
  readonly tens: readonly {
    readonly score: number;
    readonly at: string;
    readonly anchor: 'start' | 'middle' | 'end';
  }[];
}

/** Where scores lie on a strip, in per cent of its width: drawn as SVG, without a style of its own. */
export interface Strip {
  readonly points: readonly string[];
  readonly low: string;
  readonly high: string;
  readonly mean: string;
  readonly median: string;
}

const percent = (score: number, { from, to }: Pick<Axis, 'from' | 'to'>) =>
  `${(((score - from) / (to - from)) * 96 + 2).toFixed(2)}%`;

export function axisOf(ranked: readonly Ranked[]): Axis {
  const lowest = ranked.reduce((least, { totals }) => Math.min(least, totals[0]!.total), 100);
  const from = Math.min(90, Math.max(0, Math.floor(lowest / 10) * 10));
  const tens = Array.from({ length: (100 - from) / 10 + 1 }, (_, i) => from + i * 10);
  return {
    from,
    to: 100,
    tens: tens.map((score) => ({
      score,
      at: percent(score, { from, to: 100 }),
      anchor: score === from ? ('start' as const) : score === 100 ? ('end' as const) : ('middle' as const),
    })),
  };
}

export function stripOf({ totals, mean, median }: Ranked, axis: Axis): Strip {
  return {
    points: totals.map(({ total }) => percent(total, axis)),
    low: percent(totals[0]!.total, axis),
    high: percent(totals.at(-1)!.total, axis),
    mean: percent(Number(mean), axis),
    median: percent(Number(median), axis),
  };
}
