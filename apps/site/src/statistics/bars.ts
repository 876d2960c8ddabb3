import type { OpenValue } from './open-tables.ts';

/** A bar for each row, in per cent of the longest; what is not told has none. Rows with nothing to draw make no picture. */
export function barsOf(rows: readonly { readonly label: string; readonly values: readonly OpenValue[] }[], drawn = 0) {
  const shown = rows.map(({ label, values }) => ({
    label,
    values: values.slice(drawn).map((value) => (typeof value === 'number' ? value : null)),
  }));
  const most = Math.max(0, ...shown.flatMap(({ values }) => values.map((value) => value ?? 0)));
  if (most === 0) return null;
  return shown.map(({ label, values }) => ({
    label,
    bars: values.map((value, i) => ({
      kind: i === 0 ? 'first' : 'second',
      value,
      // Up to seven tenths, so that the number has its place behind the longest.
      width: value === null ? 0 : Math.round((value / most) * 7000) / 100,
    })),
  }));
}

export type Bars = NonNullable<ReturnType<typeof barsOf>>;
