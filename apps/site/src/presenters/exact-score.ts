/** Scores are whole numbers and weights whole per cent, so every mean is a fraction of whole numbers: rounded once, when shown. */
export interface Weight {
  readonly id: string;
  readonly percent: number;
}
type Scores = Readonly<Record<string, number>>;

/** The weighted total of one review, in hundredths: a whole number. */
export function totalInHundredths(scores: Scores, weights: readonly Weight[]): number {
  return weights.reduce((sum, { id, percent }) => sum + (scores[id] ?? 0) * percent, 0);
}

/** A fraction of whole numbers to two decimals, a half rounded up: `81.25`. @throws RangeError for no denominator */
export function twoDecimals(numerator: number, denominator: number): string {
  if (!(denominator > 0)) throw new RangeError(`twoDecimals(denominator): above zero, got ${denominator}`);
  const hundredths = (BigInt(numerator) * 200n + BigInt(denominator)) / (2n * BigInt(denominator));
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The mean of weighted totals that are given in hundredths. */
export const meanOf = (totals: readonly number[]): string =>
  twoDecimals(
    totals.reduce((sum, one) => sum + one, 0),
    totals.length * 100,
  );

/** Their median: of an even number, the middle between the two. */
export function medianOf(totals: readonly number[]): string {
  const sorted = [...totals].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? twoDecimals(sorted[half]!, 100)
    : twoDecimals(sorted[half - 1]! + sorted[half]!, 200);
}

/** The mean of one criterion's scores. */
export const meanScore = (scores: readonly number[]): string =>
  twoDecimals(
    scores.reduce((sum, one) => sum + one, 0),
    scores.length,
  );
