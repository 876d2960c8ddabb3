/** Plain logistic regression on a few named signals, standardised inside; deterministic. */
export interface Sample<Name extends string> {
  readonly signals: Readonly<Record<Name, number>>;
  readonly yes: boolean;
  readonly weight: number;
}

const STEPS = 4000;
const RATE = 1;
const RIDGE = 1e-3;

export function logistic<Name extends string>(
  names: readonly Name[],
  samples: readonly Sample<Name>[],
): Record<Name | 'constant', number> {
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const mean = names.map((name) => samples.reduce((sum, s) => sum + s.signals[name] * s.weight, 0) / total);
  const spread = names.map(
    (name, i) =>
      Math.sqrt(samples.reduce((sum, s) => sum + (s.signals[name] - mean[i]!) ** 2 * s.weight, 0) / total) || 1,
  );
  const rows = samples.map((sample) => ({
    values: names.map((name, i) => (sample.signals[name] - mean[i]!) / spread[i]!),
    yes: sample.yes ? 1 : 0,
    weight: sample.weight / total,
  }));
  const weights = names.map(() => 0);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const gradient = names.map(() => 0);
    let biasGradient = 0;
    for (const { values, yes, weight } of rows) {
      let sum = bias;
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * values[i]!;
      const error = (1 / (1 + Math.exp(-sum)) - yes) * weight;
      for (let i = 0; i < weights.length; i++) gradient[i]! += error * values[i]!;
      biasGradient += error;
    }
    for (let i = 0; i < weights.length; i++) weights[i]! -= RATE * (gradient[i]! + RIDGE * weights[i]!);
    bias -= RATE * biasGradient;
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const constant = bias - weights.reduce((sum, w, i) => sum + (w * mean[i]!) / spread[i]!, 0);
  return {
    ...Object.fromEntries(names.map((name, i) => [name, round(weights[i]! / spread[i]!)])),
    constant: round(constant),
  } as Record<Name | 'constant', number>;
}
