import { parseDay } from '@aipower/taiwan/dates';
import { cellWords, quantityWords } from '../generated/cell-words.ts';
import { statusOfCell } from '../listed-status.ts';
import { findScheme } from '../scheme.ts';
import type { Cells } from './cells.ts';
import type { Columns, RegisterField } from './columns.ts';
import type { SheetRow } from './table.ts';

/** Words that end the names of companies and other bodies. */
const body = new RegExp(`(?:${cellWords.bodies})(?:[(（].*[)）])?$`);

export const looksLikeCompany = (text: string) => body.test(text.trim());
const looksLikeDay = (text: string) => /[/年.-]/.test(text) && parseDay(text).ok;
export const looksLikeUbn = (text: string) => /^\d{8}$/.test(text.normalize('NFKC').trim());

/** Text that cannot be meant for this column, though it may be fine in another one. */
const unfit: Partial<Record<RegisterField, (text: string) => boolean>> = {
  scheme: (text) => looksLikeCompany(text) || looksLikeUbn(text) || looksLikeDay(text),
  number: (text) => looksLikeCompany(text) || looksLikeDay(text) || /^https?:/i.test(text),
  ubn: (text) => looksLikeCompany(text) || looksLikeDay(text) || /\p{sc=Han}/u.test(text),
  name: (text) =>
    looksLikeUbn(text) ||
    looksLikeDay(text) ||
    (statusOfCell(text) !== null && !looksLikeCompany(text)) ||
    findScheme(text) !== null,
  registered_on: (text) => looksLikeCompany(text) || (looksLikeUbn(text) && !parseDay(text).ok),
  valid_until: (text) => looksLikeCompany(text) || (looksLikeUbn(text) && !parseDay(text).ok),
  status: (text) => looksLikeCompany(text) || looksLikeUbn(text) || looksLikeDay(text) || /^https?:/i.test(text),
  city: (text) => looksLikeCompany(text) || looksLikeUbn(text) || looksLikeDay(text) || /^https?:/i.test(text),
};

const isAddress = (text: string) => /^https?:/i.test(text);
const { about, units, bounds } = quantityWords;
const quantity = new RegExp(`^(?:${about})?\\d[\\d,]*(?:${units})(?:${bounds})?$|^\\d[\\d,]*(?:${bounds})$`);
/** 20名以下, 3家, 約50人: how many, not which. */
const isQuantity = (text: string) => quantity.test(text.normalize('NFKC').replace(/\s+/g, ''));

/** Text that no cell of this column holds, even if all others fit. */
const never: Partial<Record<RegisterField, (text: string) => boolean>> = {
  number: (text) => looksLikeCompany(text) || isAddress(text) || isQuantity(text),
  name: (text) => looksLikeUbn(text) || looksLikeDay(text) || isAddress(text) || isQuantity(text),
  name_en: (text) => looksLikeUbn(text) || looksLikeDay(text) || isAddress(text),
  former_names: (text) => looksLikeUbn(text) || looksLikeDay(text) || isAddress(text),
  city: (text) => looksLikeCompany(text) || looksLikeUbn(text) || looksLikeDay(text) || isAddress(text),
};

/** Two or more cells that do not fit their columns: the row is shifted, and whichever cells do fit belong to another. One that never fits is told. */
export function sayShifted(cells: Cells, line: SheetRow, columns: Columns): void {
  const wrong = [...columns.at].flatMap(([field, at]) => {
    const text = (line.cells[at] ?? '').trim();
    return text !== '' && unfit[field]?.(text) ? [`${columns.header(field)}: ${text}`] : [];
  });
  if (wrong.length >= 2) {
    cells.say('row-shifted', null, wrong.join(', '));
    return;
  }
  for (const [field, at] of columns.at) {
    const text = (line.cells[at] ?? '').trim();
    if (text !== '' && never[field]?.(text)) cells.say('cell-misfit', field, text);
  }
}
