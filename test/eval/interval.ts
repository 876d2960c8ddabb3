/** The 95 % interval (Wilson) of `part` out of `whole`, as `0.991 [0.968–0.998]`. */
export function interval(part: number, whole: number): string {
  if (whole === 0) return '–';
  const z = 1.96;
  const p = part / whole;
  const scale = 1 + z ** 2 / whole;
  const middle = p + z ** 2 / (2 * whole);
  const half = z * Math.sqrt((p * (1 - p)) / whole + z ** 2 / (4 * whole ** 2));
  return `${p.toFixed(3)} [${((middle - half) / scale).toFixed(3)}–${((middle + half) / scale).toFixed(3)}]`;
}
