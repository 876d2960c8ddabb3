/** The 95 % interval (Wilson) of `part` out of `whole`, as `0.991 [0.968–0.998]`. */
export function interval(part: number, whole: number): string {
  if (whole === 0) return '–';
  const z = 1.96;
  const p = part / whole;
  const scale = 1 + z ** 2 / whole;
  const middle = p + z ** 2 / (2 * whole);
  const half = z * Math.sqrt((p * (1 - p)) / whole + z ** 2 / (4 * whole ** 2));
  return `${p.toFixed(3)} [${Math.max(0, (middle - half) / scale).toFixed(3)}–${((middle + half) / scale).toFixed(3)}]`;
}

const DRAWS = 2000;

/** The mean and its 95 % interval by drawing again from the values, always the same draws. */
export function bootstrapped(values: readonly number[]): string {
  if (values.length === 0) return '–';
  let seed = 1;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return values[seed % values.length]!;
  };
  const mean = (of: () => number) => values.reduce((sum) => sum + of(), 0) / values.length;
  const means = Array.from({ length: DRAWS }, () => mean(next)).sort((a, b) => a - b);
  const [low, high] = [means[Math.round(DRAWS * 0.025)]!, means[Math.round(DRAWS * 0.975) - 1]!];
  const all = values.reduce((sum, value) => sum + value, 0) / values.length;
  return `${all.toFixed(3)} [${low.toFixed(3)}–${high.toFixed(3)}]`;
}
