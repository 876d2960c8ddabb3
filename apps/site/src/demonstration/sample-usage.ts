import { addDays } from '@aipower/taiwan/dates';

const START = '2026-07-21';
const DAYS = 90;

/**
 * Invented use of an award of the demonstration, day by day: steady with a week that nobody reported, or three weeks of use and
 * then nothing, which the rule about unused weeks is for.
 */
export function sampleUsage(n: number): readonly { readonly day: string; readonly points: number | null }[] {
  const stops = n % 2 === 1;
  return Array.from({ length: DAYS }, (_, i) => {
    const week = Math.floor(i / 7);
    const points = stops && week > 2 ? 0 : i % 7 > 4 ? 0 : 6 + ((i * 5 + n) % 9) + week / 2;
    return { day: addDays(START, i), points: !stops && week === 5 ? null : points };
  });
}
