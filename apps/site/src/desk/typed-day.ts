import { parseDay } from '@aipower/taiwan/dates';

/** A day in either calendar as a form sends it; what is none stays as typed, to be refused in words. */
export function readDayOrTyped(typed: string): string {
  const reading = parseDay(typed.trim());
  return reading.ok ? reading.day : typed.trim();
}
