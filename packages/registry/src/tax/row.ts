import { type Day, isDay } from '@aipower/taiwan/dates';
import { FOLDED, foldTaxText, indexWords } from './pairs.ts';
import type { StoredUnit } from './unit.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/**
 * The day in the second line, `10-APR-23`. Two digits of the year are of this century: the data set began in it.
 * @returns `null` when the text is no such date.
 */
export function readSnapshotDay(text: string): Day | null {
  const match = /^(\d{1,2})-([A-Z]{3})-(\d{2}|\d{4})$/i.exec(text.trim());
  if (!match) return null;
  const month = months.indexOf(match[2]!.toUpperCase()) + 1;
  const year = match[3]!.length === 2 ? `20${match[3]}` : match[3];
  const day = `${year}-${String(month).padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

export type TaxRow = Omit<StoredUnit, 'id'>;

const eightDigits = /^[0-9]{8}$/;
const space = /[\t\n\r]+/g;

/** Joins the four pairs of code and name; a code without a name is kept, a pair without a code is nothing. */
function joinIndustries(fields: readonly string[]): string {
  let joined = '';
  for (let i = 8, rank = 1; i < 16; i += 2, rank++) {
    const code = fields[i]!.trim();
    if (code === '') continue;
    const name = fields[i + 1]!.trim();
    joined += `${joined === '' ? '' : '\n'}${rank}\t${code}\t${space.test(name) ? name.replace(space, ' ') : name}`;
  }
  return joined;
}

/**
 * A record as it will be stored.
 * @returns a code instead when it cannot be kept: `wrong-width` (not 16 cells) or `ubn-malformed`.
 */
export function storeRow(fields: readonly string[]): TaxRow | 'wrong-width' | 'ubn-malformed' {
  if (fields.length !== 16) return 'wrong-width';
  const ubn = fields[1]!.trim();
  if (!eightDigits.test(ubn)) return 'ubn-malformed';
  return {
    ubn,
    head_office: fields[2]!.trim(),
    name: fields[3]!.trim(),
    address: fields[0]!.trim(),
    capital: fields[4]!.trim(),
    established: fields[5]!.trim(),
    organisation: fields[6]!.trim(),
    invoices: fields[7]!.trim(),
    industries: joinIndustries(fields),
  };
}

/** Words of the name and of the address for the index of letter pairs. */
export const nameWords = (row: { name: string }): string => wordsOf(row.name);
export const addressWords = (row: { address: string }): string => wordsOf(row.address);

const wordsOf = (text: string): string => `${FOLDED} ${indexWords(foldTaxText(text))}`;
