/** What a number format makes of a number: a day, figures at their places between other letters, or a number. */
export type NumberKind = 'number' | 'date' | { readonly places: readonly Place[] };

/** `0` is a figure, zero where the number has none; `#` a figure or nothing; all else stands as it is printed. */
type Place = { readonly figure: '0' | '#' } | { readonly text: string };

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
  // The e of 0.00E+00 is no year.
  if (/[ymdhsge]/i.test(bare.replace(/e[+-]/gi, '')) && !/general/i.test(bare)) return 'date';
  const places = placesOf(code.split(';')[0]!);
  return places ? { places } : 'number';
}

const part = /"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|(general)|([0#])|([?.,%/@e])|(.)/giu;

/**
 * The places of a format that prints whole numbers: `00000000`, or `"113電簽"0000`, which shows 113電簽0005 where 5 is stored.
 * @returns `null` where it shows a plain number: no more than one figure, decimals, thousands, a unit of measure
 */
function placesOf(format: string): Place[] | null {
  const places: Place[] = [];
  for (const [, quoted, escaped, general, figure, other, plain] of format.matchAll(part)) {
    if (other !== undefined) return null;
    const text = quoted ?? escaped ?? plain;
    if (general !== undefined) places.push({ figure: '#' });
    else if (figure === '0' || figure === '#') places.push({ figure });
    else if (text !== undefined) places.push({ text });
  }
  const figures = places.filter((place) => 'figure' in place);
  const first = places[0];
  // What stands behind a bare figure is a unit (5 家), and the cell is still the number.
  const says = figures.some(({ figure }) => figure === '0') && figures.length >= 2;
  return says || (figures.length > 0 && first !== undefined && 'text' in first && /[\p{L}\p{N}]/u.test(first.text))
    ? places
    : null;
}

/** Figures fill their places from the right; what is left over stands at the first of them. */
function inPlaces(figures: string, places: readonly Place[]): string {
  let left = figures;
  let before = places.filter((place) => 'figure' in place).length;
  const printed = places.toReversed().map((place) => {
    if ('text' in place) return place.text;
    before--;
    const own = before === 0 ? left : left.slice(-1);
    left = left.slice(0, left.length - own.length);
    return own === '' && place.figure === '0' ? '0' : own;
  });
  return printed.toReversed().join('').trim();
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
  return typeof kind === 'object' && /^\d+$/.test(text) ? inPlaces(text, kind.places) : text;
}
