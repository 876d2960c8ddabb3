import { cellWords } from '../generated/cell-words.ts';

/** Words by which programs write that there is no value. */
const noValue = new RegExp(`^(?:${cellWords.noValue})$`, 'i');

/** Does a program say with this text that the cell is empty: null, None, NaN, #N/A? */
export const isNoValue = (text: string): boolean => noValue.test(text.trim());

const part = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'[\]{},:]+))\s*(?:,|$)/suy;

/** The parts of `'a', "b", 1.1.1`; `null` when it is anything else. */
function parts(inside: string): string[] | null {
  const found: string[] = [];
  part.lastIndex = 0;
  while (part.lastIndex < inside.length) {
    const match = part.exec(inside);
    if (!match) return null;
    const quoted = match[1] ?? match[2];
    if (quoted !== undefined) found.push(quoted.replace(/\\(.)/gsu, '$1'));
    else found.push(isNoValue(match[3]!) ? '' : match[3]!);
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The values of a cell that a program wrote as a list: `["a"]` (JSON), `['a', 'b']` (Python), `{a,b}` (PostgreSQL).
 * @returns `null` for any other text, `'nested'` for lists within lists and records, which are no value of a cell.
 * @example printedList("['1.1.1', '4.2.10']") // ['1.1.1', '4.2.10']
 */
export function printedList(text: string): string[] | 'nested' | null {
  const trimmed = text.trim();
  const inside = /^\[(.*)\]$/su.exec(trimmed) ?? /^\{(.*)\}$/su.exec(trimmed);
  if (!inside) return null;
  const json = parsed(trimmed);
  if (json !== undefined) {
    const plain = Array.isArray(json) && json.every((one) => one === null || ['string', 'number'].includes(typeof one));
    // As printed: JSON would read 1.10 as 1.1 and a long number as a rounded one.
    if (!plain || json.every((one) => typeof one === 'string')) return plain ? (json as string[]) : 'nested';
  }
  return parts(inside[1]!) ?? (json === undefined ? null : 'nested');
}
