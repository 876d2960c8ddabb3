/** What a number format makes of a number: a day, digits with zeros in front, or a number. */
export type NumberKind = 'number' | 'date' | { readonly digits: number };

/** Ids that ECMA-376 (18.8.30) and its East Asian tables give to days and times. */
const isDateId = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * What does this format mean? Quoted text, escaped letters and what stands in brackets are left out; a letter of a day is
 * then a day. `e` is the year of the emperor and of the Republic ([$-404]e/m/d).
 */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return isDateId(id) ? 'date' : 'number';
  const bare = code
    .split(';')[0]!
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/\[[^\]]*\]/g, '');
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  // The e of 0.00E+00 is no year.
  if (/[ymdhsge]/i.test(bare.replace(/e[+-]/gi, '')) && !/general/i.test(bare)) return 'date';
  return 'number';
}

const DAY_MS = 86_400_000;
// Day 60 of 1900 is a 29 February that never was; from March on, serial days count from 30 December 1899.
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * The day of a serial number, `YYYY-MM-DD`; the time of day is dropped.
 * @returns `null` for what is no day: a time alone, a negative number, a day beyond the year 9999.
 */
export function serialDay(serial: number, date1904: boolean): string | null {
  const whole = Math.floor(serial + 1e-9);
  if (!Number.isFinite(serial) || whole < (date1904 ? 0 : 1) || whole > 2_958_465) return null;
  const shifted = !date1904 && whole < 60 ? whole + 1 : whole;
  return new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + shifted * DAY_MS).toISOString().slice(0, 10);
}

/** A stored number as text: whole numbers without exponent, others as they are. */
export function numberText(stored: string, kind: NumberKind, date1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (kind === 'date') return serialDay(value, date1904) ?? String(value);
  const text = /^-?\d{1,15}$/.test(stored) ? stored : String(value);
  return typeof kind === 'object' && /^\d+$/.test(text) ? text.padStart(kind.digits, '0') : text;
}
