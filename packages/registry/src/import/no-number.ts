import { readNumber } from '../certificate-number.ts';
import { readNumberCell } from '../number-cell.ts';
import type { Cells } from './cells.ts';
import { marksYes, noMark } from './mark.ts';

const between = /[、;；,，|\n]|\s[/／]\s/;

/**
 * Does something stand where the number of the certificate should be? 無, 是 and checked are no numbers; what cannot be
 * right is told: a mark where a number is needed, 否 and 申請中, which deny the registration, 如附件, two numbers.
 * @param needed whether certificates of the registration have numbers.
 */
export function standsForNumber(cells: Cells, text: string, needed: boolean): boolean {
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text)) cells.say('number-rounded', 'number', text);
  const numbers = text.split(between).filter((one) => /\d/.test(one));
  if (new Set(numbers.map((one) => readNumber(one).key)).size > 1) cells.say('cell-holds-several', 'number', text);
  const { kind, ...more } = readNumberCell(text);
  if (noMark.test(text)) cells.say('cell-is-mark', 'number', text);
  else if (kind === 'yes' || marksYes(text)) {
    if (needed) cells.say('cell-is-mark', 'number', text);
  } else if (kind === 'not-yet' || ('reason' in more && more.reason === 'number-elsewhere'))
    cells.say('number-unreadable', 'number', text);
  else return kind === 'none';
  return true;
}
