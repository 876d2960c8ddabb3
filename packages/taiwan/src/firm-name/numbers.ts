/** 統一編號 in running text: eight digits together or written 4 + 4, told from telephone numbers, dates and case numbers. */
import { isCalendarDay } from '../day.ts';
import { coarseForm } from '../han/fold.ts';
import { isUbn } from '../ubn.ts';
import { labelsOf } from './labels.ts';

/** Eight digits of a text, and what speaks for a 統一編號. */
export interface NumberRead {
  /** Eight digits, half width. */
  digits: string;
  /** 統一編號, 統編, VAT … stands in front. */
  labelled: boolean;
  /** Passes the checksum of the Ministry of Finance (the rule since 2023-04-01). */
  wellFormed: boolean;
  /** Reads as a day of the calendar, 20240117. */
  dateLike: boolean;
}

const isCompactDate = (digits: string): boolean => {
  const year = Number(digits.slice(0, 4));
  return year >= 1900 && year < 2100 && isCalendarDay(year, Number(digits.slice(4, 6)), Number(digits.slice(6)));
};

/** What speaks for and against eight digits being a 統一編號. @param labelled 統一編號 or the like stands in front */
export const readNumber = (digits: string, labelled: boolean): NumberRead => ({
  digits,
  labelled,
  wellFormed: isUbn(digits),
  dateLike: isCompactDate(digits),
});

const runs = /(?<![a-z0-9])(?:tw)?[(+]?[0-9](?:[0-9\-().\s#]*[0-9])?(?![a-z0-9])/g;
const labels = {
  number: labelsOf('number'),
  notNumber: [...labelsOf('phone'), ...labelsOf('date'), ...labelsOf('other')],
};
const before = (words: readonly string[]): RegExp => new RegExp(`(?:${words.join('|')})\\s*[:.#]?\\s*$`);
const numberLabel = before(labels.number);
const otherLabel = before(labels.notNumber);

/**
 * Takes the numbers out of a flattened text.
 * @param registered asked for numbers written 4 + 4 without a label: only a number that is somebody's is worth reading that way
 * @returns the text with every number, telephone and date replaced by a line feed; digits of names (24小時, B612) stay.
 */
export function takeNumbers(
  text: string,
  registered: (digits: string) => boolean,
): { text: string; numbers: NumberRead[] } {
  const coarse = coarseForm(text);
  const numbers: NumberRead[] = [];
  let kept = '';
  let from = 0;
  for (const run of coarse.matchAll(runs)) {
    const end = run.index + run[0].length;
    const front = coarse.slice(from, run.index);
    const label = numberLabel.exec(front);
    const other = label ? null : otherLabel.exec(front);
    const serial = /第\s*$/.test(front) && /^\s*[号號]/.test(coarse.slice(end));
    const long = run[0].replace(/[^0-9]/g, '').length > 4; // NO. 9 and 第 7 號 belong to names
    const read = (other || serial) && long ? { numbers: [], used: true } : readRun(run[0], label !== null, registered);
    if (!read.used) continue;
    numbers.push(...read.numbers);
    kept += `${text.slice(from, run.index - ((label ?? other)?.[0].length ?? 0))}\n`;
    from = end;
  }
  return { text: kept + text.slice(from), numbers };
}

function readRun(
  run: string,
  labelled: boolean,
  registered: (digits: string) => boolean,
): { numbers: NumberRead[]; used: boolean } {
  const groups = [...run.matchAll(/[0-9]+/g)].map((match) => match[0]);
  const between = run
    .replace(/^\D+/, '')
    .split(/[0-9]+/)
    .slice(1);
  const numbers: NumberRead[] = [];
  let used = false;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    const next = groups[i + 1];
    if (group.length >= 9 && isTelephone(groups.slice(i))) return { numbers, used: true };
    if (group.length === 8) {
      used = true;
      numbers.push(readNumber(group, labelled));
    } else if (group.length === 4 && next?.length === 4 && /^[\s-]$/.test(between[i]!)) {
      used = true;
      const digits = group + next;
      if (labelled || registered(digits)) numbers.push(readNumber(digits, labelled));
      i++;
    } else if (group.length > 5) {
      used = true; // a day of the ROC calendar, an account, a case: no name has so many digits
    } else if (isTelephone(groups.slice(i)) || isDate(groups.slice(i))) {
      return { numbers, used: true };
    }
  }
  return { numbers, used: used || labelled };
}

const isTelephone = (groups: readonly string[]): boolean =>
  /^0[0-9]{8,9}$/.test(groups[0]!) ||
  (/^(0[0-9]{1,3}|886)$/.test(groups[0]!) && /^[0-9]{6,9}$/.test(groups.slice(1, 4).join('').slice(0, 9)));

const isDate = ([year, month, day]: readonly string[]): boolean =>
  day !== undefined &&
  /^(19|20)?[0-9]{2,3}$/.test(year!) &&
  Number(month) >= 1 &&
  Number(month) <= 12 &&
  Number(day.slice(0, 2)) <= 31;
